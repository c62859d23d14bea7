// What a document says of a word elsewhere: the second pass of the tagger. The first pass gives every word the
// probabilities of its labels; here they are gathered by word form over the document and turned into features.
#pragma once

#include <array>
#include <vector>

#include "names/labels.h"
#include "names/lexeme.h"
#include "names/words.h"

namespace lupe::names {

// One line with the result of the first pass.
struct TaggedLine {
    const Line* line;
    std::vector<const Lexeme*> lexemes;
    std::vector<Scores> marginals;
};

class Agreement {
public:
    // Takes notice of a line of the document; all lines must be added before features are asked for.
    void add(const TaggedLine& line);
    // Appends the features of word i. A document of one line has none; nor have words that are surely outside and were never
    // seen inside a name.
    void features(const TaggedLine& line, std::size_t i, std::vector<Hash>& out) const;

private:
    // Where a word stood inside a name, or may have.
    struct Sum {
        Scores mass{};
        std::array<float, type_count> most{};  // the most that any one place gave each type
        float count = 0;
    };
    // Most words are never named: those need no Sum.
    struct Slot {
        Hash key = 0;  // 0: free
        std::uint32_t sum = none;
        std::uint32_t outside = 0;  // how often it stood surely outside
    };
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    Slot& slot(Hash key);
    const Slot& slot(Hash key) const;
    Slot& claim(Hash key);
    void note(Hash key, const Scores& mass);
    Sum others(const Slot& slot, const Scores& mine, bool named) const;

    std::vector<Slot> slots_ = std::vector<Slot>(256);  // open addressing
    std::vector<Sum> sums_;
    std::size_t used_ = 0, lines_ = 0;
};

}  // namespace lupe::names
