// Reading and writing of fingerprint maps; the layout is in the header.
#include "names/fingerprint_map.h"

#include <algorithm>

namespace lupe::names {

void FingerprintMap::read(ByteReader& in) {
    const std::uint32_t keys = in.u32();
    const unsigned bucket_bits = in.u8(), print_bits = in.u8();
    if (bucket_bits < 1 || bucket_bits > 22 || (print_bits != 12 && print_bits != 16) || keys > in.left()) return in.fail();
    FingerprintMap map;
    map.bucket_bits_ = bucket_bits;
    map.print_bits_ = print_bits;
    const auto counts = in.bytes(std::size_t{1} << bucket_bits);
    map.low_ = in.bytes(keys);
    map.high_ = in.bytes(print_bits == 16 ? keys : (std::size_t{keys} + 1) / 2);
    map.value_low_ = in.bytes(keys);
    map.value_high_ = in.bytes(keys);
    if (!in.good()) return;
    map.starts_.resize(counts.size() + 1);
    for (std::size_t b = 0; b < counts.size(); ++b) map.starts_[b + 1] = map.starts_[b] + counts[b];
    if (map.starts_.back() != keys) return in.fail();
    *this = std::move(map);
}

void FingerprintMap::write(std::vector<std::pair<Hash, std::uint16_t>>& entries, unsigned print_bits, std::string& out) {
    unsigned bucket_bits = 1;
    while (bucket_bits < 22 && (entries.size() >> bucket_bits) > 4) ++bucket_bits;
    const auto bucket = [&](Hash h) { return h >> (64 - bucket_bits); };
    const auto print = [&](Hash h) { return fingerprint(h, bucket_bits, print_bits); };
    const auto same = [&](const auto& a, const auto& b) { return bucket(a.first) == bucket(b.first) && print(a.first) == print(b.first); };
    std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
        return a.first >> (64 - bucket_bits - print_bits) < b.first >> (64 - bucket_bits - print_bits);
    });
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());

    std::string counts(std::size_t{1} << bucket_bits, '\0'), low, high, value_low, value_high;
    for (const auto& [key, value] : entries) {
        ++counts[static_cast<std::size_t>(bucket(key))];
        low += static_cast<char>(print(key));
        const auto top = static_cast<unsigned>(print(key) >> 8);
        const std::size_t i = low.size() - 1;
        if (print_bits == 16)
            high += static_cast<char>(top);
        else if (i % 2 == 0)
            high += static_cast<char>(top);
        else
            high.back() = static_cast<char>(static_cast<unsigned char>(high.back()) | top << 4);
        value_low += static_cast<char>(value);
        value_high += static_cast<char>(value >> 8);
    }
    append_u32(out, static_cast<std::uint32_t>(entries.size()));
    out += static_cast<char>(bucket_bits);
    out += static_cast<char>(print_bits);
    for (const auto* part : {&counts, &low, &high, &value_low, &value_high}) out += *part;
}

}  // namespace lupe::names
