// analyze() is total: any bytes give a document whose invariants hold.
#include <catch_amalgamated.hpp>
#include <random>

#include "lupe/analyze.h"
#include "lupe/json.h"
#include "resolve.h"
#include "text/utf.h"

using namespace lupe;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

void check_invariants(std::string_view text, const Options& options = {}) {
    const Document document = analyze(text, options);
    const bool well_formed = utf::first_invalid(text) == std::string_view::npos;
    std::uint32_t end = 0;
    for (const Token& token : document.tokens) {
        REQUIRE(token.span.begin >= end);
        REQUIRE(token.span.begin < token.span.end);
        end = token.span.end;
    }
    REQUIRE(end <= text.size());
    end = 0;
    for (const Annotation& annotation : document.annotations) {
        REQUIRE(annotation.span.begin >= end);
        REQUIRE(annotation.span.begin < annotation.span.end);
        if (well_formed && annotation.span.end < text.size()) REQUIRE_FALSE(utf::is_continuation(text[annotation.span.end]));
        end = annotation.span.end;
    }
    REQUIRE(end <= text.size());
    for (std::size_t i = 0; i < document.sentences.size(); ++i)
        REQUIRE((document.sentences[i] < document.tokens.size() && (i == 0 || document.sentences[i - 1] < document.sentences[i])));
    for (const OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::byte})
        REQUIRE(utf::first_invalid(to_json(document, unit)) == std::string_view::npos);
}

}  // namespace

TEST_CASE("odd texts give a document", "[robust]") {
    const std::string texts[] = {
        "",
        " ",
        "\n\n\n",
        std::string(1, '\0'),
        std::string("vier\0Milliarden Dollar", 22),
        "😀👨‍👩‍👧🇩🇪",
        "\xEF\xBB\xBF"
        "5 Euro",
        "שלום 5 € ‏עולם",
        "\xE2\x80\xAE"
        "5 Euro\xE2\x80\xAC",
        "a\xCC\x88\xCC\x88\xCC\x88 5\xCC\x88 Euro",
        "\xFF\xFE 5 Euro \xC0\x80 am Montag \xED\xA0\x80",
        "東京は5ユーロ กรุงเทพ 5 บาท",
        "5",
        "-",
        "$",
        ".",
        "٣٫٥ Euro und ５ Euro",
        "am 99.99.9999 um 99:99 Uhr",
        "0-37bn",
        "minus 3, one week",
        "0,00000000000001 Sekunden und 1:0,0000000000000000000001 Minuten",
        "999999999999999999999999999999999999999999 Euro und 0,000000000000000000000000000000001 Prozent",
    };
    for (const std::string& text : texts) {
        INFO(text);
        check_invariants(text);
        check_invariants(text, {.language = "en", .reference_date = "2023-09", .dictionary = {}});
    }
}

TEST_CASE("a line too long for a block is cut anywhere, also inside a word", "[robust]") {
    for (const std::string& text : {repeated("a ", 99'999) + "-2010", repeated("2010-2012-", 30'000), repeated("'90s+1990s", 30'000),
                                    repeated("(", 100'000) + "30-40 €", repeated("Anna-", 60'000)}) {
        INFO(text.substr(text.size() - 20));
        check_invariants(text, {.language = "de", .reference_date = "2023-09", .dictionary = {}});
        check_invariants(text, {.language = "en", .reference_date = "2023-09", .dictionary = {}});
    }
}

TEST_CASE("long runs of one thing give a document", "[robust]") {
    const char* const pieces[] = {"1.", "(",    "und ",  "Montag ", "a\xCC\x88", "zwei",           "Dr. ", "aя", "1 ", "- ",    "5 % ",
                                  ", ", "vor ", "Mio. ", "bis ",    "'",         "zwanzigtausend", "\n",   "€",  "A-", "2023 ", "ein "};
    for (const char* piece : pieces) {
        INFO(piece);
        check_invariants(repeated(piece, 20'000));
    }
    check_invariants(repeated("x", 1 << 20));
}

TEST_CASE("random bytes and random pieces of news give a document", "[robust]") {
    std::mt19937 random(7);
    const char* const pieces[] = {"vier", " ", "Mrd.", "-",   "Dollar", "3.", "Oktober", "2023", "bis", "zu",
                                  "%",    "½", "€",    "Uhr", "halb",   "\n", "Herr",    "AG",   "’",   "\xC3"};
    for (int round = 0; round < 300; ++round) {
        std::string bytes, words;
        for (int i = 0; i < 60; ++i) {
            bytes += static_cast<char>(random() % 256);
            words += pieces[random() % std::size(pieces)];
            if (random() % 2) words += ' ';
        }
        INFO(words);
        check_invariants(bytes);
        check_invariants(words, {.language = "auto", .reference_date = "2024-02-29", .dictionary = {}});
    }
}

TEST_CASE("what is resolved does not depend on the order of the proposals", "[robust]") {
    // A number longer than a name, a name longer than a year, and the year stands in the number.
    std::vector<Annotation> proposals{
        {{10, 23}, Number{{Decimal(2020), Decimal(2023), true}}, "n", Confidence::certain},
        {{4, 14}, Person{}, "p", Confidence::certain},
        {{10, 14}, Date{{"2020"}}, "d", Confidence::certain},
        {{19, 23}, Date{{"2023"}}, "e", Confidence::certain},
    };
    const auto rules = [](const std::vector<Annotation>& all) {
        std::string text;
        for (const Annotation& one : all) text += one.rule;
        return text;
    };
    std::sort(proposals.begin(), proposals.end(), [](const Annotation& a, const Annotation& b) { return *a.rule < *b.rule; });
    do {
        INFO(rules(proposals));
        CHECK(rules(resolve({}, proposals)) == "pe");
    } while (std::next_permutation(proposals.begin(), proposals.end(),
                                   [](const Annotation& a, const Annotation& b) { return *a.rule < *b.rule; }));
}

TEST_CASE("options are checked and wrong ones do no harm", "[robust]") {
    std::string error;
    CHECK(valid({}, error));
    CHECK(valid({.language = "de", .reference_date = "2023-09", .dictionary = {}}, error));
    CHECK_FALSE(valid({.language = "xx", .reference_date = {}, .dictionary = {}}, error));
    CHECK(error == "unknown language 'xx'");
    CHECK_FALSE(valid({.reference_date = {}, .today = "2023-13", .dictionary = {}}, error));
    check_invariants("Am Montag 5 Euro.", {.language = "xx", .reference_date = "yesterday", .dictionary = {}});
}

TEST_CASE("today is the reference date where neither the caller nor the text gives one") {
    const Options options{.reference_date = {}, .today = "2024-05-06", .dictionary = {}};
    CHECK(analyze("Das war gestern.", options).reference_date.day == 6);
    CHECK(analyze("Berlin, 26. September 2023. Das war gestern.", options).reference_date.day == 26);
    CHECK(analyze("Das war gestern.", {.reference_date = "2023-09", .today = "2024-05-06", .dictionary = {}}).reference_date.year == 2023);
}

TEST_CASE("a day that the calendar does not have is no dateline") {
    CHECK(analyze("Bonn, 29. Februar 2023 - Gestern war nichts.", {}).reference_date == ReferenceDate{});
    CHECK(analyze("Bonn, 29. Februar 2024 - Gestern war nichts.", {}).reference_date == ReferenceDate{2024, 2, 29});
}

TEST_CASE("the language is recognised when it is not given") {
    CHECK(analyze("Der Konzern hat am Montag mit der Regierung gesprochen.").language == "de");
    CHECK(analyze("The company said on Monday that it had spoken with the government.").language == "en");
    CHECK(analyze("").language == "de");
}
