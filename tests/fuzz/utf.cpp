// Decoding: every byte belongs to one code point, validation and decoding agree, cursors never run backwards.
#include "text/utf.h"

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::size_t first_bad = std::string_view::npos;
    lupe::utf::Cursor utf16(text, true), points(text, false);
    std::uint32_t units = 0, count = 0;
    for (std::size_t at = 0; at < size;) {
        const lupe::utf::CodePoint point = lupe::utf::decode(text, at);
        FUZZ_CHECK(point.size >= 1 && point.size <= 4 && at + point.size <= size);
        if (!point.valid() && first_bad == std::string_view::npos) first_bad = at;
        at += point.size;
        units += point.value > 0xFFFF ? 2 : 1;
        ++count;
        FUZZ_CHECK(utf16.at(static_cast<std::uint32_t>(at)) == units && points.at(static_cast<std::uint32_t>(at)) == count);
    }
    FUZZ_CHECK(lupe::utf::Cursor(text, true).at(static_cast<std::uint32_t>(size)) == units);  // in one leap
    FUZZ_CHECK(lupe::utf::Cursor(text, false).at(static_cast<std::uint32_t>(size)) == count);
    FUZZ_CHECK(lupe::utf::first_invalid(text) == first_bad);
    return 0;
}
