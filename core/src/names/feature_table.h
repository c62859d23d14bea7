// The weights of the model's features: of words in their lines, which have one row each, and of word forms (atoms), which have a row
// for each offset that they are seen from.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "names/key_table.h"
#include "names/lexeme.h"
#include "names/weights.h"

namespace lupe::names {

// In a file: fingerprint map, whose values mean nothing | weights, a row a key.
class FeatureTable {
public:
    // Fails the reader on malformed bytes.
    void read(ByteReader& in);
    // Features whose weights all round to zero are left out.
    static void write(const std::vector<std::pair<Hash, Scores>>& weights, float scale, float smallest, std::string& out);

    // Adds the features' weights, in steps of scale(). All rows are found before the first is read: the processor waits for
    // many of them at once.
    void add(std::span<const Hash> features, Sums& sums) const {
        constexpr std::size_t batch = 32;
        std::array<std::uint32_t, batch> rows;
        Sums total = sums;
        for (; !features.empty(); features = features.subspan(std::min(batch, features.size()))) {
            const std::size_t n = std::min(batch, features.size());
            for (std::size_t i = 0; i < n; ++i) keys_.expect(features[i]);
            for (std::size_t i = 0; i < n; ++i) {
                rows[i] = keys_.find(features[i]);
                __builtin_prefetch(&weights_.rows[rows[i]]);
            }
            for (std::size_t i = 0; i < n; ++i) names::add(weights_.rows[rows[i]], total);
        }
        sums = total;
    }
    float scale() const { return weights_.scale; }
    std::size_t size() const { return weights_.rows.size() - 1; }

private:
    KeyTable keys_;
    Weights weights_;
};

// What word forms bring to the words around them and to themselves.
// In a file: fingerprint map from atoms to the offsets at which they have a row, a bit each | weights, the rows of an atom in the order of
// the offsets.
class AtomTable {
public:
    using SumsByOffset = std::array<Sums, 2 * max_reach + 1>;  // by offset + max_reach

    struct Weight {
        Hash atom;
        int offset;
        Scores scores;
    };
    void read(ByteReader& in);
    static void write(const std::vector<Weight>& weights, float scale, float smallest, std::string& out);

    // Adds the atoms' weights at every offset, in steps of scale(). What the next step reads is fetched for all atoms meanwhile.
    void add(std::span<const Atom> atoms, SumsByOffset& sums) const {
        constexpr std::size_t batch = 32;
        std::array<std::uint32_t, batch> numbers;
        std::array<Entry, batch> found;
        for (; !atoms.empty(); atoms = atoms.subspan(std::min(batch, atoms.size()))) {
            const std::size_t n = std::min(batch, atoms.size());
            for (std::size_t i = 0; i < n; ++i) keys_.expect(atoms[i].hash);
            for (std::size_t i = 0; i < n; ++i) {
                numbers[i] = keys_.find(atoms[i].hash);
                __builtin_prefetch(&entries_[numbers[i]]);
            }
            for (std::size_t i = 0; i < n; ++i) {
                found[i] = entries_[numbers[i]];
                __builtin_prefetch(&weights_.rows[found[i].row()]);
            }
            for (std::size_t i = 0; i < n; ++i) {
                const Row* row = &weights_.rows[found[i].row()];
                for (unsigned offsets = found[i].offsets(); offsets != 0; offsets &= offsets - 1)
                    names::add(*row++, sums[static_cast<std::size_t>(std::countr_zero(offsets))]);
            }
        }
    }
    float scale() const { return weights_.scale; }
    std::size_t size() const { return weights_.rows.size() - 1; }

private:
    static constexpr unsigned offset_count = 2 * max_reach + 1;
    struct Entry {  // an atom's first row, and at which offsets it has rows, in one number: the table is asked far apart
        std::uint32_t bits = 0;
        std::uint32_t row() const { return bits >> offset_count; }
        std::uint32_t offsets() const { return bits & ((1u << offset_count) - 1); }
    };
    KeyTable keys_;
    std::vector<Entry> entries_{1};  // the first is that of an unknown atom
    Weights weights_;
};

}  // namespace lupe::names
