// The two passes of the tagger; see tagger.h. What makes it fast: most features belong to one word form, so their sum at
// each offset is computed once per distinct form of the text and then only added up.
#include "names/tagger.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "names/agreement.h"
#include "names/dictionary.h"
#include "names/features.h"

namespace lupe::names {

namespace {

// A word form with the weights its atoms bring to the words around it.
struct Form {
    Lexeme lexeme;
    std::array<Sums, 2 * max_reach + 1> sums{};  // by offset + max_reach
};

class Forms {
public:
    explicit Forms(const Model& model) : model_(model) {}
    const Form& of(const Line& line, std::size_t i) {
        auto& slot = forms_[line.capitals][line.slice(i)];
        if (!slot) slot = make(line, i);
        return *slot;
    }

private:
    std::unique_ptr<Form> make(const Line& line, std::size_t i) const {
        auto form = std::make_unique<Form>();
        form->lexeme = make_lexeme(line.slice(i), line.words[i].letters, line.capitals, model_.tables);
        for (const Atom& atom : form->lexeme.atoms)
            for (int d = -atom.reach; d <= atom.reach; ++d)
                model_.first.features.add(at_offset(atom.hash, d), form->sums[static_cast<std::size_t>(d + max_reach)]);
        form->lexeme.atoms = {};
        return form;
    }
    const Model& model_;
    std::array<std::unordered_map<std::string_view, std::unique_ptr<Form>>, 2> forms_;  // lines in capitals apart
};

Scores scaled(const Sums& sums, float scale) {
    Scores out;
    for (std::size_t l = 0; l < label_count; ++l) out[l] = static_cast<float>(sums[l]) * scale;
    return out;
}

// Whether a word stands outside by so much that nothing can turn it. If the word before does too, no name is open, and
// only labels that open one compete.
template <typename Sum>
bool is_outside(const std::array<Sum, label_count>& scores, bool name_may_be_open, Sum margin) {
    Sum rival = scores[opening_begin + 1];
    for (std::size_t l = opening_begin + 1; l < opening_end; ++l) rival = std::max(rival, scores[l]);
    if (name_may_be_open) rival = std::max(rival, *std::max_element(scores.begin() + first_inside, scores.end()));
    if (name_may_be_open) rival = std::max(rival, *std::max_element(scores.begin(), scores.begin() + outside));
    return scores[outside] - rival > margin;
}

// First-pass scores of every word of the line.
void score_line(const Model& model, const Line& line, Forms& forms, TaggedLine& tagged, std::vector<Scores>& scores) {
    const std::size_t n = line.words.size();
    std::vector<const Form*> at(n);
    tagged.line = &line;
    tagged.lexemes.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        at[i] = &forms.of(line, i);
        tagged.lexemes[i] = &at[i]->lexeme;
    }
    scores.resize(n);
    std::vector<Hash> context;
    const auto margin = static_cast<std::int32_t>(5 / model.first.features.scale());
    bool name_may_be_open = false;
    for (std::size_t i = 0; i < n; ++i) {
        Sums sums{};
        for (int d = -max_reach; d <= max_reach; ++d) {
            const auto k = static_cast<std::ptrdiff_t>(i) + d;
            if (k < 0 || k >= static_cast<std::ptrdiff_t>(n)) continue;
            const Sums& part = at[static_cast<std::size_t>(k)]->sums[static_cast<std::size_t>(d + max_reach)];
            for (std::size_t l = 0; l < label_count; ++l) sums[l] += part[l];
        }
        name_may_be_open = !is_outside(sums, name_may_be_open, margin);
        if (name_may_be_open) {
            context.clear();
            context_features(line, tagged.lexemes, i, context);
            for (const Hash feature : context) model.first.features.add(feature, sums);
        }
        scores[i] = scaled(sums, model.first.features.scale());
    }
}

// Adds what the second pass knows.
void add_agreement(const Model& model, const Agreement& agreement, const TaggedLine& line, std::vector<Scores>& scores) {
    std::vector<Hash> features;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        features.clear();
        agreement.features(line, i, features);
        if (features.empty()) continue;
        Sums sums{};
        for (const Hash feature : features) model.second.features.add(feature, sums);
        const Scores more = scaled(sums, model.second.features.scale());
        for (std::size_t l = 0; l < label_count; ++l) scores[i][l] += more[l];
    }
}

// Words surely outside part a line into stretches that do not know of each other.
template <typename F>
void each_stretch(const std::vector<Scores>& scores, F&& f) {
    constexpr float margin = 8;  // beyond what transitions can make good
    const std::size_t n = scores.size();
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = begin;
        while (end < n && !is_outside(scores[end], end > begin, margin)) ++end;
        if (end > begin) f(begin, end - begin, Edges{begin > 0, end < n});
        begin = end + 1;
    }
}

void find_marginals(const Lattice& lattice, const std::vector<Scores>& scores, std::vector<Scores>& marginals) {
    static constexpr Scores sure = [] {
        Scores s{};
        s[outside] = 1;
        return s;
    }();
    marginals.assign(scores.size(), sure);
    each_stretch(scores, [&](std::size_t begin, std::size_t size, Edges edges) {
        lattice.marginals(std::span(scores).subspan(begin, size), edges, {}, std::span(marginals).subspan(begin, size));
    });
}

void append_mentions(std::size_t line, std::size_t first, std::span<const std::uint8_t> labels, std::span<const Scores> marginals,
                     std::vector<Mention>& out) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == outside) continue;
        const Part part = part_of(labels[i]);
        const float probability = marginals[i][labels[i]];
        if (part == Part::begin || part == Part::single) out.push_back({line, first + i, first + i, type_of(labels[i]), probability});
        out.back().last = first + i;
        out.back().probability = std::min(out.back().probability, probability);
    }
}

void find_mentions(const Lattice& lattice, std::size_t line, const std::vector<Scores>& scores, std::vector<Mention>& out) {
    std::vector<std::uint8_t> labels;
    std::vector<Scores> marginals;
    each_stretch(scores, [&](std::size_t begin, std::size_t size, Edges edges) {
        labels.resize(size);
        marginals.resize(size);
        const auto stretch = std::span(scores).subspan(begin, size);
        lattice.best(stretch, edges, labels);
        if (std::all_of(labels.begin(), labels.end(), [](std::uint8_t l) { return l == outside; })) return;
        lattice.marginals(stretch, edges, {}, marginals);
        append_mentions(line, begin, labels, marginals, out);
    });
}

// A lone word that the model is not sure of, but that ends a person's full name elsewhere, means that person.
void follow_surnames(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions) {
    constexpr float sure = 0.9f, unsure = 0.75f;
    std::unordered_set<Hash> surnames;
    const auto last_word = [&](const Mention& m) { return lines[m.line].lexemes[m.last]->lemma; };
    for (const Mention& m : mentions)
        if (m.type == 0 && m.first < m.last && m.probability >= sure) surnames.insert(last_word(m));
    for (Mention& m : mentions)
        if (m.type != 0 && m.first == m.last && m.probability < unsure && surnames.contains(last_word(m))) m.type = 0;
}

}  // namespace

std::vector<Mention> tag(const Model& model, const std::vector<Line>& lines) {
    std::vector<Mention> mentions;
    if (model.empty()) return mentions;
    Forms forms(model);
    Agreement agreement;
    std::vector<TaggedLine> tagged(lines.size());
    std::vector<std::vector<Scores>> scores(lines.size());
    const Lattice first(model.first.transitions), second(model.second.transitions);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        score_line(model, lines[i], forms, tagged[i], scores[i]);
        find_marginals(first, scores[i], tagged[i].marginals);
        agreement.add(tagged[i]);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        add_agreement(model, agreement, tagged[i], scores[i]);
        find_mentions(second, i, scores[i], mentions);
    }
    follow_surnames(tagged, mentions);
    return mentions;
}

void recognise_names(const Model& model, std::string_view text, const std::vector<Token>& tokens,
                     const std::vector<DictionaryEntry>& dictionary, std::vector<Annotation>& out) {
    const std::vector<Line> lines = lines_of(text, tokens);
    std::vector<Annotation> found;
    for (const Mention& mention : tag(model, lines)) {
        const auto& words = lines[mention.line].words;
        const Confidence confidence = mention.probability >= model.certain  ? Confidence::certain
                                      : mention.probability >= model.likely ? Confidence::likely
                                                                            : Confidence::possible;
        found.push_back({{words[mention.first].span.begin, words[mention.last].span.end}, name_value(mention.type), "names", confidence});
    }
    apply_dictionary(text, tokens, dictionary, found);
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace lupe::names
