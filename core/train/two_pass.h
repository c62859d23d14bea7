// Trains both passes of the tagger: the second on what the first says of lines it has not seen.
#pragma once

#include <vector>

#include "crf.h"
#include "lines.h"
#include "recipe.h"

namespace lupe::train {

class TwoPass {
public:
    TwoPass(const Recipe& recipe, const std::vector<Article>& articles, const Lines& lines, const names::Tables& tables);

    // Label scores of every line that is not trained on, and the weights of one label following another.
    struct Result {
        std::vector<std::vector<names::Scores>> scores;
        names::Transitions transitions;
        names::Transitions alone;  // in articles of one line, where the second pass has nothing to say
    };
    const Result& first_result() const { return first_result_; }
    const Result& second_result() const { return second_result_; }
    const Crf& first() const { return first_; }
    const Crf& second() const { return second_; }

private:
    void train_first();
    std::vector<Crf::Plain> second_samples() const;
    void train_second();

    const Recipe& recipe_;
    const std::vector<Article>& articles_;
    const Lines& lines_;
    Crf first_, second_;
    Result first_result_, second_result_;
};

}  // namespace lupe::train
