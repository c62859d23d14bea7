// Which words can hardly be part of a name: a bound on what any name over a word can score, found in a fraction of the
// time that the lattice takes. Most words of a text are outside by a wide margin; only the others are worth more work.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "names/lattice.h"

namespace lupe::names {

class Gate {
public:
    explicit Gate(const Transitions& transitions);

    // Sets open[i] where some name over word i comes within `margin` of the same words left outside, whatever stands
    // around. The scores of "outside" must be zero. Linear in the number of words.
    void mark(std::span<const Scores> scores, float margin, std::span<std::uint8_t> open) const;

private:
    // The most that a name's transitions can be worth against those of the words left outside, by its type.
    Four single_{}, begin_{}, inside_{}, end_{};
    mutable std::vector<Four> rest_;
};

}  // namespace lupe::names
