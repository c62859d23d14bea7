// The user's own word on names: surfaces that are always of a type, or never a name.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lupe/analyze.h"
#include "lupe/document.h"

namespace lupe::names {

// A name's value by its number: person, organization, location, misc.
Value name_value(int type);

// Removes from `found` what the dictionary forbids, and puts in what it demands wherever the surface stands on whole
// tokens; of entries that start at one token the longest counts, and a demanded name displaces found ones it overlaps.
// Linear in the text for a dictionary of bounded entries.
void apply_dictionary(std::string_view text, std::span<const Token> tokens, const std::vector<DictionaryEntry>& dictionary,
                      std::vector<Annotation>& found);

}  // namespace lupe::names
