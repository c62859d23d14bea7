// Rows of weights in the model file; see weights.h.
#include "names/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace lupe::names {

namespace {

constexpr std::size_t in_half_a_byte = 7;  // sizes, from the least on

// Reads weights in the order of a file.
class Sizes {
public:
    Sizes(ByteReader& in, std::size_t count) : in_(in) {
        const int least = in.u8();
        for (int half = 0; half < 16; ++half) {
            const int size = least + half / 2;
            weight_of_[static_cast<std::size_t>(half)] = static_cast<std::int16_t>(half % 2 ? -size : size);
        }
        halves_ = in.bytes((count + 1) / 2);
    }

    std::int16_t next() {
        const auto half = static_cast<std::size_t>(halves_[at_ >> 1] >> ((at_ & 1) << 2) & 15);
        ++at_;
        return half < 2 * in_half_a_byte ? weight_of_[half] : larger(half);
    }

private:
    std::int16_t larger(std::size_t half) {
        const int more = in_.u8();
        return static_cast<std::int16_t>(weight_of_[half] + (half % 2 ? -more : more));
    }

    ByteReader& in_;
    std::array<std::int16_t, 16> weight_of_;  // by half a byte
    std::span<const std::uint8_t> halves_;
    std::size_t at_ = 0;
};

// Where a label's weight stands beside the others: that of "outside" is last.
constexpr auto place_of = [] {
    std::array<std::uint8_t, label_count> place{};
    for (std::uint8_t l = 0; l < label_count; ++l) place[l] = l == outside ? label_count - 1 : static_cast<std::uint8_t>(l - (l > outside));
    return place;
}();

// The next weights, of these labels in their order, as a row.
Row relative(LabelSet labels, Sizes& sizes) {
    constexpr std::size_t others = label_count - 1;
    std::array<std::int16_t, label_count> weights{};
    for (; labels != 0; labels &= labels - 1) weights[place_of[static_cast<std::size_t>(std::countr_zero(labels))]] = sizes.next();
    Row row;
    for (std::size_t l = 0; l < others; ++l) {
        const auto less = static_cast<std::int16_t>(weights[l] - weights[others]);
        row.weight[l] = static_cast<std::int8_t>(std::clamp<std::int16_t>(less, -128, 127));
    }
    return row;
}

}  // namespace

void Weights::read(ByteReader& in) {
    scale = in.f32();
    if (!(scale > 1e-6f && scale < 1)) return in.fail();
    const std::uint32_t count = in.u32();
    const auto low = in.bytes(count), middle = in.bytes(count), high = in.bytes(count);
    if (!in.good()) return;
    const auto labels = [&](std::size_t i) { return (LabelSet{low[i]} | LabelSet{middle[i]} << 8 | LabelSet{high[i]} << 16) & all_labels; };
    std::size_t weights = 0;
    for (std::size_t i = 0; i < count; ++i) weights += static_cast<std::size_t>(std::popcount(labels(i)));
    Sizes sizes(in, weights);
    if (!in.good()) return;
    rows.assign(std::size_t{count} + 1, Row{});
    for (std::size_t i = 0; i < count; ++i) rows[i + 1] = relative(labels(i), sizes);
}

int WeightWriter::rounded(float weight) const {
    return std::abs(weight) < smallest_ ? 0 : static_cast<int>(std::clamp(std::lround(weight / scale_), -127L, 127L));
}

bool WeightWriter::keeps(const Scores& row) const {
    return std::any_of(row.begin(), row.end(), [&](float weight) { return rounded(weight) != 0; });
}

void WeightWriter::add(const Scores& row) {
    LabelSet set = 0;
    for (std::size_t l = 0; l < label_count; ++l)
        if (const int weight = rounded(row[l])) {
            set |= 1u << l;
            weights_.push_back(weight);
        }
    sets_.push_back(set);
}

void WeightWriter::write(std::string& out) const {
    append_f32(out, scale_);
    append_u32(out, static_cast<std::uint32_t>(sets_.size()));
    for (const unsigned shift : {0u, 8u, 16u})
        for (const LabelSet set : sets_) out += static_cast<char>(set >> shift);
    int least = 127;
    for (const int weight : weights_) least = std::min(least, std::abs(weight));
    out += static_cast<char>(least);
    std::string halves((weights_.size() + 1) / 2, '\0'), larger;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        const auto size = static_cast<std::size_t>(std::abs(weights_[i]) - least);
        if (size >= in_half_a_byte) larger += static_cast<char>(size - in_half_a_byte);
        const std::size_t half = 2 * std::min(size, in_half_a_byte) + (weights_[i] < 0);
        halves[i / 2] = static_cast<char>(static_cast<unsigned char>(halves[i / 2]) | half << (i % 2 * 4));
    }
    out += halves + larger;
}

}  // namespace lupe::names
