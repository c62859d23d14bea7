// The user's own dictionary, a file of rows `name TAB type`.
#pragma once

#include <string>
#include <vector>

#include "lupe/analyze.h"

namespace lupe::cli {

// Appends the rows of the file: a name as it stands in texts, a tab, and a name type or "never". Empty lines and lines
// that start with '#' are skipped. False at the first row that cannot be used; then `error` gives file, line and reason.
bool read_dictionary(const std::string& path, std::vector<DictionaryEntry>& entries, std::string& error);

}  // namespace lupe::cli
