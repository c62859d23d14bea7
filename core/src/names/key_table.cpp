// Filling the buckets; see key_table.h.
#include "names/key_table.h"

#include <algorithm>

namespace lupe::names {

bool KeyTable::fill(const FingerprintMap& map) {
    for (bucket_bits_ = 1; bucket_bits_ <= map.bucket_bits(); ++bucket_bits_) {
        const std::size_t count = std::size_t{1} << bucket_bits_;
        if (count * width < map.size()) continue;
        Bucket none;
        none.prints.fill(free_print);
        buckets_.assign(count, none);
        std::vector<std::uint8_t> used(count);
        const bool fits = map.each([&](std::uint32_t position, Hash key) {
            const auto b = static_cast<std::size_t>(key >> (64 - bucket_bits_));
            if (used[b] == width) return false;
            if (used[b] == 0) buckets_[b].start = position;
            const std::int16_t print = print_of(key, bucket_bits_);
            auto& prints = buckets_[b].prints;
            std::replace(prints.begin(), prints.begin() + used[b], print, free_print);  // the last of two alike is found
            prints[used[b]++] = print;
            return true;
        });
        if (fits) return true;
    }
    return false;
}

}  // namespace lupe::names
