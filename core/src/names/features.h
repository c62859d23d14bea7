// Features that need more than one word: pairs, what stands around, how the line is written. The features of single
// words are a lexeme's atoms, taken at offsets -3 to 3.
#pragma once

#include <span>
#include <vector>

#include "names/lexeme.h"
#include "names/words.h"

namespace lupe::names {

inline constexpr int max_reach = 3;

inline Hash at_offset(Hash atom, int offset) { return mix(atom, static_cast<Hash>(offset + 16)); }

// Appends the hashes of the features of word `i` of the line. `lexemes[k]` belongs to word k.
void context_features(const Line& line, std::span<const Lexeme* const> lexemes, std::size_t i, std::vector<Hash>& out);

}  // namespace lupe::names
