// The trained tagger as one block of bytes: read once, then shared by any number of calls.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "names/feature_table.h"
#include "names/lattice.h"
#include "names/lexeme.h"

namespace lupe::names {

// One pass of the tagger: weights of word forms (of the first pass only), of features, and of one label following another.
struct Pass {
    AtomTable atoms;
    FeatureTable features;
    Transitions transitions{};
};

struct Model {
    Tables tables;
    Pass first, second;
    float certain = 2, likely = 2;  // least probability of a name to be called so; 2: never

    // Layout: "LUPENAME" | u32 version | u32 CRC-32 of all that follows | clusters | u32 n, n ladders of 3 u16 | lists | phrases |
    // f32 certain, likely | transitions, atoms, features of the first pass | transitions, features of the second. Transitions: 17 x 17 f32.
    // The bytes are not trusted: on any mismatch the model stays empty and `error` says what was wrong. They must outlive the model.
    bool read(std::span<const std::uint8_t> bytes, std::string& error);
    // The same without the checksum, for bytes that cannot have been damaged on their way here; every bound is checked all the same.
    bool read_unsummed(std::span<const std::uint8_t> bytes, std::string& error);
    bool empty() const { return first.features.size() == 0; }

    // The model that is linked into the library; empty (with a reason in `error`) only if the build is broken.
    static const Model& built_in(std::string* error = nullptr);
    static std::span<const std::uint8_t> built_in_bytes();
};

inline constexpr std::uint32_t model_version = 4;
std::uint32_t crc32(std::span<const std::uint8_t> bytes);

// The parts of the file, for the trainer.
std::string seal(const std::string& body);
void append_transitions(std::string& out, const Transitions& transitions);
void append_ladder(std::string& out, const std::vector<std::array<std::uint16_t, 3>>& ladder);

}  // namespace lupe::names
