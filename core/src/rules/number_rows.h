// A language's number rows, made ready once: its convention for digits, and the pieces number words begin with.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lang/lexicon.h"
#include "lupe/decimal.h"

namespace lupe::rules {

struct Convention {
    char decimal = '.';
    char group = ',';
    bool inner_pairs = false;  // 1,00,000
};

// A row that may stand inside a longer number word.
struct Piece {
    std::string key;
    Class kind;
    Decimal value;
    bool bare = false;  // a scale that needs no numeral before it
};

class NumberRows {
public:
    explicit NumberRows(const Lexicon& lexicon);

    Convention convention;
    bool joiner_inside = false;    // dreiundzwanzig; else "and" is a word of its own
    bool spaces_group = false;     // 1 000 000
    bool dotted_ordinals = false;  // "3." is the third

    // The pieces that `key` may begin with, longest first, among others that differ; empty for most words.
    const std::vector<Piece>& pieces(std::string_view key) const;
    // True if a word that begins with two ASCII letters, in any case, has no pieces; a quick answer for most of them.
    bool none_begins(std::string_view word) const {
        const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
        if (word.size() < 2) return true;
        if (!letter(word[0]) || !letter(word[1])) return false;
        const char start[] = {static_cast<char>(word[0] | 0x20), static_cast<char>(word[1] | 0x20)};
        return buckets_[bucket({start, sizeof start})].empty();
    }

private:
    static std::size_t bucket(std::string_view key) {
        return (static_cast<unsigned char>(key[0]) + 7 * static_cast<unsigned char>(key[1])) & 0xFF;
    }
    std::array<std::vector<Piece>, 256> buckets_;
    std::vector<Piece> none_;
};

const NumberRows& number_rows(const Lexicon& lexicon);

}  // namespace lupe::rules
