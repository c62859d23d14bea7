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

// The same of code points that are not ASCII.
bool is_other_upper(char32_t point);
bool is_other_letter(char32_t point);

// True if the code point is an upper or title case letter.
inline bool is_upper(char32_t point) { return point < 0x80 ? point >= 'A' && point <= 'Z' : is_other_upper(point); }
inline bool is_letter(char32_t point) { return point < 0x80 ? (point | 32) >= 'a' && (point | 32) <= 'z' : is_other_letter(point); }

}  // namespace lupe::text
