// Time is linear in the text, whatever the text: eight times the bytes take at most some sixteen times as long, and no hostile text
// costs much more a byte than news does.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <ctime>

#include "lupe/analyze.h"

using namespace lupe;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
}

// Processor time of one analysis in milliseconds, the best of three: other programs only ever add to it.
double cost_ms(const std::string& text) {
    double best = 1e9;
    for (int run = 0; run < 3; ++run) {
        const std::clock_t start = std::clock();
        analyze(text, {.language = "de", .reference_date = "2023-09-26", .dictionary = {}});
        best = std::min(best, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

constexpr std::string_view news =
    "Der Konzern zahlt am Montag bis zu vier Milliarden Dollar für das Start-up aus San Francisco. Im Mai 2023 warb die Firma 450 Mio. "
    "Euro "
    "ein, 18,5 Prozent mehr als vor zwei Jahren, sagte Vorstandschefin Anna Schmidt. Die Investition ist Teil einer Zusammenarbeit, um das "
    "leistungsfähigste Modell der Branche zu entwickeln. Das Unternehmen wurde von Geschwistern gegründet, die beide zuvor bei einer "
    "anderen "
    "Firma gearbeitet hatten. ";

// No denser in amounts and times than news, however odd; a token here is shorter than a word of news, so a byte may cost more.
const std::string_view hostile[] = {"1.",
                                    "1.1.1 ",
                                    "(",
                                    "und ",
                                    "x",
                                    "Montag ",
                                    "Montag, ",
                                    "a\xCC\x88",
                                    "zwei",
                                    "Dr. ",
                                    "z. B. ",
                                    "aя",
                                    "- ",
                                    ", ",
                                    "vor ",
                                    "bis ",
                                    "'",
                                    "\n",
                                    "zwanzigtausend",
                                    "€",
                                    "A-",
                                    "Ende des ",
                                    "X-Y-",
                                    "\"",
                                    "🙂",
                                    "٣",
                                    "einundzwanzig",
                                    "hundert",
                                    "Anna Schmidt, ",
                                    "im Mai ",
                                    "Euro ",
                                    "Uhr ",
                                    "x\xC2\xAD"};

// Every other token a number: more work a byte, but still linear.
const std::string_view dense[] = {"1 ",   "1/",    "12:",       "3, 4, ", "5 % ",       "5 bis ", "1 000 ", "2023 ", "am 3. ",
                                  "ein ", "zwei ", "vor zwei ", "Mio. ",  "von 1 auf ", "halb ",  "jeden ", "rund ", "minus "};

}  // namespace

TEST_CASE("time grows with the text and not faster", "[linear]") {
    constexpr std::size_t small = 25'000;
    const double news_small = cost_ms(repeated(news, small)), news_large = cost_ms(repeated(news, 8 * small));
    CHECK(news_large < 16 * news_small + 5);
    const auto check = [&](std::string_view piece, double most) {
        INFO("'" << piece << "'");
        const double few = cost_ms(repeated(piece, small)), many = cost_ms(repeated(piece, 8 * small));
        CHECK(many < 16 * few + 5);
        CHECK(many < most * news_large + 5);
    };
    for (const std::string_view piece : hostile) check(piece, 8);
    for (const std::string_view piece : dense) check(piece, 12);
}
