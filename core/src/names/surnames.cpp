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

Words compound_around(const TaggedLine& line, const Mention& m) {
    std::size_t last = m.last;
    for (const std::size_t end = std::min(line.lexemes.size(), last + far); last + 2 < end && joins(line, last + 1);) last += 2;
    return {compound_begin(line, m.first), last};
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

Mention person_at(const Mention& m, Words words) {
    Mention out{m.line, words.first, words.last, person, m.probability};
    out.types[person] = m.probability;
    return out;
}

}  // namespace

void follow_surnames(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions) {
    const std::unordered_set<Hash> surnames = surnames_of(lines, mentions);
    if (surnames.empty()) return;
    std::vector<Mention> all;
    for (Mention m : mentions) {
        const TaggedLine& line = lines[m.line];
        const Words compound = compound_around(line, m);
        const bool is_part = compound.first < m.first || m.last < compound.last;
        if ((is_part || m.probability < unsure) && surnames.contains(key_of(line, compound)))
            m = person_at(m, compound);
        else if (m.first == m.last && m.probability < unsure && surnames.contains(key_of(line, {m.first, m.last})))
            m = person_at(m, {m.first, m.last});
        const bool is_told = !all.empty() && all.back().line == m.line && all.back().last >= m.first;
        if (!is_told) all.push_back(m);
    }
    mentions = std::move(all);
}

}  // namespace lupe::names
