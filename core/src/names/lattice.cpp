// Viterbi and forward-backward; see lattice.h. Probabilities are kept scaled at every word, so nothing under- or overflows.
// All sums have a fixed order, so that every platform finds the same bits.
#include "names/lattice.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lupe::names {

namespace {

using FourInts [[gnu::vector_size(16)]] = std::int32_t;

void store(Four four, float* to) { std::memcpy(to, &four, sizeof four); }
float sum_of(Four s) { return (s[0] + s[1]) + (s[2] + s[3]); }

// e^x by arithmetic alone, so that every platform finds the same bits; relative error below 1e-6. For |x| up to about 80;
// what is smaller is as good as nothing.
Four exponential(Four x) {
    const Four least = Four{} - 80.f;
    x = x < least ? least : x;
    const auto n = __builtin_convertvector(x * 1.44269504f + (x < 0.f ? Four{} - 0.5f : Four{} + 0.5f), FourInts);
    const Four whole = __builtin_convertvector(n, Four);
    const Four r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
    Four p = Four{} + 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.f;
    return p * std::bit_cast<Four>((n + 127) << 23);
}

float exponential(float x) { return exponential(Four{x, x, x, x})[0]; }

constexpr float never = -1e30f;

// The best score so far, by type, and the label that it comes from.
struct Best {
    Four score = Four{} + never;
    FourInts from{};

    void offer(Four other, FourInts label) {
        const auto is_better = other > score;
        score = is_better ? other : score;
        from = is_better ? label : from;
    }
};

template <typename Row>
Row product(const Row& a, const Row& b) {
    return {a.end * b.end, a.single * b.single, a.begin * b.begin, a.inside * b.inside, a.outside * b.outside};
}
template <typename Row>
Row scaled(const Row& a, float f) {
    return {a.end * f, a.single * f, a.begin * f, a.inside * f, a.outside * f};
}
template <typename Row>
float sum_of(const Row& a) {
    return sum_of((a.end + a.single) + (a.begin + a.inside)) + a.outside;
}

// Brings the sum to one; false if there is nothing to bring there.
template <typename Row>
bool normalise(Row& a) {
    const float sum = sum_of(a);
    if (!(sum > 0)) return false;
    a = scaled(a, 1 / sum);
    return true;
}

// Of scores, relative to the highest.
template <typename Row>
Row exponentials(const Row& a) {
    const Four most = greater(greater(a.end, a.single), greater(a.begin, a.inside));
    const float top = std::max(std::max(std::max(most[0], most[1]), std::max(most[2], most[3])), a.outside);
    return {exponential(a.end - top), exponential(a.single - top), exponential(a.begin - top), exponential(a.inside - top),
            exponential(a.outside - top)};
}

}  // namespace

Lattice::Row Lattice::row(const Scores& s) { return {load(&s[ends]), load(&s[singles]), load(&s[begins]), load(&s[insides]), s[outside]}; }

Scores Lattice::scores(const Row& r) {
    Scores out;
    store(r.end, &out[ends]), store(r.single, &out[singles]), store(r.begin, &out[begins]), store(r.inside, &out[insides]);
    out[outside] = r.outside;
    return out;
}

Lattice::Lattice(const Transitions& transitions) : weights_(transitions) {
    for (int from = 0; from < label_count; ++from)
        for (int to = 0; to < label_count; ++to) {
            const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to);
            factors_[f][t] = backward_[t][f] = follows(from, to) ? exponential(transitions[f][t]) : 0.f;
        }
    for (std::size_t t = 0; t < type_count; ++t) {
        begin_inside_[t] = factors_[begins + t][insides + t];
        begin_end_[t] = factors_[begins + t][ends + t];
        inside_inside_[t] = factors_[insides + t][insides + t];
        inside_end_[t] = factors_[insides + t][ends + t];
    }
}

Lattice::Row Lattice::start(bool outside_before) const {
    Scores out{};
    for (std::size_t l = opening_begin; l < opening_end; ++l) out[l] = outside_before ? factors_[outside][l] : 1.f;
    return row(out);
}

Lattice::Row Lattice::end(bool outside_after) const {
    Scores out{};
    for (std::size_t l = 0; l < closing_end; ++l) out[l] = outside_after ? factors_[l][outside] : 1.f;
    return row(out);
}

Lattice::Row Lattice::reach(const Row& before) const {
    const Scores from = scores(before);
    const Scores& leaves = backward_[outside];
    Row after{};
    for (std::size_t l = 0; l < closing_end; ++l) {
        after.single += from[l] * load(&factors_[l][singles]);
        after.begin += from[l] * load(&factors_[l][begins]);
    }
    after.outside = sum_of(before.end * load(&leaves[ends]) + before.single * load(&leaves[singles])) + before.outside * leaves[outside];
    after.end = before.begin * begin_end_ + before.inside * inside_end_;
    after.inside = before.begin * begin_inside_ + before.inside * inside_inside_;
    return after;
}

Lattice::Row Lattice::look_back(const Row& ahead) const {
    const Scores to = scores(ahead);
    const Scores& enters = factors_[outside];
    Row before{};
    for (std::size_t l = opening_begin; l < opening_end; ++l) {
        before.end += to[l] * load(&backward_[l][ends]);
        before.single += to[l] * load(&backward_[l][singles]);
    }
    before.outside = sum_of(ahead.single * load(&enters[singles]) + ahead.begin * load(&enters[begins])) + ahead.outside * enters[outside];
    before.begin = ahead.end * begin_end_ + ahead.inside * begin_inside_;
    before.inside = ahead.end * inside_end_ + ahead.inside * inside_inside_;
    return before;
}

void Lattice::best(std::span<const Scores> given, Edges edges, std::span<std::uint8_t> labels) const {
    const std::size_t n = given.size();
    if (n == 0) return;
    std::vector<Origins> back(n);
    Scores now;
    now.fill(never);
    for (std::size_t l = opening_begin; l < opening_end; ++l) now[l] = given[0][l] + (edges.outside_before ? weights_[outside][l] : 0);
    for (std::size_t i = 1; i < n; ++i) {
        const Scores best = step(now, back[i]);
        for (std::size_t l = 0; l < label_count; ++l) now[l] = best[l] + given[i][l];
    }
    std::size_t label = outside;
    const auto final_score = [&](std::size_t l) { return now[l] + (edges.outside_after ? weights_[l][outside] : 0); };
    for (std::size_t l = 0; l < closing_end; ++l)
        if (final_score(l) > final_score(label)) label = l;
    for (std::size_t i = n; i-- > 0;) {
        labels[i] = static_cast<std::uint8_t>(label);
        label = static_cast<std::size_t>(back[i][label]);
    }
}

// Of several labels before that are as good, the first.
Scores Lattice::step(const Scores& before, Origins& origins) const {
    Scores out;
    const auto keep = [&](std::size_t l, const Best& best) {
        store(best.score, &out[l]);
        std::memcpy(&origins[l], &best.from, sizeof best.from);
    };
    Best single, begin, end, inside;
    for (std::size_t l = 0; l < closing_end; ++l) {
        single.offer(before[l] + load(&weights_[l][singles]), FourInts{} + static_cast<std::int32_t>(l));
        begin.offer(before[l] + load(&weights_[l][begins]), FourInts{} + static_cast<std::int32_t>(l));
    }
    keep(singles, single), keep(begins, begin);
    for (const std::size_t part : {begins, insides}) {  // which stay within one type
        const FourInts from = FourInts{0, 1, 2, 3} + static_cast<std::int32_t>(part);
        const auto within = [&](std::size_t to) {
            return Four{weights_[part][to], weights_[part + 1][to + 1], weights_[part + 2][to + 2], weights_[part + 3][to + 3]};
        };
        end.offer(load(&before[part]) + within(ends), from);
        inside.offer(load(&before[part]) + within(insides), from);
    }
    keep(ends, end), keep(insides, inside);
    std::size_t last = 0;
    const auto score = [&](std::size_t l) { return before[l] + weights_[l][outside]; };
    for (std::size_t l = 1; l < closing_end; ++l)
        if (score(l) > score(last)) last = l;
    out[outside] = score(last);
    origins[outside] = static_cast<std::int32_t>(last);
    return out;
}

void Lattice::add_pairs(const Row& before, const Row& ahead, float factor, Transitions& pairs) const {
    const Scores from = scores(before), to = scores(ahead);
    for (std::size_t f = 0; f < label_count; ++f)
        for (std::size_t t = 0; t < label_count; ++t) pairs[f][t] += factor * from[f] * factors_[f][t] * to[t];
}

bool Lattice::marginals(std::span<const Scores> scores, Edges edges, std::span<const LabelSet> allowed, std::span<Scores> marginals,
                        Transitions* pairs, float factor) const {
    const std::size_t n = scores.size();
    if (n == 0) return true;
    forward_.resize(n);
    potential_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        potential_[i] = exponentials(row(scores[i]));
        if (!allowed.empty()) {
            Scores some = Lattice::scores(potential_[i]);
            for (std::size_t l = 0; l < label_count; ++l) some[l] = allowed[i] >> l & 1 ? some[l] : 0;
            potential_[i] = row(some);
        }
        forward_[i] = product(i > 0 ? reach(forward_[i - 1]) : start(edges.outside_before), potential_[i]);
        if (!normalise(forward_[i])) return false;
    }
    Row after = end(edges.outside_after);
    for (std::size_t i = n; i-- > 0;) {
        Row here = product(forward_[i], after);
        if (!normalise(here)) return false;
        marginals[i] = Lattice::scores(here);
        if (i == 0) break;
        const Row ahead = product(after, potential_[i]), before = look_back(ahead);
        const float scale = sum_of(product(before, forward_[i - 1]));
        if (!(scale > 0)) return false;
        if (pairs) add_pairs(forward_[i - 1], ahead, factor / scale, *pairs);
        after = scaled(before, 1 / scale);
    }
    return true;
}

}  // namespace lupe::names
