// Recognisers propose, the resolver disposes: of overlapping proposals one stays.
#pragma once

#include <string_view>
#include <vector>

#include "lupe/document.h"

namespace lupe {

// Sorted by begin and free of overlaps: the longer span wins, then the more specific type, then the earlier proposal.
std::vector<Annotation> resolve(std::string_view text, std::vector<Annotation> proposals);

}  // namespace lupe
