// Types along links between names; see links.h.
#include "names/links.h"

#include <algorithm>

namespace lupe::names {

namespace {

using Types = std::array<float, type_count>;

// How much less likely two different types are than two equal ones, given what the tagger says of either. In the annotated text 96 of
// 100 neighbours that a coordinator or a slash joins are of one type, of those at a comma 81.
constexpr float unlinked = 1, by_comma = 0.3f, by_coordinator = 0.1f, by_abbreviation = 0.02f;
constexpr float least = 1e-4f;  // no type is impossible

Span span_of(const std::vector<Line>& lines, const Mention& m) {
    const auto& words = lines[m.line].words;
    return {words[m.first].span.begin, words[m.last].span.end};
}

std::string_view trimmed(std::string_view gap) {
    const auto begin = gap.find_first_not_of(" \t"), end = gap.find_last_not_of(" \t");
    return begin == gap.npos ? std::string_view() : gap.substr(begin, end + 1 - begin);
}

// Whether `text` is made of the first letters of the mention's words, one each.
bool abbreviates(std::string_view text, const Line& line, const Mention& m) {
    std::size_t letter = 0;
    for (std::size_t i = m.first; i <= m.last; ++i) {
        if (!line.words[i].letters) continue;
        if (letter == text.size() || line.slice(i)[0] != text[letter++]) return false;
    }
    return letter >= 2 && letter == text.size();
}

float link(std::string_view text, const std::vector<Line>& lines, std::span<const lupe::Row* const> coordinators, const Mention& a,
           const Mention& b) {
    if (a.line != b.line) return unlinked;
    const Span left = span_of(lines, a), right = span_of(lines, b);
    const std::string_view gap = trimmed(text.substr(left.end, right.begin - left.end));
    if (gap == ",") return by_comma;
    if (gap == "/") return by_coordinator;
    if (gap == "(") return abbreviates(text.substr(right.begin, right.size()), lines[a.line], a) ? by_abbreviation : unlinked;
    const bool joins = std::any_of(coordinators.begin(), coordinators.end(), [&](const lupe::Row* row) { return row->form == gap; });
    return joins ? by_coordinator : unlinked;
}

Types product(const Types& a, const Types& b) {
    Types out;
    float sum = 0;
    for (std::size_t t = 0; t < out.size(); ++t) sum += out[t] = a[t] * b[t];
    for (float& share : out) share /= sum;
    return out;
}

// What a neighbour's types say across a link.
Types across(const Types& types, float different) {
    float sum = 0;
    for (const float share : types) sum += share;
    Types out;
    for (std::size_t t = 0; t < out.size(); ++t) out[t] = types[t] + different * (sum - types[t]);
    return out;
}

// links[i] is that between chain[i] and the next.
void weigh(std::span<Mention> chain, std::span<const float> links) {
    constexpr Types even{1, 1, 1, 1};
    std::vector<Types> own(chain.size()), ahead(chain.size(), even);
    for (std::size_t i = 0; i < chain.size(); ++i)
        for (std::size_t t = 0; t < type_count; ++t) own[i][t] = std::max(chain[i].types[t], least);
    for (std::size_t i = chain.size() - 1; i > 0; --i) ahead[i - 1] = across(product(own[i], ahead[i]), links[i - 1]);
    Types before = even;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const Types seen = product(own[i], before), all = product(seen, ahead[i]), alone = product(own[i], even);
        Mention& m = chain[i];
        const float was = alone[static_cast<std::size_t>(m.type)];
        m.types = all;
        m.type = static_cast<int>(std::max_element(all.begin(), all.end()) - all.begin());
        m.probability = std::min(1.0f, m.probability / was * all[static_cast<std::size_t>(m.type)]);
        if (i + 1 < chain.size()) before = across(seen, links[i]);
    }
}

}  // namespace

void agree_along_links(std::string_view text, const std::vector<Line>& lines, std::span<const lupe::Row* const> coordinators,
                       std::vector<Mention>& mentions) {
    std::vector<float> links;
    for (std::size_t begin = 0; begin < mentions.size();) {
        links.clear();
        for (std::size_t at = begin; at + 1 < mentions.size(); ++at) {
            const float next = link(text, lines, coordinators, mentions[at], mentions[at + 1]);
            if (next == unlinked) break;
            links.push_back(next);
        }
        if (!links.empty()) weigh(std::span(mentions).subspan(begin, links.size() + 1), links);
        begin += links.size() + 1;
    }
}

}  // namespace lupe::names
