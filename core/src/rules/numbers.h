// Numerals: digits, number words and mixtures of both ("2,5 Millionen"), with exact values, wherever they stand in a text.
// What they count is not their business: amounts.h and times.h build on them.
#pragma once

#include <vector>

#include "rules/context.h"

namespace lupe::rules {

struct Numeral {
    std::uint32_t begin = 0;  // tokens [begin, end)
    std::uint32_t end = 0;
    Span span;  // usually the tokens' span; a part of one token in "zwanzigprozentig", "zehnjährige"
    Decimal value;
    bool digits = false;    // starts with digits
    bool scaled = false;    // has a multiplier ("Millionen", "bn")
    bool ordinal = false;   // "dritte", "3.", "third"
    bool fraction = false;  // "ein Drittel", "two-thirds"
    bool article = false;   // a bare "ein", "eine", "one" that may be no numeral at all
};

// Ascending, not overlapping. Linear in the tokens.
std::vector<Numeral> find_numerals(const Context& context);

// The value of a numeral written in digits by the language's convention ("1.234,56" German, "1,234.56" English, "1'234.56"
// both); false if `text` is no such numeral (a date, a clock time, a version number).
bool parse_digits(const Context& context, std::string_view text, Decimal& value);

}  // namespace lupe::rules
