// Jack-knifed training of the two passes; see two_pass.h.
#include "two_pass.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>

#include "learner.h"
#include "names/agreement.h"

namespace lupe::train {

namespace {

Settings first_settings(const Recipe& recipe) {
    Settings s;
    s.epochs = static_cast<int>(recipe.number("epochs"));
    s.rate = recipe.number("rate");
    s.l2 = recipe.number("l2");
    s.hide_words = recipe.number("hide words");
    s.hide_tables = recipe.number("hide tables");
    s.min_count = static_cast<int>(recipe.number("rarest"));
    s.min_outside = static_cast<int>(recipe.number("rarest outside"));
    s.count_taught = recipe.number("pieces seen");
    s.seed = static_cast<std::uint64_t>(recipe.number("seed"));
    return s;
}

Settings second_settings(const Recipe& recipe) {
    Settings s = first_settings(recipe);
    s.hide_words = s.hide_tables = 0;
    s.epochs = static_cast<int>(recipe.number("second epochs"));
    s.rate = recipe.number("second rate");
    s.min_count = s.min_outside = static_cast<int>(recipe.number("second rarest"));
    return s;
}

void say(const std::string& what) {
    static const auto start = std::chrono::steady_clock::now();
    std::cerr << std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count() << " s: " << what
              << "\n";
}

}  // namespace

TwoPass::TwoPass(const Recipe& recipe, const std::vector<Article>& articles, const Lines& lines, const names::Tables& tables)
    : recipe_(recipe),
      articles_(articles),
      lines_(lines),
      first_(tables, first_settings(recipe)),
      second_(tables, second_settings(recipe)) {
    train_first();
    if (recipe.number("folds") > 0)
        train_second();
    else
        second_result_ = first_result_;  // a quick look
}

void TwoPass::train_first() {
    std::vector<const LabelledLine*> pointers;
    for (const auto& line : lines_.all) pointers.push_back(&line);
    first_.prepare(pointers, lines_.weight, lines_.trained);
    say("prepared");
    first_.set(fit(first_, lines_.training, {}, 4));
    first_.select(static_cast<std::size_t>(recipe_.number("features")));

    auto& scores = first_result_.scores;
    scores.resize(lines_.all.size());
    const auto folds = static_cast<std::size_t>(recipe_.number("folds"));
    const auto runs = side_by_side(folds + 1, [&](std::size_t fold) {  // the last holds nothing out
        const auto is_held_out = [&](std::uint32_t line) { return fold < folds && lines_.article[line] % folds == fold; };
        std::vector<std::uint32_t> chosen;
        std::remove_copy_if(lines_.training.begin(), lines_.training.end(), std::back_inserter(chosen), is_held_out);
        Weights weights = fit(first_, std::move(chosen));
        for (const auto line : lines_.training)
            if (is_held_out(line)) first_.scores(weights, line, scores[line]);
        return weights;
    });
    Weights mean;
    for (const Weights& run : runs) add(run, 1 / float(runs.size()), mean);
    first_.set(std::move(mean));
    first_.quantise(recipe_.number("step"), recipe_.number("smallest"));
    for (std::size_t i = 0; i < lines_.all.size(); ++i)
        if (!lines_.trained[i]) first_.scores(static_cast<std::uint32_t>(i), scores[i]);
    first_result_.transitions = first_result_.alone = first_.transitions();
    say("first pass trained");
}

// Features of agreement within each article, on top of the first pass's scores.
std::vector<Crf::Plain> TwoPass::second_samples() const {
    const names::Lattice lattice(first_.transitions());
    const std::size_t n = lines_.all.size();
    std::vector<names::TaggedLine> tagged(n);
    std::vector<std::vector<const names::Lexeme*>> lexemes(n);
    std::vector<std::vector<std::uint32_t>> rows(n);
    std::vector<Crf::Plain> samples(n);
    for (std::size_t begin = 0, end; begin < n; begin = end) {
        names::Agreement agreement;
        std::vector<names::Scores> marginals{names::sure_outside}, of_line;
        for (end = begin; end < n && lines_.article[end] == lines_.article[begin]; ++end) {
            for (const auto id : first_.sample(static_cast<std::uint32_t>(end)).lexemes) lexemes[end].push_back(&first_.lexeme(id));
            of_line.resize(lexemes[end].size());
            lattice.marginals(first_result_.scores[end], {}, {}, of_line);
            for (std::size_t w = 0; w < of_line.size(); ++w) rows[end].push_back(static_cast<std::uint32_t>(marginals.size() + w));
            marginals.insert(marginals.end(), of_line.begin(), of_line.end());
            tagged[end] = {&lines_.all[end].line, lexemes[end], rows[end], &marginals};
            agreement.add(tagged[end]);
        }
        for (std::size_t i = begin; i < end; ++i) {
            samples[i] = {{}, first_result_.scores[i], lines_.all[i].allowed, lines_.weight[i]};
            samples[i].features.resize(tagged[i].lexemes.size());
            for (std::size_t w = 0; w < tagged[i].lexemes.size(); ++w) agreement.features(tagged[i], w, samples[i].features[w]);
        }
    }
    return samples;
}

void TwoPass::train_second() {
    second_.prepare(second_samples(), lines_.trained);
    std::vector<std::uint32_t> complete;  // a source that lacks a type cannot tell where names are missing, nor can a model
    for (const auto line : lines_.training) {
        const Article& article = articles_[lines_.article[line]];
        if (!article.unlabelled && !article.is_piece && !lines_.is_alone(line)) complete.push_back(line);
    }
    second_.set(fit(second_, complete, first_.transitions()));
    second_.quantise(0.02f, 0.02f);
    second_result_.scores.resize(lines_.all.size());
    for (std::size_t i = 0; i < lines_.all.size(); ++i)
        if (!lines_.trained[i]) second_.scores(static_cast<std::uint32_t>(i), second_result_.scores[i]);
    second_result_.transitions = second_.transitions();
    second_result_.alone = first_.transitions();
    say("second pass trained");
}

}  // namespace lupe::train
