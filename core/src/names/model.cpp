// Reading the model file, which may come from anywhere; see model.h.
#include "names/model.h"

#include <array>
#include <cmath>
#include <cstring>

namespace lupe::names {

namespace {

constexpr char magic[] = {'L', 'U', 'P', 'E', 'N', 'A', 'M', 'E'};

void read_transitions(ByteReader& in, Transitions& transitions) {
    for (auto& row : transitions)
        for (float& weight : row) {
            weight = in.f32();
            if (!(std::fabs(weight) < 100)) in.fail();
        }
}

void read_ladder(ByteReader& in, Tables& tables) {
    const std::uint32_t count = in.u32();
    if (count > 0xFFFF) in.fail();
    for (std::uint32_t i = 0; i < count && in.good(); ++i) {
        std::array<std::uint16_t, 3> rungs{};
        for (auto& rung : rungs) {
            const unsigned low = in.u8();
            rung = static_cast<std::uint16_t>(low | unsigned{in.u8()} << 8);
        }
        tables.ladder.push_back(rungs);
    }
}

}  // namespace

std::uint32_t crc32(std::span<const std::uint8_t> bytes) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> t{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            t[i] = i;
            for (int k = 0; k < 8; ++k) t[i] = t[i] & 1 ? 0xEDB88320u ^ (t[i] >> 1) : t[i] >> 1;
        }
        return t;
    }();
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const std::uint8_t b : bytes) crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

bool Model::read(std::span<const std::uint8_t> bytes, std::string& error) {
    *this = {};
    ByteReader in(bytes);
    const auto head = in.bytes(sizeof magic);
    const auto refuse = [&](const char* why) {
        *this = {};
        error = std::string("name model: ") + why;
        return false;
    };
    if (head.empty() || std::memcmp(head.data(), magic, sizeof magic) != 0) return refuse("not a model file");
    if (in.u32() != model_version) return refuse("made for another version");
    const std::uint32_t sum = in.u32();
    if (!in.good() || crc32(bytes.subspan(sizeof magic + 8)) != sum) return refuse("damaged (checksum differs)");

    tables.clusters.read(in);
    read_ladder(in, tables);
    tables.lists.read(in);
    certain = in.f32();
    likely = in.f32();
    for (Pass* pass : {&first, &second}) {
        read_transitions(in, pass->transitions);
        pass->features.read(in);
    }
    if (!in.good() || in.left() != 0) return refuse("malformed");
    return true;
}

std::string seal(const std::string& body) {
    std::string out(magic, sizeof magic);
    append_u32(out, model_version);
    append_u32(out, crc32({reinterpret_cast<const std::uint8_t*>(body.data()), body.size()}));
    return out + body;
}

void append_transitions(std::string& out, const Transitions& transitions) {
    for (const auto& row : transitions)
        for (const float weight : row) append_f32(out, weight);
}

void append_ladder(std::string& out, const std::vector<std::array<std::uint16_t, 3>>& ladder) {
    append_u32(out, static_cast<std::uint32_t>(ladder.size()));
    for (const auto& rungs : ladder)
        for (const auto rung : rungs) {
            out += static_cast<char>(rung);
            out += static_cast<char>(rung >> 8);
        }
}

}  // namespace lupe::names
