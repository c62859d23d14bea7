// Short quotations in a line: what stands in quotation marks is often the title of a work.
#pragma once

#include <cstdint>
#include <span>

#include "names/lexeme.h"
#include "names/words.h"

namespace lupe::names {

inline constexpr std::size_t longest_quote = 10;  // words, marks among them

// The words between the nearest pair of quotation marks around a word: [begin, end) of the line; empty if there is none.
struct Quote {
    std::uint32_t begin = 0, end = 0;

    bool empty() const { return begin == end; }
};

// Sets quotes[i] for every word. An opening mark is written onto the next word only, a closing one onto the word before.
void find_quotes(const Line& line, std::span<const Lexeme* const> lexemes, std::span<Quote> quotes);

}  // namespace lupe::names
