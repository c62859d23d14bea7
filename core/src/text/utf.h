// UTF-8 without surprises: validation, decoding, and the forward cursor that turns byte offsets into other units.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lupe::utf {

struct CodePoint {
    char32_t value;      // U+FFFD for an ill-formed byte
    std::uint32_t size;  // bytes taken, 1..4; 1 for an ill-formed byte

    bool valid() const { return value != 0xFFFD || size != 1; }
};

// The code point that starts at `text[at]`, which is no ASCII byte.
CodePoint decode_multibyte(std::string_view text, std::size_t at);

// Decodes the code point that starts at `text[at]`; `at` must be inside the text.
inline CodePoint decode(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1} : decode_multibyte(text, at);
}

// Offset of the first ill-formed byte, or npos if the text is well-formed (no surrogates, no overlong forms).
std::size_t first_invalid(std::string_view text);

// The text itself if it is well-formed, else a copy with each ill-formed byte as U+FFFD.
std::string replace_invalid(std::string text);

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Walks a text once, forwards, and says for ascending byte offsets how many code points or UTF-16 units lie before them.
class Cursor {
public:
    Cursor(std::string_view text, bool utf16) : text_(text), utf16_(utf16) {}
    std::uint32_t at(std::uint32_t byte_offset);

private:
    std::string_view text_;
    bool utf16_;
    std::uint32_t byte_ = 0;
    std::uint32_t units_ = 0;
};

}  // namespace lupe::utf
