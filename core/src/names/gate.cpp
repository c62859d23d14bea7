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
    const Four never = Four{} - 1e30f;
    rest_.resize(n + 1);
    rest_[n] = never;
    for (std::size_t i = n; i-- > 0;) {  // what a name open before word i can still win
        const float* const s = scores[i].data();
        rest_[i] = greater(load(s + ends) + end_, load(s + insides) + inside_ + rest_[i + 1]);
    }
    Four won = never;  // by a name that is open
    for (std::size_t i = 0; i < n; ++i) {
        const float* const s = scores[i].data();
        const Four ended = won + load(s + ends) + end_;
        won = greater(load(s + begins) + begin_, won + load(s + insides) + inside_);
        const Four best = greater(greater(load(s + singles) + single_, ended), won + rest_[i + 1]);
        open[i] = std::max(std::max(best[0], best[1]), std::max(best[2], best[3])) > -margin;
    }
}

}  // namespace lupe::names
