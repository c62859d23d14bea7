// The languages Lupe has rows for, and which of them a text is written in.
#pragma once

#include <span>
#include <string_view>

#include "lang/lexicon.h"

namespace lupe {

// The lexicon of a language (a folder of core/data, with the rows of core/data/common); built at its first use.
// Null if there is no such language.
const Lexicon* lexicon_of(std::string_view language);

// The language with the most function words among the text's first few thousand tokens; the first language ("de") if no word tells.
std::string_view recognise_language(std::string_view text, std::span<const Token> tokens);

}  // namespace lupe
