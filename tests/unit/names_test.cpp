// The name tagger's parts: maps, lattice, words, model file, dictionary, entities, and the built-in model on plain cases.
#include <array>
#include <bit>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>

#include "facts/aliases.h"
#include "lupe/analyze.h"
#include "names/dictionary.h"
#include "names/fingerprint_map.h"
#include "names/lattice.h"
#include "names/model.h"
#include "names/words.h"
#include "text/segment.h"

namespace {

using namespace lupe;
using namespace lupe::names;

std::span<const std::uint8_t> bytes_of(const std::string& s) { return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()}; }

// "surface/type" of every name found.
std::vector<std::string> names_in(const std::string& text, const std::string& language,
                                  const std::vector<DictionaryEntry>& dictionary = {}) {
    const Document document = analyze(text, {.language = language, .reference_date = {}, .dictionary = dictionary});
    std::vector<std::string> out;
    for (const Annotation& a : document.annotations)
        if (a.is_name()) out.push_back(std::string(document.slice(a.span)) + "/" + "POLM"[static_cast<int>(a.type())]);
    return out;
}

Document with_names(const std::string& text, const std::vector<std::pair<std::string, Value>>& names) {
    Document document;
    document.text = text;
    std::size_t from = 0;
    for (const auto& [surface, value] : names) {
        const std::size_t at = text.find(surface, from);
        REQUIRE(at != std::string::npos);
        from = at + surface.size();
        document.annotations.push_back(
            {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)}, value, "names", Confidence::certain, no_entity});
    }
    facts::group_mentions(document);
    return document;
}

}  // namespace

TEST_CASE("a fingerprint map finds its keys and almost nothing else") {
    std::vector<std::pair<Hash, std::uint16_t>> entries;
    for (int i = 0; i < 5000; ++i) entries.emplace_back(hash_of("in" + std::to_string(i)), static_cast<std::uint16_t>(i));
    for (const unsigned bits : {12u, 16u}) {
        auto copy = entries;
        std::string file;
        FingerprintMap::write(copy, bits, file);
        ByteReader in(bytes_of(file));
        FingerprintMap map;
        map.read(in);
        REQUIRE(in.good());
        REQUIRE(in.left() == 0);
        int wrong = 0, strangers = 0;
        for (const auto& [key, value] : entries) {
            const auto at = map.find(key);
            REQUIRE(at != FingerprintMap::absent);
            wrong += map.value(at) != value;
        }
        for (int i = 0; i < 5000; ++i) strangers += map.find(hash_of("out" + std::to_string(i))) != FingerprintMap::absent;
        CHECK(wrong < 10);
        CHECK(strangers < 30);
    }
}

TEST_CASE("the lattice agrees with trying every label sequence") {
    Transitions transitions{};
    std::vector<Scores> scores(3);
    unsigned state = 7;
    const auto random = [&] { return static_cast<float>((state = state * 1103515245u + 12345u) >> 16 & 0x3FF) / 256.f - 2.f; };
    for (auto& row : transitions)
        for (auto& w : row) w = random();
    for (auto& row : scores)
        for (auto& w : row) w = random();

    double total = 0, best = -1e9;
    std::array<int, 3> best_path{};
    std::vector<std::array<double, label_count>> expected(3, std::array<double, label_count>{});
    for (int a = 0; a < label_count; ++a)
        for (int b = 0; b < label_count; ++b)
            for (int c = 0; c < label_count; ++c) {
                if (!opens(a) || !follows(a, b) || !follows(b, c) || !closes(c)) continue;
                const std::array<std::size_t, 3> path{std::size_t(a), std::size_t(b), std::size_t(c)};
                const double score = double(scores[0][path[0]]) + scores[1][path[1]] + scores[2][path[2]] + transitions[path[0]][path[1]] +
                                     transitions[path[1]][path[2]];
                total += std::exp(score);
                for (std::size_t i = 0; i < 3; ++i) expected[i][path[i]] += std::exp(score);
                if (score > best) best = score, best_path = {a, b, c};
            }
    const Lattice lattice(transitions);
    std::vector<std::uint8_t> labels;
    labels.resize(3);
    lattice.best(scores, {}, labels);
    std::vector<Scores> marginals(3);
    REQUIRE(lattice.marginals(scores, {}, {}, marginals));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(labels[i] == best_path[i]);
        for (std::size_t l = 0; l < label_count; ++l) CHECK(marginals[i][l] == Catch::Approx(expected[i][l] / total).margin(1e-4));
    }
}

TEST_CASE("no sequence allowed is said, not guessed") {
    const Lattice lattice(Transitions{});
    const std::vector<Scores> scores(2);
    const std::vector<LabelSet> allowed{1u << outside, 1u << label(0, Part::end)};
    std::vector<Scores> marginals(2);
    CHECK_FALSE(lattice.marginals(scores, {}, allowed, marginals));
}

TEST_CASE("words join letters and digits and stop at hyphens") {
    const std::string text = "Die H100-Karte von Denmark's U6\nNEUE ZAHLEN VON SIEMENS HEUTE";
    const auto segments = text::segment(text);
    const auto lines = lines_of(text, segments.tokens);
    REQUIRE(lines.size() == 2);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < lines[0].words.size(); ++i) words.emplace_back(lines[0].slice(i));
    CHECK(words == std::vector<std::string>{"Die", "H100", "-", "Karte", "von", "Denmark", "'s", "U6"});
    CHECK_FALSE(lines[0].capitals);
    CHECK(lines[1].capitals);
}

TEST_CASE("a line of thousands of words goes on in another one, between words if it can") {
    const auto sizes = [](std::string_view piece) {
        std::string text;
        for (int i = 0; i < 4500; ++i) text += piece;
        const auto segments = text::segment(text);
        std::vector<std::size_t> out;
        for (const Line& line : lines_of(text, segments.tokens)) out.push_back(line.words.size());
        return out;
    };
    CHECK(sizes("Wort ") == std::vector<std::size_t>{2000, 2000, 500});
    CHECK(sizes("(") == std::vector<std::size_t>{4000, 500});
}

TEST_CASE("weights in steps too small to add up are refused") {
    for (const float scale : {1e-9f, 0.f, 1.f, 0.05f}) {
        WeightWriter writer(0.05f, 0.01f);
        writer.add(Scores{1});
        std::string file, replaced;
        writer.write(file);
        append_f32(replaced, scale);
        file.replace(0, replaced.size(), replaced);
        ByteReader in(bytes_of(file));
        Weights().read(in);
        INFO(scale);
        CHECK(in.good() == (scale == 0.05f));
    }
}

TEST_CASE("an atom's weights come back at their offsets, rounded, relative to those of outside") {
    Scores left{}, right{}, tiny{};
    left[0] = 1, left[outside] = 0.5f;
    right[16] = -0.26f;
    tiny[1] = 0.005f;
    std::string file;
    AtomTable::write({{hash_of("a"), 2, right}, {hash_of("a"), -3, left}, {hash_of("b"), 0, right}, {hash_of("c"), 0, tiny}}, 0.05f, 0.01f,
                     file);
    ByteReader in(bytes_of(file));
    AtomTable table;
    table.read(in);
    REQUIRE(in.good());
    CHECK(table.size() == 3);
    const auto added = [&](std::string_view atom, int offset) {
        AtomTable::SumsByOffset sums{};
        table.add(std::vector<Atom>{{hash_of(atom), 3, Source::spelling}}, sums);
        return std::bit_cast<std::array<std::int16_t, label_count - 1>>(sums[static_cast<std::size_t>(offset + max_reach)]);
    };
    using Numbers = decltype(added("a", 0));
    Numbers first;
    first.fill(-10);
    first[0] = 10;
    CHECK(added("a", -3) == first);
    CHECK(added("a", 2)[15] == -5);
    CHECK(added("b", 0)[15] == -5);
    for (const char* const atom : {"a", "c", "d"}) CHECK(added(atom, 0) == Numbers{});
}

TEST_CASE("the built-in model loads, and is what was built in") {
    std::string error;
    CHECK_FALSE(Model::built_in(&error).empty());
    CHECK(Model().read(Model::built_in_bytes(), error));
    CHECK(error.empty());
}

TEST_CASE("a damaged model file is refused with a reason") {
    std::vector<std::pair<Hash, std::uint16_t>> none;
    std::string body, error;
    FingerprintMap::write(none, 12, body);
    append_ladder(body, {{1, 2, 3}});
    FingerprintMap::write(none, 12, body);
    FingerprintMap::write(none, 16, body);
    append_f32(body, 0.9f);
    append_f32(body, 0.6f);
    Scores row{};
    row[3] = 1;
    for (int pass = 0; pass < 2; ++pass) {
        append_transitions(body, Transitions{});
        if (pass == 0) AtomTable::write({{hash_of("a"), -1, row}, {hash_of("a"), 2, row}}, 0.05f, 0.01f, body);
        FeatureTable::write({{hash_of("f"), row}}, 0.05f, 0.01f, body);
    }
    const std::string whole = seal(body);
    Model model;
    REQUIRE(model.read(bytes_of(whole), error));
    CHECK_FALSE(model.empty());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string broken = whole;
        broken[i] = static_cast<char>(broken[i] ^ 0x41);
        error.clear();
        CHECK_FALSE(model.read(bytes_of(broken), error));
        CHECK_FALSE(error.empty());
        CHECK(model.empty());
    }
    for (std::size_t size = 0; size < body.size(); ++size) {  // short, but with a checksum that fits
        CHECK_FALSE(model.read(bytes_of(seal(body.substr(0, size))), error));
        CHECK(model.empty());
    }
}

TEST_CASE("plain names are found in both languages") {
    CHECK(names_in("Bundeskanzlerin Angela Merkel reiste am Montag nach Paris.", "de") ==
          std::vector<std::string>{"Angela Merkel/P", "Paris/L"});
    CHECK(names_in("The company is based in London, said John Smith.", "en") == std::vector<std::string>{"London/L", "John Smith/P"});
    CHECK(names_in("Die Katze schlief den ganzen Tag auf dem Sofa.", "de").empty());
}

TEST_CASE("what a document says elsewhere counts: a surname is a person after the full name") {
    const auto names = names_in("Der Unternehmer Markus Wiesinger hat am Montag mit Arbeitern gesprochen.\nWiesinger will sparen.", "de");
    CHECK(names == std::vector<std::string>{"Markus Wiesinger/P", "Wiesinger/P"});
}

TEST_CASE("a surname of two parts is one name wherever it stands, once its person is known") {
    const std::string known = "Den Rest stellte Kämmerer Jörn Uwe Petersen-Kalle vor.\n",
                      lone = "Knapp ein Zehntel nannte Petersen-Kalle „Zinsen, die wir nicht kennen“.";
    CHECK(names_in(known + lone, "de") == std::vector<std::string>{"Jörn Uwe Petersen-Kalle/P", "Petersen-Kalle/P"});
    CHECK(names_in(known + "Die Petersen-Stiftung lehnt das ab.", "de") ==
          std::vector<std::string>{"Jörn Uwe Petersen-Kalle/P", "Petersen-Stiftung/O"});
    CHECK(names_in("Kämmerer Jörn Petersen kam.\nMit ihm sprach die Petersen-Stiftung in Kiel.", "de") ==
          std::vector<std::string>{"Jörn Petersen/P", "Petersen-Stiftung/O", "Kiel/L"});
}

TEST_CASE("the user's dictionary beats the model") {
    const std::string text = "Angela Merkel lobte die Katze in Paris.";
    CHECK(names_in(text, "de", {{"Katze", false, Type::misc}, {"Paris", true, Type::misc}}) ==
          std::vector<std::string>{"Angela Merkel/P", "Katze/M"});
    CHECK(names_in(text, "de", {{"Merkel", false, Type::location}})[0] == "Merkel/L");
    CHECK(names_in(text, "de", {{"Katz", false, Type::misc}}) == names_in(text, "de"));
}

TEST_CASE("of a dictionary's entries the longest counts, wrong ones do not, and what it names hides what overlaps it") {
    const std::string text = "Die Neue Hütte Ost liegt an der Saar.";
    const DictionaryEntry hut{"Neue Hütte", false, Type::organization}, east{"Neue Hütte Ost", false, Type::location};
    const auto found = [&](const std::vector<DictionaryEntry>& dictionary) { return names_in(text, "de", dictionary).front(); };
    CHECK(found({hut, east}) == "Neue Hütte Ost/L");
    CHECK(found({east, hut}) == "Neue Hütte Ost/L");
    CHECK(found({hut, {"Neu", false, Type::misc}, {"", false, Type::misc}, {std::string(1001, 'x'), false, Type::misc}}) == "Neue Hütte/O");
    CHECK(found({hut, {"Neue Hütte", false, Type::misc}}) == "Neue Hütte/M");  // the later of two says what counts
    CHECK(found({hut, {"Hütte", false, Type::person}, {"Neue Hätte", false, Type::misc}}) == "Neue Hütte/O");
    CHECK(names_in("Ulm", "de", {{"Ulm und Neu-Ulm", false, Type::misc}, {"Ulm", true, Type::misc}}).empty());
}

TEST_CASE("mentions of one thing are one entity") {
    const std::string text = "Elon Musk gründete xAI. Musk schweigt, Musks Anwalt nicht. Amazon Web Services (AWS) wächst; AWS zahlt.";
    const Document document = with_names(text, {{"Elon Musk", Person{}},
                                                {"xAI", Organization{}},
                                                {"Musk", Person{}},
                                                {"Musks", Person{}},
                                                {"Amazon Web Services", Organization{}},
                                                {"AWS", Organization{}},
                                                {"AWS", Organization{}}});
    REQUIRE(document.entities.size() == 3);
    CHECK(document.entities[0].name == "Elon Musk");
    CHECK(document.entities[0].mentions == std::vector<std::uint32_t>{0, 2, 3});
    CHECK(document.entities[2].name == "Amazon Web Services");
    CHECK(document.entities[2].mentions == std::vector<std::uint32_t>{4, 5, 6});
    CHECK(document.annotations[6].entity == 2);
}

TEST_CASE("a short form of two people stays alone") {
    const Document document = with_names("Anna Schmidt und Bernd Schmidt. Schmidt ging.",
                                         {{"Anna Schmidt", Person{}}, {"Bernd Schmidt", Person{}}, {"Schmidt", Person{}}});
    CHECK(document.entities.size() == 3);
}
