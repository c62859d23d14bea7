// The trainer's linear-chain model: features by hash, and their weights. Everything about a word comes from core/src/names, as in
// the tagger. learner.h fits the weights.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "examples.h"
#include "names/features.h"
#include "names/lattice.h"

namespace lupe::train {

class Counter;

using Lane = float __attribute__((vector_size(32)));
struct Row {
    Lane lane[3];
};  // label_count scores and padding

struct Settings {
    int epochs = 12;
    float rate = 0.06f, l2 = 1e-6f;
    float hide_words = 0.15f;  // how often a word's identity is hidden, so that context learns to speak
    float hide_tables = 0.1f;  // how often clusters and lists are hidden with it: a name nobody has heard of
    int min_count = 2, min_outside = 5;
    float count_taught = 1;  // how much being seen in a taught line counts when features are ranked
    std::uint64_t seed = 1;
};

// What a row of weights belongs to: an atom of a word so far away, or, by itself, a feature of a word in its line.
struct Feature {
    names::Hash key;
    int offset = in_line;
    static constexpr int in_line = names::max_reach + 1;
};

// One line ready for training: feature ids of every word.
struct Sample {
    std::size_t words = 0;
    std::vector<std::uint32_t> lexemes;         // of every word; empty if the sample has context features only
    std::vector<names::Scores> base;            // scores to start from; empty: zero
    std::vector<std::uint32_t> context_starts;  // into `context`
    std::vector<std::uint32_t> context;
    std::vector<names::LabelSet> allowed;
    std::vector<names::Scores> taught;  // log probabilities to learn instead, of every word; or empty
    float weight = 1;
};

struct Weights {
    std::vector<Row> rows;  // by feature
    names::Transitions transitions{};
};
void add(const Weights& more, float share, Weights& sum);

class Crf {
public:
    Crf(const names::Tables& tables, Settings settings) : tables_(tables), settings_(settings) {}

    // Makes samples of the lines; the features of those that `train` chooses are counted and, where frequent, become the model's.
    void prepare(const std::vector<const LabelledLine*>& lines, const std::vector<float>& weights, const std::vector<char>& train);
    // Makes samples of ready-made features per word, on top of given scores: the second pass.
    struct Plain {
        std::vector<std::vector<names::Hash>> features;
        std::vector<names::Scores> base;
        std::vector<names::LabelSet> allowed;
        float weight;
    };
    void prepare(std::vector<Plain>&& plain, const std::vector<char>& train);
    void set(Weights weights) { weights_ = std::move(weights); }
    // Keeps only the `most` features that matter most by the weights, for good; the weights are gone.
    void select(std::size_t most);
    // Rounds the weights to steps, small ones to zero, as the model file will hold them.
    void quantise(float step, float smallest);

    const Settings& settings() const { return settings_; }
    const Sample& sample(std::uint32_t i) const { return samples_[i]; }
    const names::Lexeme& lexeme(std::uint32_t form) const { return forms_[form]->lexeme; }
    const std::vector<Feature>& features() const { return features_; }
    const names::Transitions& transitions() const { return weights_.transitions; }
    names::Scores weights_of(std::size_t feature) const;
    // A word's label scores by some weights; what is `hidden` of it (1 its identity, 2 its tables too) does not count.
    names::Scores score(const Weights& weights, const Sample& s, std::size_t word, int hidden = 0) const;
    void scores(const Weights& weights, std::uint32_t sample, std::vector<names::Scores>& out) const;
    void scores(std::uint32_t sample, std::vector<names::Scores>& out) const { scores(weights_, sample, out); }
    // Calls f(id) for every feature of a word.
    template <typename F>
    void each_id(const Sample& s, std::size_t word, int hidden, F&& f) const;

private:
    struct Ids {
        std::array<std::vector<std::uint32_t>, 3> by_source;
    };
    struct Form {
        names::Lexeme lexeme;
        std::array<Ids, 2 * names::max_reach + 1> ids;  // by offset + max_reach
    };
    void choose_features(const std::vector<std::vector<names::Hash>>& contexts, const std::vector<std::vector<std::uint32_t>>& starts,
                         const Counter& counter);
    std::uint32_t form_of(const names::Line& line, std::size_t word);

    const names::Tables& tables_;
    Settings settings_;
    std::unordered_map<std::string, std::uint32_t> form_ids_;
    std::vector<std::unique_ptr<Form>> forms_;
    std::vector<Sample> samples_;
    std::vector<Feature> features_;
    std::vector<float> counts_;  // by feature: how often it was seen
    Weights weights_;
};

template <typename F>
void Crf::each_id(const Sample& s, std::size_t word, int hidden, F&& f) const {
    using names::max_reach, names::Source;
    for (int d = -max_reach; d <= max_reach && !s.lexemes.empty(); ++d) {
        const auto at = std::ptrdiff_t(word) + d;
        if (at < 0 || at >= std::ptrdiff_t(s.words)) continue;
        const Ids& ids = forms_[s.lexemes[std::size_t(at)]]->ids[std::size_t(d + max_reach)];
        for (const auto source : {Source::spelling, Source::identity, Source::table}) {
            if ((source == Source::identity && d == 0 && hidden > 0) || (source == Source::table && d == 0 && hidden > 1)) continue;
            for (auto id : ids.by_source[std::size_t(source)]) f(id);
        }
    }
    for (auto k = s.context_starts[word]; k < s.context_starts[word + 1]; ++k) f(s.context[k]);
}

}  // namespace lupe::train
