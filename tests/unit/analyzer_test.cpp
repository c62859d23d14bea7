// An Analyzer remembers what it met; no document may show it.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cctype>
#include <random>

#include "lupe/analyze.h"
#include "lupe/json.h"

using namespace lupe;

namespace {

std::string article() {
    return "Bonn, 3. Mai 2023\nANNA SCHMIDT FÜHRT DIE BEISPIEL AG\n\nDie Beispiel AG zahlt Anna Schmidt 4 Mio. Euro, sagte Sprecher Peter "
           "Klein am "
           "Montag.\n\nSchmidt kommt von \u201eKlein und Groß\u201c in Köln; Klein lobte \u201eDie lange Nacht\u201c.\nThe Example Group "
           "said on "
           "Monday that Anna Schmidt's firm in New York was worth $5 million.\n\nBEISPIEL AG\nSchmidt: \u201eWir bleiben in Bonn.\u201c\n";
}

// One of the things that one does to a text: pieces of it are typed, deleted, moved, joined and written in capitals.
void edit(std::string& text, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const char* const typed[] = {"x", " ", "\n", "\n\n", "Schmidt ", "BONN ", "\u201c", "\u00e4", "\xC3", "3. Mai", " Peter"};
    const std::size_t at = below(text.size() + 1), size = std::min(below(30), text.size() - at);
    const std::string piece = text.substr(at, size);
    switch (below(5)) {
        case 0: text.erase(at, size); break;
        case 1: text.insert(below(text.size() + 1), piece); break;
        case 2:
            std::transform(piece.begin(), piece.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                           [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::toupper(c) : c); });
            break;
        default: text.insert(at, typed[below(std::size(typed))]); break;
    }
}

std::string json(const Document& document) { return to_json(document, OffsetUnit::utf16); }

}  // namespace

TEST_CASE("an analyzer says of any text what a new one says, whatever it met before") {
    Analyzer analyzer;
    std::string text = article();
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        if (text.size() > 2000) text = article();
        edit(text, random);
        const Options options{.language = seed % 7 ? "auto" : "en", .reference_date = {}, .dictionary = {}};
        INFO(seed << ": " << text);
        REQUIRE(json(analyzer.analyze(text, options)) == json(analyze(text, options)));
    }
}

TEST_CASE("an analyzer forgets what would be too much to remember") {
    Analyzer analyzer;
    std::string many;
    for (int i = 0; i < 25'000; ++i) many += "wort" + std::to_string(i) + (i % 20 ? ' ' : '\n');
    const std::string text = article(), expected = json(analyze(text));
    CHECK(json(analyzer.analyze(text)) == expected);
    CHECK(json(analyzer.analyze(many)) == json(analyze(many)));
    CHECK(json(analyzer.analyze(text)) == expected);
}
