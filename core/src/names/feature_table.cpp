// The tables' file format; see feature_table.h.
#include "names/feature_table.h"

#include <map>

namespace lupe::names {

void FeatureTable::read(ByteReader& in) {
    FingerprintMap map;
    map.read(in);
    weights_.read(in);
    if (weights_.rows.size() != map.size() + 1 || !keys_.fill(map)) in.fail();
}

void FeatureTable::write(const std::vector<std::pair<Hash, Scores>>& weights, float scale, float smallest, std::string& out) {
    WeightWriter writer(scale, smallest);
    std::map<Hash, const Scores*> rows;
    std::vector<std::pair<Hash, std::uint16_t>> entries;
    for (const auto& [hash, row] : weights)
        if (writer.keeps(row) && rows.emplace(hash, &row).second) entries.emplace_back(hash, std::uint16_t{0});
    FingerprintMap::write(entries, 16, out);
    for (const auto& [hash, value] : entries) writer.add(*rows[hash]);
    writer.write(out);
}

void AtomTable::read(ByteReader& in) {
    FingerprintMap map;
    map.read(in);
    weights_.read(in);
    entries_.assign(map.size() + 1, {});
    std::uint32_t row = 1;
    for (std::uint32_t i = 0; i < map.size(); ++i) {
        entries_[i + 1] = {row << offset_count | (map.value(i) & ((1u << offset_count) - 1))};
        row += static_cast<std::uint32_t>(std::popcount(entries_[i + 1].offsets()));
    }
    if (row != weights_.rows.size() || row >> (32 - offset_count) || !keys_.fill(map)) in.fail();
}

void AtomTable::write(const std::vector<Weight>& weights, float scale, float smallest, std::string& out) {
    WeightWriter writer(scale, smallest);
    std::map<Hash, std::map<int, const Scores*>> rows;
    for (const Weight& weight : weights)
        if (writer.keeps(weight.scores)) rows[weight.atom].emplace(weight.offset, &weight.scores);
    std::vector<std::pair<Hash, std::uint16_t>> entries;
    for (const auto& [atom, by_offset] : rows) {
        unsigned offsets = 0;
        for (const auto& [offset, scores] : by_offset) offsets |= 1u << (offset + max_reach);
        entries.emplace_back(atom, static_cast<std::uint16_t>(offsets));
    }
    FingerprintMap::write(entries, 16, out);
    for (const auto& [atom, value] : entries)
        for (const auto& [offset, scores] : rows[atom]) writer.add(*scores);
    writer.write(out);
}

}  // namespace lupe::names
