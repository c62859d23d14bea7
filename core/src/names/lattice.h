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
    // One number a label: by part, in each the four types.
    struct Row {
        Four end, single, begin, inside;
        float outside;
    };
    static Row row(const Scores& scores);
    static Scores scores(const Row& row);
    Row reach(const Row& before) const;     // one step forward
    Row look_back(const Row& ahead) const;  // one step backward
    // One step of the best sequence; sets the label before each.
    using Origins = std::array<std::int32_t, label_count>;
    Scores step(const Scores& before, Origins& origins) const;
    Row start(bool outside_before) const;
    Row end(bool outside_after) const;
    void add_pairs(const Row& before, const Row& ahead, float factor, Transitions& pairs) const;

    Transitions weights_, factors_;  // as given, and their exponentials
    Transitions backward_;           // those by the label that follows
    // Factors within a name, by type.
    Four begin_inside_{}, begin_end_{}, inside_inside_{}, inside_end_{};
    mutable std::vector<Row> forward_, potential_;
};

}  // namespace lupe::names
