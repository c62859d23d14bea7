// Case files (tests/cases/*/*.txt): one case a line, input with the expected annotations written into it.
//
//   # date: 2023-09-26            the reference date of the lines below (may be given again)
//   # types: amounts              which types are compared: amounts, times, names or all
//   bis zu [vier Milliarden Dollar|money 4e9 USD at_most]
//   am [Montag|date 2023-09-25]
//   Die Zwei hat Pause.           (a line without brackets: nothing may be found)
//
// A value is written type, number (or min..max), currency or unit, modifier; times: type, TIMEX3 value, mod.
#pragma once

#include <string>
#include <vector>

#include "lupe/analyze.h"

namespace lupe::cases {

struct Expected {
    Span span;
    std::string value;  // "money 4e9 USD at_most", numbers as Decimal::to_string writes them
};

struct Case {
    std::string file;
    int line = 0;
    std::string language;  // the folder's name
    std::string date;
    std::string types;
    std::string text;  // without the markup
    std::vector<Expected> expected;
};

// All cases below the folder; throws std::runtime_error with file:line for a line that cannot be read.
std::vector<Case> read_all(const std::string& folder);

// An annotation's value as case files write it.
std::string describe(const Annotation& annotation);

// True if `types` ("amounts", "times", "names", "all") covers the annotation's type.
bool covers(const std::string& types, Type type);

// The text with the annotations written into it, as a line of a case file.
std::string marked(const std::string& text, const std::vector<Expected>& annotations);

}  // namespace lupe::cases
