// The distinct word forms of a document, or of several, each with what its atoms bring to the words around it, summed once.
#pragma once

#include <array>
#include <deque>
#include <vector>

#include "names/features.h"
#include "names/hash_table.h"
#include "names/model.h"
#include "names/words.h"

namespace lupe::names {

struct Form {
    Lexeme lexeme;
    std::array<Sums, 2 * max_reach + 1> sums{};  // by offset + max_reach
};

class Forms {
public:
    explicit Forms(const Model& model) : model_(model) {}
    const Model& model() const { return model_; }
    std::size_t size() const { return forms_.size(); }
    // The form of word i, told by the hash of its text alone, as everything in the model is. It stays where it is.
    const Form& of(const Line& line, std::size_t i);
    // Forgets all.
    void clear();

private:
    const Form& make(const Line& line, std::size_t i);

    struct Slot {
        Hash key = 0;
        const Form* form = nullptr;
    };
    const Model& model_;
    std::deque<Form> forms_;
    HashTable<Slot> slots_{1024};
    std::vector<Hash> features_;  // room to work in
};

}  // namespace lupe::names
