// All that is known about a word form by itself, wherever it stands. Made once per distinct form; trainer and tagger
// share this code, so they cannot disagree about it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/fingerprint_map.h"
#include "names/hash.h"

namespace lupe::names {

// What a word list says of a word, one bit each. Their order is part of the model.
enum class ListBit : std::uint8_t {
    first_name,
    frequent_first_name,
    surname,
    place,
    place_first,  // of a place of several words
    place_later,
    country,
    company,
    company_first,
    company_later,
    product,
    function,      // what a person is or how addressed: "CEO", "Frau"
    product_part,  // of a product of several words
    kind,          // what the thing named next is: "Chatbot"; with company, place or product: of that type
    listed,        // a company in a register
    tail,          // ends names of companies, bodies, places, works: "AG", "Klinikum"
    count_,
};

// The tables a lexeme is looked up in.
struct Tables {
    FingerprintMap clusters;                           // word form, digits as 0 -> finest cluster
    std::vector<std::array<std::uint16_t, 3>> ladder;  // finest cluster -> its coarser ones
    FingerprintMap lists;                              // word form -> ListBits
    FingerprintMap phrases;                            // words of a name -> PhraseBits, see phrases.h
};

// What an atom tells: the trainer hides what it knows of a word at times, so that the words around learn to speak.
enum class Source : std::uint8_t {
    spelling,
    identity,  // the word itself
    table,     // clusters and lists
};

constexpr std::uint16_t list_bit(ListBit bit) { return static_cast<std::uint16_t>(1u << static_cast<unsigned>(bit)); }

inline constexpr int max_reach = 3;

struct Atom {
    Hash hash;
    std::uint8_t reach;  // seen from words up to so many words away, at most max_reach
    Source source;
};

struct Lexeme {
    Hash word = 0, lower = 0;
    Hash lemma = 0;                          // lower case without a genitive s: names of one thing agree in it
    Hash stem = 0;                           // lower case without endings: what a phrase of the lists is known by
    Hash shape = 0;                          // runs of one class of characters, shortened
    std::array<std::uint16_t, 4> cluster{};  // fine to coarse; none = no_cluster
    std::uint16_t lists = 0;
    std::uint16_t kinds = 0;  // of which types it is a kind, as ListBits, or its last part is; 0: it is no kind
    bool capital = false, letters = false;
    char mark = 0;      // of punctuation: the ASCII mark that is most like it; 'q' any quotation mark
    bool plain = true;  // no capital, no digit: hardly ever a name's first word
    std::vector<Atom> atoms;

    static constexpr std::uint16_t no_cluster = 0xFFFF;
};

Lexeme make_lexeme(std::string_view word, bool letters, bool capitals_line, const Tables& tables);

// The key under which `word` is kept in the cluster table.
Hash cluster_key(std::string_view word);
Hash list_key(std::string_view word);

}  // namespace lupe::names
