// Segmentation: tokens ascend, do not overlap, are not empty; sentences start at tokens; keys of keys are themselves.
#include "text/segment.h"

#include "check.h"
#include "text/key.h"
#include "text/utf.h"

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
    return 0;
}
