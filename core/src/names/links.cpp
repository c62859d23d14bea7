// Types along links between names; see links.h.
#include "names/links.h"

#include <algorithm>
#include <string_view>

#include "text/key.h"
#include "text/utf.h"

namespace lupe::names {

namespace {

using Types = std::array<float, type_count>;

// How much less likely two different types are than two equal ones, given what the tagger says of either. In the annotated text 96 of
// 100 neighbours that a coordinator or a slash joins are of one type, of those at a comma 81.
constexpr float unlinked = 1, by_coordinator = 0.1f, by_abbreviation = 0.02f;
constexpr struct {
    std::string_view sign;
    float different;
} by_sign[] = {{",", 0.3f}, {"/", by_coordinator}};
constexpr float least = 1e-4f;           // no type is impossible
constexpr std::size_t longest_gap = 32;  // bytes: no coordinator is longer

// From one word to another of a line, both inclusive.
std::string_view slice(const Line& line, std::size_t first, std::size_t last) {
    return line.text.substr(line.words[first].span.begin, line.words[last].span.end - line.words[first].span.begin);
}

// Whether `text` is made of the first letters of the mention's words, one each.
bool abbreviates(std::string_view text, const Line& line, const Mention& m) {
    std::size_t at = 0, letters = 0;
    for (std::size_t i = m.first; i <= m.last; ++i) {
        if (!line.words[i].letters) continue;
        if (at == text.size()) return false;
        const utf::CodePoint letter = utf::decode(text, at);
        if (utf::decode(line.slice(i), 0).value != letter.value) return false;
        at += letter.size;
        ++letters;
    }
    return letters >= 2 && at == text.size();
}

float link(const std::vector<Line>& lines, const Lexicon& lexicon, const Mention& a, const Mention& b) {
    if (a.line != b.line || b.first <= a.last + 1) return unlinked;
    const Line& line = lines[a.line];
    const std::string_view gap = slice(line, a.last + 1, b.first - 1);
    if (gap.size() > longest_gap) return unlinked;
    for (const auto& [sign, different] : by_sign)
        if (gap == sign) return different;
    if (gap == "(") return abbreviates(slice(line, b.first, b.last), line, a) ? by_abbreviation : unlinked;
    const auto rows = lexicon.rows(text::key_of(gap));
    const bool joins = std::any_of(rows.begin(), rows.end(), [](const lupe::Row* row) { return row->kind == Class::coordinator; });
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
        for (std::size_t t = 0; t < type_count; ++t)
            own[i][t] = std::min(1.0f, std::max(least, chain[i].types[t]));  // a hostile model's may be no number
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

void agree_along_links(const std::vector<Line>& lines, const Lexicon& lexicon, std::vector<Mention>& mentions) {
    std::vector<float> links;
    for (std::size_t begin = 0; begin < mentions.size();) {
        links.clear();
        for (std::size_t at = begin; at + 1 < mentions.size(); ++at) {
            const float next = link(lines, lexicon, mentions[at], mentions[at + 1]);
            if (next == unlinked) break;
            links.push_back(next);
        }
        if (!links.empty()) weigh(std::span(mentions).subspan(begin, links.size() + 1), links);
        begin += links.size() + 1;
    }
}

}  // namespace lupe::names
