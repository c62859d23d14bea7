// Segmentation: tokens ascend, do not overlap, are not empty; sentences start at tokens; keys of keys are themselves. A text whose
// letters are Cyrillic is cut as the same text in ASCII, of which ICU sees each word's first and last letter only.
#include "text/segment.h"

#include <string>

#include "check.h"
#include "text/key.h"
#include "text/utf.h"

namespace {

// Letter by letter, the case kept; 's' stays, as it may be a genitive.
std::string in_cyrillic(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const char low = static_cast<char>(c | 32);
        if (low < 'a' || low > 'z' || low == 's') {
            out += c;
            continue;
        }
        const int point = (c == low ? 0x430 : 0x410) + (low - 'a');
        out += static_cast<char>(0xC0 | point >> 6);
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
    return out;
}

void check_inner_letters(std::string_view text, const lupe::text::Segments& segments) {
    const std::string other = in_cyrillic(text);
    const lupe::text::Segments same = lupe::text::segment(other);
    FUZZ_CHECK(same.sentences == segments.sentences && same.tokens.size() == segments.tokens.size());
    for (std::size_t i = 0; i < same.tokens.size(); ++i) {
        const lupe::Token &a = segments.tokens[i], &b = same.tokens[i];
        FUZZ_CHECK(in_cyrillic(text.substr(a.span.begin, a.span.size())) == std::string_view(other).substr(b.span.begin, b.span.size()));
        FUZZ_CHECK(a.shape == b.shape && a.glued == b.glued && a.line_start == b.line_start);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const lupe::text::Segments segments = lupe::text::segment(text);
    std::uint32_t end = 0;
    for (const lupe::Token& token : segments.tokens) {
        FUZZ_CHECK(token.span.begin >= end && token.span.begin < token.span.end && token.span.end <= size);
        FUZZ_CHECK(!token.glued || token.span.begin == end);
        end = token.span.end;
        const std::string key = lupe::text::key_of(text.substr(token.span.begin, token.span.size()));
        FUZZ_CHECK(lupe::utf::first_invalid(key) == std::string_view::npos);
    }
    for (std::size_t i = 0; i < segments.sentences.size(); ++i)
        FUZZ_CHECK(segments.sentences[i] < segments.tokens.size() && (i == 0 || segments.sentences[i - 1] < segments.sentences[i]));
    check_inner_letters(text, segments);
    return 0;
}
