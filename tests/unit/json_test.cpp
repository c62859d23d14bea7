// The serialiser: what must be escaped, what is left out, and offsets that fit the text even where its bytes are ill-formed.
#include <catch_amalgamated.hpp>
#include <string>

#include "lupe/analyze.h"
#include "lupe/json.h"

using namespace lupe;

namespace {

// One annotation over the whole text.
std::string json_of(std::string_view text, Value value, OffsetUnit unit = OffsetUnit::utf16) {
    Document document;
    document.text = text;
    document.language = "de";
    document.annotations.push_back({{0, static_cast<std::uint32_t>(text.size())}, std::move(value), "rule", Confidence::likely, no_entity});
    return to_json(document, unit);
}

std::string annotation(const std::string& json) {
    const std::size_t from = json.find("[{") + 1;
    return json.substr(from, json.find("],\"entities\"") - from);
}

}  // namespace

TEST_CASE("an empty document has every part that never misses") {
    Document document;
    document.language = "en";
    CHECK(to_json(document, OffsetUnit::byte) ==
          R"({"schema":"lupe/1","engine":{"version":")" + std::string(version) +
              R"("},"language":"en","offsetUnit":"byte","annotations":[],"entities":[],"warnings":[]})");
}

TEST_CASE("strings are escaped as JSON asks, and no more") {
    const std::string text = std::string("\0\x01\x1f", 3) + "\b\t\n\f\r\"\\/\x7f ä€😀";
    CHECK(annotation(json_of(text, Misc{})) == R"({"id":0,"start":0,"end":17,"text":"\u0000\u0001\u001f\b\t\n\f\r\"\\/)"
                                               "\x7f ä€😀"
                                               R"(","type":"misc","rule":"rule","confidence":"likely"})");
}

TEST_CASE("each ill-formed byte is one replacement character, as the offsets count it") {
    CHECK(
        annotation(json_of("a\xE4\xBDz\xFF", Misc{})) ==
        "{\"id\":0,\"start\":0,\"end\":5,\"text\":\"a\uFFFD\uFFFDz\uFFFD\",\"type\":\"misc\",\"rule\":\"rule\",\"confidence\":\"likely\"}");
}

TEST_CASE("numbers keep their digits") {
    const auto written = [](std::string_view digits) {
        const Decimal number = Decimal::parse(digits);
        const std::string json = annotation(json_of("x", Number{{number, number, false, Modifier::none}}));
        const std::size_t from = json.find("\"number\":", json.find("\"value\"")) + 9;
        return json.substr(from, json.find('}') - from);
    };
    for (const char* digits : {"0", "-2.6", "0.1", "4000000000", "123456789012345678", "100000000000000000000", "1e30", "0.000001", "1e-9"})
        CHECK(written(digits) == digits);
}

TEST_CASE("values have their fields in a fixed order and leave out what is not known") {
    const Magnitude range{Decimal(2), Decimal(3), true, Modifier::at_most};
    CHECK(json_of("x", Money{range, "EUR"}).find(R"("value":{"min":2,"max":3,"currency":"EUR","modifier":"at_most"})") !=
          std::string::npos);
    CHECK(json_of("x", Money{range, ""}).find(R"("value":{"min":2,"max":3,"modifier":"at_most"})") != std::string::npos);
    CHECK(json_of("x", Quantity{{Decimal(5), Decimal(5), false, Modifier::none}, "meter"}).find(R"("value":{"number":5,"unit":"meter"})") !=
          std::string::npos);
    CHECK(json_of("x", Date{{"2023-09", Mod::start, true}}).find(R"("value":{"timex":"2023-09","mod":"START","assumed":true})") !=
          std::string::npos);
}

TEST_CASE("reference date, entities and warnings") {
    Document document;
    document.language = "de";
    document.reference_date = {812, 3, 0};
    document.entities = {{Type::person, "Ada \"A\"", {0, 4}}, {Type::location, "Köln", {}}};
    document.warnings = {"one", "two"};
    const std::string json = to_json(document, OffsetUnit::codepoint);
    CHECK(json.find(R"("referenceDate":"0812-03","offsetUnit":"codepoint")") != std::string::npos);
    CHECK(
        json.find(
            R"("entities":[{"id":0,"type":"person","name":"Ada \"A\"","mentions":[0,4]},{"id":1,"type":"location","name":"Köln","mentions":[]}],)"
            R"("warnings":["one","two"]})") != std::string::npos);
}
