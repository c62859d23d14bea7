// Names of any text ascend, do not overlap, stay in their line; their probabilities are some.
#include "lang/language.h"
#include "names/links.h"
#include "names/words.h"
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto tokens = lupe::text::segment(text).tokens;
    const auto lines = lupe::names::lines_of(text, tokens);
    std::uint32_t end = 0;
    lupe::names::Forms forms(lupe::names::Model::built_in());
    std::vector<lupe::names::Mention> mentions = lupe::names::tag(forms, lines);
    lupe::names::agree_along_links(lines, *lupe::lexicon_of("de"), mentions);
    for (const lupe::names::Mention& mention : mentions) {
        FUZZ_CHECK(mention.line < lines.size());
        const auto& words = lines[mention.line].words;
        FUZZ_CHECK(mention.first <= mention.last && mention.last < words.size());
        FUZZ_CHECK(words[mention.first].span.begin >= end && words[mention.last].span.end <= size);
        end = words[mention.last].span.end;
        FUZZ_CHECK(mention.type >= 0 && mention.type < lupe::names::type_count);
        FUZZ_CHECK(mention.probability >= 0 && mention.probability <= 1.001f);
    }
    return 0;
}
