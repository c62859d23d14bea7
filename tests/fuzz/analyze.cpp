// The whole pipeline: annotations ascend, do not overlap, lie inside the text; every offset unit serialises to valid UTF-8.
// The first byte chooses language and reference date, so that one corpus serves all.
#include "lupe/analyze.h"

#include "check.h"
#include "lupe/json.h"
#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    static const char* const languages[] = {"auto", "de", "en"};
    static const char* const dates[] = {"", "2023-09-26", "2023-09", "2024-02-29"};
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const lupe::Options options{.language = languages[data[0] % 3], .reference_date = dates[data[0] / 3 % 4], .dictionary = {}};
    const lupe::Document document = lupe::analyze(text, options);
    std::uint32_t end = 0;
    for (const lupe::Annotation& annotation : document.annotations) {
        FUZZ_CHECK(annotation.span.begin >= end && annotation.span.begin < annotation.span.end && annotation.span.end <= text.size());
        end = annotation.span.end;
        FUZZ_CHECK(annotation.entity == lupe::no_entity || annotation.entity < document.entities.size());
    }
    for (const lupe::Entity& entity : document.entities)
        for (const std::uint32_t mention : entity.mentions) FUZZ_CHECK(mention < document.annotations.size());
    for (const lupe::OffsetUnit unit : {lupe::OffsetUnit::utf16, lupe::OffsetUnit::codepoint, lupe::OffsetUnit::byte})
        FUZZ_CHECK(lupe::utf::first_invalid(lupe::to_json(document, unit)) == std::string_view::npos);
    return 0;
}
