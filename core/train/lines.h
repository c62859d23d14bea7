// All lines of the material, ready for training and checking.
#pragma once

#include <vector>

#include "examples.h"

namespace lupe::train {

struct Lines {
    explicit Lines(const std::vector<Article>& articles);

    std::vector<LabelledLine> all;
    std::vector<std::size_t> article;     // of each line
    std::vector<float> weight;            // of each line
    std::vector<char> trained;            // whether a line may be trained on
    std::vector<std::uint32_t> training;  // the lines that are

    // Whether line i is all of its article.
    bool is_alone(std::size_t i) const {
        return (i == 0 || article[i - 1] != article[i]) && (i + 1 == all.size() || article[i + 1] != article[i]);
    }
};

}  // namespace lupe::train
