// Feature weights as the model file holds them: one row of small integers per feature, most of them zero.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "names/bytes.h"
#include "names/fingerprint_map.h"
#include "names/labels.h"

namespace lupe::names {

using Sums = std::array<std::int32_t, label_count>;

class FeatureTable {
public:
    static constexpr std::size_t stride = 20;  // label_count and padding
    struct Row {
        std::array<std::int8_t, stride> weight{};
    };

    // f32 scale | fingerprint map, whose values are label masks by number | u16 masks | u32 each mask | the weights that
    // are not zero, row by row. Fails the reader on malformed bytes.
    void read(ByteReader& in);
    // Rows whose weights all round to zero are left out. Quantises to steps of `scale`.
    static void write(const std::vector<std::pair<Hash, Scores>>& weights, float scale, float smallest, std::string& out);

    // Adds the feature's weights, in steps of scale().
    void add(Hash feature, Sums& sums) const {
        const auto at = map_.find(feature);
        if (at == FingerprintMap::absent) return;
        for (std::size_t l = 0; l < label_count; ++l) sums[l] += rows_[at].weight[l];
    }
    float scale() const { return scale_; }
    std::size_t size() const { return rows_.size(); }

private:
    FingerprintMap map_;
    std::vector<Row> rows_;
    float scale_ = 0;
};

}  // namespace lupe::names
