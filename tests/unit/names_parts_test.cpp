// The small parts below the name tagger, each where it ends: letters of every script it knows, stretches of a lattice, entries of a
// dictionary, short forms of names.
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>

#include "lupe/analyze.h"
#include "names/lattice.h"
#include "names/letters.h"

using namespace lupe;
using namespace lupe::names;

namespace {

std::vector<std::string> names_in(const std::string& text, const std::vector<DictionaryEntry>& dictionary) {
    const Document document = analyze(text, {.language = "de", .reference_date = {}, .dictionary = dictionary});
    std::vector<std::string> out;
    for (const Annotation& a : document.annotations)
        if (a.is_name()) out.push_back(std::string(document.slice(a.span)) + "/" + "POLM"[static_cast<int>(a.type())]);
    return out;
}

}  // namespace

TEST_CASE("letters have their case in Latin, Greek and Cyrillic") {
    const std::pair<char32_t, char32_t> pairs[] = {{U'A', U'a'}, {U'Ä', U'ä'}, {U'Ÿ', U'ÿ'}, {U'Ğ', U'ğ'}, {U'Ł', U'ł'}, {U'Ž', U'ž'},
                                                   {U'Ǎ', U'ǎ'}, {U'Ș', U'ș'}, {U'Ω', U'ω'}, {U'Ж', U'ж'}, {U'Ё', U'ё'}, {U'Ѡ', U'ѡ'},
                                                   {U'Ґ', U'ґ'}, {U'Ӓ', U'ӓ'}, {U'Ḃ', U'ḃ'}, {U'Ấ', U'ấ'}};
    for (const auto& [capital, small] : pairs) {
        CHECK(lower(capital) == small);
        CHECK(lower(small) == small);
        CHECK(upper(small) == capital);
        CHECK(upper(capital) == capital);
    }
    CHECK(lower(U'ẞ') == U'ß');
    for (const char32_t sign : {char32_t{0xD7}, char32_t{0xF7}, U'5', U'{', U'@', U'[', U'`', U'東', char32_t{0x2000}, char32_t{0x1F4B6}}) {
        CHECK(lower(sign) == sign);
        CHECK(upper(sign) == sign);
    }
    CHECK(upper(U'ς') == U'ς');
    CHECK(title("éLAN") == "Élan");
    CHECK(title("ÿ😀€") == "Ÿ😀€");
    CHECK(title("").empty());
}

TEST_CASE("a stretch between outside words is the whole line with its edges outside") {
    Transitions transitions{};
    std::vector<Scores> scores(4);
    unsigned state = 11;
    const auto random = [&] { return static_cast<float>((state = state * 1103515245u + 12345u) >> 16 & 0x3FF) / 256.f - 2.f; };
    for (auto& row : transitions)
        for (auto& w : row) w = random();
    for (auto& row : scores)
        for (auto& w : row) w = random();
    const LabelSet out = 1u << outside;
    const std::vector<LabelSet> edges_outside{out, all_labels, all_labels, out};
    const Lattice lattice(transitions);
    std::vector<Scores> whole(4), part(2);
    REQUIRE(lattice.marginals(scores, {}, edges_outside, whole));
    REQUIRE(lattice.marginals(std::span(scores).subspan(1, 2), {true, true}, {}, part));
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t l = 0; l < label_count; ++l) CHECK(part[i][l] == Catch::Approx(whole[i + 1][l]).margin(1e-4));

    for (auto* edge : {&scores.front(), &scores.back()}) (*edge)[outside] = 50;  // now the best sequence has them outside, too
    std::vector<std::uint8_t> best(4), inner(2);
    lattice.best(scores, {}, best);
    lattice.best(std::span(scores).subspan(1, 2), {true, true}, inner);
    CHECK(std::vector<std::uint8_t>(best.begin() + 1, best.end() - 1) == inner);
}

TEST_CASE("expected transitions add up to the number of steps, and to the marginals") {
    Transitions transitions{}, pairs{};
    transitions[0][1] = 1.5f;
    std::vector<Scores> scores(3), marginals(3);
    scores[1][2] = 0.7f;
    REQUIRE(Lattice(transitions).marginals(scores, {}, {}, marginals, &pairs, 2));
    double sum = 0;
    for (const auto& row : pairs)
        for (const float weight : row) sum += weight;
    CHECK(sum == Catch::Approx(2 * 2));  // two steps, each counted with the factor 2
    for (std::size_t l = 0; l < label_count; ++l) {
        double from = 0;
        for (const float weight : pairs[l]) from += weight;
        CHECK(from == Catch::Approx(2 * (marginals[0][l] + marginals[1][l])).margin(1e-4));
    }
}

TEST_CASE("nothing in, nothing out") {
    const Lattice lattice(Transitions{});
    std::vector<std::uint8_t> labels;
    std::vector<Scores> marginals;
    lattice.best({}, {}, labels);
    CHECK(lattice.marginals({}, {}, {}, marginals));
    CHECK(labels.empty());
}

TEST_CASE("of a dictionary's entries the longest counts, wrong ones do not, and what it names hides what overlaps it") {
    const std::string text = "Die Neue Hütte Ost liegt an der Saar.";
    const DictionaryEntry hut{"Neue Hütte", false, Type::organization}, east{"Neue Hütte Ost", false, Type::location};
    const auto found = [&](const std::vector<DictionaryEntry>& dictionary) { return names_in(text, dictionary).front(); };
    CHECK(found({hut, east}) == "Neue Hütte Ost/L");
    CHECK(found({east, hut}) == "Neue Hütte Ost/L");
    CHECK(found({hut, {"Neu", false, Type::misc}, {"", false, Type::misc}, {std::string(1001, 'x'), false, Type::misc}}) == "Neue Hütte/O");
    CHECK(found({hut, {"Neue Hütte", false, Type::misc}}) == "Neue Hütte/M");  // the later of two says what counts
    CHECK(found({hut, {"Hütte", false, Type::person}, {"Neue Hätte", false, Type::misc}}) == "Neue Hütte/O");
    CHECK(names_in("Ulm", {{"Ulm und Neu-Ulm", false, Type::misc}, {"Ulm", true, Type::misc}}).empty());
}
