// Announced names; see announced.h.
#include "names/announced.h"

#include <algorithm>
#include <optional>

#include "names/quotes.h"

namespace lupe::names {

namespace {

constexpr std::size_t longest_title = 6;  // words
constexpr float sure = 0.9f;
constexpr float probability = 0.7f;  // on the text that is trained on, 44 of 47 such quotations are names; held back is too little to tell

// The one type that a kind announces, if it is one.
std::optional<int> announced_type(std::uint16_t kinds) {
    const bool place = kinds & list_bit(ListBit::place), organization = kinds & list_bit(ListBit::company),
               other = kinds & list_bit(ListBit::product);
    if (place + organization + other != 1) return {};
    return organization ? 1 : place ? 2 : 3;
}

std::optional<Mention> announced(const TaggedLine& line, std::size_t number, const Quote& quote) {
    if (quote.begin < 2 || quote.end - quote.begin > longest_title) return {};
    const Lexeme& first = *line.lexemes[quote.begin];
    const auto type = announced_type(line.lexemes[quote.begin - 2]->kinds);
    if (!type || !first.capital) return {};
    return Mention{number, quote.begin, quote.end - std::size_t{1}, *type, probability};
}

std::vector<Mention> find_announced(const std::vector<TaggedLine>& lines) {
    std::vector<Mention> found;
    std::vector<Quote> quotes;
    for (std::size_t number = 0; number < lines.size(); ++number) {
        const TaggedLine& line = lines[number];
        quotes.resize(line.lexemes.size());
        find_quotes(*line.line, line.lexemes, quotes);
        for (std::size_t i = 0; i < quotes.size(); ++i)
            if (!quotes[i].empty() && quotes[i].begin == i)
                if (const auto mention = announced(line, number, quotes[i])) found.push_back(*mention);
    }
    return found;
}

bool is_before(const Mention& a, const Mention& b) { return a.line != b.line ? a.line < b.line : a.last < b.first; }

}  // namespace

void add_announced(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions) {
    const std::vector<Mention> found = find_announced(lines);
    if (found.empty()) return;
    std::vector<Mention> all;
    auto next = mentions.cbegin();
    for (const Mention& name : found) {
        auto over = next;
        while (over != mentions.cend() && is_before(*over, name)) ++over;
        auto after = over;
        while (after != mentions.cend() && !is_before(name, *after)) ++after;
        const auto stays = [&](const Mention& m) { return m.probability >= sure || (m.first == name.first && m.last == name.last); };
        all.insert(all.end(), next, over);
        if (std::any_of(over, after, stays))
            all.insert(all.end(), over, after);
        else
            all.push_back(name);
        next = after;
    }
    all.insert(all.end(), next, mentions.cend());
    mentions = std::move(all);
}

}  // namespace lupe::names
