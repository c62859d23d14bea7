// The other formats: valid UTF-8 whatever the text, and no control character of it reaches a terminal.
#include "lupe/formats.h"

#include "reading.h"
#include "text/utf.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const lupe::fuzz::Input input(data, size);
    const lupe::Document document = lupe::analyze(input.text, input.options());
    const std::string outputs[] = {lupe::to_csv(document, lupe::OffsetUnit::codepoint, input.text), lupe::to_conll(document),
                                   lupe::to_brat(document), lupe::html_begin(input.text) + lupe::to_html(document, input.text),
                                   lupe::to_text(document, false)};
    for (const std::string& output : outputs) FUZZ_CHECK(lupe::utf::first_invalid(output) == std::string_view::npos);
    for (const char byte : outputs[4])
        FUZZ_CHECK(byte == '\n' || byte == '\t' || (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F));
    FUZZ_CHECK(outputs[3].find("<script") == std::string::npos);
    return 0;
}
