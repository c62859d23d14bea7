// The distinct word forms of a document, or of several, each with what its atoms bring to the words around it, summed once.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "names/features.h"
#include "names/hash_table.h"
#include "names/model.h"
#include "names/words.h"

namespace lupe::names {

struct alignas(64) Form {  // whole cache lines
    Lexeme lexeme;
    AtomTable::SumsByOffset sums{};
};

class Forms {
public:
    explicit Forms(const Model& model) : model_(model) {}
    const Model& model() const { return model_; }
    std::size_t size() const { return size_; }
    // Sets `forms` to those of the line's words, told by the hash of their text alone, as everything in the model is. They stay where they
    // are.
    void find(const Line& line, std::vector<const Form*>& forms);
    // Forgets all.
    void clear();

private:
    const Form& make(const Line& line, std::size_t i);
    static void expect(const Form& form);

    struct Slot {
        Hash key = 0;
        const Form* form = nullptr;
    };
    static constexpr std::size_t block = 64;  // a deque would allocate each form apart

    const Model& model_;
    std::vector<std::unique_ptr<std::array<Form, block>>> blocks_;
    std::size_t size_ = 0;
    HashTable<Slot> slots_{1024};
    std::vector<Hash> keys_;  // room to work in
};

}  // namespace lupe::names
