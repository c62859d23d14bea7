// Token keys by ICU's case mapping and normaliser; ASCII, the usual case, takes a short way.
#include "text/key.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "text/memory.h"
#include "text/utf.h"

namespace lupe::text {

namespace {

// Puts the ASCII capitals among as many bytes as Bytes has into lower case, all at once: seven bits of a byte leave room for one that
// says whether it is at least A, or beyond Z. True if all of them are ASCII.
template <typename Bytes>
bool lower(char* at) {
    constexpr Bytes each = static_cast<Bytes>(~Bytes{0}) / 0xFF, high = each * 0x80;
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const Bytes low = bytes & ~high;
    const Bytes capitals = (low + each * (0x80 - 'A')) & ~(low + each * (0x7F - 'Z')) & ~bytes & high;
    const Bytes lowered = bytes | capitals >> 2;
    std::memcpy(at, &lowered, sizeof lowered);
    return (bytes & high) == 0;
}

// The same for any number of bytes; the last ones are taken together with some before them, which are in lower case already.
bool lower(char* at, std::size_t size) {
    bool ascii = true;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) ascii &= lower<std::uint64_t>(at + i);
        return lower<std::uint64_t>(at + size - 8) && ascii;
    }
    if (size >= 4) {
        ascii = lower<std::uint32_t>(at);
        return lower<std::uint32_t>(at + size - 4) && ascii;
    }
    for (std::size_t i = 0; i < size; ++i) ascii &= lower<std::uint8_t>(at + i);
    return ascii;
}

bool is_ignored(char32_t point) { return point == 0xAD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 || point == 0xFEFF; }

void append_utf8(char32_t point, std::string& out) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | point >> 12);
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | point >> 18);
        out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
}

// One code point of a key; returns false if composing (NFC) could change it.
bool append_folded(char32_t point, std::string& key) {
    if (point >= 0xC0 && point < 0x100 && point != 0xD7 && point != 0xDF) {  // the letters of Latin-1, their cases 32 apart
        key += '\xC3';
        key += static_cast<char>(0x80 | ((point | 0x20) & 0x3F));
        return true;
    }
    if (is_ignored(point)) return true;
    switch (point) {
        case 0xDF:
        case 0x1E9E: key += "ss"; return true;
        case 0x2018:
        case 0x2019:
        case 0x02BC:
        case 0x00B4: key += '\''; return true;
        case 0x2010:
        case 0x2011: key += '-'; return true;
        default: break;
    }
    append_utf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(point))), key);
    return point < 0x300 || (point >= 0x2012 && point <= 0x2027);  // dashes, quotation marks, bullets
}

// Composes key[from..] in place; what the normaliser refuses stays as it was.
void compose(std::string& key, std::size_t from) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
    std::vector<UChar> source(key.size() - from + 1);
    std::vector<UChar> target(2 * source.size() + 8);
    int32_t length = 0;
    u_strFromUTF8WithSub(source.data(), static_cast<int32_t>(source.size()), &length, key.data() + from,
                         static_cast<int32_t>(key.size() - from), 0xFFFD, nullptr, &status);
    const int32_t composed = unorm2_normalize(nfc, source.data(), length, target.data(), static_cast<int32_t>(target.size()), &status);
    if (status == U_MEMORY_ALLOCATION_ERROR) no_memory();
    if (U_FAILURE(status)) return;
    key.resize(from);
    for (int32_t i = 0; i < composed;) {
        UChar32 point;
        U16_NEXT(target.data(), i, composed, point);
        append_utf8(static_cast<char32_t>(point), key);
    }
}

}  // namespace

void append_key(std::string_view token, std::string& key) {
    const std::size_t from = key.size();
    key += token;
    if (lower(key.data() + from, token.size())) return;
    const auto first = static_cast<std::size_t>(
        std::find_if(token.begin(), token.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) - token.begin());
    key.resize(from + first);
    bool composed = true;
    for (std::size_t at = first; at < token.size();) {
        const utf::CodePoint point = utf::decode(token, at);
        composed = append_folded(point.value, key) && composed;
        at += point.size;
    }
    constexpr std::size_t longest = 1000;  // bytes: the normaliser sorts a row of marks in quadratic time, and no word has so many
    if (!composed && token.size() <= longest) compose(key, from);
}

bool is_other_upper(char32_t point) { return u_isUUppercase(static_cast<UChar32>(point)) || u_istitle(static_cast<UChar32>(point)); }
bool is_other_letter(char32_t point) { return u_isUAlphabetic(static_cast<UChar32>(point)); }

}  // namespace lupe::text
