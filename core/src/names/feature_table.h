// Feature weights as the tagger adds them up: one row of small integers per feature, found without a branch.
//
// Adding the same number to all labels of a word changes no probability, so a row keeps its weights relative to that of
// "outside", which is then always zero: sixteen labels are left, one vector register.
//
// The look-up is made for the processor's caches. A bucket's fingerprints fill one cache line and are all compared at once;
// a feature that the model does not know leads to the first row, which is zero.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "names/bytes.h"
#include "names/fingerprint_map.h"
#include "names/labels.h"

namespace lupe::names {

// Sums of rows, in steps of the table's scale: the labels in their order without "outside". Enough for 255 rows,
// more than a word has (lexeme.cpp).
using Sums = std::array<std::int16_t, label_count - 1>;

inline void add(const Sums& more, Sums& sums) {
    for (std::size_t l = 0; l < sums.size(); ++l) sums[l] = static_cast<std::int16_t>(sums[l] + more[l]);
}

class FeatureTable {
public:
    // f32 scale | fingerprint map, whose values are label masks by number | u16 masks | u32 each mask | the weights that
    // are not zero, row by row. Fails the reader on malformed bytes.
    void read(ByteReader& in);
    // Rows whose weights all round to zero are left out. Quantises to steps of `scale`.
    static void write(const std::vector<std::pair<Hash, Scores>>& weights, float scale, float smallest, std::string& out);

    // Adds the features' weights, in steps of scale(). All rows are found before the first is read: the processor waits for
    // many of them at once.
    void add(std::span<const Hash> features, Sums& sums) const {
        constexpr std::size_t batch = 32;
        std::array<std::uint32_t, batch> rows;
        Sums total = sums;
        for (; !features.empty(); features = features.subspan(std::min(batch, features.size()))) {
            const std::size_t n = std::min(batch, features.size());
            for (std::size_t i = 0; i < n; ++i) rows[i] = find(features[i]);
            for (std::size_t i = 0; i < n; ++i) {
                const Row row = rows_[rows[i]];  // a copy: bytes may be anybody's, and the compiler would read them one by one
                for (std::size_t l = 0; l < total.size(); ++l) total[l] = static_cast<std::int16_t>(total[l] + row.weight[l]);
            }
        }
        sums = total;
    }
    float scale() const { return scale_; }
    std::size_t size() const { return rows_.size() - 1; }

private:
    static constexpr std::size_t width = 32;
    struct alignas(16) Row {
        std::array<std::int8_t, label_count - 1> weight{};
    };
    struct alignas(64) Bucket {
        std::array<std::int16_t, width> prints{};  // free_print where there is none
    };
    static constexpr std::int16_t free_print = -1;
    static constexpr std::int16_t lanes = 8;
    using Lanes [[gnu::vector_size(16)]] = std::int16_t;  // of GCC and Clang: a loop that says the same becomes scalar code in one of them

    static std::int16_t print_of(Hash key, unsigned bucket_bits) {
        const auto print = static_cast<std::int16_t>((key << bucket_bits) >> 48);
        return print == free_print ? std::int16_t{0} : print;
    }
    // The feature's row; 0 where it has none.
    std::uint32_t find(Hash feature) const {
        const auto b = static_cast<std::size_t>(feature >> (64 - bucket_bits_));
        const std::int16_t print = print_of(feature, bucket_bits_);
        // At most one fits: its number from one, in one of eight lanes that are then laid over each other.
        Lanes hit{};
        Lanes number = {1, 2, 3, 4, 5, 6, 7, 8};
        for (std::size_t k = 0; k < width; k += lanes, number += lanes) {
            Lanes prints;
            std::memcpy(&prints, buckets_[b].prints.data() + k, sizeof prints);
            hit |= (prints == print) & number;
        }
        const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(hit);
        std::uint64_t at = halves[0] | halves[1];
        at |= at >> 32;
        at = (at | at >> 16) & 0xFFFF;
        return (starts_[b] + static_cast<std::uint32_t>(at)) * std::uint32_t{at != 0};  // a branch would guess, and wait
    }
    // The weights of these labels, in their order, as a row.
    static Row relative(LabelSet labels, std::span<const std::uint8_t> weights);
    bool fill_buckets(const FingerprintMap& map);

    unsigned bucket_bits_ = 1;
    std::vector<Bucket> buckets_{2};
    std::vector<std::uint32_t> starts_{0, 0};  // rows before the bucket's own
    std::vector<Row> rows_{1};
    float scale_ = 0;
};

}  // namespace lupe::names
