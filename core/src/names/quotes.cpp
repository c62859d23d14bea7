// Pairs of quotation marks; see quotes.h.
#include "names/quotes.h"

#include <algorithm>

namespace lupe::names {

namespace {

constexpr char quotation_mark = 'q';  // of Lexeme::mark

}  // namespace

void find_quotes(const Line& line, std::span<const Lexeme* const> lexemes, std::span<Quote> quotes) {
    const auto& words = line.words;
    const std::size_t n = words.size();
    const auto is_mark = [&](std::size_t i) { return lexemes[i]->mark == quotation_mark; };
    std::fill(quotes.begin(), quotes.end(), Quote{});
    std::size_t open = n;  // the opening mark, or none
    for (std::size_t i = 0; i < n; ++i) {
        if (!is_mark(i)) continue;
        const bool onto_next = i + 1 < n && words[i + 1].glued && !is_mark(i + 1);
        if (open < n && words[i].glued && i - open <= longest_quote + 1) {
            const Quote quote{static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(i)};
            std::ranges::fill(quotes.subspan(quote.begin, quote.end - quote.begin), quote);
            open = n;
        } else {
            open = onto_next ? i : n;
        }
    }
}

}  // namespace lupe::names
