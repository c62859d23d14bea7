// What the lists say of nouns that announce a name ("Kelterei Rabe"): a compound is of the kind that its last part is.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

#include "names/lexeme.h"

namespace {

using namespace lupe::names;

constexpr std::uint16_t bits(ListBit a, ListBit b) {
    return static_cast<std::uint16_t>(1u << static_cast<unsigned>(a) | 1u << static_cast<unsigned>(b));
}

// Tables that know some nouns, all of one cluster; `kinds` are in the lists as well. Holds the bytes that its maps were read from.
class Nouns {
public:
    Nouns(const std::vector<std::string>& nouns, const std::vector<std::pair<std::string, std::uint16_t>>& kinds) {
        std::vector<std::pair<Hash, std::uint16_t>> clusters, lists;
        for (const auto& noun : nouns) clusters.emplace_back(cluster_key(noun), 0);
        for (const auto& [noun, value] : kinds) lists.emplace_back(list_key(noun), value);
        tables_.ladder = {{0, 0, 0}};
        fill(clusters, cluster_bytes_, tables_.clusters);
        fill(lists, list_bytes_, tables_.lists);
    }
    std::vector<Hash> atoms(std::string_view word) const {
        std::vector<Hash> out;
        for (const Atom& atom : make_lexeme(word, true, false, tables_).atoms) out.push_back(atom.hash);
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    static void fill(std::vector<std::pair<Hash, std::uint16_t>>& entries, std::string& bytes, FingerprintMap& map) {
        FingerprintMap::write(entries, 16, bytes);
        ByteReader in({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
        map.read(in);
        REQUIRE(in.good());
    }
    std::string cluster_bytes_, list_bytes_;
    Tables tables_;
};

const std::vector<std::string> nouns = {"Kartoffel", "Sorte", "Obst", "Kelterei", "Vielfalt"};
const std::vector<std::pair<std::string, std::uint16_t>> kinds = {{"Sorte", bits(ListBit::kind, ListBit::product)},
                                                                  {"Kelterei", bits(ListBit::kind, ListBit::company)},
                                                                  {"Vielfalt", bits(ListBit::company, ListBit::product)}};

// What the lists add to what is known of the word.
std::vector<Hash> added(std::string_view word) {
    const auto with = Nouns(nouns, kinds).atoms(word), without = Nouns(nouns, {}).atoms(word);
    std::vector<Hash> out;
    std::set_difference(with.begin(), with.end(), without.begin(), without.end(), std::back_inserter(out));
    return out;
}

bool has(const std::vector<Hash>& all, const std::vector<Hash>& some) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

TEST_CASE("a compound is of the kind that its last part is") {
    const auto of_sort = added("Kartoffelsorte");
    CHECK(of_sort.size() == 1);
    CHECK(has(added("Sorte"), of_sort));
    CHECK(added("Obstsorte") == of_sort);
    CHECK(has(added("Kelterei"), added("Obstkelterei")));
    CHECK(added("Obstkelterei") != of_sort);
}

TEST_CASE("what is listed, but announces nothing, makes no kind") {
    CHECK(added("Sortenvielfalt").empty());
    CHECK(added("Kartoffel").empty());
    CHECK(added("sorte").empty());
}
