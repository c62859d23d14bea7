// A table of small slots by hashed key, by open addressing: nothing is ever removed, and at most half of the slots are used.
#pragma once

#include <vector>

#include "names/hash.h"

namespace lupe::names {

template <typename Slot>  // with a member `Hash key = 0`, which is that of a free slot and no key
class HashTable {
public:
    explicit HashTable(std::size_t slots = 256) : slots_(slots) {}  // a power of two

    // The key's slot, or a free one.
    const Slot& find(Hash key) const { return slots_[position(key)]; }
    // The key's slot, made if there is none; the others may move.
    Slot& claim(Hash key) {
        if (used_ * 2 > slots_.size()) grow();
        Slot& slot = slots_[position(key)];
        used_ += slot.key == 0;
        slot.key = key;
        return slot;
    }
    void clear() { *this = HashTable(); }
    // Tells the processor that the key will be asked for soon: a table of a long text lies far away.
    void expect(Hash key) const { __builtin_prefetch(&slots_[static_cast<std::size_t>(key) & (slots_.size() - 1)]); }
    const std::vector<Slot>& slots() const { return slots_; }  // the free ones, too

private:
    std::size_t position(Hash key) const {
        std::size_t i = static_cast<std::size_t>(key) & (slots_.size() - 1);
        while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & (slots_.size() - 1);
        return i;
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.key != 0) slots_[position(slot.key)] = slot;
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace lupe::names
