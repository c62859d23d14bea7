// The trainer's linear-chain model: features by hash, AdaGrad on the (partial-label) log-likelihood, weights averaged
// over the later half of the epochs. Everything about a word comes from core/src/names, as in the tagger.
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
    float rate = 0.06f, l2 = 1e-6f, l1 = 0;
    float hide_words = 0.15f;  // how often a word's identity is hidden, so that context learns to speak
    float hide_tables = 0.1f;  // how often clusters and lists are hidden with it: a name nobody has heard of
    int min_count = 2, min_outside = 5;
    std::uint64_t seed = 1;
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
    // Learns from the samples from scratch, the transitions starting at `transitions`.
    void fit(const std::vector<std::uint32_t>& samples, const names::Transitions& transitions = {}, int epochs = 0);
    // Keeps only the `most` features that matter most after fit(), for good: fit() again.
    void select(std::size_t most);
    // The weights, to be averaged with those of other runs.
    struct Weights {
        std::vector<Row> rows;
        names::Transitions transitions;
    };
    Weights weights() const { return {rows_, transitions_}; }
    void set_average(const std::vector<Weights>& runs);
    // Rounds the weights to steps, small ones to zero, as the model file will hold them.
    void quantise(float step, float smallest);
    void scores(std::uint32_t sample, std::vector<names::Scores>& out) const;
    const names::Transitions& transitions() const { return transitions_; }
    const names::Lexeme& lexeme(std::uint32_t form) const { return forms_[form]->lexeme; }
    const Sample& sample(std::uint32_t i) const { return samples_[i]; }
    std::size_t features() const { return rows_.size(); }
    const std::vector<names::Hash>& hashes() const { return hashes_; }
    const std::vector<Row>& rows() const { return rows_; }

private:
    struct Ids {
        std::array<std::vector<std::uint32_t>, 3> by_source;
    };
    struct Form {
        names::Lexeme lexeme;
        std::array<Ids, 2 * names::max_reach + 1> ids;  // by offset + max_reach
        std::uint32_t bias = 0;
    };
    void choose_features(const std::vector<std::vector<names::Hash>>& contexts, const std::vector<std::vector<std::uint32_t>>& starts,
                         const Counter& counter);
    std::uint32_t form_of(const names::Line& line, std::size_t word);
    void step(const Sample& s);
    template <typename F>
    void each_id(const Sample& s, std::size_t word, int hidden, F&& f) const;

    const names::Tables& tables_;
    Settings settings_;
    std::unordered_map<std::string, std::uint32_t> form_ids_;
    std::vector<std::unique_ptr<Form>> forms_;
    std::vector<Sample> samples_;
    std::vector<names::Hash> hashes_;
    std::vector<std::uint32_t> counts_;
    std::vector<Row> rows_, squares_;
    names::Transitions transitions_{}, transition_squares_{};
    std::uint64_t random_ = 1;
    names::Lattice teacher_{names::Transitions{}};  // its scores are probabilities already
    // reused between steps
    std::vector<names::Scores> state_, free_, bound_;
    std::vector<char> hidden_;
};

}  // namespace lupe::train
