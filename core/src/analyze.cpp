// The pipeline: text -> tokens -> recognisers -> resolver -> document. Read this first.
#include "lupe/analyze.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "facts/aliases.h"
#include "lang/language.h"
#include "lang/sentences.h"
#include "names/dictionary.h"
#include "names/tagger.h"
#include "resolve.h"
#include "rules/amounts.h"
#include "rules/times.h"
#include "text/blocks.h"
#include "text/segment.h"
#include "text/utf.h"

namespace lupe {

namespace {

constexpr std::size_t offset_limit = 0xFFFFFFFF;

ReferenceDate date_of(const std::string& given) {
    ReferenceDate date;
    rules::parse_reference_date(given, date);
    return date;
}

// Tells the caller how far it is, in stages: one for the tokens, one for the entities, and between them four that all blocks share.
class Stages {
public:
    explicit Stages(const std::function<void(double)>& listener) : listener_(listener) {}
    // One more is done, or a block's share of one.
    void done(double share = 1) {
        done_ += share;
        if (listener_) listener_(std::min(done_, count - 1) / count);
    }
    void finish() {
        if (listener_) listener_(1);
    }

private:
    static constexpr double count = 6;
    const std::function<void(double)>& listener_;
    double done_ = 0;
};

// See text/blocks.h. What refers to tokens counts them from the block's first.
struct Block {
    std::span<const Token> tokens;
    std::vector<std::uint32_t> sentences;
    double share;  // of the document
    bool is_first;

    Block(const Document& document, std::span<const std::uint32_t> boundaries, std::size_t begin, std::size_t end);
};

Block::Block(const Document& document, std::span<const std::uint32_t> boundaries, std::size_t begin, std::size_t end)
    : tokens(std::span(document.tokens).subspan(begin, end - begin)),
      share(document.tokens.empty() ? 1 : static_cast<double>(end - begin) / static_cast<double>(document.tokens.size())),
      is_first(begin == 0) {
    if (begin < end) sentences.push_back(0);
    for (auto at = std::upper_bound(boundaries.begin(), boundaries.end(), begin); at != boundaries.end() && *at < end; ++at)
        sentences.push_back(*at - static_cast<std::uint32_t>(begin));
}

std::string_view language_of(const Options& options, const Document& document) {
    return lexicon_of(options.language) ? std::string_view(options.language) : recognise_language(document.text, document.tokens);
}

// Sentences, amounts and times. What they need of the text is gone before names begin.
std::vector<Annotation> read_by_rules(Document& document, Block& block, const Options& options, Stages& stages) {
    const Lexicon& lexicon = *lexicon_of(document.language);
    const Terms terms(lexicon, document.text, block.tokens);
    block.sentences = join_after_abbreviations(block.sentences, document.text, block.tokens, terms);
    stages.done(block.share);

    rules::Context context{document.text, block.tokens, block.sentences, lexicon, terms, document.reference_date};
    const std::vector<rules::Numeral> numerals = rules::find_numerals(context);
    if (block.is_first && context.reference_date.year == 0) context.reference_date = rules::find_dateline(context, numerals);
    if (context.reference_date.year == 0) context.reference_date = date_of(options.today);
    context.is_today = date_of(options.reference_date).year == 0 && context.reference_date == date_of(options.today);
    document.reference_date = context.reference_date;

    std::vector<Annotation> proposals;
    rules::recognise_amounts(context, numerals, proposals);
    stages.done(block.share);
    rules::recognise_times(context, numerals, proposals);
    stages.done(block.share);
    return proposals;
}

// Appends what was found in the block that begins at token `begin`. As many as so far on average will come: growing by doubling would
// hold three times as much meanwhile.
void append(Document& document, const Block& block, std::size_t begin, std::vector<Annotation> found) {
    for (const std::uint32_t sentence : join_inside(block.sentences, block.tokens, found))
        document.sentences.push_back(sentence + static_cast<std::uint32_t>(begin));
    const std::size_t size = document.annotations.size() + found.size(), read = begin + block.tokens.size();
    if (size > document.annotations.capacity())
        document.annotations.reserve(size + (size + size / 8) * (document.tokens.size() - read) / read);
    std::move(found.begin(), found.end(), std::back_inserter(document.annotations));
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
    document.reference_date = date_of(options.reference_date);
    if (!dictionary_ || dictionary_->entries() != options.dictionary) dictionary_ = std::make_unique<names::Dictionary>(options.dictionary);
    if (!forms_) forms_ = std::make_unique<names::Forms>(names::Model::built_in());
    std::size_t begin = 0;
    do {
        const std::size_t end = text::block_end(document.tokens, begin);
        Block block(document, boundaries, begin, end);
        std::vector<Annotation> proposals = read_by_rules(document, block, options, stages);
        names::recognise_names(*forms_, *lexicon_of(document.language), document.text, block.tokens, *dictionary_, proposals);
        append(document, block, begin, resolve(document.text, std::move(proposals)));
        stages.done(block.share);
        begin = end;
    } while (begin < document.tokens.size());
    facts::group_mentions(document);
    stages.finish();
    return document;
}

}  // namespace lupe
