// Names of several words that the lists know ("Stable Diffusion", "Inneren Mongolei"), found in a line: evidence for the
// words that they cover.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "names/fingerprint_map.h"
#include "names/lexeme.h"

namespace lupe::names {

// What a listed name of several words names, one bit each. Their order is part of the model.
enum class PhraseBit : std::uint8_t {
    person,
    place,
    company,
    product,
    listed,  // a company in a register
    count_,
    longer,  // more words may follow: every beginning of a name, from two words on, is an entry too
};
constexpr std::uint16_t phrase_bit(PhraseBit bit) { return static_cast<std::uint16_t>(1u << static_cast<unsigned>(bit)); }

inline constexpr std::size_t max_phrase = 8;  // words, marks among them
inline constexpr Hash phrase_start = 0x70687261;
// The key of a phrase is that of the words before, and the next word's stem.
constexpr Hash longer_phrase(Hash before, Hash stem) { return mix(before, stem); }

// Where a word stands in a listed name.
struct PhrasePart {
    std::uint8_t classes = 0;  // PhraseBits, without `longer`; 0: in no listed name
    enum Place : std::uint8_t { none, first, inner, last } place = none;
};

class PhraseFinder {
public:
    // Sets parts[i] for every word: the longest listed names, from left to right, none over another. A name begins with a capital or
    // a digit. At most max_phrase look-ups a word.
    void find(std::span<const Lexeme* const> lexemes, const FingerprintMap& phrases, std::span<PhrasePart> parts);

private:
    struct Start {
        std::size_t word;
        Hash key;  // of its first two words
    };
    std::vector<Start> starts_;  // room to work in
};

}  // namespace lupe::names
