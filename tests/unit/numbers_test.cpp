// Numerals against the oracle, and the flags that amounts and times rely on.
#include "rules/numbers.h"

#include <catch_amalgamated.hpp>
#include <random>

#include "lang/language.h"
#include "number_words_oracle.h"
#include "text/segment.h"

using namespace lupe;

namespace {

struct Read {
    std::string text;
    std::vector<Token> tokens;
    std::vector<rules::Numeral> numerals;
};

Read read(const std::string& language, const std::string& text) {
    Read result{text, {}, {}};
    const auto segments = text::segment(result.text);
    result.tokens = segments.tokens;
    const Lexicon& lexicon = *lexicon_of(language);
    const Terms terms(lexicon, result.text, result.tokens);
    result.numerals = rules::find_numerals({result.text, result.tokens, segments.sentences, lexicon, terms, {}});
    return result;
}

// The value if the whole text is one numeral, else a note of what was found.
std::string value_of(const std::string& language, const std::string& text) {
    const Read found = read(language, text);
    if (found.numerals.size() != 1 || found.numerals[0].span != Span{0, static_cast<std::uint32_t>(text.size())})
        return std::to_string(found.numerals.size()) + " numerals";
    return found.numerals[0].value.to_string();
}

void check_all_forms(std::int64_t n) {
    const std::string value = std::to_string(n);
    INFO(n);
    CHECK(value_of("de", oracle::german_words(n)) == value);
    CHECK(value_of("en", oracle::english_words(n)) == value);
    CHECK(value_of("de", oracle::grouped(n, ".")) == value);
    CHECK(value_of("en", oracle::grouped(n, ",")) == value);
    for (const char* mark : {"'", "’", " ", "\u00A0", "\u2009", "\u202F"}) CHECK(value_of("de", oracle::grouped(n, mark)) == value);
}

}  // namespace

TEST_CASE("every integer below 10,000 is read back from words and digits", "[numbers]") {
    for (std::int64_t n = 0; n < 10000; ++n) check_all_forms(n);
}

TEST_CASE("integers up to 1e15 are read back from words and digits", "[numbers]") {
    std::mt19937_64 random(20230926);
    for (int i = 0; i < 3000; ++i) {
        std::int64_t limit = 10;
        for (auto digits = random() % 15; digits > 0; --digits) limit *= 10;
        check_all_forms(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)));
    }
}

TEST_CASE("one of a scale behind a larger scale is part of the number", "[numbers]") {
    for (const std::int64_t n : {2'001'000'000LL, 3'001'000'000'000LL, 449'001'836'090'012LL, 805'116'001'861'945LL, 1'001'001'001'001LL})
        check_all_forms(n);
    CHECK(value_of("de", "zwei Milliarden eine weitere Million") == "2 numerals");
    CHECK(read("de", "zwei Millionen ein Haus").numerals[0].value == Decimal(2, 6));
}

TEST_CASE("the language decides where digits can be read both ways", "[numbers]") {
    CHECK(value_of("de", "1.234") == "1234");
    CHECK(value_of("en", "1.234") == "1.234");
    CHECK(value_of("de", "1,234") == "1.234");
    CHECK(value_of("en", "1,234") == "1234");
    CHECK(value_of("de", "1.234,56") == "1234.56");
    CHECK(value_of("en", "1,234.56") == "1234.56");
    CHECK(value_of("de", "1'234.56") == "1234.56");
    CHECK(value_of("de", "1’234,56") == "1234.56");
    CHECK(value_of("de", "2.5") == "2.5");
    CHECK(value_of("en", "2,5") == "2.5");
    CHECK(value_of("de", "1,234.56") == "1234.56");
    CHECK(value_of("de", "12 345,5") == "12345.5");
    CHECK(value_of("en", "1,00,000") == "100000");
    for (const char* no : {"26.9.2023", "1.2.3", "192.168.0.1", "1.2345.678", "0.123.456"}) CHECK(value_of("de", no) == "0 numerals");
}

TEST_CASE("numerals carry what amounts and times need to know", "[numbers]") {
    const auto one = [](const char* language, const char* text) {
        const auto found = read(language, text).numerals;
        REQUIRE(found.size() == 1);
        return found[0];
    };
    CHECK(one("de", "zwei Drittel").fraction);
    CHECK(one("de", "dritte").ordinal);
    CHECK(one("de", "einundzwanzigster").ordinal);
    CHECK(one("en", "twenty-third").ordinal);
    CHECK(one("en", "3rd").ordinal);
    CHECK((one("en", "a third").ordinal && one("en", "a third").fraction));
    CHECK(one("de", "am 3. Oktober").ordinal);
    CHECK(one("de", "am 3. Oktober").span.size() == 2);
    CHECK_FALSE(one("de", "Es waren 12. Die anderen gingen.").ordinal);
    CHECK(one("de", "eine").article);
    CHECK_FALSE(one("de", "eine Million").article);
    CHECK(one("de", "eine Million").scaled);
    CHECK(one("en", "half an hour").half);
    CHECK_FALSE(one("en", "half a million").half);
    CHECK((one("de", "zehnjährige").partial && one("de", "zehnjährige").span.size() == 4));
    CHECK(one("de", "fünfjährige").span.size() == 5);
    CHECK(read("de", "mehrere Millionen, hunderte").numerals.size() == 1);  // "hundert" of a longer word
}

TEST_CASE("numerals know what is written onto them", "[numbers]") {
    const auto tail = [](const char* text) {
        const Read found = read("de", text);
        REQUIRE(found.numerals.size() == 1);
        const Lexicon& lexicon = *lexicon_of("de");
        const Terms terms(lexicon, found.text, found.tokens);
        return std::string(rules::tail_of({found.text, found.tokens, {}, lexicon, terms, {}}, found.numerals[0]).text);
    };
    CHECK(tail("zehnjährige") == "jährige");
    CHECK(tail("10-jährige") == "jährige");
    CHECK(tail("10jährige") == "jährige");
    CHECK(tail("90er") == "er");
    CHECK(tail("neunziger") == "er");
    CHECK(tail("zehn Jahre").empty());
}
