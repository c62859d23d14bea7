// Word lists from names and rows: which words are first names, parts of companies, functions before a name, ...
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "names/hash.h"

namespace lupe::train {

// `names` is the folder of outside name lists, `rows` that of the hand-made evidence rows.
std::vector<std::pair<names::Hash, std::uint16_t>> build_lists(const std::string& names, const std::string& rows);

}  // namespace lupe::train
