// Each mend looks at the tokens around a boundary only.
#include "lang/sentences.h"

#include <algorithm>

namespace lupe {

namespace {

constexpr std::size_t longest_abbreviation = 5;  // tokens: "z", ".", " ", "B", "."

// "from 10 a.m. to 5 p.m. Tuesday through Sunday"
bool is_hour_before_day(std::size_t at, const Terms& terms) {
    return terms.find(at, Class::weekday) && terms.find_before(at, Class::clock_half, longest_abbreviation) != nullptr;
}

// "am 3. Oktober", "ihr 100. Geburtstag", "1. Silas Mwetich"; but "Es waren 12. Danach".
bool is_ordinal(std::size_t at, std::span<const Token> tokens, const Terms& terms) {
    const std::size_t digits = at - 2;
    if (tokens[at].shape == Shape::digits) return false;
    if (tokens[digits].line_start || terms.find(at, Class::month)) return true;
    return digits > 0 && terms.find(digits - 1, Class::before_ordinal) != nullptr;
}

bool is_false_boundary(std::size_t at, std::string_view text, std::span<const Token> tokens, const Terms& terms) {
    if (at < 2 || text[tokens[at - 1].span.begin] != '.' || !tokens[at - 1].glued || tokens[at].line_start) return false;
    const Token& before = tokens[at - 2];
    if (before.shape == Shape::digits) return before.span.size() <= 3 && is_ordinal(at, tokens, terms);
    const bool initial = before.span.size() <= 2 && before.shape != Shape::punct && before.shape != Shape::lower;
    return initial || terms.find_before(at, Class::abbreviation, longest_abbreviation) || is_hour_before_day(at, terms);
}

}  // namespace

std::vector<std::uint32_t> join_after_abbreviations(std::span<const std::uint32_t> sentences, std::string_view text,
                                                    std::span<const Token> tokens, const Terms& terms) {
    std::vector<std::uint32_t> kept;
    std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(kept),
                 [&](std::uint32_t at) { return !is_false_boundary(at, text, tokens, terms); });
    return kept;
}

std::vector<std::uint32_t> join_inside(std::span<const std::uint32_t> sentences, std::span<const Token> tokens,
                                       std::span<const Annotation> annotations) {
    std::vector<std::uint32_t> kept;
    auto next = annotations.begin();
    for (const std::uint32_t at : sentences) {
        const std::uint32_t begin = tokens[at].span.begin;
        while (next != annotations.end() && next->span.end <= begin) ++next;
        const bool inside = next != annotations.end() && next->span.begin < begin;
        if (!inside) kept.push_back(at);
    }
    return kept;
}

}  // namespace lupe
