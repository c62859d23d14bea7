// The bound on names over a word; see gate.h.
#include "names/gate.h"

#include <algorithm>

namespace lupe::names {

Gate::Gate(const Transitions& transitions) {
    const auto weight = [&](std::size_t from, std::size_t to) { return transitions[from][to]; };
    // A line's edge has no transition, so none of them is worth zero there.
    const auto enter = [&](std::size_t l) {
        float most = 0;
        for (std::size_t from = 0; from < closing_end; ++from) most = std::max(most, weight(from, l) - weight(from, outside));
        return most;
    };
    const auto leave = [&](std::size_t l) {
        float most = 0;
        for (std::size_t to = opening_begin; to < opening_end; ++to) most = std::max(most, weight(l, to) - weight(outside, to));
        return most;
    };
    const float stay = weight(outside, outside);
    for (int type = 0; type < type_count; ++type) {
        const auto t = static_cast<std::size_t>(type);
        const auto at = [&](Part part) { return static_cast<std::size_t>(label(type, part)); };
        const std::size_t begin = at(Part::begin), inside = at(Part::inside), end = at(Part::end), single = at(Part::single);
        single_[t] = enter(single) + leave(single);
        begin_[t] = enter(begin);
        inside_[t] = std::max(weight(begin, inside), weight(inside, inside)) - stay;
        end_[t] = std::max(weight(begin, end), weight(inside, end)) - stay + leave(end);
    }
}

void Gate::mark(std::span<const Scores> scores, float margin, std::span<std::uint8_t> open) const {
    const std::size_t n = scores.size();
    constexpr float never = -1e30f;
    rest_.resize(n + 1);
    rest_[n].fill(never);
    // Copies of four, so that the loops over types become vector code.
    const auto four = [](const Scores& s, std::size_t first) {
        Types out;
        std::copy_n(s.begin() + static_cast<std::ptrdiff_t>(first), type_count, out.begin());
        return out;
    };
    for (std::size_t i = n; i-- > 0;) {  // what a name open before word i can still win
        const Types end = four(scores[i], 0), inside = four(scores[i], first_inside), behind = rest_[i + 1];
        Types rest;
        for (std::size_t t = 0; t < type_count; ++t) rest[t] = std::max(end[t] + end_[t], inside[t] + inside_[t] + behind[t]);
        rest_[i] = rest;
    }
    Types won{};  // by a name that is open
    won.fill(never);
    for (std::size_t i = 0; i < n; ++i) {
        const Types end = four(scores[i], 0), single = four(scores[i], outside + 1), begin = four(scores[i], first_begin),
                    inside = four(scores[i], first_inside), behind = rest_[i + 1];
        Types best;
        for (std::size_t t = 0; t < type_count; ++t) {
            const float ended = won[t] + end[t] + end_[t];
            won[t] = std::max(begin[t] + begin_[t], won[t] + inside[t] + inside_[t]);
            best[t] = std::max(std::max(single[t] + single_[t], ended), won[t] + behind[t]);
        }
        open[i] = std::max(std::max(best[0], best[1]), std::max(best[2], best[3])) > -margin;
    }
}

}  // namespace lupe::names
