// Rows of weights in the model file; see weights.h.
#include "names/weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

namespace lupe::names {

namespace {

constexpr unsigned in_half_a_byte = 7;  // sizes, from the least on

using Pair = std::array<std::int8_t, 2>;

// The weights that a byte holds, in the order of a file, as if none were larger than half a byte can say.
std::array<Pair, 256> small_pairs(int least) {
    const auto weight = [&](unsigned half) {
        const int size = std::min(least + static_cast<int>(half / 2), 127);
        return static_cast<std::int8_t>(half % 2 ? -size : size);
    };
    std::array<Pair, 256> pairs;
    for (unsigned byte = 0; byte < 256; ++byte) pairs[byte] = {weight(byte & 15), weight(byte >> 4)};
    return pairs;
}

// The weights of a file in its order. The page waits for them: two at a time.
std::vector<std::int8_t> read_weights(ByteReader& in, std::size_t count) {
    const std::array<Pair, 256> pairs = small_pairs(in.u8());
    const auto is_larger = [](unsigned half) { return half >= 2 * in_half_a_byte; };
    const auto add_next = [&](std::int8_t& weight, unsigned half) {
        const int more = in.u8();
        weight = static_cast<std::int8_t>(std::clamp(weight + (half % 2 ? -more : more), -127, 127));
    };
    const auto halves = in.bytes((count + 1) / 2);
    std::vector<std::int8_t> weights(2 * halves.size());
    for (std::size_t i = 0; i < halves.size(); ++i) {
        const unsigned low = halves[i] & 15u, high = halves[i] >> 4u;
        std::memcpy(&weights[2 * i], &pairs[halves[i]], sizeof(Pair));
        if (is_larger(low)) add_next(weights[2 * i], low);
        if (is_larger(high)) add_next(weights[2 * i + 1], high);
    }
    return weights;
}

// Where a label's weight stands beside the others: that of "outside" is last.
constexpr auto place_of = [] {
    std::array<std::uint8_t, label_count> place{};
    for (std::uint8_t l = 0; l < label_count; ++l) place[l] = l == outside ? label_count - 1 : static_cast<std::uint8_t>(l - (l > outside));
    return place;
}();

// The next weights, of these labels in their order, as a row.
Row relative(LabelSet labels, const std::int8_t*& next) {
    constexpr std::size_t others = label_count - 1;
    std::array<std::int8_t, label_count> weights{};
    for (; labels != 0; labels &= labels - 1) weights[place_of[static_cast<std::size_t>(std::countr_zero(labels))]] = *next++;
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
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i) size += static_cast<std::size_t>(std::popcount(labels(i)));
    const std::vector<std::int8_t> weights = read_weights(in, size);
    if (!in.good()) return;
    rows.assign(std::size_t{count} + 1, Row{});
    const std::int8_t* next = weights.data();
    for (std::size_t i = 0; i < count; ++i) rows[i + 1] = relative(labels(i), next);
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
        const std::size_t half = 2 * std::min<std::size_t>(size, in_half_a_byte) + (weights_[i] < 0);
        halves[i / 2] = static_cast<char>(static_cast<unsigned char>(halves[i / 2]) | half << (i % 2 * 4));
    }
    out += halves + larger;
}

}  // namespace lupe::names
