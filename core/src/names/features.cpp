// Features of a word in its line; see features.h.
#include "names/features.h"

#include <algorithm>

namespace lupe::names {

namespace {

enum Template : Hash {
    words_left = 1000,
    words_right,
    fine_left,
    fine_right,
    coarse_left_two,
    coarse_right_two,
    shapes_three,
    word_left_shape,
    word_right_shape,
    cluster_left_shape,
    cluster_right_shape,
    lists_left,
    lists_right,
    glue,
    compound_head,
    compound_front,
    line_case,
    quoted,
    first_in_line,
    phrase = 1020,
    phrase_lists,
    quote_size,
    quote_capitals,
    quote_word_before,
    quote_class_before,
    quote_word_after,
    quote_kind_before,
    quote_phrase,
    quote_lists,
};

const Lexeme& edge() {
    static const Lexeme none = [] {
        Lexeme l;
        l.word = l.lower = l.shape = 77;
        l.cluster.fill(0xFFFE);
        return l;
    }();
    return none;
}

template <typename... Parts>
Hash tie(Hash id, Parts... parts) {
    ((id = mix(id, static_cast<Hash>(parts))), ...);
    return id;
}

bool is_hyphen(const Lexeme& l) { return l.mark == '-'; }

// How the word is joined to its neighbours: glued to the left or right, and to what.
Hash glue_pattern(const Line& line, std::span<const Lexeme* const> lexemes, std::size_t i) {
    const auto& words = line.words;
    Hash h = 0;
    if (words[i].glued && i > 0) h |= 1u | static_cast<Hash>(static_cast<unsigned char>(lexemes[i - 1]->mark)) << 8;
    if (i + 1 < words.size() && words[i + 1].glued) {
        h |= 2u | static_cast<Hash>(static_cast<unsigned char>(lexemes[i + 1]->mark)) << 16;
        if (i + 2 < words.size() && words[i + 2].glued) h |= 4u;
    }
    return h;
}

// What stands in quotation marks, and who says so.
void quote_features(const Quote& quote, const std::vector<PhrasePart>& phrases, std::span<const Lexeme* const> lexemes, std::size_t i,
                    std::vector<Hash>& out) {
    const Lexeme &first = *lexemes[quote.begin], &last = *lexemes[quote.end - 1];
    const Lexeme& before = quote.begin >= 2 ? *lexemes[quote.begin - 2] : edge();
    const Lexeme& after = quote.end + 1 < lexemes.size() ? *lexemes[quote.end + 1] : edge();
    const Hash size = std::min<Hash>(quote.end - quote.begin, 6);
    const Hash place = Hash{i == quote.begin} | Hash{i + 1 == quote.end} << 1;
    Hash capitals = 0;
    for (auto k = quote.begin; k < quote.end; ++k) capitals += lexemes[k]->capital;
    out.push_back(tie(quote_size, size, place, first.capital, static_cast<Hash>(static_cast<unsigned char>(last.mark))));
    out.push_back(tie(quote_capitals, size, place, capitals, lexemes[i]->capital));
    out.push_back(tie(quote_word_before, place, first.capital, before.lower));
    out.push_back(tie(quote_class_before, place, size, before.cluster[2]));
    out.push_back(tie(quote_word_after, place, first.capital, after.lower));
    if (before.kinds) out.push_back(tie(quote_kind_before, before.kinds, place, first.capital));
    const PhrasePart &head = phrases[quote.begin], &tail = phrases[quote.end - 1];
    if (head.classes && head.classes == tail.classes && head.place == PhrasePart::first && tail.place == PhrasePart::last)
        out.push_back(tie(quote_phrase, head.classes, place));
    if (size == 1 && first.lists) out.push_back(tie(quote_lists, first.lists, first.capital));
}

}  // namespace

void Evidence::find(const Line& line, std::span<const Lexeme* const> lexemes, const Tables& tables) {
    phrases.resize(lexemes.size());
    quotes.resize(lexemes.size());
    finder.find(lexemes, tables.phrases, phrases);
    find_quotes(line, lexemes, quotes);
}

void context_features(const Line& line, std::span<const Lexeme* const> lexemes, const Evidence& evidence, std::size_t i,
                      std::vector<Hash>& out) {
    const auto at = [&](int d) -> const Lexeme& {
        const auto k = static_cast<std::ptrdiff_t>(i) + d;
        return k < 0 || k >= static_cast<std::ptrdiff_t>(lexemes.size()) ? edge() : *lexemes[static_cast<std::size_t>(k)];
    };
    const Lexeme &w = at(0), &l1 = at(-1), &l2 = at(-2), &r1 = at(1), &r2 = at(2);
    const Hash shape = w.shape;
    const auto c1024 = [](const Lexeme& l) { return l.cluster[1]; };
    const auto c256 = [](const Lexeme& l) { return l.cluster[2]; };

    out.push_back(tie(words_left, l1.lower, w.lower));
    out.push_back(tie(words_right, w.lower, r1.lower));
    out.push_back(tie(fine_left, c1024(l1), c1024(w)));
    out.push_back(tie(fine_right, c1024(w), c1024(r1)));
    out.push_back(tie(shapes_three, l1.shape, shape, r1.shape));
    if (line.capitals || line.title_case) out.push_back(tie(line_case, line.capitals, line.title_case, shape));
    const Hash pattern = glue_pattern(line, lexemes, i);
    if (pattern) out.push_back(tie(glue, pattern, shape));
    if (const PhrasePart& part = evidence.phrases[i]; part.classes) {
        out.push_back(tie(phrase, part.classes, part.place));
        out.push_back(tie(phrase_lists, part.classes, part.place, w.capital));
    }
    if (!evidence.quotes[i].empty()) quote_features(evidence.quotes[i], evidence.phrases, lexemes, i, out);
    if (w.plain) return;  // most words; few of them are part of a name

    out.push_back(tie(coarse_left_two, c256(l2), c256(l1), shape));
    out.push_back(tie(coarse_right_two, c256(r1), c256(r2), shape));
    out.push_back(tie(word_left_shape, l1.lower, shape));
    out.push_back(tie(word_right_shape, r1.lower, shape));
    out.push_back(tie(cluster_left_shape, c1024(l1), shape));
    out.push_back(tie(cluster_right_shape, c1024(r1), shape));
    if (l1.lists | w.lists) out.push_back(tie(lists_left, l1.lists, w.lists, w.capital));
    if (r1.lists | w.lists) out.push_back(tie(lists_right, w.lists, r1.lists, w.capital));
    if (i == 0) out.push_back(tie(first_in_line, shape));
    if (is_hyphen(r1) && (pattern & 4)) {
        out.push_back(tie(compound_head, c256(r2), shape));
        out.push_back(tie(compound_head, r2.lower, w.capital));
        out.push_back(tie(compound_head, c1024(r2), c256(w)));
    }
    if (is_hyphen(l1) && (pattern & 1)) {
        out.push_back(tie(compound_front, c256(l2), shape));
        out.push_back(tie(compound_front, l2.lower, w.capital));
        out.push_back(tie(compound_front, c256(l2), c1024(w)));
    }
    // The nearest mark on either side within a few words tells quoted and bracketed titles from running text.
    const auto nearest = [&](int step) {
        for (int d = step; d >= -5 && d <= 5; d += step) {
            const Lexeme& l = at(d);
            if (&l == &edge()) return Hash{1};
            if (!l.letters && !is_hyphen(l)) return static_cast<Hash>(static_cast<unsigned char>(l.mark)) + 2;
        }
        return Hash{0};
    };
    out.push_back(tie(quoted, nearest(-1), nearest(1), w.capital));
}

}  // namespace lupe::names
