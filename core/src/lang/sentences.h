// Mends ICU's sentences: a boundary after an abbreviation, an initial or a number's full stop, or inside an annotation is none.
#pragma once

#include <span>
#include <vector>

#include "lang/lexicon.h"

namespace lupe {

// Drops boundaries after abbreviations ("ca.", "Prof."), single letters ("J.") and numerals followed by a word ("3. Oktober").
std::vector<std::uint32_t> join_after_abbreviations(std::span<const std::uint32_t> sentences, std::string_view text,
                                                    std::span<const Token> tokens, const Terms& terms);

// Drops boundaries inside annotations; both lists ascending.
std::vector<std::uint32_t> join_inside(std::span<const std::uint32_t> sentences, std::span<const Token> tokens,
                                       std::span<const Annotation> annotations);

}  // namespace lupe
