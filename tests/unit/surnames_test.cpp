// Surnames after full names, on mentions as the tagger might give them.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <deque>
#include <string>

#include "names/surnames.h"
#include "text/segment.h"

namespace {

using namespace lupe;
using namespace lupe::names;

// A name of the text, its type as a letter of "POLM", how sure the tagger is.
struct Name {
    std::string surface;
    char type;
    float probability;
};

// "surface/type" of each mention after the surnames have spoken; names in the order of the text.
std::vector<std::string> followed(const std::string& text, const std::vector<Name>& names) {
    const auto segments = text::segment(text);
    const std::vector<Line> lines = lines_of(text, segments.tokens);
    const std::vector<Scores> marginals{sure_outside};
    std::deque<Lexeme> lexemes;
    std::deque<std::vector<const Lexeme*>> of_line;
    std::deque<std::vector<std::uint32_t>> rows;
    std::vector<TaggedLine> tagged;
    std::vector<Mention> mentions;
    std::size_t from = 0, next = 0;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const Line& line = lines[number];
        auto& here = of_line.emplace_back();
        for (std::size_t i = 0; i < line.words.size(); ++i)
            here.push_back(&lexemes.emplace_back(make_lexeme(line.slice(i), line.words[i].letters, false, {})));
        tagged.push_back({&line, here, rows.emplace_back(here.size()), &marginals});
        for (; next < names.size(); ++next) {
            const auto& [surface, type, probability] = names[next];
            const std::size_t at = text.find(surface, from);
            REQUIRE(at != std::string::npos);
            if (at > line.words.back().span.end) break;
            from = at + surface.size();
            const auto word = [&](auto matches) {
                const auto it = std::find_if(line.words.begin(), line.words.end(), matches);
                REQUIRE(it != line.words.end());
                return static_cast<std::size_t>(it - line.words.begin());
            };
            const auto kind = std::string_view("POLM").find(type);
            mentions.push_back({number, word([&](const Word& w) { return w.span.begin == at; }),
                                word([&](const Word& w) { return w.span.end == from; }), static_cast<int>(kind), probability});
            mentions.back().types[kind] = probability;
        }
    }
    REQUIRE(mentions.size() == names.size());
    follow_surnames(tagged, mentions);
    std::vector<std::string> out;
    for (const Mention& m : mentions) {
        const auto& words = lines[m.line].words;
        const Span span{words[m.first].span.begin, words[m.last].span.end};
        out.push_back(text.substr(span.begin, span.size()) + "/" + "POLM"[m.type]);
    }
    return out;
}

using Found = std::vector<std::string>;

const Name full{"Anna Holm-Beck", 'P', 0.95f};

}  // namespace

TEST_CASE("an unsure lone surname is its person, a sure name of another type stays") {
    const Name anna{"Anna Holm", 'P', 0.95f};
    CHECK(followed("Anna Holm kam.\nHolm sprach.", {anna, {"Holm", 'L', 0.6f}}) == Found{"Anna Holm/P", "Holm/P"});
    CHECK(followed("Anna Holm kam.\nHolm liegt am Fluss.", {anna, {"Holm", 'L', 0.9f}}) == Found{"Anna Holm/P", "Holm/L"});
    CHECK(followed("Anna Holm kam.\nHolms Rede.", {anna, {"Holms", 'O', 0.6f}}) == Found{"Anna Holm/P", "Holms/P"});
    CHECK(followed("Anna Holm kam.\nHolm sprach.", {{"Anna Holm", 'P', 0.8f}, {"Holm", 'L', 0.6f}}) == Found{"Anna Holm/P", "Holm/L"});
}

TEST_CASE("a part of a surname of two grows to it, whichever part it is, and two parts are one name") {
    const std::string text = "Anna Holm-Beck kam.\nHolm-Beck sprach.";
    const Found whole{"Anna Holm-Beck/P", "Holm-Beck/P"};
    CHECK(followed(text, {full, {"Holm", 'P', 0.95f}}) == whole);
    CHECK(followed(text, {full, {"Beck", 'O', 0.95f}}) == whole);
    CHECK(followed(text, {full, {"Holm", 'L', 0.5f}, {"Beck", 'P', 0.5f}}) == whole);
}

TEST_CASE("a full name that was cut or split is whole again") {
    const std::string text = "Anna Holm-Beck kam.\nDann ging Anna Holm-Beck.";
    const Found both{"Anna Holm-Beck/P", "Anna Holm-Beck/P"};
    CHECK(followed(text, {full, {"Anna Holm", 'P', 0.95f}}) == both);
    CHECK(followed(text, {full, {"Anna Holm", 'P', 0.95f}, {"Beck", 'O', 0.95f}}) == both);
}

TEST_CASE("another compound with the same part is none of the person's") {
    CHECK(followed("Anna Holm-Beck kam.\nDie Holm-Stiftung kam.", {full, {"Holm", 'P', 0.95f}}) == Found{"Anna Holm-Beck/P", "Holm/P"});
    CHECK(followed("Anna Holm-Beck kam.\nDie Holm-Stiftung kam.", {full, {"Holm-Stiftung", 'O', 0.6f}}) ==
          Found{"Anna Holm-Beck/P", "Holm-Stiftung/O"});
}
