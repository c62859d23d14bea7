// Counts feature hashes: how often each occurs, and how often on a word that is part of a name.
#pragma once

#include <cstdint>

#include "names/hash_table.h"

namespace lupe::train {

class Counter {
public:
    struct Slot {
        names::Hash key = 0;
        std::uint32_t inside = 0, all = 0;
    };
    void add(names::Hash key, bool inside) {
        Slot& slot = table_.claim(key);
        ++slot.all;
        slot.inside += inside;
    }
    const std::vector<Slot>& slots() const { return table_.slots(); }

private:
    names::HashTable<Slot> table_{1u << 22};
};

}  // namespace lupe::train
