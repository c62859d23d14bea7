// Surnames after full names; see surnames.h.
#include "names/surnames.h"

#include <algorithm>
#include <unordered_set>

namespace lupe::names {

namespace {

constexpr int person = 0;
constexpr float sure = 0.9f, unsure = 0.75f;
constexpr std::size_t far = 8;  // words: no surname's parts and hyphens are more, and chains without end must not be walked

struct Words {
    std::size_t first, last;  // both inclusive
};

bool joins(const TaggedLine& line, std::size_t i) {
    const auto& words = line.line->words;
    return line.lexemes[i]->mark == '-' && words[i].glued && i > 0 && i + 1 < words.size() && words[i - 1].letters && words[i + 1].glued &&
           words[i + 1].letters;
}

std::size_t compound_begin(const TaggedLine& line, std::size_t i) {
    for (const std::size_t end = i < far ? 0 : i - far; i >= end + 2 && joins(line, i - 1);) i -= 2;
    return i;
}

// The compound that a mention ends in, whole.
Words last_compound(const TaggedLine& line, const Mention& m) {
    std::size_t last = m.last;
    for (const std::size_t end = std::min(line.lexemes.size(), last + far); last + 2 < end && joins(line, last + 1);) last += 2;
    return {compound_begin(line, m.last), last};
}

Hash key_of(const TaggedLine& line, Words words) {
    Hash key = 0;
    for (std::size_t i = words.first; i <= words.last; ++i) key = mix(key, line.lexemes[i]->lemma);
    return key;
}

std::unordered_set<Hash> surnames_of(const std::vector<TaggedLine>& lines, const std::vector<Mention>& mentions) {
    std::unordered_set<Hash> surnames;
    for (const Mention& m : mentions) {
        const TaggedLine& line = lines[m.line];
        const std::size_t begin = compound_begin(line, m.last);
        if (m.type == person && m.first < begin && m.probability >= sure) surnames.insert(key_of(line, {begin, m.last}));
    }
    return surnames;
}

// As sure of the type as the full name has to be; the rest is what the tagger says.
Mention person_at(const Mention& m, Words words) {
    Mention out{m.line, words.first, words.last, person, m.probability, m.types};
    float named = 0;
    for (float& share : out.types) named += share, share *= 1 - sure;
    out.types[person] += sure * named;
    return out;
}

Mention followed(const TaggedLine& line, const std::unordered_set<Hash>& surnames, const Mention& m) {
    const Words word{m.last, m.last}, whole = last_compound(line, m);
    const bool is_part = m.first > whole.first || m.last < whole.last, is_alone = m.first >= whole.first;
    if ((is_part || (is_alone && m.probability < unsure)) && surnames.contains(key_of(line, whole)))
        return person_at(m, {std::min(m.first, whole.first), whole.last});
    if (m.first == m.last && m.probability < unsure && surnames.contains(key_of(line, word))) return person_at(m, word);
    return m;
}

}  // namespace

void follow_surnames(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions) {
    const std::unordered_set<Hash> surnames = surnames_of(lines, mentions);
    if (surnames.empty()) return;
    std::vector<Mention> all;
    for (const Mention& old : mentions) {
        const Mention m = followed(lines[old.line], surnames, old);
        const bool is_told = !all.empty() && all.back().line == m.line && all.back().last >= m.first;
        if (!is_told) all.push_back(m);
    }
    mentions = std::move(all);
}

}  // namespace lupe::names
