// Counting hits; see score.h.
#include "score.h"

#include <algorithm>
#include <cstdio>

namespace lupe::train {

void Score::add(const Article& a, const std::vector<Found>& found, unsigned types) {
    std::vector<char> used(found.size(), 0);
    for (const Gold& g : a.gold) {
        if (!(g.types & types)) continue;
        int first = 0;
        while (!(g.types >> first & 1)) ++first;
        ++all.gold;
        ++by_type[std::size_t(first)].gold;
        for (std::size_t i = 0; i < found.size(); ++i)
            if (!used[i] && found[i].begin == g.begin && found[i].end == g.end && (g.types >> found[i].type & 1)) {
                used[i] = 1;
                ++all.hit;
                ++by_type[std::size_t(first)].hit;
                break;
            }
    }
    for (const Found& f : found) {
        bool counts = types >> f.type & 1;
        for (const Gold& g : a.gold)
            if (g.types == 0 && g.begin < f.end && f.begin < g.end) counts = false;
        if (!counts) continue;
        ++all.found;
        ++by_type[std::size_t(f.type)].found;
    }
}

std::string Score::line() const {
    char out[256];
    std::snprintf(out, sizeof out, "F1 %5.2f  P %5.2f R %5.2f  PER %5.1f ORG %5.1f LOC %5.1f MISC %5.1f  gold %d", f1(all),
                  all.found ? 100.0 * all.hit / all.found : 0.0, all.gold ? 100.0 * all.hit / all.gold : 0.0, f1(by_type[0]),
                  f1(by_type[1]), f1(by_type[2]), f1(by_type[3]), all.gold);
    return out;
}

void append_found(const names::Line& line, const std::vector<std::uint8_t>& labels, const std::vector<names::Scores>& marginals,
                  std::vector<Found>& out) {
    using namespace names;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == outside) continue;
        const Part part = part_of(labels[i]);
        const Span span = line.words[i].span;
        if (part == Part::begin || part == Part::single) out.push_back({span.begin, span.end, type_of(labels[i]), 1});
        out.back().end = span.end;
        out.back().probability = std::min(out.back().probability, marginals[i][labels[i]]);
    }
}

}  // namespace lupe::train
