// Inference over one line: the best label sequence, and the probability of each label at each word.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "names/labels.h"

namespace lupe::names {

// Weights of one label following another; those that follows() forbids are never read.
using Transitions = std::array<Scores, label_count>;

class Lattice {
public:
    explicit Lattice(const Transitions& transitions);

    // The label sequence with the highest score. Linear in the number of words.
    void best(std::span<const Scores> scores, std::vector<std::uint8_t>& labels) const;

    // Fills `marginals` with label probabilities, only sequences inside `allowed` (empty: all) counting. With `pairs`,
    // adds factor * the expected number of each transition. Returns the log of the sum over sequences, or -infinity if none is allowed.
    double marginals(std::span<const Scores> scores, std::span<const LabelSet> allowed, std::vector<Scores>& marginals,
                     Transitions* pairs = nullptr, float factor = 1) const;

private:
    struct Arc {
        std::uint8_t from, to;
    };
    std::vector<Arc> arcs_;
    Transitions weights_, factors_;  // as given, and their exponentials
    mutable std::vector<Scores> forward_, potential_;
};

}  // namespace lupe::names
