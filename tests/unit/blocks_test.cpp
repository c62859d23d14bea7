// A long text is read in blocks of whole lines: each says what it would say alone, and together they are the document.
#include <catch_amalgamated.hpp>

#include "case_file.h"
#include "lupe/analyze.h"
#include "text/blocks.h"
#include "text/segment.h"

using namespace lupe;

namespace {

const Options options{.language = "de", .reference_date = "2023-09-26", .dictionary = {{"Beispiel", false, Type::misc}}};

// The cases' sentences over and over, one a line, with hardly more than `size` bytes.
std::string lines(std::size_t size) {
    std::string text;
    while (text.size() < size)
        for (const cases::Case& one : cases::read_all(LUPE_CASES))
            if (text.size() < size) text += one.text + (one.text.size() % 3 ? "\n" : " Beispiel\r\n\r\n");
    return text;
}

// Where the first block ends.
std::size_t first_block(std::string_view text) {
    const std::vector<Token> tokens = text::segment(text).tokens;
    const std::size_t end = text::block_end(tokens, 0);
    return end < tokens.size() ? tokens[end].span.begin : text.size();
}

}  // namespace

TEST_CASE("a text of several blocks says what its blocks say alone") {
    const std::string text = lines(900'000);
    const Document whole = analyze(text, options);
    std::size_t annotation = 0, sentence = 0, blocks = 0;
    std::uint32_t begin = 0, token = 0;
    for (; begin < text.size(); ++blocks) {
        const std::size_t size = first_block(std::string_view(text).substr(begin));
        const Document alone = analyze(std::string_view(text).substr(begin, size), options);
        for (const Annotation& a : alone.annotations) {
            const Annotation& b = whole.annotations.at(annotation++);
            const Span moved{a.span.begin + begin, a.span.end + begin};
            REQUIRE((b.span == moved && b.value == a.value && b.confidence == a.confidence));
        }
        for (const std::uint32_t first : alone.sentences) REQUIRE(whole.sentences.at(sentence++) == first + token);
        token += static_cast<std::uint32_t>(alone.tokens.size());
        begin += static_cast<std::uint32_t>(size);
        CHECK((begin == text.size() || text[begin - 1] == '\n'));
    }
    CHECK(blocks > 2);
    CHECK(annotation == whole.annotations.size());
    CHECK(sentence == whole.sentences.size());
}

TEST_CASE("the dateline is that of the first block") {
    const std::string text =
        "Bonn, 3. Mai 2019 - Es begann am Montag.\n" + lines(400'000) + "\nBonn, 7. Juni 2021 - Es endete am Montag.\n";
    const Document document = analyze(text, {.language = "de", .reference_date = {}, .dictionary = {}});
    CHECK(document.reference_date == ReferenceDate{2019, 5, 3});
    CHECK(analyze("\n" + text.substr(41), {.language = "de", .reference_date = {}, .dictionary = {}}).reference_date.year != 2021);
}

TEST_CASE("a line that is longer than a block is cut, and nothing of it is lost") {
    const std::string sentence = "Am Montag zahlte die Bank 5 Euro, sagte Sprecherin Anna Schmidt. ";
    constexpr std::size_t times = 15'000;
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += sentence;
    const Document document = analyze(text, options);
    REQUIRE(document.tokens.size() > text::longest_block);
    std::size_t sums = 0, days = 0;
    for (const Annotation& a : document.annotations) {
        sums += document.slice(a.span) == "5 Euro";
        days += document.slice(a.span) == "Montag";
    }
    CHECK(sums == times);
    CHECK(days == times);
}
