// The labels of the tagger: outside, and for each type begin, inside, end and single. Their numbers are so chosen that
// labels which close a name (or stand outside) and labels which may follow those are neighbours: loops over them are tight.
//
//   number   0..3   4         5..8     9..12   13..16
//   label    end    outside   single   begin   inside      each part in the order of types
//            [---- closes ------------]
//                   [---- opens --------------]
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace lupe::names {

inline constexpr int type_count = 4;  // person, organization, location, misc: the first of lupe::Type
inline constexpr int label_count = 1 + 4 * type_count;
inline constexpr int outside = 4;

enum class Part : std::uint8_t { begin, inside, end, single };

using LabelSet = std::uint32_t;  // one bit a label
inline constexpr LabelSet all_labels = (1u << label_count) - 1;

inline constexpr std::size_t closing_end = 9;                                  // closing labels are 0 .. 8
inline constexpr std::size_t opening_begin = 4, opening_end = 13;              // opening labels are 4 .. 12
inline constexpr std::size_t ends = 0, singles = 5, begins = 9, insides = 13;  // where each part's labels start

constexpr int label(int type, Part part) {
    constexpr int first[] = {9, 13, 0, 5};
    return first[static_cast<int>(part)] + type;
}
constexpr int type_of(int label) { return label < outside ? label : (label - 5) % 4; }
constexpr Part part_of(int label) {
    return label < outside ? Part::end : label < 9 ? Part::single : label < 13 ? Part::begin : Part::inside;  // not for outside
}
constexpr bool opens(int l) { return l >= 4 && l < 13; }
constexpr bool closes(int l) { return l < 9; }

// Whether `next` may follow `previous`.
constexpr bool follows(int previous, int next) {
    if (closes(previous)) return opens(next);
    return !opens(next) && type_of(previous) == type_of(next);
}

using Scores = std::array<float, label_count>;

// Probabilities of labels, summed by type.
inline std::array<float, type_count> types(const Scores& s) {
    std::array<float, type_count> out;
    for (std::size_t t = 0; t < type_count; ++t) out[t] = s[ends + t] + s[singles + t] + s[begins + t] + s[insides + t];
    return out;
}

// A part's four types side by side: a vector of GCC and Clang, since of loops over labels one of them makes scalar code.
using Four [[gnu::vector_size(16)]] = float;
static_assert(type_count == 4);
inline Four load(const float* from) {
    Four four;
    std::memcpy(&four, from, sizeof four);
    return four;
}
inline Four greater(Four a, Four b) { return a > b ? a : b; }

}  // namespace lupe::names
