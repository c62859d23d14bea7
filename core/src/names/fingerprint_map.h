// A read-only map from hashed keys to 16-bit values that does not keep its keys.
//
// The top bits of a key's hash choose a bucket, the next 12 or 16 bits are kept as its fingerprint. An absent key is
// taken for a present one with probability (keys per bucket) / 2^bits: 0.1 % at 12 bits, far below what the tagger
// notices, for a third of the space. In the file the parts lie apart, so that each compresses as well as it can:
//
//   u32 keys | u8 bucket bits | u8 fingerprint bits | u8 per bucket: how many keys | low bytes of the fingerprints |
//   high bytes (16 bits) or packed nibbles (12 bits) of the fingerprints | low bytes of the values | high bytes of the values
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "names/bytes.h"
#include "names/hash.h"

namespace lupe::names {

class FingerprintMap {
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFF;

    // Reads one map, whose bytes stay where they are and must outlive it: copying them would be a good part of the time until the
    // first answer. On malformed bytes the reader is left failed and the map empty.
    void read(ByteReader& in);
    // The position of the key among all keys, or `absent`.
    std::uint32_t find(Hash key) const {
        if (starts_.empty()) return absent;
        const std::size_t bucket = static_cast<std::size_t>(key >> (64 - bucket_bits_));
        const auto print = fingerprint(key, bucket_bits_, print_bits_);
        for (std::uint32_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i)
            if (low_[i] == (print & 0xFF) && print_at(i) == print) return i;
        return absent;
    }
    // Tells the processor that the key will be asked for soon; first this of all keys, then expect_print.
    void expect(Hash key) const {
        if (!starts_.empty()) __builtin_prefetch(&starts_[static_cast<std::size_t>(key >> (64 - bucket_bits_))]);
    }
    void expect_print(Hash key) const {
        if (!starts_.empty()) __builtin_prefetch(low_.data() + starts_[static_cast<std::size_t>(key >> (64 - bucket_bits_))]);
    }
    std::uint16_t value(std::uint32_t position) const {
        return static_cast<std::uint16_t>(value_low_[position] | value_high_[position] << 8);
    }
    std::size_t size() const { return low_.size(); }
    unsigned bucket_bits() const { return bucket_bits_; }
    // Calls f(position, what is known of the key: its first bits, then zeros) for all keys in the order of the positions,
    // as long as it says true; so does this.
    template <typename F>
    bool each(F&& f) const {
        for (std::size_t b = 0; b + 1 < starts_.size(); ++b)
            for (std::uint32_t i = starts_[b]; i < starts_[b + 1]; ++i)
                if (!f(i, Hash{b} << (64 - bucket_bits_) | Hash{print_at(i)} << (64 - bucket_bits_ - print_bits_))) return false;
        return true;
    }

    // Writes the map of `entries`, whose order becomes that of the positions. Of keys with one fingerprint the first stays.
    static void write(std::vector<std::pair<Hash, std::uint16_t>>& entries, unsigned print_bits, std::string& out);

private:
    static std::uint16_t fingerprint(Hash key, unsigned bucket_bits, unsigned print_bits) {
        return static_cast<std::uint16_t>((key << bucket_bits) >> (64 - print_bits));
    }
    std::uint16_t print_at(std::uint32_t i) const {
        const unsigned top = print_bits_ == 16 ? high_[i] : high_[i / 2] >> (i % 2 * 4) & 0xFu;
        return static_cast<std::uint16_t>(low_[i] | top << 8);
    }
    unsigned bucket_bits_ = 1, print_bits_ = 16;
    std::vector<std::uint32_t> starts_;
    std::span<const std::uint8_t> low_, high_, value_low_, value_high_;
};

}  // namespace lupe::names
