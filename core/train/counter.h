// Counts feature hashes: how often each occurs, how often on a word that is part of a name, and how often in annotated text.
#pragma once

#include <cstdint>

#include "names/hash_table.h"

namespace lupe::train {

class Counter {
public:
    struct Slot {
        names::Hash key = 0;
        std::uint32_t inside = 0, all = 0, annotated = 0;
    };
    void add(names::Hash key, bool inside, bool annotated) {
        Slot& slot = table_.claim(key);
        ++slot.all;
        slot.inside += inside;
        slot.annotated += annotated;
    }
    const std::vector<Slot>& slots() const { return table_.slots(); }

private:
    names::HashTable<Slot> table_{1u << 22};
};

}  // namespace lupe::train
