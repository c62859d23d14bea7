// Hashes that name features and list entries; the model file depends on them, so they must never change silently.
#pragma once

#include <cstdint>
#include <string_view>

namespace lupe::names {

using Hash = std::uint64_t;

constexpr Hash mix(Hash a, Hash b) {
    Hash h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
    return h ^ (h >> 32);
}

constexpr Hash hash_of(std::string_view bytes, Hash seed = 0) {
    Hash h = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32);
}

}  // namespace lupe::names
