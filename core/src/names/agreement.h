// What a document says of a word elsewhere: the second pass of the tagger. The first pass gives every word the
// probabilities of its labels; here they are gathered by word form over the document and turned into features.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "names/hash_table.h"
#include "names/labels.h"
#include "names/lexeme.h"
#include "names/words.h"

namespace lupe::names {

// One line with the result of the first pass. Only words that may be part of a name have probabilities of their own: rows of
// `marginals`, which all lines of a document share; row 0 says "surely outside".
struct TaggedLine {
    const Line* line;
    std::span<const Lexeme* const> lexemes;
    std::span<const std::uint32_t> rows;  // by word
    const std::vector<Scores>* marginals;

    const Scores& marginal(std::size_t word) const { return (*marginals)[rows[word]]; }
};

inline constexpr Scores sure_outside = [] {
    Scores s{};
    s[outside] = 1;
    return s;
}();

class Agreement {
public:
    // Takes notice of a line of the document; all lines must be added before features are asked for.
    void add(const TaggedLine& line);
    // A document of one line has nothing to agree with: the first pass decides.
    bool is_silent() const { return lines_ < 2; }
    // Says that features of this line will be asked for next: not needed, but faster.
    void expect(const TaggedLine& line);
    // Appends the features of word i. A silent document has none; nor have words that are surely outside and were never
    // seen inside a name.
    void features(const TaggedLine& line, std::size_t i, std::vector<Hash>& out) const;

private:
    // Where a word stood inside a name, or may have.
    struct Sum {
        Scores mass{};
        std::array<float, type_count> most{};  // the most that any one place gave each type
        float count = 0;

        void add(const Scores& marginal);
    };
    // Most keys are met once: only the second place makes a Sum.
    struct Slot {
        Hash key = 0;               // 0: free
        std::uint32_t first = 0;    // row of the first place's probabilities; 0: none
        std::uint32_t sum = none;   // of all places, if there are more
        std::uint32_t outside = 0;  // how often it stood surely outside
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    Hash verdict(const TaggedLine& line, std::ptrdiff_t i) const;
    void note(Hash key, const TaggedLine& line, std::size_t i);
    struct Key {
        Hash key;
        std::size_t word;
    };
    Sum others(const Slot& slot, const TaggedLine& line, std::size_t i, bool named) const;
    void pair_features(Hash id, Hash key, const TaggedLine& line, std::size_t i, std::vector<Hash>& out) const;

    HashTable<Slot> slots_;
    std::vector<Sum> sums_;
    std::vector<std::uint8_t> verdicts_;  // by row of the marginals
    std::size_t lines_ = 0;
    std::vector<Key> expected_;  // room to work in
};

}  // namespace lupe::names
