// Names that the text links: what one is sure of, its neighbour takes.
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>

#include "lang/language.h"
#include "names/links.h"
#include "text/segment.h"

namespace {

using namespace lupe;
using namespace lupe::names;

// A name of the text and how likely it is of each type.
struct Name {
    std::string surface;
    std::array<float, type_count> types;
};

// The mentions of `text` after the links have spoken; names in the order of the text, all on one line.
std::vector<Mention> linked(const std::string& text, const std::vector<Name>& names, const char* language = "de") {
    const auto segments = text::segment(text);
    const std::vector<Line> lines = lines_of(text, segments.tokens);
    REQUIRE(lines.size() == 1);
    std::vector<Mention> mentions;
    std::size_t from = 0;
    for (const auto& [surface, types] : names) {
        const std::size_t at = text.find(surface, from);
        REQUIRE(at != std::string::npos);
        from = at + surface.size();
        const auto& words = lines[0].words;
        const auto word = [&](std::size_t offset, bool end) {
            const auto it =
                std::find_if(words.begin(), words.end(), [&](const Word& w) { return (end ? w.span.end : w.span.begin) == offset; });
            REQUIRE(it != words.end());
            return static_cast<std::size_t>(it - words.begin());
        };
        const auto best = std::max_element(types.begin(), types.end());
        mentions.push_back({0, word(at, false), word(from, true), static_cast<int>(best - types.begin()), *best, types});
    }
    agree_along_links(lines, *lexicon_of(language), mentions);
    return mentions;
}

// "POLM", a letter a mention.
std::string types_of(const std::vector<Mention>& mentions) {
    std::string out;
    for (const Mention& m : mentions) out += "POLM"[m.type];
    return out;
}

constexpr std::array<float, 4> sure_place{0, 0.02f, 0.98f, 0}, sure_person{0.97f, 0.02f, 0.01f, 0},
    rather_company{0.05f, 0.55f, 0.35f, 0.05f}, surely_company{0, 0.98f, 0.01f, 0.01f};

}  // namespace

TEST_CASE("what a sure name is joined with is of its type") {
    CHECK(types_of(linked("Orte wie Abenheim und Bebra", {{"Abenheim", rather_company}, {"Bebra", sure_place}})) == "LL");
    CHECK(types_of(linked("Bebra bzw. Abenheim", {{"Bebra", sure_place}, {"Abenheim", rather_company}})) == "LL");
    CHECK(types_of(linked("Bebra UND\u00a0Abenheim", {{"Bebra", sure_place}, {"Abenheim", rather_company}})) == "LL");
    CHECK(types_of(linked("Bebra/Abenheim", {{"Bebra", sure_place}, {"Abenheim", rather_company}})) == "LL");
    CHECK(types_of(linked("Bebra and Abenheim", {{"Bebra", sure_place}, {"Abenheim", rather_company}}, "en")) == "LL");
    CHECK(types_of(linked("Cham, Abenheim und Bebra", {{"Cham", rather_company}, {"Abenheim", rather_company}, {"Bebra", sure_place}})) ==
          "LLL");
}

TEST_CASE("two sure names keep their types, whatever joins them; no link, no say") {
    CHECK(types_of(linked("Anna Beispiel und Bebra", {{"Anna Beispiel", sure_person}, {"Bebra", sure_place}})) == "PL");
    CHECK(types_of(linked("Anna Beispiel, Bebra", {{"Anna Beispiel", sure_person}, {"Bebra", sure_place}})) == "PL");
    for (const char* gap : {" in ", " ", " und auch ", " (", ". ", " and "}) {
        const std::vector<Mention> apart =
            linked("Abenheim" + std::string(gap) + "Bebra", {{"Abenheim", rather_company}, {"Bebra", sure_place}});
        CHECK(types_of(apart) == "OL");
        CHECK(apart[0].types == rather_company);
    }
}

TEST_CASE("a name and its abbreviation are of one type: the surer one's") {
    const std::array<float, 4> rather_other{0, 0.35f, 0.05f, 0.6f};
    CHECK(types_of(linked("Alte Neue Bahn (ANB)", {{"Alte Neue Bahn", rather_other}, {"ANB", surely_company}})) == "OO");
    CHECK(types_of(linked("Östliche Neue Bahn (ÖNB)", {{"Östliche Neue Bahn", rather_other}, {"ÖNB", surely_company}})) == "OO");
    CHECK(types_of(linked("Alte Neue Bahn (ABN)", {{"Alte Neue Bahn", rather_other}, {"ABN", surely_company}})) == "MO");
    CHECK(types_of(linked("Bebra (B)", {{"Bebra", rather_other}, {"B", surely_company}})) == "MO");
}

TEST_CASE("agreement makes sure, contradiction unsure, and shares of types stay shares") {
    const auto both = linked("Abenheim und Bebra", {{"Abenheim", {0, 0.2f, 0.75f, 0.05f}}, {"Bebra", {0, 0.2f, 0.75f, 0.05f}}});
    const auto torn = linked("Abenheim und Bebra", {{"Abenheim", {0, 0.2f, 0.75f, 0.05f}}, {"Bebra", {0, 0.7f, 0.25f, 0.05f}}});
    CHECK(both[0].probability > 0.85f);
    CHECK(torn[1].probability < 0.6f);
    for (const auto& mentions : {both, torn})
        for (const Mention& m : mentions) {
            CHECK(std::abs(m.types[0] + m.types[1] + m.types[2] + m.types[3] - 1) < 1e-5f);
            CHECK(m.probability <= 1);
        }
}
