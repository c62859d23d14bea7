// What the tagger needs to know of characters: case. Not Unicode in full, but the scripts that
// newspapers in German and English print names in; whatever else appears counts as an uncased letter.
#pragma once

#include <string>
#include <string_view>

namespace lupe::names {

void append_utf8(std::string& out, char32_t c);
char32_t lower(char32_t c);
char32_t upper(char32_t c);                  // takes as many bytes
std::string title(std::string_view s);       // first letter upper, the rest lower case
void raise(std::string& s, std::size_t at);  // makes the letter that begins at a byte upper case

}  // namespace lupe::names
