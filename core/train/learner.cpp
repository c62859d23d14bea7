// Training of the linear chain; see learner.h.
#include "learner.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iostream>
#include <thread>

namespace lupe::train {

using namespace names;

namespace {

std::uint64_t draw(std::uint64_t& state) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state * 0x2545F4914F6CDD1DULL;
}
float uniform(std::uint64_t& state) { return float(draw(state) >> 40) * 0x1p-24f; }

class Learner {
public:
    Learner(const Crf& crf, const Transitions& transitions)
        : crf_(crf), now_{std::vector<Row>(crf.features().size()), transitions}, squares_(crf.features().size()) {}

    Weights learn(std::vector<std::uint32_t> order, int epochs);

private:
    void step(const Sample& s);
    // What free and bound differ in, to the weights of the word's features.
    void move(const Sample& s, std::size_t word);

    const Crf& crf_;
    const Settings& settings_{crf_.settings()};
    std::uint64_t random_{settings_.seed * 0x9E3779B97F4A7C15ULL | 1};
    Weights now_;
    std::vector<Row> squares_;
    Transitions transition_squares_{};
    const Lattice teacher_{Transitions{}};  // its scores are probabilities already
    // reused between steps
    std::vector<Scores> state_, free_, bound_;
    std::vector<char> hidden_;
};

void Learner::step(const Sample& s) {
    const std::size_t n = s.words;
    state_.resize(n);
    hidden_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const float chance = uniform(random_);
        hidden_[i] = chance < settings_.hide_tables ? 2 : chance < settings_.hide_words ? 1 : 0;
        state_[i] = crf_.score(now_, s, i, hidden_[i]);
    }
    const Lattice lattice(now_.transitions);
    Transitions gradient{};
    free_.resize(n);
    bound_.resize(n);
    if (!s.taught.empty()) {
        teacher_.marginals(s.taught, {}, {}, bound_, &gradient, -s.weight);
    } else {
        if (!lattice.marginals(state_, {}, s.allowed, bound_)) return;  // gold that no sequence of labels can give
        lattice.marginals(state_, {}, s.allowed, bound_, &gradient, -s.weight);
    }
    lattice.marginals(state_, {}, {}, free_, &gradient, s.weight);
    for (std::size_t i = 0; i < n; ++i) move(s, i);
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b) {
            const float g = gradient[a][b];
            transition_squares_[a][b] += g * g;
            now_.transitions[a][b] -= settings_.rate * g / std::sqrt(transition_squares_[a][b] + 1e-2f);
        }
}

void Learner::move(const Sample& s, std::size_t word) {
    Row g{};
    auto* flat = reinterpret_cast<float*>(&g);
    float size = 0;
    for (int l = 0; l < label_count; ++l) {
        flat[l] = (free_[word][std::size_t(l)] - bound_[word][std::size_t(l)]) * s.weight;
        size = std::max(size, std::abs(flat[l]));
    }
    if (size < 2e-3f) return;
    Row square;
    for (int l = 0; l < 3; ++l) square.lane[l] = g.lane[l] * g.lane[l];
    crf_.each_id(s, word, hidden_[word], [&](std::uint32_t id) {
        auto* w = reinterpret_cast<float*>(&now_.rows[id]);
        auto* q = reinterpret_cast<float*>(&squares_[id]);
        for (int l = 0; l < 24; ++l) {
            q[l] += reinterpret_cast<const float*>(&square)[l];
            const float scale = settings_.rate / std::sqrt(q[l] + 1e-4f);
            w[l] -= scale * (flat[l] + settings_.l2 * w[l]);
        }
    });
}

Weights Learner::learn(std::vector<std::uint32_t> order, int epochs) {
    Weights sum;
    float kept = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[draw(random_) % i]);
        for (auto id : order)
            if (crf_.sample(id).words) step(crf_.sample(id));
        std::cerr << "." << std::flush;
        if (epoch * 2 < epochs) continue;
        ++kept;
        add(now_, 1, sum);
    }
    Weights out;
    add(sum, 1 / kept, out);
    return out;
}

}  // namespace

Weights fit(const Crf& crf, std::vector<std::uint32_t> samples, const Transitions& transitions, int epochs) {
    return Learner(crf, transitions).learn(std::move(samples), epochs ? epochs : crf.settings().epochs);
}

std::vector<Weights> side_by_side(std::size_t count, const std::function<Weights(std::size_t)>& work) {
    std::vector<Weights> out(count);
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned core = 0; core < std::max(1u, std::thread::hardware_concurrency()); ++core)
        threads.emplace_back([&] {
            for (std::size_t i; (i = next++) < count;) out[i] = work(i);
        });
    threads.clear();  // waits for them
    return out;
}

}  // namespace lupe::train
