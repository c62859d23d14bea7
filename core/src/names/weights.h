// Rows of weights as the tagger adds them up: small integers, one row for a feature.
//
// Adding the same number to all labels of a word changes no probability, so a row keeps its weights relative to that of
// "outside", which is then always zero: sixteen labels are left, one vector register.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "names/bytes.h"
#include "names/labels.h"

namespace lupe::names {

// Sums of rows, in steps of a table's scale: the labels in their order without "outside". Enough for 255 rows,
// more than a word has (lexeme.cpp). Vectors of GCC and Clang, which stay in registers while rows are added; arrays do not.
struct Sums {
    using Eight [[gnu::vector_size(16)]] = std::int16_t;
    Eight low{}, high{};
};
static_assert(sizeof(Sums) == (label_count - 1) * sizeof(std::int16_t));

struct alignas(16) Row {
    std::array<std::int8_t, label_count - 1> weight{};
};

inline void add(const Sums& more, Sums& sums) {
    sums.low += more.low;
    sums.high += more.high;
}
inline void add(const Row& row, Sums& sums) {
    using EightBytes [[gnu::vector_size(8)]] = std::int8_t;
    EightBytes low, high;
    std::memcpy(&low, row.weight.data(), sizeof low);
    std::memcpy(&high, row.weight.data() + sizeof low, sizeof high);
    sums.low += __builtin_convertvector(low, Sums::Eight);
    sums.high += __builtin_convertvector(high, Sums::Eight);
}

// In a file: f32 scale | u32 rows | low, middle, high bytes of the rows' label sets | u8 least size | the weights of the labels that are
// in a row's set, row by row: half a byte each, low half first, an odd last one beside zero | u8 of each weight that is larger.
// Half a byte holds twice the size above the least, in steps of the scale, plus one if it is below zero; 14 and 15 say that the size
// is 7 more than the least and the next of those u8.
struct Weights {
    float scale = 0;
    std::vector<Row> rows{1};  // the first is zero: that of an unknown feature

    // Fails the reader on malformed bytes.
    void read(ByteReader& in);
};

// Collects rows and writes them.
class WeightWriter {
public:
    // Weights below `smallest` become zero, others are rounded to steps of `scale`.
    WeightWriter(float scale, float smallest) : scale_(scale), smallest_(smallest) {}
    // Whether anything is left of such a row.
    bool keeps(const Scores& row) const;
    void add(const Scores& row);
    void write(std::string& out) const;

private:
    int rounded(float weight) const;

    float scale_, smallest_;
    std::vector<LabelSet> sets_;
    std::vector<int> weights_;
};

}  // namespace lupe::names
