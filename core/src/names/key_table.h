// The keys of a model's table, found without a branch.
//
// The look-up is made for the processor's caches: a bucket fills one cache line, and its fingerprints are all compared at once.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "names/fingerprint_map.h"

namespace lupe::names {

class KeyTable {
public:
    // Takes the map's keys, in as few buckets as hold them. False if some are too much alike, which only a made-up file has.
    bool fill(const FingerprintMap& map);

    // Tells the processor that the key will be asked for soon.
    void expect(Hash key) const { __builtin_prefetch(&buckets_[static_cast<std::size_t>(key >> (64 - bucket_bits_))]); }

    // The key's number among all, from one; 0: it is not there.
    std::uint32_t find(Hash key) const {
        const auto b = static_cast<std::size_t>(key >> (64 - bucket_bits_));
        const std::int16_t print = print_of(key, bucket_bits_);
        // At most one fits: its number from one, in one of eight lanes that are then laid over each other.
        const auto eight = [bucket = &buckets_[b]](std::size_t k) {
            Lanes prints;
            std::memcpy(&prints, reinterpret_cast<const char*>(bucket) + k * sizeof prints, sizeof prints);
            return prints;
        };
        Lanes hit = (eight(0) == print) & Lanes{0, 0, 1, 2, 3, 4, 5, 6};  // the first two are `start`
        Lanes number = {7, 8, 9, 10, 11, 12, 13, 14};
        for (std::size_t k = 1; k < sizeof(Bucket) / sizeof hit; ++k, number += lanes) hit |= (eight(k) == print) & number;
        const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(hit);
        std::uint64_t at = halves[0] | halves[1];
        at |= at >> 32;
        at = (at | at >> 16) & 0xFFFF;
        return (buckets_[b].start + static_cast<std::uint32_t>(at)) * std::uint32_t{at != 0};  // a branch would guess, and wait
    }

private:
    static constexpr std::size_t width = 30;
    struct alignas(64) Bucket {
        std::uint32_t start = 0;                   // keys before the bucket's own
        std::array<std::int16_t, width> prints{};  // free_print where there is none
    };
    static_assert(sizeof(Bucket) == 64);
    static constexpr std::int16_t free_print = -1;
    static constexpr std::int16_t lanes = 8;
    using Lanes [[gnu::vector_size(16)]] = std::int16_t;  // of GCC and Clang: a loop that says the same becomes scalar code in one of them

    static std::int16_t print_of(Hash key, unsigned bucket_bits) {
        const auto print = static_cast<std::int16_t>((key << bucket_bits) >> 48);
        return print == free_print ? std::int16_t{0} : print;
    }

    unsigned bucket_bits_ = 1;
    std::vector<Bucket> buckets_{2};
};

}  // namespace lupe::names
