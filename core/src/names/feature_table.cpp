// The feature rows' file format; see feature_table.h.
#include "names/feature_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace lupe::names {

void FeatureTable::read(ByteReader& in) {
    scale_ = in.f32();
    FingerprintMap map;
    map.read(in);
    const std::uint32_t mask_count = in.u32();
    if (mask_count > in.left()) return in.fail();
    std::vector<LabelSet> masks;
    for (std::uint32_t i = 0; i < mask_count && in.good(); ++i) masks.push_back(in.u32() & all_labels);
    if (!(scale_ > 1e-6f && scale_ < 1)) return in.fail();
    rows_.assign(map.size() + 1, Row{});
    for (std::uint32_t i = 0; i < map.size(); ++i) {
        if (map.value(i) >= masks.size()) return in.fail();
        const LabelSet labels = masks[map.value(i)];
        const auto weights = in.bytes(static_cast<std::size_t>(std::popcount(labels)));
        if (!in.good()) return;
        rows_[i + 1] = relative(labels, weights);
    }
    if (!fill_buckets(map)) in.fail();
}

FeatureTable::Row FeatureTable::relative(LabelSet labels, std::span<const std::uint8_t> weights) {
    std::array<int, label_count> of{};
    for (std::size_t at = 0; labels != 0; labels &= labels - 1)
        of[static_cast<std::size_t>(std::countr_zero(labels))] =
            static_cast<std::int8_t>(weights[at++]);  // NOLINT(bugprone-signed-char-misuse): a weight, no character
    const int base = of[outside];
    const auto less_base = [base](int weight) { return static_cast<std::int8_t>(std::clamp(weight - base, -128, 127)); };
    Row row;
    const auto rest = std::transform(of.begin(), of.begin() + outside, row.weight.begin(), less_base);
    std::transform(of.begin() + outside + 1, of.end(), rest, less_base);
    return row;
}

// The smallest number of buckets that holds all keys. False if some are too much alike, which only a made-up file has.
bool FeatureTable::fill_buckets(const FingerprintMap& map) {
    for (bucket_bits_ = 1; bucket_bits_ <= map.bucket_bits(); ++bucket_bits_) {
        const std::size_t count = std::size_t{1} << bucket_bits_;
        if (count * width < map.size()) continue;
        Bucket none;
        none.prints.fill(free_print);
        buckets_.assign(count, none);
        starts_.assign(count, 0);
        std::vector<std::uint8_t> used(count);
        const bool fits = map.each([&](std::uint32_t position, Hash key) {
            const auto b = static_cast<std::size_t>(key >> (64 - bucket_bits_));
            if (used[b] == width) return false;
            if (used[b] == 0) starts_[b] = position;
            const std::int16_t print = print_of(key, bucket_bits_);
            auto& prints = buckets_[b].prints;
            std::replace(prints.begin(), prints.begin() + used[b], print, free_print);  // the last of two alike is found
            prints[used[b]++] = print;
            return true;
        });
        if (fits) return true;
    }
    return false;
}

void FeatureTable::write(const std::vector<std::pair<Hash, Scores>>& weights, float scale, float smallest, std::string& out) {
    std::map<LabelSet, std::uint32_t> rank;
    std::map<Hash, std::string> rows;
    std::vector<std::pair<Hash, LabelSet>> kept;
    for (const auto& [hash, row] : weights) {
        LabelSet mask = 0;
        std::string values;
        for (std::size_t l = 0; l < label_count; ++l) {
            const long q = std::clamp(std::lround(row[l] / scale), -127L, 127L);
            if (std::abs(row[l]) < smallest || q == 0) continue;
            mask |= 1u << l;
            values += static_cast<char>(q);
        }
        if (!mask) continue;
        ++rank[mask];
        rows[hash] = values;
        kept.emplace_back(hash, mask);
    }
    std::vector<LabelSet> masks;
    masks.reserve(rank.size());
    for (const auto& [mask, count] : rank) masks.push_back(mask);
    std::sort(masks.begin(), masks.end(), [&](LabelSet a, LabelSet b) { return rank[a] != rank[b] ? rank[a] > rank[b] : a < b; });
    for (std::uint32_t i = 0; i < masks.size(); ++i) rank[masks[i]] = i;

    std::vector<std::pair<Hash, std::uint16_t>> entries;
    for (const auto& [hash, mask] : kept)
        if (rank[mask] < 0xFFFF) entries.emplace_back(hash, static_cast<std::uint16_t>(rank[mask]));
    append_f32(out, scale);
    FingerprintMap::write(entries, 16, out);
    append_u32(out, static_cast<std::uint32_t>(std::min<std::size_t>(masks.size(), 0xFFFF)));
    for (std::size_t i = 0; i < masks.size() && i < 0xFFFF; ++i) append_u32(out, masks[i]);
    for (const auto& [hash, value] : entries) out += rows[hash];
}

}  // namespace lupe::names
