// Counts feature hashes: how often each occurs, and how often on a word that is part of a name.
#pragma once

#include <cstdint>
#include <vector>

#include "names/hash.h"

namespace lupe::train {

using names::Hash;

// Counts of feature hashes, open addressing.
class Counter {
public:
    struct Slot {
        Hash key = 0;
        std::uint32_t inside = 0, all = 0;
    };
    Counter() : slots_(1u << 22) {}
    void add(Hash key, bool inside) {
        if (used_ * 10 > slots_.size() * 6) grow();
        Slot& s = find(slots_, key);
        used_ += s.key == 0;
        s.key = key;
        ++s.all;
        s.inside += inside;
    }
    const std::vector<Slot>& slots() const { return slots_; }

private:
    static Slot& find(std::vector<Slot>& slots, Hash key) {
        std::size_t i = (key * 0x9E3779B97F4A7C15ULL) & (slots.size() - 1);
        while (slots[i].key && slots[i].key != key) i = (i + 1) & (slots.size() - 1);
        return slots[i];
    }
    void grow() {
        std::vector<Slot> bigger(slots_.size() * 2);
        for (const Slot& s : slots_)
            if (s.key) find(bigger, s.key) = s;
        slots_.swap(bigger);
    }
    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace lupe::train
