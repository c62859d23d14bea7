// The whole pipeline: annotations ascend, do not overlap, lie inside the text; values are sane; every offset unit
// serialises to valid UTF-8.
#include "lupe/analyze.h"

#include "lupe/json.h"
#include "reading.h"
#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const lupe::fuzz::Input input(data, size);
    const lupe::Document document = lupe::analyze(input.text, input.options());
    lupe::fuzz::check_values(input.text, document.annotations);
    std::uint32_t end = 0;
    for (const lupe::Annotation& annotation : document.annotations) {
        FUZZ_CHECK(annotation.span.begin >= end);
        end = annotation.span.end;
        FUZZ_CHECK(annotation.is_name() == (annotation.entity != lupe::no_entity));
        FUZZ_CHECK(annotation.entity == lupe::no_entity || annotation.entity < document.entities.size());
    }
    for (const lupe::Entity& entity : document.entities)
        for (const std::uint32_t mention : entity.mentions) FUZZ_CHECK(mention < document.annotations.size());
    for (const lupe::OffsetUnit unit : {lupe::OffsetUnit::utf16, lupe::OffsetUnit::codepoint, lupe::OffsetUnit::byte})
        FUZZ_CHECK(lupe::utf::first_invalid(lupe::to_json(document, unit)) == std::string_view::npos);
    return 0;
}
