// Where a long text is cut. A text longer than any article is a collection: it is read in blocks of whole lines, some 300 KB each, so
// that what reading needs beside the result stays the same however long the text is, and what one article says of a name, a
// currency or a day does not speak for all others.
#pragma once

#include <algorithm>
#include <span>

#include "lupe/document.h"

namespace lupe::text {

inline constexpr std::size_t usual_block = 50'000;             // tokens
inline constexpr std::size_t longest_block = 2 * usual_block;  // a line beyond that is cut like any other text

// The token behind the block that begins with token `begin`.
inline std::size_t block_end(std::span<const Token> tokens, std::size_t begin) {
    std::size_t end = std::min(begin + usual_block, tokens.size());
    while (end < tokens.size() && !tokens[end].line_start && end - begin < longest_block) ++end;
    return end;
}

}  // namespace lupe::text
