// Exact span-and-type scores of found names against gold, overall and by type.
#pragma once

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

#include "examples.h"

namespace lupe::train {

struct Found {
    std::uint32_t begin, end;
    int type;
    float probability;
};

struct Score {
    struct Count {
        int gold = 0, found = 0, hit = 0;
    };
    std::array<Count, names::type_count> by_type{};
    Count all;
    // Types outside `types` are left out of both sides.
    void add(const Article& article, const std::vector<Found>& found, unsigned types = 15);
    static double f1(const Count& c) { return c.gold + c.found ? 200.0 * c.hit / (c.gold + c.found) : 0; }
    std::string line() const;
};

// The spans of one line's labels.
void append_found(const names::Line& line, const std::vector<std::uint8_t>& labels, const std::vector<names::Scores>& marginals,
                  std::vector<Found>& out);

}  // namespace lupe::train
