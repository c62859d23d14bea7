// The units that names are made of: maximal glued runs of letters and digits ("H100", "U6" are one word, "VW-Aktie" is
// three), an English genitive 's, and single marks of punctuation.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lupe/document.h"

namespace lupe::names {

struct Word {
    Span span;
    bool glued = false;    // no white space before it
    bool letters = false;  // made of letters or digits, not punctuation
};

// The words of one line of text; names never cross a line.
struct Line {
    std::string_view text;  // the whole document's
    std::vector<Word> words;
    bool capitals = false;    // set in capitals throughout (an agency's headline)
    bool title_case = false;  // Set Like This Throughout

    std::string_view slice(std::size_t i) const { return text.substr(words[i].span.begin, words[i].span.size()); }
};

std::vector<Line> lines_of(std::string_view text, std::span<const Token> tokens);

}  // namespace lupe::names
