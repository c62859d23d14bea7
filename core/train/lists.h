// Lists from names and rows: which words are first names, parts of companies, functions before a name, ..., and names of several words.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "names/hash.h"

namespace lupe::train {

struct Lists {
    using Entries = std::vector<std::pair<names::Hash, std::uint16_t>>;
    Entries words;    // ListBits by list_key
    Entries phrases;  // PhraseBits by the phrase's key
};

// `names` is the folder of outside name lists, `rows` that of the hand-made evidence rows.
Lists build_lists(const std::string& names, const std::string& rows);

}  // namespace lupe::train
