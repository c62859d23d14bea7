// Bounded reading of the model file: a reader that has failed stays failed and gives zeros, so callers check once.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace lupe::names {

class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> data) : data_(data) {}

    std::span<const std::uint8_t> bytes(std::size_t n) {
        if (!good_ || n > left()) {
            fail();
            return {};
        }
        const auto part = data_.subspan(at_, n);
        at_ += n;
        return part;
    }
    std::uint8_t u8() {
        const auto b = bytes(1);
        return b.empty() ? std::uint8_t{0} : b[0];
    }
    std::uint32_t u32() {
        const auto b = bytes(4);
        return b.empty() ? 0 : std::uint32_t{b[0]} | std::uint32_t{b[1]} << 8 | std::uint32_t{b[2]} << 16 | std::uint32_t{b[3]} << 24;
    }
    float f32() {
        const std::uint32_t bits = u32();
        float value;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
    std::size_t left() const { return data_.size() - at_; }
    bool good() const { return good_; }
    void fail() { good_ = false; }

private:
    std::span<const std::uint8_t> data_;
    std::size_t at_ = 0;
    bool good_ = true;
};

inline void append_u32(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift);
}

inline void append_f32(std::string& out, float value) {
    std::uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    append_u32(out, bits);
}

}  // namespace lupe::names
