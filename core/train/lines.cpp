// Segments and labels the material; see lines.h.
#include "lines.h"

#include <iostream>

namespace lupe::train {

Lines::Lines(const std::vector<Article>& articles) {
    int misfits = 0;
    std::size_t words = 0, gold = 0;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        gold += articles[a].gold.size();
        for (auto& line : label_lines(articles[a], misfits)) {
            words += line.line.words.size();
            if (!articles[a].development) training.push_back(static_cast<std::uint32_t>(all.size()));
            trained.push_back(!articles[a].development);
            weight.push_back(articles[a].weight);
            article.push_back(a);
            all.push_back(std::move(line));
        }
    }
    std::cerr << articles.size() << " articles, " << words << " words, " << gold << " names, " << misfits << " of them not made of words\n";
}

}  // namespace lupe::train
