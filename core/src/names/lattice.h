// Inference over a line or a stretch of it: the best label sequence, and the probability of each label at each word.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "names/labels.h"

namespace lupe::names {

// Weights of one label following another; those that follows() forbids are never read.
using Transitions = std::array<Scores, label_count>;

// What lies around a stretch: the line's edge, or a word that is surely outside any name.
struct Edges {
    bool outside_before = false, outside_after = false;
};

class Lattice {
public:
    explicit Lattice(const Transitions& transitions);

    // The label sequence with the highest score. Linear in the number of words.
    void best(std::span<const Scores> scores, Edges edges, std::span<std::uint8_t> labels) const;

    // Fills `marginals` with label probabilities, only sequences inside `allowed` (empty: all) counting. With `pairs`,
    // adds factor * the expected number of each transition. Returns false if no sequence is allowed.
    bool marginals(std::span<const Scores> scores, Edges edges, std::span<const LabelSet> allowed, std::span<Scores> marginals,
                   Transitions* pairs = nullptr, float factor = 1) const;

private:
    Scores reach(const Scores& before) const;     // one step forward
    Scores look_back(const Scores& ahead) const;  // one step backward
    Scores start(bool outside_before) const;
    Scores end(bool outside_after) const;

    Transitions weights_, factors_;  // as given, and their exponentials
    Transitions backward_;           // those by the label that follows
    mutable std::vector<Scores> forward_, potential_;
};

}  // namespace lupe::names
