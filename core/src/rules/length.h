// A length of one unit, as durations and the points a length away are made of.
#pragma once

#include "rules/productions.h"

namespace lupe::rules {

// Its unit's row value, how many, and where it ends.
struct Part {
    std::string_view unit;
    Decimal count;
    At end = 0;
    bool plural = false;
    bool open = false;  // an article counts it: "ein Tag"
    bool adjective = false;
};

using FoundPart = std::optional<Part>;

// "drei Jahre", "eine halbe Stunde", "zehnjährige", "29-Jährige", "half an hour"
FoundPart read_part(const Reader& reader, At at);

}  // namespace lupe::rules
