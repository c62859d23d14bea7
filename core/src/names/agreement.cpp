// Features of the second pass; see agreement.h.
#include "names/agreement.h"

#include <algorithm>

namespace lupe::names {

namespace {

enum Template : Hash {
    word_key = 2000,
    pair_key,
    own,
    elsewhere,
    elsewhere_own,
    elsewhere_type,
    elsewhere_label,
    pair_left,
    pair_right,
    neighbours,
    bracket,
    never_else,
    strongest,
};

constexpr float surely_outside = 0.998f;

template <typename... Parts>
Hash tie(Hash id, Parts... parts) {
    ((id = mix(id, static_cast<Hash>(parts))), ...);
    return id;
}

Hash bucket(float share) {
    constexpr float edges[] = {0.03f, 0.15f, 0.35f, 0.6f, 0.85f, 0.97f};
    Hash b = 0;
    while (b < 6 && share >= edges[b]) ++b;
    return b;
}

std::size_t top(const Scores& s) { return static_cast<std::size_t>(std::max_element(s.begin(), s.end()) - s.begin()); }

// The first pass's answer at a word: label and how sure.
std::uint8_t verdict_of(const Scores& m) {
    const std::size_t best = top(m);
    return static_cast<std::uint8_t>(best * 8 + (m[best] > 0.9f ? 2 : m[best] > 0.6f ? 1 : 0));
}

Hash pair_of(const TaggedLine& line, std::size_t i) { return tie(pair_key, line.lexemes[i]->lemma, line.lexemes[i + 1]->lemma); }

}  // namespace

void Agreement::Sum::add(const Scores& marginal) {
    for (std::size_t l = 0; l < label_count; ++l) mass[l] += marginal[l];
    count += 1;
    const auto share = types(marginal);
    for (std::size_t t = 0; t < type_count; ++t) most[t] = std::max(most[t], share[t]);
}

void Agreement::note(Hash key, const TaggedLine& line, std::size_t i) {
    Slot& s = slots_.claim(key);
    if (s.first == 0) {
        s.first = line.rows[i];
        return;
    }
    if (s.sum == none) {
        s.sum = static_cast<std::uint32_t>(sums_.size());
        sums_.emplace_back().add((*line.marginals)[s.first]);
    }
    sums_[s.sum].add(line.marginal(i));
}

// Means over all other places; count 0 if there are none.
Agreement::Sum Agreement::others(const Slot& slot, const TaggedLine& line, std::size_t i, bool named) const {
    const float outside_elsewhere = static_cast<float>(slot.outside) - (named ? 0 : 1);
    Sum sum;
    if (slot.sum != none) sum = sums_[slot.sum];
    if (slot.sum == none && slot.first != 0) sum.add((*line.marginals)[slot.first]);
    sum.count += outside_elsewhere - (named ? 1 : 0);
    if (sum.count < 0.5f) return {};
    const Scores& mine = line.marginal(i);
    for (std::size_t l = 0; l < label_count && named; ++l) sum.mass[l] = std::max(0.f, sum.mass[l] - mine[l]);
    sum.mass[outside] += outside_elsewhere;
    for (float& m : sum.mass) m /= sum.count;
    return sum;
}

Hash Agreement::verdict(const TaggedLine& line, std::ptrdiff_t i) const {
    constexpr Hash beyond_line = 99;
    return i < 0 || i >= static_cast<std::ptrdiff_t>(line.rows.size()) ? beyond_line : verdicts_[line.rows[static_cast<std::size_t>(i)]];
}

void Agreement::add(const TaggedLine& line) {
    ++lines_;
    for (std::size_t row = verdicts_.size(); row < line.marginals->size(); ++row) verdicts_.push_back(verdict_of((*line.marginals)[row]));
    expect(line);
    for (const auto& [key, word] : expected_)
        if (line.marginal(word)[outside] >= surely_outside)
            ++slots_.claim(key).outside;
        else
            note(key, line, word);
}

// Gathers the keys of a line, so that the processor fetches their slots all at once.
void Agreement::expect(const TaggedLine& line) {
    expected_.clear();
    const auto expect = [&](Hash key, std::size_t word) {
        slots_.expect(key);
        expected_.push_back({key, word});
    };
    for (const Lexeme* lexeme : line.lexemes) __builtin_prefetch(lexeme);
    for (std::size_t i = 0; i < line.lexemes.size(); ++i) {
        const Lexeme& w = *line.lexemes[i];
        const bool named = line.marginal(i)[outside] < surely_outside;
        if (!w.letters || !(named || w.capital)) continue;
        expect(tie(word_key, w.lemma), i);
        if (!named) continue;
        if (i + 1 < line.lexemes.size()) expect(tie(pair_left, pair_of(line, i)), i);
        if (i > 0) expect(tie(pair_right, pair_of(line, i - 1)), i);
    }
}

void Agreement::features(const TaggedLine& line, std::size_t i, std::vector<Hash>& out) const {
    if (is_silent()) return;
    const Lexeme& w = *line.lexemes[i];
    const Scores& mine = line.marginal(i);
    const bool named = mine[outside] < surely_outside;
    if (!named && !w.capital) return;
    const Slot none_such;
    const Slot& here = w.letters ? slots_.find(tie(word_key, w.lemma)) : none_such;
    if (!named && here.first == 0) return;
    const bool only_here = named && here.sum == none && here.outside == 0;
    const Sum seen = w.letters && !only_here ? others(here, line, i, named) : Sum{};
    if (!named && (seen.count == 0 || seen.mass[outside] >= surely_outside)) return;

    const auto at = static_cast<std::ptrdiff_t>(i);
    const Hash me = verdict(line, at);
    out.push_back(tie(own, me));
    out.push_back(tie(neighbours, verdict(line, at - 1), me, verdict(line, at + 1)));
    if (at >= 2 && line.lexemes[i - 1]->mark == '(') out.push_back(tie(bracket, verdict(line, at - 2) / 8, me));
    if (seen.count == 0) {
        out.push_back(tie(never_else, me));
    } else {
        const auto share = types(seen.mass);
        const auto best = static_cast<std::size_t>(std::max_element(share.begin(), share.end()) - share.begin());
        const Hash count = seen.count > 2.5f ? 3 : static_cast<Hash>(seen.count);
        const auto label = top(seen.mass);
        out.push_back(tie(elsewhere, best, bucket(share[best]), count));
        out.push_back(tie(elsewhere_own, best, bucket(share[best]), me));
        out.push_back(tie(elsewhere_label, label, bucket(seen.mass[label]), me));
        const auto sure = static_cast<std::size_t>(std::max_element(seen.most.begin(), seen.most.end()) - seen.most.begin());
        out.push_back(tie(strongest, sure, bucket(seen.most[sure]), me));
        for (std::size_t t = 0; t < type_count; ++t)
            if (const Hash b = bucket(share[t])) out.push_back(tie(elsewhere_type, t, b));
    }
    if (!named) return;
    if (i + 1 < line.lexemes.size()) pair_features(pair_left, pair_of(line, i), line, i, out);
    if (i > 0) pair_features(pair_right, pair_of(line, i - 1), line, i, out);
}

void Agreement::pair_features(Hash id, Hash key, const TaggedLine& line, std::size_t i, std::vector<Hash>& out) const {
    const Slot& place = slots_.find(tie(id, key));
    if (place.sum == none) return;
    const Sum sum = others(place, line, i, true);
    if (sum.count == 0) return;
    const auto label = top(sum.mass);
    out.push_back(tie(id, label, bucket(sum.mass[label])));
    out.push_back(tie(id, label, bucket(sum.mass[label]), verdict(line, static_cast<std::ptrdiff_t>(i))));
}

}  // namespace lupe::names
