// The labels of the tagger: outside, and for each type begin, inside, end and single.
#pragma once

#include <array>
#include <cstdint>

namespace lupe::names {

inline constexpr int type_count = 4;  // person, organization, location, misc: the first of lupe::Type
inline constexpr int label_count = 1 + 4 * type_count;
inline constexpr int outside = 0;

enum class Part : std::uint8_t { begin, inside, end, single };

using LabelSet = std::uint32_t;  // one bit a label
inline constexpr LabelSet all_labels = (1u << label_count) - 1;

constexpr int label(int type, Part part) { return 1 + 4 * type + static_cast<int>(part); }
constexpr int type_of(int label) { return (label - 1) / 4; }
constexpr Part part_of(int label) { return static_cast<Part>((label - 1) % 4); }
constexpr bool opens(int l) { return l == outside || part_of(l) == Part::begin || part_of(l) == Part::single; }
constexpr bool closes(int l) { return l == outside || part_of(l) == Part::end || part_of(l) == Part::single; }

// Whether `next` may follow `previous`.
constexpr bool follows(int previous, int next) {
    if (closes(previous)) return opens(next);
    return !opens(next) && type_of(previous) == type_of(next);
}

using Scores = std::array<float, label_count>;

}  // namespace lupe::names
