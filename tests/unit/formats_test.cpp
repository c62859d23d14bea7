// The forms of a result beside JSON: what brat, CSV and CoNLL do with line ends, ranges, entities and bytes that are no UTF-8.
#include <catch_amalgamated.hpp>
#include <string>

#include "lupe/analyze.h"
#include "lupe/formats.h"

using namespace lupe;

namespace {

struct Marked {
    std::string surface;
    Value value;
    std::uint32_t entity = no_entity;
};

Document marked(std::string_view text, const std::vector<Marked>& marks) {
    Document document = analyze(text, {.language = "de", .reference_date = {}, .dictionary = {}});
    document.annotations.clear();
    document.entities.clear();
    for (const auto& [surface, value, entity] : marks) {
        const std::size_t at = text.find(surface, document.annotations.empty() ? 0 : document.annotations.back().span.end);
        REQUIRE(at != std::string::npos);
        document.annotations.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + surface.size())},
                                        value,
                                        "rule",
                                        Confidence::certain,
                                        entity});
    }
    return document;
}

const Magnitude range{Decimal(2), Decimal(3), true, Modifier::at_most};

}  // namespace

TEST_CASE("brat: values are notes, mentions of one thing are equal, a mention over a line end has two parts") {
    Document document =
        marked("Ada zahlt 2 bis\r\n3 Euro, sagt Ada in Ulm.",
               {{"Ada", Person{}, 0}, {"2 bis\r\n3 Euro", Money{range, "EUR"}}, {"Ada", Person{}, 0}, {"Ulm", Location{}, 1}});
    document.entities = {{Type::person, "Ada", {0, 2}}, {Type::location, "Ulm", {3}}};
    CHECK(to_brat(document) ==
          "T1\tPerson 0 3\tAda\n"
          "T2\tMoney 10 15;17 23\t2 bis 3 Euro\n"
          "#1\tAnnotatorNotes T2\tmoney 2..3 EUR at_most\n"
          "T3\tPerson 30 33\tAda\n"
          "T4\tLocation 37 40\tUlm\n"
          "*\tEquiv T1 T3\n");
}

TEST_CASE("brat: ill-formed bytes are replaced, code points are counted") {
    CHECK(to_brat(marked("😀 K\xFFln", {{"K\xFFln", Location{}}})) == "T1\tLocation 2 6\tK\uFFFDln\n");
}

TEST_CASE("CSV: ranges, assumed dates, entities and quotes each have their cell") {
    Document document =
        marked("\"Ada, A.\" zahlt 2 bis 3 Euro am 3. Mai.",
               {{"\"Ada, A.\"", Person{}, 0}, {"2 bis 3 Euro", Money{range, "EUR"}}, {"3. Mai", Date{{"2023-05-03", Mod::none, true}}}});
    document.entities = {{Type::person, "Ada, A.", {0}}};
    const std::string csv = to_csv(document, OffsetUnit::byte, "a.txt");
    CHECK(csv.find("\"\"\"Ada, A.\"\"\"") != std::string::npos);
    CHECK(csv.find(",\"Ada, A.\",") != std::string::npos);
    CHECK(csv.find(",2,3,EUR,") != std::string::npos);
    CHECK(csv.find("2023-05-03,,true,") != std::string::npos);
    CHECK(to_csv(marked("K\xC3\xB6ln 5", {{"5", Number{}}}), OffsetUnit::byte, "").find(",6,7,") != std::string::npos);
    CHECK(to_csv(marked("K\xC3\xB6ln 5", {{"5", Number{}}}), OffsetUnit::utf16, "").find(",5,6,") != std::string::npos);
}
