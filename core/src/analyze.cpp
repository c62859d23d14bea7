// The pipeline: text -> tokens -> recognisers -> resolver -> document. Read this first.
#include "lupe/analyze.h"

#include "facts/aliases.h"
#include "lang/language.h"
#include "lang/sentences.h"
#include "names/tagger.h"
#include "resolve.h"
#include "rules/amounts.h"
#include "rules/times.h"
#include "text/segment.h"
#include "text/utf.h"

namespace lupe {

namespace {

constexpr std::size_t offset_limit = 0xFFFFFFFF;

// Those of about 300 KB of news, in 10 MB.
constexpr std::size_t most_forms = 20'000;

ReferenceDate date_of(const std::string& given) {
    ReferenceDate date;
    rules::parse_reference_date(given, date);
    return date;
}

// Tells the caller of each stage that is done.
class Stages {
public:
    explicit Stages(const std::function<void(double)>& listener) : listener_(listener) {}
    void done() {
        ++done_;
        if (listener_) listener_(static_cast<double>(done_) / count);
    }

private:
    static constexpr int count = 6;
    const std::function<void(double)>& listener_;
    int done_ = 0;
};

std::string_view language_of(const Options& options, const Document& document) {
    return lexicon_of(options.language) ? std::string_view(options.language) : recognise_language(document.text, document.tokens);
}

// Sentences, amounts and times. What they need of the text is a good part of all memory, and gone before names begin.
std::vector<Annotation> read_by_rules(Document& document, std::span<const std::uint32_t> boundaries, const Options& options,
                                      Stages& stages) {
    const Lexicon& lexicon = *lexicon_of(document.language);
    const Terms terms(lexicon, document.text, document.tokens);
    document.sentences = join_after_abbreviations(boundaries, document.text, document.tokens, terms);
    stages.done();

    rules::Context context{document.text, document.tokens, document.sentences, lexicon, terms, date_of(options.reference_date)};
    const std::vector<rules::Numeral> numerals = rules::find_numerals(context);
    if (context.reference_date.year == 0) context.reference_date = rules::find_dateline(context, numerals);
    if (context.reference_date.year == 0) context.reference_date = date_of(options.today);
    document.reference_date = context.reference_date;

    std::vector<Annotation> proposals;
    rules::recognise_amounts(context, numerals, proposals);
    stages.done();
    rules::recognise_times(context, numerals, proposals);
    stages.done();
    return proposals;
}

}  // namespace

bool valid(const Options& options, std::string& error) {
    if (options.language != "auto" && !lexicon_of(options.language)) {
        error = "unknown language '" + options.language + "'";
        return false;
    }
    for (const std::string* given : {&options.reference_date, &options.today}) {
        if (given->empty() || date_of(*given).year != 0) continue;
        error = "reference date '" + *given + "' is not YYYY-MM-DD, YYYY-MM or YYYY";
        return false;
    }
    return true;
}

std::size_t first_invalid_utf8(std::string_view text) { return utf::first_invalid(text); }

Document analyze(std::string_view text, const Options& options) { return Analyzer().analyze(text, options); }

Analyzer::Analyzer() = default;
Analyzer::~Analyzer() = default;

Document Analyzer::analyze(std::string_view text, const Options& options) {
    Stages stages(options.on_progress);
    Document document;
    document.text = text.substr(0, offset_limit);
    auto [tokens, boundaries] = text::segment(document.text);
    document.tokens = std::move(tokens);
    stages.done();

    document.language = language_of(options, document);
    std::vector<Annotation> proposals = read_by_rules(document, boundaries, options, stages);
    if (!forms_) forms_ = std::make_unique<names::Forms>(names::Model::built_in());
    names::recognise_names(*forms_, document.text, document.tokens, options.dictionary, proposals);
    if (forms_->size() > most_forms) forms_.reset();
    stages.done();

    document.annotations = resolve(document.text, std::move(proposals));
    document.sentences = join_inside(document.sentences, document.tokens, document.annotations);
    facts::group_mentions(document);
    stages.done();
    return document;
}

}  // namespace lupe
