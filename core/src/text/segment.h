// Text into tokens and sentences, by ICU's word and sentence rules (UAX #29) plus the splits that document.h describes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lupe/document.h"

namespace lupe::text {

struct Segments {
    std::vector<Token> tokens;
    std::vector<std::uint32_t> sentences;  // index of the first token of each sentence
};

// `text` must be shorter than 4 GiB. White space and control characters belong to no token. Linear in the text.
// The same on every platform: scripts that ICU segments by dictionary become one token per code point.
Segments segment(std::string_view text);

// The same tokens of a text that is Latin words with a blank between them, told without ICU; false of any other text.
bool latin_words(std::string_view text, std::vector<Token>& tokens);

}  // namespace lupe::text
