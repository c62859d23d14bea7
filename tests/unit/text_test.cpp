// Tokens, sentences, keys and UTF-8: the ground everything else stands on.
#include <array>
#include <catch_amalgamated.hpp>

#include "lupe/analyze.h"
#include "tables.h"
#include "text/key.h"
#include "text/segment.h"
#include "text/utf.h"

using namespace lupe;

namespace {

// Tokens with a blank between them, '_' for a blank of the text.
std::string tokens_of(std::string_view text) {
    std::string result;
    for (const Token& token : text::segment(text).tokens) {
        if (!result.empty()) result += token.glued ? " " : " _ ";
        result += text.substr(token.span.begin, token.span.size());
    }
    return result;
}

std::size_t sentences_of(std::string_view text) {
    return analyze(text, {.language = "de", .reference_date = {}, .dictionary = {}}).sentences.size();
}

}  // namespace

TEST_CASE("words end at hyphens, genitive 's and digit borders; numerals keep their separators") {
    CHECK(tokens_of("VW-Aktie") == "VW - Aktie");
    CHECK(tokens_of("Anthropic's Modell") == "Anthropic ' s _ Modell");
    CHECK(tokens_of("O'Neill") == "O'Neill");
    CHECK(tokens_of("£2.5bn") == "£ 2.5 bn");
    CHECK(tokens_of("1.234,56 Euro") == "1.234,56 _ Euro");
    CHECK(tokens_of("26.9.2023.") == "26.9.2023 .");
    CHECK(tokens_of("1'234 und 1’234") == "1'234 _ und _ 1’234");
    CHECK(tokens_of("14:30 Uhr") == "14 : 30 _ Uhr");
    CHECK(tokens_of("") == "");
    CHECK(tokens_of(" \n\t") == "");
}

TEST_CASE("scripts that ICU segments by dictionary are cut per code point on every platform") { CHECK(tokens_of("東京") == "東 京"); }

TEST_CASE("Latin words need no ICU, and every row of the languages that is such is cut as ICU cuts it") {
    std::vector<Token> tokens;
    for (const char* const other : {"", " a", "a ", "a  b", "Denmark's", "km/h", "U6", "東", "E.ON", "×", "a\nb"})
        CHECK_FALSE(text::latin_words(other, tokens));
    const auto spans = [](const std::vector<Token>& of) {
        std::vector<std::array<std::uint32_t, 5>> out;
        for (const Token& t : of)
            out.push_back(
                {t.span.begin, t.span.end, static_cast<std::uint32_t>(t.shape), std::uint32_t{t.glued}, std::uint32_t{t.line_start}});
        return out;
    };
    std::size_t plain = 0;
    for (const Language& language : languages())
        for (const Row& row : language.rows) {
            if (!text::latin_words(row.form, tokens)) continue;
            INFO(row.form);
            REQUIRE(spans(tokens) == spans(text::segment(row.form).tokens));
            ++plain;
        }
    CHECK(plain > 7000);
}

TEST_CASE("abbreviations, initials and ordinals end no sentence") {
    CHECK(sentences_of("Das kostet ca. 3 Euro. Mehr nicht.") == 2);
    CHECK(sentences_of("Am 3. Oktober kam Prof. Dr. J. Meier. Er ging.") == 2);
    CHECK(sentences_of("Erste Zeile\nZweite Zeile") == 2);
}

TEST_CASE("keys fold case, sharp s, apostrophes and composition") {
    CHECK(text::key_of("STRAßE") == "strasse");
    CHECK(text::key_of("Ma\xCC\x88rz") == "märz");
    CHECK(text::key_of("MÄRZ") == "märz");
    CHECK(text::key_of("1’000") == "1'000");
    CHECK(text::key_of("Mil\xC2\xADliarde") == "milliarde");
    CHECK(text::key_of("Mil\u2060liarde") == "milliarde");
    CHECK(text::key_of("GROẞ") == "gross");
    CHECK(text::key_of("1‘000") == text::key_of("1´000"));
    CHECK(text::key_of("E\u2010Auto") == text::key_of("E\u2011Auto"));
}

TEST_CASE("UTF-8 is validated as Unicode defines it") {
    CHECK(utf::first_invalid("äöü €😀") == std::string_view::npos);
    CHECK(utf::first_invalid("a\xC0\x80") == 1);          // overlong
    CHECK(utf::first_invalid("a\xED\xA0\x80") == 1);      // surrogate
    CHECK(utf::first_invalid("a\xF4\x90\x80\x80") == 1);  // beyond U+10FFFF
    CHECK(utf::first_invalid("a\xE2\x82") == 1);          // cut off
}

TEST_CASE("each ill-formed byte becomes one replacement character") {
    CHECK(utf::replace_invalid("Köln €") == "Köln €");
    CHECK(utf::replace_invalid("a\xE2\x82z\xFF ö") == "a\uFFFD\uFFFDz\uFFFD ö");
    CHECK(utf::Cursor("ab", true).at(9) == 2);  // beyond the end
}

TEST_CASE("a cursor counts UTF-16 units and code points") {
    const std::string_view text = "a😀ä€";
    utf::Cursor utf16(text, true), points(text, false);
    CHECK(utf16.at(1) == 1);
    CHECK(utf16.at(5) == 3);
    CHECK(utf16.at(7) == 4);
    CHECK(utf16.at(10) == 5);
    CHECK(points.at(5) == 2);
    CHECK(points.at(10) == 4);
    CHECK(utf::Cursor("Zwölf Boote liegen im Hafen 😀.", true).at(34) == 31);  // in one leap
}
