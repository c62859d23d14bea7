// Longest match of listed names; see phrases.h.
#include "names/phrases.h"

#include <algorithm>

namespace lupe::names {

namespace {

struct Match {
    std::size_t size = 0;
    std::uint8_t classes = 0;
};

// `key` is that of the first two words.
Match longest_at(std::span<const Lexeme* const> lexemes, Hash key, const FingerprintMap& phrases) {
    constexpr unsigned class_bits = phrase_bit(PhraseBit::count_) - 1;
    Match best;
    for (std::size_t k = 1; k < std::min(lexemes.size(), max_phrase); ++k) {
        if (k > 1) key = longer_phrase(key, lexemes[k]->stem);
        const std::uint32_t at = phrases.find(key);
        if (at == FingerprintMap::absent) break;
        const unsigned value = phrases.value(at);
        if (value & class_bits) best = {k + 1, static_cast<std::uint8_t>(value & class_bits)};
        if (!(value & phrase_bit(PhraseBit::longer))) break;
    }
    return best;
}

Hash two_words(std::span<const Lexeme* const> lexemes, std::size_t i) {
    return longer_phrase(longer_phrase(phrase_start, lexemes[i]->stem), lexemes[i + 1]->stem);
}

}  // namespace

void PhraseFinder::find(std::span<const Lexeme* const> lexemes, const FingerprintMap& phrases, std::span<PhrasePart> parts) {
    std::fill(parts.begin(), parts.end(), PhrasePart{});
    starts_.clear();
    for (std::size_t i = 0; i + 1 < lexemes.size(); ++i) {
        if (lexemes[i]->plain) continue;
        starts_.push_back({i, two_words(lexemes, i)});
        phrases.expect(starts_.back().key);
    }
    for (const Start& start : starts_) phrases.expect_print(start.key);
    std::size_t end = 0;
    for (const auto& [i, key] : starts_) {
        if (i < end) continue;
        const Match match = longest_at(lexemes.subspan(i), key, phrases);
        for (std::size_t k = 0; k < match.size; ++k)
            parts[i + k] = {match.classes, k == 0 ? PhrasePart::first : k + 1 == match.size ? PhrasePart::last : PhrasePart::inner};
        end = i + match.size;
    }
}

}  // namespace lupe::names
