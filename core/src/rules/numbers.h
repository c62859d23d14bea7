// Numerals: digits, number words and mixtures of both ("2,5 Millionen"), with exact values, wherever they stand in a text.
// What they count is not their business: amounts.h and times.h build on them.
#pragma once

#include <vector>

#include "rules/context.h"

namespace lupe::rules {

struct Numeral {
    std::uint32_t begin = 0;  // tokens [begin, end)
    std::uint32_t end = 0;
    Span span;  // the tokens' span; ends inside the last token if `partial`
    Decimal value;
    Decimal scale{1};       // its last multiplier: 1e6 for "2,5 Millionen"
    bool digits = false;    // starts with digits
    bool scaled = false;    // has a multiplier ("Millionen", "bn")
    bool ordinal = false;   // "dritte", "third", "3rd"; "3." with its full stop where what follows cannot start a sentence
    bool fraction = false;  // "ein Drittel", "two-thirds"; with `ordinal` where it may be either: "a third"
    bool half = false;      // a bare "halb", "half", "half an", "eine halbe": 0.5
    bool article = false;   // a bare "ein", "eine", "a", "one" that may be no numeral at all
    bool partial = false;   // a longer word starts with it: "zehn" in "zehnjährige", "neunzig" in "neunziger"
};

// Ascending, not overlapping; every token of digits that can be read as a number, also inside names ("Q3", "GPT-4").
// Linear in the tokens.
std::vector<Numeral> find_numerals(const Context& context);

// What is written onto a numeral: "jährige" for zehnjährige, 10jährige and 10-jährige; empty if nothing is.
// `Tail::end` is the token behind the tail, or numeral.end if there is none.
struct Tail {
    std::string_view text;
    std::uint32_t end = 0;
};
Tail tail_of(const Context& context, const Numeral& numeral);

// The value of a numeral written in digits by the language's convention ("1.234,56" German, "1,234.56" English, "1'234.56"
// both); where only the other convention fits, by that one ("2.5" in a German text). False if `text` is no such numeral
// (a date, a version number).
bool parse_digits(const Context& context, std::string_view text, Decimal& value);

}  // namespace lupe::rules
