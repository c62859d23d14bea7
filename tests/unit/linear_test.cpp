// Time is linear in the text, whatever the text: 16 MB take no more a byte than 1 MB does, and no hostile text costs much more a
// byte than news. Measured as processor time on machines that others use too, so what fails is measured again: noise only adds,
// and what is not linear never passes.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <ctime>

#include "case_file.h"
#include "lupe/analyze.h"

using namespace lupe;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + piece.size());
    while (text.size() < bytes) text += piece;
    return text;
}

// Letters in no order, as in a picture that was pasted as text: no part of it is a word.
std::string shuffled(std::size_t bytes) {
    std::string text;
    for (std::uint32_t state = 7; text.size() < bytes; text += static_cast<char>('a' + (state >> 16) % 26))
        state = state * 1103515245u + 12345u;
    return text;
}

// The sentences of all German cases, one a line: words as varied as in news, amounts and times denser.
const std::string& news() {
    static const std::string text = [] {
        std::string all;
        for (const cases::Case& one : cases::read_all(LUPE_CASES))
            if (one.language == "de") all += one.text + "\n";
        return all;
    }();
    return text;
}

// Processor time of an analysis, in nanoseconds a byte: the least of all that were measured.
class Cost {
public:
    explicit Cost(std::string text) : text_(std::move(text)) {}
    double measure() {
        const std::clock_t start = std::clock();
        analyze(text_, {.language = "de", .reference_date = "2023-09-26", .dictionary = {}});
        const double time = 1e9 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        return least_ = std::min(least_, time / static_cast<double>(text_.size()));
    }
    double least() const { return least_; }

private:
    std::string text_;
    double least_ = 1e9;
};

// Whether `subject` costs at most `most` times what `standard` does; measured up to eight times.
bool within(Cost& subject, double most, Cost& standard) {
    for (int round = 0; round < 8; ++round) {
        if (subject.measure() <= most * standard.measure()) return true;
    }
    return subject.least() <= most * standard.least();
}

// Words, marks and symbols without end, glued or not, that say much or nothing: at most twice what news costs.
const std::string_view plain[] = {
    "1.",       "1.1.1 ",        "und ", "x",      "Xy",        "Montag ", "Montag, ", "a\xCC\x88", "zwei",  "zwanzigtausend",
    "hundert",  "einundzwanzig", "Dr. ", "z. B. ", "aя",        "(",       "\"",       "'",         "- ",    ", ",
    "vor ",     "bis ",          "\n",   "€",      "Ende des ", "🙂",    "٣",        "Uhr ",      "Euro ", "Anna Schmidt, ",
    "x\xC2\xAD"};

// Words of one letter that the tagger asks about, and days: more work a byte than words of news.
const std::string_view short_tokens[] = {"A-", "X-Y-", "im Mai "};

// Every other token a number: more work a byte, but still linear.
const std::string_view dense[] = {"1 ",   "1/",    "12:",       "3, 4, ", "5 % ",       "5 bis ", "1 000 ", "100 ",  "2023 ", "am 3. ",
                                  "ein ", "zwei ", "vor zwei ", "Mio. ",  "von 1 auf ", "halb ",  "jeden ", "rund ", "minus "};

// Each asks what stands before it.
const std::string_view asking[] = {"von 6 bis 22 Uhr ", "über 2 Euro ", "7/3 Grad ", "bis 3. Mai "};

}  // namespace

TEST_CASE("a byte of a long text costs what a byte of a short one does", "[linear]") {
#ifdef __EMSCRIPTEN__
    constexpr std::size_t small = 1u << 17;
#else
    constexpr std::size_t small = 1u << 20;
#endif
    Cost one(repeated(news(), small)), four(repeated(news(), 4 * small)), sixteen(repeated(news(), 16 * small));
    CHECK(within(four, 1.3, one));
    CHECK(within(sixteen, 1.3, one));
}

TEST_CASE("no text costs much more a byte than news", "[linear]") {
    Cost standard(repeated(news(), 100'000));
    const auto check = [&](std::string_view piece, double most) {
        INFO("'" << piece << "'");
        Cost subject(repeated(piece, 100'000));
        CHECK(within(subject, most, standard));
    };
    for (const std::string_view piece : plain) check(piece, 2);
    for (const std::string_view piece : short_tokens) check(piece, 5);
    for (const std::string_view piece : dense) check(piece, 5);
    for (const std::string_view piece : asking) check(piece, 5);
}

TEST_CASE("what is hostile by its size alone costs no more either", "[linear]") {
    Cost standard(repeated(news(), 1'000'000));
    const std::string long_name = " Xaver" + repeated("ab", 500'000) + " sagte.\n";
    for (const std::string& text : {repeated("und ", 4'000'000), std::string(5'000'000, 'x'), "Q" + shuffled(5'000'000),
                                    repeated("Montag Dienstag Mittwoch ", 900'000), repeated("100 ", 1'000'000),
                                    "a" + repeated("\u0316\u0301", 1'000'000), "zw" + repeated("\u00AD", 1'000'000) + "eix",
                                    "Herr" + long_name + repeated("Anna sagte es.\n", 1'000'000) + "Anna" + long_name}) {
        INFO(text.substr(0, 30));
        Cost subject(text);
        CHECK(within(subject, 2, standard));
    }
}
