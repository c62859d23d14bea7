// Decoding after the table 3-7 "Well-Formed UTF-8 Byte Sequences" of the Unicode Standard.
#include "text/utf.h"

#include <algorithm>
#include <cstring>

namespace lupe::utf {

namespace {

constexpr CodePoint ill_formed{0xFFFD, 1};

struct Lead {
    int extra;          // continuation bytes
    char32_t bits;      // payload of the lead byte
    char32_t smallest;  // below it the form is overlong
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {2, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {3, byte & 0x07u, 0x10000};
    return {0, 0, 0};
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const Lead lead = lead_of(first);
    if (lead.extra == 0 || at + static_cast<std::size_t>(lead.extra) >= text.size()) return ill_formed;
    char32_t value = lead.bits;
    for (int i = 1; i <= lead.extra; ++i) {
        const char byte = text[at + static_cast<std::size_t>(i)];
        if (!is_continuation(byte)) return ill_formed;
        value = value << 6 | (static_cast<unsigned char>(byte) & 0x3Fu);
    }
    if (value < lead.smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return ill_formed;
    return {value, static_cast<std::uint32_t>(lead.extra) + 1};
}

std::size_t first_invalid(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decode(text, at);
        if (!point.valid()) return at;
        at += point.size;
    }
    return std::string_view::npos;
}

std::string replace_invalid(std::string text) {
    if (first_invalid(text) == std::string_view::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        if (point.valid())
            out.append(text, at, point.size);
        else
            out += "\uFFFD";
        at += point.size;
    }
    return out;
}

std::uint32_t Cursor::at(std::uint32_t byte_offset) {
    const auto end = std::min(byte_offset, static_cast<std::uint32_t>(text_.size()));
    while (byte_ < end) {
        if (end - byte_ >= sizeof(std::uint64_t)) {  // mostly eight bytes of ASCII
            std::uint64_t eight;
            std::memcpy(&eight, text_.data() + byte_, sizeof eight);
            if ((eight & 0x8080808080808080u) == 0) {
                byte_ += sizeof eight;
                units_ += sizeof eight;
                continue;
            }
        }
        const CodePoint point = decode(text_, byte_);
        byte_ += point.size;
        units_ += utf16_ && point.value > 0xFFFF ? 2 : 1;
    }
    return units_;
}

}  // namespace lupe::utf
