// Viterbi and forward-backward; see lattice.h. Probabilities are kept scaled at every word, so nothing under- or overflows.
#include "names/lattice.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lupe::names {

namespace {

// Vectors of GCC and Clang: of a loop over an array one of them makes scalar code, four times as long.
using Four [[gnu::vector_size(16)]] = float;
using FourInts [[gnu::vector_size(16)]] = std::int32_t;

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

Scores exponentials(const Scores& scores, float top) {
    Scores out;
    for (std::size_t l = 0; l + 4 <= label_count; l += 4) {
        Four four;
        std::memcpy(&four, scores.data() + l, sizeof four);
        four = exponential(four - top);
        std::memcpy(out.data() + l, &four, sizeof four);
    }
    out.back() = exponential(scores.back() - top);
    return out;
}

// In four sums side by side, which the processor adds at once; their order is fixed, so that every platform finds the same bits.
float sum_of(const Scores& s) {
    std::array<float, 4> part{};
    for (std::size_t l = 0; l + 4 <= label_count; l += 4)
        for (std::size_t k = 0; k < 4; ++k) part[k] += s[l + k];
    return (part[0] + part[1]) + (part[2] + part[3]) + s[label_count - 1];
}
static_assert(label_count % 4 == 1);

// Brings the sum to one; false if there is nothing to bring there.
bool normalise(Scores& s) {
    const float sum = sum_of(s);
    if (!(sum > 0)) return false;
    for (float& value : s) value /= sum;
    return true;
}

Scores product(const Scores& a, const Scores& b) {
    Scores out;
    for (std::size_t l = 0; l < label_count; ++l) out[l] = a[l] * b[l];
    return out;
}

}  // namespace

Lattice::Lattice(const Transitions& transitions) : weights_(transitions) {
    for (int from = 0; from < label_count; ++from)
        for (int to = 0; to < label_count; ++to) {
            const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to);
            factors_[f][t] = backward_[t][f] = follows(from, to) ? exponential(transitions[f][t]) : 0.f;
        }
}

Scores Lattice::start(bool outside_before) const {
    Scores out{};
    for (std::size_t l = opening_begin; l < opening_end; ++l) out[l] = outside_before ? factors_[outside][l] : 1.f;
    return out;
}

Scores Lattice::end(bool outside_after) const {
    Scores out{};
    for (std::size_t l = 0; l < closing_end; ++l) out[l] = outside_after ? factors_[l][outside] : 1.f;
    return out;
}

// Both sum up in arrays of their own, which nothing else may be: so the loops become vector code.
Scores Lattice::reach(const Scores& before) const {
    std::array<float, opening_end - opening_begin> opens{};
    for (std::size_t from = 0; from < closing_end; ++from)
        for (std::size_t to = 0; to < opens.size(); ++to) opens[to] += before[from] * factors_[from][opening_begin + to];
    Scores after{};
    std::copy(opens.begin(), opens.end(), after.begin() + opening_begin);
    for (std::size_t t = 0; t < type_count; ++t)
        for (const std::size_t from : {first_begin + t, first_inside + t}) {
            after[t] += before[from] * factors_[from][t];
            after[first_inside + t] += before[from] * factors_[from][first_inside + t];
        }
    return after;
}

Scores Lattice::look_back(const Scores& ahead) const {
    std::array<float, closing_end> closes{};
    for (std::size_t to = opening_begin; to < opening_end; ++to)
        for (std::size_t from = 0; from < closes.size(); ++from) closes[from] += ahead[to] * backward_[to][from];
    Scores before{};
    std::copy(closes.begin(), closes.end(), before.begin());
    for (std::size_t t = 0; t < type_count; ++t)
        for (const std::size_t from : {first_begin + t, first_inside + t})
            before[from] = ahead[t] * factors_[from][t] + ahead[first_inside + t] * factors_[from][first_inside + t];
    return before;
}

void Lattice::best(std::span<const Scores> scores, Edges edges, std::span<std::uint8_t> labels) const {
    constexpr float never = -1e30f;
    const std::size_t n = scores.size();
    if (n == 0) return;
    std::vector<std::array<std::uint8_t, label_count>> back(n);
    Scores now;
    now.fill(never);
    for (std::size_t l = opening_begin; l < opening_end; ++l) now[l] = scores[0][l] + (edges.outside_before ? weights_[outside][l] : 0);
    for (std::size_t i = 1; i < n; ++i) {
        Scores next;
        next.fill(never);
        const auto step = [&](std::size_t from, std::size_t to) {
            const float score = now[from] + weights_[from][to];
            if (score <= next[to]) return;
            next[to] = score;
            back[i][to] = static_cast<std::uint8_t>(from);
        };
        for (std::size_t from = 0; from < closing_end; ++from)
            for (std::size_t to = opening_begin; to < opening_end; ++to) step(from, to);
        for (std::size_t t = 0; t < type_count; ++t)
            for (const std::size_t from : {first_begin + t, first_inside + t}) step(from, t), step(from, first_inside + t);
        for (std::size_t l = 0; l < label_count; ++l) now[l] = next[l] + scores[i][l];
    }
    std::size_t label = outside;
    const auto final_score = [&](std::size_t l) { return now[l] + (edges.outside_after ? weights_[l][outside] : 0); };
    for (std::size_t l = 0; l < closing_end; ++l)
        if (final_score(l) > final_score(label)) label = l;
    for (std::size_t i = n; i-- > 0;) {
        labels[i] = static_cast<std::uint8_t>(label);
        label = back[i][label];
    }
}

bool Lattice::marginals(std::span<const Scores> scores, Edges edges, std::span<const LabelSet> allowed, std::span<Scores> marginals,
                        Transitions* pairs, float factor) const {
    const std::size_t n = scores.size();
    if (n == 0) return true;
    forward_.resize(n);
    potential_.resize(n);
    Scores before = start(edges.outside_before);
    for (std::size_t i = 0; i < n; ++i) {
        const float top = *std::max_element(scores[i].begin(), scores[i].end());
        if (i > 0) before = reach(forward_[i - 1]);
        potential_[i] = exponentials(scores[i], top);
        for (std::size_t l = 0; l < label_count && !allowed.empty(); ++l)
            if (!(allowed[i] >> l & 1)) potential_[i][l] = 0;
        forward_[i] = product(before, potential_[i]);
        if (!normalise(forward_[i])) return false;
    }
    Scores after = end(edges.outside_after);
    for (std::size_t i = n; i-- > 0;) {
        marginals[i] = product(forward_[i], after);
        if (!normalise(marginals[i])) return false;
        if (i == 0) break;
        const Scores ahead = product(after, potential_[i]);
        before = look_back(ahead);
        const float scale = sum_of(product(before, forward_[i - 1]));
        if (!(scale > 0)) return false;
        if (pairs)
            for (std::size_t from = 0; from < label_count; ++from)
                for (std::size_t to = 0; to < label_count; ++to)
                    (*pairs)[from][to] += factor * forward_[i - 1][from] * factors_[from][to] * ahead[to] / scale;
        for (std::size_t l = 0; l < label_count; ++l) after[l] = before[l] / scale;
    }
    return true;
}

}  // namespace lupe::names
