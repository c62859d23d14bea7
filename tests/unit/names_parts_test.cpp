// The small parts below the name tagger, each where it ends: letters of every script it knows, stretches of a lattice, the gate
// before it, words beyond measure.
#include <array>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <numeric>
#include <string>

#include "names/features.h"
#include "names/gate.h"
#include "names/lattice.h"
#include "names/letters.h"
#include "names/model.h"

using namespace lupe;
using namespace lupe::names;

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

// Closed words are outside but for e^-margin a name that could lie over them: here at most 36 of them.
TEST_CASE("what the gate closes, the lattice calls outside") {
    Transitions transitions{};
    unsigned state = 23;
    const auto random = [&] { return static_cast<float>((state = state * 1103515245u + 12345u) >> 16 & 0x3FF) / 256.f - 2.f; };
    for (auto& row : transitions)
        for (auto& w : row) w = random();
    const Gate gate(transitions);
    const Lattice lattice(transitions);
    constexpr float margin = 10;
    int closed = 0, named = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<Scores> scores(6), marginals(6);
        std::vector<std::uint8_t> open(6);
        for (auto& row : scores) {
            const float level = 10 * random() - 10;  // some words are far from any name, some in the midst of one
            for (std::size_t l = 0; l < label_count; ++l) row[l] = l == outside ? 0 : level + 2 * random();
            for (std::size_t l = singles; l < begins && round % 2; ++l) row[l] -= 40;  // names of one word do not help
        }
        gate.mark(scores, margin, open);
        REQUIRE(lattice.marginals(scores, {}, {}, marginals));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            named += marginals[i][outside] < 0.5f;
            if (open[i]) continue;
            ++closed;
            CHECK(1 - marginals[i][outside] < 36 * std::exp(-margin) + 1e-6f);
        }
    }
    CHECK(closed > 100);
    CHECK(named > 100);
}

TEST_CASE("a word has no more rows than its sums can hold, however long it is") {
    for (const std::string& word : {"X" + std::string(1000, 'y'), std::string("Rindfleischetikettierungsgesetz"), std::string("Ab1")}) {
        std::array<std::size_t, 2 * max_reach + 1> rows{};
        for (const Atom& atom : make_lexeme(word, true, false, Model::built_in().tables).atoms)
            for (int d = -atom.reach; d <= atom.reach; ++d) ++rows[static_cast<std::size_t>(d + max_reach)];
        CHECK(std::accumulate(rows.begin(), rows.end(), std::size_t{0}) < 224);  // and at most 31 of its surroundings: 255 fit
    }
}
