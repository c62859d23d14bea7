// A user's dictionary of any rows over any text. The input is rows "TYPE surface", one a line, an empty line, then the text.
#include "names/dictionary.h"

#include "reading.h"

namespace {

struct Case {
    std::vector<lupe::DictionaryEntry> entries;
    std::string_view text;
};

Case read(std::string_view bytes) {
    Case out;
    while (!bytes.empty()) {
        const std::string_view row = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(row.size() < bytes.size() ? row.size() + 1 : row.size());
        if (row.empty()) break;
        const int type = row[0] & 7;
        out.entries.push_back({std::string(row.substr(1)), type > 3, static_cast<lupe::Type>(type & 3)});
    }
    out.text = bytes;
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const Case input = read({reinterpret_cast<const char*>(data), size});
    const auto tokens = lupe::text::segment(input.text).tokens;
    std::vector<lupe::Annotation> found;
    for (std::size_t i = 0; i + 1 < tokens.size(); i += 5)
        found.push_back(
            {{tokens[i].span.begin, tokens[i + 1].span.end}, lupe::Person{}, "names", lupe::Confidence::likely, lupe::no_entity});
    lupe::names::Dictionary(input.entries).apply(input.text, tokens, found);
    std::uint32_t end = 0;
    for (const lupe::Annotation& annotation : found) {
        lupe::fuzz::check_span(input.text, annotation.span);
        FUZZ_CHECK(annotation.span.begin >= end);
        end = annotation.span.end;
        if (std::string_view(annotation.rule) != "dictionary") continue;
        const std::string_view surface = input.text.substr(annotation.span.begin, annotation.span.size());
        bool listed = false;
        for (const lupe::DictionaryEntry& entry : input.entries)
            listed = listed || (!entry.never && entry.surface == surface && entry.type == annotation.type());
        FUZZ_CHECK(listed);
    }
    return 0;
}
