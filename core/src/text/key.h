// The folded form under which a token is looked up; never shown, never an offset's base.
#pragma once

#include <string>
#include <string_view>

namespace lupe::text {

// Appends to `key` the token's lower case form, composed (NFC), with ß as ss, typographic apostrophes and hyphens as ASCII,
// and without soft hyphens and zero-width characters: "Straße" -> "strasse", "1’000" -> "1'000".
void append_key(std::string_view token, std::string& key);

inline std::string key_of(std::string_view token) {
    std::string key;
    append_key(token, key);
    return key;
}

// True if the code point is an upper or title case letter.
bool is_upper(char32_t point);
bool is_letter(char32_t point);

}  // namespace lupe::text
