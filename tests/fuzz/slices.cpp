// The whole text and the text in slices: tokens, sentences and the tagger's words do not depend on other lines. (Amounts,
// times and names may: a sum is told over in the next paragraph, a day's year in the one before.)
#include "check.h"
#include "names/words.h"
#include "text/segment.h"

namespace {

bool same_shape(const lupe::Token& a, const lupe::Token& b) {
    return a.shape == b.shape && a.glued == b.glued && a.line_start == b.line_start;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const lupe::text::Segments whole = lupe::text::segment(text);
    const auto lines = lupe::names::lines_of(text, whole.tokens);
    std::size_t token = 0, sentence = 0, line = 0;
    for (std::size_t begin = 0; begin < size;) {
        const std::size_t end = std::min(text.find('\n', begin), size - 1) + 1;
        const std::string_view slice = text.substr(begin, end - begin);
        const lupe::text::Segments part = lupe::text::segment(slice);
        for (const std::uint32_t first : part.sentences)
            FUZZ_CHECK(sentence < whole.sentences.size() && whole.sentences[sentence++] == token + first);
        for (const auto& words : lupe::names::lines_of(slice, part.tokens)) {
            FUZZ_CHECK(line < lines.size() && lines[line].words.size() == words.words.size());
            FUZZ_CHECK(lines[line].capitals == words.capitals && lines[line].title_case == words.title_case);
            ++line;
        }
        for (const lupe::Token& mine : part.tokens) {
            FUZZ_CHECK(token < whole.tokens.size() && same_shape(whole.tokens[token], mine));
            FUZZ_CHECK(whole.tokens[token].span.begin == begin + mine.span.begin && whole.tokens[token].span.end == begin + mine.span.end);
            ++token;
        }
        begin = end;
    }
    FUZZ_CHECK(token == whole.tokens.size() && sentence == whole.sentences.size() && line == lines.size());
    return 0;
}
