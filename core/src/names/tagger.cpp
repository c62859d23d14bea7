// The two passes of the tagger; see tagger.h. What makes it fast: what belongs to a word form is summed once per form
// (forms.h), and words that are surely outside any name are told early (gate.h) and cost no more.
#include "names/tagger.h"

#include <algorithm>
#include <cstring>

#include "names/agreement.h"
#include "names/announced.h"
#include "names/dictionary.h"
#include "names/features.h"
#include "names/gate.h"
#include "names/links.h"
#include "names/surnames.h"

namespace lupe::names {

namespace {

// How far behind "outside" a name may be and still be looked at: by the words alone, then with what stands around them.
constexpr float early_margin = 2, margin = 2.5f;

// The words of one block of text, somewhat more than there are in news.
constexpr std::size_t usual_words = 1u << 16;

// What is remembered of word forms, in 15 MB: those of about 1 MB of news.
constexpr std::size_t most_forms = 40'000;

// Written where they stay: the processor cannot copy at once what it wrote in other pieces.
void scale(const Sums& sums, float factor, Scores& out) {
    using FourSums [[gnu::vector_size(8)]] = std::int16_t;
    static_assert(outside == 4 && label_count % 4 == 1);
    for (std::size_t l = 0; l + 1 < label_count; l += 4) {
        FourSums four;
        std::memcpy(&four, reinterpret_cast<const char*>(&sums) + l * sizeof four[0], sizeof four);
        const Four scores = __builtin_convertvector(four, Four) * factor;
        std::memcpy(&out[l + (l >= outside)], &scores, sizeof scores);
    }
    out[outside] = 0;
}

// Calls f(begin, size, edges) for each run of open words.
template <typename F>
void each_stretch(const std::vector<std::uint8_t>& open, F&& f) {
    const std::size_t n = open.size();
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = begin;
        while (end < n && open[end]) ++end;
        if (end > begin) f(begin, end - begin, Edges{begin > 0, end < n});
        begin = end + 1;
    }
}

// Closes each run of open words that has no letters: marks alone are no name.
void close_marks(const Line& line, std::vector<std::uint8_t>& open) {
    const auto word = [&](std::size_t i) { return line.words.begin() + static_cast<std::ptrdiff_t>(i); };
    each_stretch(open, [&](std::size_t begin, std::size_t size, Edges) {
        if (std::any_of(word(begin), word(begin + size), [](const Word& w) { return w.letters; })) return;
        std::fill_n(open.begin() + static_cast<std::ptrdiff_t>(begin), size, std::uint8_t{0});
    });
}

// The passes over one document.
class Passes {
public:
    Passes(Forms& forms, const std::vector<Line>& lines);

    std::vector<Mention> mentions();

private:
    // The probabilities of a line's words by themselves and their neighbours.
    TaggedLine first(const Line& line);
    // The names of a line, by what the document says elsewhere, too; after the first pass over all lines.
    void second(std::size_t number);

    Sums alone(std::size_t i) const;
    void add_context(const TaggedLine& line, std::size_t i, Sums& sums);
    void find_mentions(std::size_t line);

    Forms& forms_;
    const Model& model_{forms_.model()};
    const std::vector<Line>& lines_;
    const Lattice first_lattice_{model_.first.transitions}, second_lattice_{model_.second.transitions};
    const Gate gate_{model_.first.transitions};
    Agreement agreement_;
    std::vector<TaggedLine> tagged_;
    std::vector<Mention> mentions_;

    // By word of the document; never longer than reserved, so that lines can point into them.
    std::vector<const Lexeme*> lexemes_;
    std::vector<std::uint32_t> rows_;
    // By row: of words that may be named.
    std::vector<Scores> marginals_{sure_outside};
    std::vector<Sums> sums_{Sums{}};

    // Room to work in, by word of a line.
    std::vector<const Form*> at_;
    Evidence evidence_;
    std::vector<Sums> line_sums_;
    std::vector<Scores> scores_, stretch_;
    std::vector<std::uint8_t> near_, open_, labels_;
    std::vector<Hash> features_;
};

Passes::Passes(Forms& forms, const std::vector<Line>& lines) : forms_(forms), lines_(lines) {
    std::size_t words = 0;
    for (const Line& line : lines) words += line.words.size();
    lexemes_.reserve(words);
    rows_.reserve(words);
    tagged_.reserve(lines.size());
    const std::size_t usual = std::min(words, usual_words) + 1;  // growing would copy them all, and again
    marginals_.reserve(usual);
    sums_.reserve(usual);
}

// What the words around i say, each for itself.
Sums Passes::alone(std::size_t i) const {
    Sums sums{};
    const std::size_t from = i < max_reach ? max_reach - i : 0, to = std::min<std::size_t>(2 * max_reach + 1, at_.size() + max_reach - i);
    for (std::size_t d = from; d < to; ++d) add(at_[i + d - max_reach]->sums[d], sums);
    return sums;
}

void Passes::add_context(const TaggedLine& line, std::size_t i, Sums& sums) {
    features_.clear();
    context_features(*line.line, line.lexemes, evidence_, i, features_);
    model_.first.features.add(features_, sums);
}

TaggedLine Passes::first(const Line& line) {
    const std::size_t n = line.words.size(), from = rows_.size();
    const float unit = model_.first.features.scale();
    forms_.find(line, at_);
    for (const Form* form : at_) lexemes_.push_back(&form->lexeme);
    rows_.resize(from + n);
    const TaggedLine tagged{&line, {lexemes_.data() + from, n}, {rows_.data() + from, n}, &marginals_};
    evidence_.find(line, tagged.lexemes, model_.tables);
    line_sums_.resize(n);
    scores_.resize(n);
    near_.resize(n);
    open_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        line_sums_[i] = alone(i);
        scale(line_sums_[i], unit, scores_[i]);
    }
    gate_.mark(scores_, early_margin, near_);
    for (std::size_t i = 0; i < n; ++i) near_[i] |= evidence_.at(i);
    close_marks(line, near_);
    for (std::size_t i = 0; i < n; ++i) {
        if (!near_[i]) continue;
        add_context(tagged, i, line_sums_[i]);
        scale(line_sums_[i], unit, scores_[i]);
    }
    gate_.mark(scores_, margin, open_);
    for (std::size_t i = 0; i < n; ++i) open_[i] &= near_[i];
    each_stretch(open_, [&](std::size_t begin, std::size_t size, Edges edges) {
        stretch_.resize(size);
        first_lattice_.marginals(std::span(scores_).subspan(begin, size), edges, {}, stretch_);
        for (std::size_t i = 0; i < size; ++i) {
            rows_[from + begin + i] = static_cast<std::uint32_t>(marginals_.size());
            marginals_.push_back(stretch_[i]);
            sums_.push_back(line_sums_[begin + i]);
        }
    });
    return tagged;
}

void Passes::second(std::size_t number) {
    const TaggedLine& line = tagged_[number];
    const std::size_t n = line.rows.size();
    open_.assign(n, 0);
    scores_.resize(n);
    bool any = false, found_forms = false;
    agreement_.expect(line);
    for (std::size_t i = 0; i < n; ++i) {
        features_.clear();
        agreement_.features(line, i, features_);
        if (features_.empty() && line.rows[i] == 0) continue;
        Sums more{}, own = sums_[line.rows[i]];
        model_.second.features.add(features_, more);
        if (line.rows[i] == 0) {  // outside by itself, but a name elsewhere
            if (!found_forms) forms_.find(*line.line, at_), evidence_.find(*line.line, line.lexemes, model_.tables);
            found_forms = true;
            own = alone(i);
            add_context(line, i, own);
        }
        Scores a, b;
        scale(own, model_.first.features.scale(), a);
        scale(more, model_.second.features.scale(), b);
        for (std::size_t l = 0; l < label_count; ++l) scores_[i][l] = a[l] + b[l];
        open_[i] = 1;
        any = true;
    }
    if (any) find_mentions(number);
}

// Means over the words of a name.
std::array<float, type_count> types_of(std::span<const Scores> marginals) {
    std::array<float, type_count> mean{};
    for (const Scores& s : marginals) {
        const auto word = types(s);
        for (std::size_t t = 0; t < type_count; ++t) mean[t] += word[t] / static_cast<float>(marginals.size());
    }
    return mean;
}

void append_mentions(std::size_t line, std::size_t first, std::span<const std::uint8_t> labels, std::span<const Scores> marginals,
                     std::vector<Mention>& out) {
    for (std::size_t begin = 0; begin < labels.size(); ++begin) {
        if (labels[begin] == outside) continue;
        std::size_t end = begin;
        float probability = 1;
        do probability = std::min(probability, marginals[end][labels[end]]);
        while (!closes(labels[end++]) && end < labels.size());
        out.push_back(
            {line, first + begin, first + end - 1, type_of(labels[begin]), probability, types_of(marginals.subspan(begin, end - begin))});
        begin = end - 1;
    }
}

void Passes::find_mentions(std::size_t line) {
    each_stretch(open_, [&](std::size_t begin, std::size_t size, Edges edges) {
        labels_.resize(size);
        const auto scores = std::span(scores_).subspan(begin, size);
        const Lattice& lattice = agreement_.is_silent() ? first_lattice_ : second_lattice_;
        lattice.best(scores, edges, labels_);
        if (std::all_of(labels_.begin(), labels_.end(), [](std::uint8_t l) { return l == outside; })) return;
        stretch_.resize(size);
        lattice.marginals(scores, edges, {}, stretch_);
        append_mentions(line, begin, labels_, stretch_, mentions_);
    });
}

std::vector<Mention> Passes::mentions() {
    for (const Line& line : lines_) {
        tagged_.push_back(first(line));
        agreement_.add(tagged_.back());
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) second(i);
    follow_surnames(tagged_, mentions_);
    add_announced(tagged_, mentions_);
    return std::move(mentions_);
}

}  // namespace

std::vector<Mention> tag(Forms& forms, const std::vector<Line>& lines) {
    if (forms.model().empty()) return {};
    return Passes(forms, lines).mentions();
}

void recognise_names(Forms& forms, const Lexicon& lexicon, std::string_view text, std::span<const Token> tokens,
                     const Dictionary& dictionary, std::vector<Annotation>& out) {
    const std::vector<Line> lines = lines_of(text, tokens);
    std::vector<Annotation> found;
    const Model& model = forms.model();
    std::vector<Mention> mentions = tag(forms, lines);
    agree_along_links(lines, lexicon, mentions);
    for (const Mention& mention : mentions) {
        const auto& words = lines[mention.line].words;
        const Confidence confidence = mention.probability >= model.certain  ? Confidence::certain
                                      : mention.probability >= model.likely ? Confidence::likely
                                                                            : Confidence::possible;
        found.push_back({{words[mention.first].span.begin, words[mention.last].span.end}, name_value(mention.type), "names", confidence});
    }
    if (forms.size() > most_forms) forms.clear();
    dictionary.apply(text, tokens, found);
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace lupe::names
