// Viterbi and forward-backward; see lattice.h. Probabilities are kept scaled at every word, so nothing under- or overflows.
#include "names/lattice.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace lupe::names {

namespace {

// e^x by arithmetic alone, so that every platform finds the same bits; relative error below 1e-6. x is at most about 100.
float exponential(float x) {
    if (x < -80) return 0;
    const float n = std::floor(x * 1.44269504f + 0.5f);
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    for (const float c : {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f}) p = p * r + c;
    p = p * r * r + r + 1;
    return p * std::bit_cast<float>(static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23);
}

}  // namespace

Lattice::Lattice(const Transitions& transitions) : weights_(transitions) {
    for (int from = 0; from < label_count; ++from)
        for (int to = 0; to < label_count; ++to) {
            const bool allowed = follows(from, to);
            factors_[std::size_t(from)][std::size_t(to)] = allowed ? exponential(transitions[std::size_t(from)][std::size_t(to)]) : 0.f;
            if (allowed) arcs_.push_back({std::uint8_t(from), std::uint8_t(to)});
        }
}

void Lattice::best(std::span<const Scores> scores, std::vector<std::uint8_t>& labels) const {
    constexpr float never = -1e30f;
    const std::size_t n = scores.size();
    labels.assign(n, 0);
    if (n == 0) return;
    std::vector<std::array<std::uint8_t, label_count>> back(n);
    Scores now;
    for (int l = 0; l < label_count; ++l) now[std::size_t(l)] = opens(l) ? scores[0][std::size_t(l)] : never;
    for (std::size_t i = 1; i < n; ++i) {
        Scores next;
        next.fill(never);
        for (const Arc arc : arcs_) {
            const float score = now[arc.from] + weights_[arc.from][arc.to];
            if (score > next[arc.to]) {
                next[arc.to] = score;
                back[i][arc.to] = arc.from;
            }
        }
        for (std::size_t l = 0; l < label_count; ++l) now[l] = next[l] + scores[i][l];
    }
    std::uint8_t label = 0;
    for (int l = 0; l < label_count; ++l)
        if (closes(l) && now[std::size_t(l)] > now[label]) label = std::uint8_t(l);
    for (std::size_t i = n; i-- > 0;) {
        labels[i] = label;
        label = back[i][label];
    }
}

double Lattice::marginals(std::span<const Scores> scores, std::span<const LabelSet> allowed, std::vector<Scores>& marginals,
                          Transitions* pairs, float factor) const {
    const std::size_t n = scores.size();
    marginals.resize(n);
    if (n == 0) return 0;
    forward_.resize(n);
    potential_.resize(n);
    double log_sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const float top = *std::max_element(scores[i].begin(), scores[i].end());
        const LabelSet mask = allowed.empty() ? all_labels : allowed[i];
        for (std::size_t l = 0; l < label_count; ++l) potential_[i][l] = mask >> l & 1 ? exponential(scores[i][l] - top) : 0.f;
        Scores reach{};
        if (i == 0)
            for (int l = 0; l < label_count; ++l) reach[std::size_t(l)] = opens(l);
        else
            for (const Arc arc : arcs_) reach[arc.to] += forward_[i - 1][arc.from] * factors_[arc.from][arc.to];
        float sum = 0;
        for (std::size_t l = 0; l < label_count; ++l) sum += forward_[i][l] = reach[l] * potential_[i][l];
        if (!(sum > 0)) return -std::numeric_limits<double>::infinity();
        for (float& f : forward_[i]) f /= sum;
        log_sum += double(top) + std::log(double(sum));
    }
    float end = 0;
    Scores backward;
    for (int l = 0; l < label_count; ++l) end += (backward[std::size_t(l)] = closes(l)) * forward_[n - 1][std::size_t(l)];
    if (!(end > 0)) return -std::numeric_limits<double>::infinity();
    log_sum += std::log(double(end));
    for (float& b : backward) b /= end;
    for (std::size_t i = n; i-- > 0;) {
        float sum = 0;
        for (std::size_t l = 0; l < label_count; ++l) sum += marginals[i][l] = forward_[i][l] * backward[l];
        for (float& m : marginals[i]) m /= sum;
        if (i == 0) break;
        Scores ahead, before{};
        for (std::size_t l = 0; l < label_count; ++l) ahead[l] = backward[l] * potential_[i][l];
        float scale = 0;
        for (const Arc arc : arcs_) before[arc.from] += factors_[arc.from][arc.to] * ahead[arc.to];
        for (std::size_t l = 0; l < label_count; ++l) scale += before[l] * forward_[i - 1][l];
        if (pairs)
            for (const Arc arc : arcs_)
                (*pairs)[arc.from][arc.to] += factor * forward_[i - 1][arc.from] * factors_[arc.from][arc.to] * ahead[arc.to] / scale;
        for (std::size_t l = 0; l < label_count; ++l) backward[l] = before[l] / scale;
    }
    return log_sum;
}

}  // namespace lupe::names
