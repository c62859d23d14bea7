// Tagging plain text for training; see silver.h.
#include "silver.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <string>
#include <tuple>

#include "names/tagger.h"
#include "text/segment.h"

namespace lupe::train {

namespace {

constexpr std::size_t lines_at_once = 40;  // neighbours in these texts mostly belong to one article
constexpr float sure = 0.85f;

std::string_view head_of(const names::Mention& m) {
    constexpr std::string_view types[] = {"person", "organization", "location", "misc"};
    return m.probability >= sure ? types[m.type] : "ignore";
}

void mark(const names::Model& model, std::string_view text, std::ostream& out) {
    const auto segments = text::segment(text);
    const auto lines = names::lines_of(text, segments.tokens);
    names::Forms forms(model);
    std::vector<names::Mention> doubts, mentions = names::tag(forms, lines, &doubts);
    mentions.insert(mentions.end(), doubts.begin(), doubts.end());
    std::sort(mentions.begin(), mentions.end(),
              [](const auto& a, const auto& b) { return std::tie(a.line, a.first) < std::tie(b.line, b.first); });
    std::size_t at = 0;
    for (const auto& m : mentions) {
        const auto begin = lines[m.line].words[m.first].span.begin, end = lines[m.line].words[m.last].span.end;
        if (begin < at) continue;
        out << text.substr(at, begin - at) << "\u27E6" << head_of(m) << '|' << text.substr(begin, end - begin) << "\u27E7";
        at = end;
    }
    out << text.substr(at) << '\f';
}

}  // namespace

void mark_silver(const names::Model& model, std::size_t step, std::istream& in, std::ostream& out) {
    std::string text;
    std::size_t held = 0, pieces = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '=') continue;  // headings of the encyclopedia
        text += line;
        text += '\n';
        if (++held < lines_at_once) continue;
        if (pieces++ % step == 0) mark(model, text, out);
        text.clear();
        held = 0;
    }
}

}  // namespace lupe::train
