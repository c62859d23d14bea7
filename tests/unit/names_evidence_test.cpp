// What the lists and the quotation marks say of a line: names of several words, and short quotations.
#include <catch_amalgamated.hpp>
#include <deque>
#include <map>
#include <string>

#include "names/features.h"
#include "names/phrases.h"
#include "names/quotes.h"
#include "names/words.h"
#include "text/segment.h"

namespace {

using namespace lupe;
using namespace lupe::names;

struct Read {
    std::vector<Line> lines;
    std::vector<Lexeme> made;
    std::vector<const Lexeme*> lexemes;
};

Read read(std::string_view text) {
    Read out;
    out.lines = lines_of(text, text::segment(text).tokens);
    REQUIRE(out.lines.size() == 1);
    const Line& line = out.lines[0];
    for (std::size_t i = 0; i < line.words.size(); ++i)
        out.made.push_back(make_lexeme(line.slice(i), line.words[i].letters, line.capitals, {}));
    for (const Lexeme& l : out.made) out.lexemes.push_back(&l);
    return out;
}

FingerprintMap map_of(const std::vector<std::pair<std::string, PhraseBit>>& names) {
    std::map<Hash, std::uint16_t> values;
    for (const auto& [name, bit] : names) {
        const Read words = read(name);
        Hash key = phrase_start;
        for (std::size_t i = 0; i < words.lexemes.size(); ++i) {
            key = longer_phrase(key, words.lexemes[i]->stem);
            if (i > 0) values[key] |= phrase_bit(i + 1 < words.lexemes.size() ? PhraseBit::longer : bit);
        }
    }
    std::vector<std::pair<Hash, std::uint16_t>> entries(values.begin(), values.end());
    static std::deque<std::string> kept;  // a map's bytes must outlive it
    std::string& bytes = kept.emplace_back();
    FingerprintMap::write(entries, 16, bytes);
    ByteReader in({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    FingerprintMap map;
    map.read(in);
    REQUIRE(in.good());
    return map;
}

// The text with listed names in brackets, and the number of their classes.
std::string with_phrases(const std::string& text, const FingerprintMap& map) {
    const Read words = read(text);
    std::vector<PhrasePart> parts(words.lexemes.size());
    PhraseFinder().find(words.lexemes, map, parts);
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !words.lines[0].words[i].glued) out += ' ';
        if (parts[i].place == PhrasePart::first) out += '[';
        out += words.lines[0].slice(i);
        if (parts[i].place == PhrasePart::last) out += "|" + std::to_string(parts[i].classes) + "]";
        CHECK((parts[i].place == PhrasePart::none) == (parts[i].classes == 0));
    }
    return out;
}

// The text with "short quotations" in square brackets.
std::string with_quotes(const std::string& text) {
    const Read words = read(text);
    std::vector<Quote> quotes(words.lexemes.size());
    find_quotes(words.lines[0], words.lexemes, quotes);
    std::string out;
    for (std::size_t i = 0; i < quotes.size(); ++i) {
        if (i > 0 && !words.lines[0].words[i].glued) out += ' ';
        if (!quotes[i].empty() && quotes[i].begin == i) out += '[';
        out += words.lines[0].slice(i);
        if (!quotes[i].empty() && quotes[i].end == i + 1) out += ']';
    }
    return out;
}

}  // namespace

TEST_CASE("the longest listed name counts, in any case of the German language") {
    const FingerprintMap map = map_of({{"Innere Mongolei", PhraseBit::place},
                                       {"Rotes Kreuz", PhraseBit::company},
                                       {"Stadt am Fluss", PhraseBit::place},
                                       {"Stadt am Fluss Museum", PhraseBit::company},
                                       {"Spider-Man", PhraseBit::product},
                                       {"Spider-Man", PhraseBit::person}});
    CHECK(with_phrases("In der Inneren Mongolei hilft das Rote Kreuz.", map) == "In der [Inneren Mongolei|2] hilft das [Rote Kreuz|4].");
    CHECK(with_phrases("Das Haus des Roten Kreuzes steht.", map) == "Das Haus des [Roten Kreuzes|4] steht.");
    CHECK(with_phrases("Die Stadt am Fluss hat das Stadt am Fluss Museum.", map) ==
          "Die [Stadt am Fluss|2] hat das [Stadt am Fluss Museum|4].");
    CHECK(with_phrases("Stadt am Meer, Mongolei, Kreuz", map) == "Stadt am Meer, Mongolei, Kreuz");
    CHECK(with_phrases("Spider\u2011Man und Spider Man", map) == "[Spider\u2011Man|9] und Spider Man");
    CHECK(with_phrases("innere Mongolei, STADT AM FLUSS", map) == "innere Mongolei, [STADT AM FLUSS|2]");
}

TEST_CASE("a listed name at the very end, or cut off there, harms nothing") {
    const FingerprintMap map = map_of({{"Bank von Bonn", PhraseBit::company}, {"1. FC Bonn", PhraseBit::company}});
    CHECK(with_phrases("Die Bank von Bonn", map) == "Die [Bank von Bonn|4]");
    CHECK(with_phrases("Die Bank von", map) == "Die Bank von");
    CHECK(with_phrases("Es siegt der 1. FC Bonn", map) == "Es siegt der [1. FC Bonn|4]");
    CHECK(with_phrases("Bank", map) == "Bank");
    CHECK(with_phrases("Bank von Bonn", FingerprintMap()) == "Bank von Bonn");
}

TEST_CASE("short quotations are told by how their marks are joined to words") {
    CHECK(with_quotes("Der Film „Langer Weg“ läuft.") == "Der Film „[Langer Weg]“ läuft.");
    CHECK(with_quotes("Sie las »Der Wald« und «Die See» und \"Das Moor\" vor.") ==
          "Sie las »[Der Wald]« und «[Die See]» und \"[Das Moor]\" vor.");
    CHECK(with_quotes("Der 5\" große Schirm und das 7\" große Bild") == "Der 5\" große Schirm und das 7\" große Bild");
    CHECK(with_quotes("Er sagte „so und rief") == "Er sagte „so und rief");
    CHECK(with_quotes("„Eins“, „zwei“") == "„[Eins]“, „[zwei]“");
    CHECK(with_quotes("„“ und \"\" sind leer") == "„“ und \"\" sind leer");
    CHECK(with_quotes("„a b c d e f g h i j k“ sagte sie zu „allen“") == "„a b c d e f g h i j k“ sagte sie zu „[allen]“");
}
