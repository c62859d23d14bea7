// Features that need more than one word: pairs, what stands around, how the line is written. The features of single
// words are a lexeme's atoms, seen at offsets -3 to 3.
#pragma once

#include <span>
#include <vector>

#include "names/lexeme.h"
#include "names/phrases.h"
#include "names/quotes.h"
#include "names/words.h"

namespace lupe::names {

// What the lists and the quotation marks say of a line's words. To be kept for reuse of its memory.
struct Evidence {
    std::vector<PhrasePart> phrases;  // by word, as quotes
    std::vector<Quote> quotes;
    PhraseFinder finder;

    void find(const Line& line, std::span<const Lexeme* const> lexemes, const Tables& tables);
    // Whether word `i` is worth a look, whatever it is by itself.
    bool at(std::size_t i) const { return phrases[i].classes || !quotes[i].empty(); }
};

// Appends the hashes of the features of word `i` of the line. `lexemes[k]` belongs to word k.
void context_features(const Line& line, std::span<const Lexeme* const> lexemes, const Evidence& evidence, std::size_t i,
                      std::vector<Hash>& out);

}  // namespace lupe::names
