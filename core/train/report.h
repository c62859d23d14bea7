// How good a model is on what was held back: scores per set and type, and how far its probabilities can be trusted.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lines.h"
#include "score.h"
#include "two_pass.h"

namespace lupe::train {

struct Report {
    Report(const std::vector<Article>& articles, const Lines& lines, const TwoPass::Result& result);

    void print(const std::string& title) const;
    // Writes what was missed, mistaken or made up, one row each.
    void write_errors(const std::string& path) const;
    // Least probabilities of a name to be called certain or likely: down to where of names with about such a probability
    // nine in ten, or two in three, are right. Prints how often names of each confidence were right.
    struct Thresholds {
        float certain, likely;
    };
    Thresholds calibrate() const;

private:
    struct Guess {
        float probability;
        bool right;
    };
    const std::vector<Article>& articles_;
    std::vector<std::vector<Found>> found_;
    std::map<std::string, Score> scores_;
    std::vector<Guess> guesses_;  // of our own corpus
};

}  // namespace lupe::train
