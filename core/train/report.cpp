// Decoding and counting on the held-back articles; see report.h.
#include "report.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace lupe::train {

namespace {

bool right(const Article& a, const Found& f) {
    return std::any_of(a.gold.begin(), a.gold.end(),
                       [&](const Gold& g) { return g.begin == f.begin && g.end == f.end && (g.types >> f.type & 1); });
}

std::string context(const Article& a, std::uint32_t begin, std::uint32_t end) {
    const auto from = begin > 50 ? begin - 50 : 0;
    std::string text = a.text.substr(from, begin - from) + "[[" + a.text.substr(begin, end - begin) + "]]" + a.text.substr(end, 50);
    std::replace(text.begin(), text.end(), '\n', '|');
    return text;
}

}  // namespace

Report::Report(const std::vector<Article>& articles, const Lines& lines, const TwoPass::Result& result)
    : articles_(articles), found_(articles.size()) {
    const names::Lattice together(result.transitions), alone(result.alone);
    std::vector<std::uint8_t> labels;
    std::vector<names::Scores> marginals;
    for (std::size_t i = 0; i < lines.all.size(); ++i) {
        if (lines.trained[i]) continue;
        const auto& lattice = lines.is_alone(i) ? alone : together;
        labels.resize(result.scores[i].size());
        marginals.resize(result.scores[i].size());
        lattice.best(result.scores[i], {}, labels);
        lattice.marginals(result.scores[i], {}, {}, marginals);
        append_found(lines.all[i].line, labels, marginals, found_[lines.article[i]]);
    }
    for (std::size_t a = 0; a < articles.size(); ++a) {
        if (!articles[a].development || articles[a].is_piece) continue;
        scores_[articles[a].source].add(articles[a], found_[a], articles[a].counted);
        if (articles[a].source.starts_with("corpus"))
            for (const Found& f : found_[a]) guesses_.push_back({f.probability, right(articles[a], f)});
    }
}

void Report::print(const std::string& title) const {
    std::printf("%s\n", title.c_str());
    for (const auto& [name, score] : scores_) std::printf("  %-18s %s\n", name.c_str(), score.line().c_str());
    std::fflush(stdout);
}

void Report::write_errors(const std::string& path) const {
    std::ofstream out(path);
    for (std::size_t a = 0; a < articles_.size(); ++a) {
        if (!articles_[a].development) continue;
        const Article& article = articles_[a];
        for (const Gold& g : article.gold) {
            std::string instead;
            bool hit = false;
            for (const Found& f : found_[a]) {
                hit = hit || (f.begin == g.begin && f.end == g.end && (g.types >> f.type & 1));
                if (f.begin < g.end && g.begin < f.end)
                    instead += " " + article.text.substr(f.begin, f.end - f.begin) + "/" + "POLM"[f.type];
            }
            if (!hit)
                out << article.source << "\tmissed " << g.types << "\t" << instead << "\t" << context(article, g.begin, g.end) << "\n";
        }
        for (const Found& f : found_[a])
            if (std::none_of(article.gold.begin(), article.gold.end(), [&](const Gold& g) { return g.begin < f.end && f.begin < g.end; }))
                out << article.source << "\textra "
                    << "POLM"[f.type] << "\t\t" << context(article, f.begin, f.end) << "\n";
    }
}

Report::Thresholds Report::calibrate() const {
    auto guesses = guesses_;
    std::sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) { return a.probability > b.probability; });
    // Walks down until fewer than `share` of the `window` names around are right.
    constexpr std::size_t window = 200;
    const auto reach = [&](std::size_t from, double share) {
        std::size_t to = from;
        for (std::size_t i = from; i + window <= guesses.size(); i += window / 4) {
            const auto begin = guesses.begin() + std::ptrdiff_t(i);
            const auto hits = std::count_if(begin, begin + std::ptrdiff_t(window), [](const Guess& g) { return g.right; });
            if (double(hits) < share * double(window)) break;
            to = i + window / 2;
        }
        return to;
    };
    const std::size_t certain = reach(0, 0.9), likely = reach(certain, 0.65);
    const auto least = [&](std::size_t count) { return count ? guesses[count - 1].probability : 2.f; };
    const Thresholds t{least(certain), least(likely)};
    const auto tell = [&](const char* name, std::size_t from, std::size_t to, float least) {
        const auto hits = std::count_if(guesses.begin() + std::ptrdiff_t(from), guesses.begin() + std::ptrdiff_t(to),
                                        [](const Guess& g) { return g.right; });
        std::printf("  %-9s from %.2f: %5zu names, %.1f %% right\n", name, double(least), to - from,
                    to > from ? 100.0 * double(hits) / double(to - from) : 0.0);
    };
    std::printf("confidence on the held-back corpus\n");
    tell("certain", 0, certain, t.certain);
    tell("likely", certain, likely, t.likely);
    tell("possible", likely, guesses.size(), 0);
    return t;
}

}  // namespace lupe::train
