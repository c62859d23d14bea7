// Names in quotation marks that a kind right before them announces ("die Serie „Kaiserin“"), beside what the tagger found.
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "names/announced.h"
#include "text/segment.h"

namespace {

using namespace lupe;
using namespace lupe::names;

constexpr auto other = static_cast<std::uint16_t>(list_bit(ListBit::kind) | list_bit(ListBit::product));
constexpr auto organization = static_cast<std::uint16_t>(list_bit(ListBit::kind) | list_bit(ListBit::company));

// The mentions after add_announced as "words|type", where "Serie" and "Verein" are kinds, and "Werk" is one of two types.
std::vector<std::string> announced(const std::string& text, std::vector<Mention> mentions = {}) {
    const std::vector<Line> lines = lines_of(text, text::segment(text).tokens);
    std::vector<std::vector<Lexeme>> made(lines.size());
    std::vector<std::vector<const Lexeme*>> lexemes(lines.size());
    std::vector<TaggedLine> tagged;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const Line& line = lines[number];
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            Lexeme& lexeme = made[number].emplace_back(make_lexeme(line.slice(i), line.words[i].letters, line.capitals, {}));
            lexeme.kinds = line.slice(i) == "Serie" ? other : line.slice(i) == "Verein" ? organization : 0;
            if (line.slice(i) == "Werk") lexeme.kinds = other | organization;
        }
        for (const Lexeme& l : made[number]) lexemes[number].push_back(&l);
        tagged.push_back({&line, lexemes[number], {}, nullptr});
    }
    add_announced(tagged, mentions);
    std::vector<std::string> out;
    for (const Mention& m : mentions) {
        const auto& words = lines[m.line].words;
        const auto from = words[m.first].span.begin;
        out.push_back(text.substr(from, words[m.last].span.end - from) + "|" + std::to_string(m.type));
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a kind right before quotation marks announces a name of its type") {
    CHECK(announced("Die Serie „Kaiserin“ läuft.") == Found{"Kaiserin|3"});
    CHECK(announced("Die Serie \"Der lange Weg\" und der Verein «Wir sind da» enden.") == Found{"Der lange Weg|3", "Wir sind da|1"});
    CHECK(announced("Die Serie läuft.\nDer Verein „Licht“ hilft.") == Found{"Licht|1"});
}

TEST_CASE("without a kind, of two types, in small letters or too long it announces nothing") {
    CHECK(announced("Sie sprach von der „Kaiserin“.").empty());
    CHECK(announced("Die Serie ist „Kult“.").empty());
    CHECK(announced("Das Werk „Licht“ steht.").empty());
    CHECK(announced("Die Serie „kaiserlich“ läuft.").empty());
    CHECK(announced("Die Serie „Eins zwei drei vier fünf sechs sieben“ läuft.").empty());
    CHECK(announced("Serie Kaiserin").empty());
}

TEST_CASE("an announced name replaces unsure mentions over it and leaves sure ones and all others alone") {
    const std::string text = "Anna sah die Serie „Berliner Nacht“ in Bonn.";  // words 5 and 6 are quoted
    const Mention anna{0, 0, 0, 0, 0.99f}, bonn{0, 9, 9, 2, 0.99f};
    CHECK(announced(text, {anna, bonn}) == Found{"Anna|0", "Berliner Nacht|3", "Bonn|2"});
    CHECK(announced(text, {anna, {0, 5, 5, 2, 0.5f}, bonn}) == Found{"Anna|0", "Berliner Nacht|3", "Bonn|2"});
    CHECK(announced(text, {anna, {0, 5, 5, 2, 0.95f}, bonn}) == Found{"Anna|0", "Berliner|2", "Bonn|2"});
    CHECK(announced(text, {anna, {0, 5, 6, 1, 0.5f}, bonn}) == Found{"Anna|0", "Berliner Nacht|1", "Bonn|2"});
}
