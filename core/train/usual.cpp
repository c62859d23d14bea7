// Counting by tagging; see usual.h.
#include "usual.h"

#include <algorithm>
#include <array>
#include <istream>
#include <map>
#include <ostream>
#include <unordered_map>

#include "names/tagger.h"
#include "text/segment.h"

namespace lupe::train {

namespace {

constexpr std::size_t lines_at_once = 120;  // neighbours in these texts mostly belong to one article

struct Tally {
    float all = 0;
    std::array<float, names::type_count> type{};
};

std::string digits_as_zero(std::string_view word) {
    std::string out(word);
    for (char& c : out)
        if (c >= '0' && c <= '9') c = '0';
    return out;
}

void count(const names::Model& model, const std::string& text, std::unordered_map<std::string, Tally>& tallies) {
    const auto segments = text::segment(text);
    const auto lines = names::lines_of(text, segments.tokens);
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.words.size(); ++i)
            if (line.words[i].letters) tallies[digits_as_zero(line.slice(i))].all += 1;
    names::Forms forms(model);
    for (const auto& m : names::tag(forms, lines))
        for (std::size_t i = m.first; i <= m.last; ++i)
            if (lines[m.line].words[i].letters) tallies[digits_as_zero(lines[m.line].slice(i))].type[std::size_t(m.type)] += m.probability;
}

int code_of(const Tally& t) {
    if (t.all < 3) return 0;
    float named = 0;
    for (const float mass : t.type) named += mass;
    if (named < 0.05f * t.all) return t.all >= 5 ? 14 : 0;
    const auto best = std::max_element(t.type.begin(), t.type.end());
    const float share = *best / t.all;
    if (share < 0.2f) return 13;
    return 1 + 3 * int(best - t.type.begin()) + (share >= 0.8f ? 2 : share >= 0.5f ? 1 : 0);
}

}  // namespace

void count_usual(const names::Model& model, std::istream& in, std::ostream& out) {
    std::unordered_map<std::string, Tally> tallies;
    std::string text;
    std::size_t held = 0;
    for (std::string line; std::getline(in, line);) {
        text += line;
        text += '\n';
        if (++held < lines_at_once) continue;
        count(model, text, tallies);
        text.clear();
        held = 0;
    }
    count(model, text, tallies);
    const std::map<std::string, Tally> sorted(tallies.begin(), tallies.end());
    for (const auto& [word, tally] : sorted)
        if (const int code = code_of(tally)) out << word << '\t' << code << '\n';
}

}  // namespace lupe::train
