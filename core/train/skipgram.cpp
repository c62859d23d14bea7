// Learns word vectors from plain text (skip-gram with negative sampling) and writes nested word clusters.
//
// usage: skipgram WORDS OUT [--own FILE] [--dims 64] [--window 3] [--positional] [--epochs 3] [--min 4] [--seed 1]
//
// WORDS holds one line of text each, its words parted by blanks. The words of the annotated text, given with --own, are
// learned from too (three times over), but a word gets a row only if WORDS has it at least three times: else the names of the
// annotated text would all have clusters, as the names of a text to come never will. With --positional every offset inside the window
// has context vectors of its own, which makes the neighbourhoods those of word class rather than of topic.
// OUT gets rows "word count cluster", the cluster being an index into a ladder written to OUT.ladder
// (per fine cluster its 1024-, 256- and 64-cluster). Single-threaded, so that a seed means one result.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

using Lane = float __attribute__((vector_size(32)));
constexpr int lane_width = 8;

struct Options {
    std::string words, out, own;
    int own_times = 3, least_general = 3;
    int dims = 64, window = 3, epochs = 3, min_count = 4, negatives = 5;
    bool positional = false;
    uint64_t seed = 1;
    double sample = 1e-3;
};

struct Random {
    uint64_t state;
    uint64_t next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state * 0x2545F4914F6CDD1DULL;
    }
    double uniform() { return double(next() >> 11) * 0x1p-53; }
};

struct Corpus {
    std::vector<std::string> words;
    std::vector<uint64_t> counts;
    std::vector<char> known;    // whether the general text has the word often enough
    std::vector<int32_t> text;  // word ids, -1 ends a line, words below the threshold are left out
    std::vector<size_t> lines;  // where each line begins in `text`
    uint64_t total = 0;
};

std::string slurp(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::cerr << "skipgram: cannot read " << path << "\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename F>
void each_word(std::string_view text, F&& f) {
    size_t at = 0;
    while (at < text.size()) {
        size_t end = text.find_first_of(" \n", at);
        if (end == std::string_view::npos) end = text.size();
        if (end > at) f(text.substr(at, end - at));
        if (end < text.size() && text[end] == '\n') f(std::string_view("\n"));
        at = end + 1;
    }
}

Corpus read_corpus(const Options& o) {
    std::string text = slurp(o.words);
    const size_t general = text.size();  // the annotated text follows
    if (!o.own.empty()) {
        const std::string own = slurp(o.own);
        for (int i = 0; i < o.own_times; ++i) text += own;
    }
    std::unordered_map<std::string_view, uint64_t> seen;
    seen.reserve(4'000'000);
    each_word(text, [&](std::string_view w) {
        if (w != "\n") ++seen[w];
    });
    std::vector<std::pair<std::string_view, uint64_t>> kept;
    for (auto& [w, n] : seen)
        if (n >= uint64_t(o.min_count)) kept.emplace_back(w, n);
    std::sort(kept.begin(), kept.end(), [](auto& a, auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    std::unordered_map<std::string_view, uint64_t> in_general;
    each_word(std::string_view(text).substr(0, general), [&](std::string_view w) { ++in_general[w]; });
    std::unordered_map<std::string_view, int32_t> ids;
    Corpus c;
    for (auto& [w, n] : kept) {
        ids.emplace(w, int32_t(c.words.size()));
        c.words.emplace_back(w);
        c.counts.push_back(n);
        c.known.push_back(in_general[w] >= uint64_t(o.least_general));
        c.total += n;
    }
    size_t begin = 0;
    each_word(text, [&](std::string_view w) {
        if (w == "\n") {
            if (c.text.size() > begin) {
                c.lines.push_back(begin);
                c.text.push_back(-1);
            }
            begin = c.text.size();
        } else if (auto it = ids.find(w); it != ids.end())
            c.text.push_back(it->second);
    });
    return c;
}

class Trainer {
public:
    Trainer(const Corpus& c, const Options& o)
        : corpus_(c),
          o_(o),
          lanes_(o.dims / lane_width),
          slots_(o.positional ? 2 * o.window : 1),
          random_{o.seed * 0x9E3779B97F4A7C15ULL | 1} {
        in_.resize(c.words.size() * lanes_);
        out_.assign(c.words.size() * slots_ * lanes_, Lane{});
        auto* flat = reinterpret_cast<float*>(in_.data());
        for (size_t i = 0; i < in_.size() * lane_width; ++i) flat[i] = float((random_.uniform() - 0.5) / o.dims);
        make_negatives();
        for (int i = 0; i < 4096; ++i) sigmoid_[i] = float(1 / (1 + std::exp(-(i - 2048) / 256.0)));
    }
    void run() {
        std::vector<size_t> order = corpus_.lines;
        const double steps = double(corpus_.text.size()) * o_.epochs;
        double done = 0;
        const auto start = std::chrono::steady_clock::now();
        for (int epoch = 0; epoch < o_.epochs; ++epoch) {
            for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_.next() % i]);
            for (size_t line : order) {
                size_t end = line;
                while (corpus_.text[end] >= 0) ++end;
                rate_ = float(0.025 * std::max(0.002, 1 - done / steps));
                train_line(&corpus_.text[line], end - line);
                done += double(end - line + 1);
            }
            std::cerr << "epoch " << epoch + 1 << " after "
                      << std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start).count() << " s\n";
        }
    }
    std::vector<Lane>& vectors() { return in_; }

private:
    void make_negatives() {
        double sum = 0;
        for (auto n : corpus_.counts) sum += std::pow(double(n), 0.75);
        negatives_.resize(1 << 23);
        size_t word = 0;
        double reached = std::pow(double(corpus_.counts[0]), 0.75) / sum;
        for (size_t i = 0; i < negatives_.size(); ++i) {
            negatives_[i] = int32_t(word);
            if (double(i + 1) / double(negatives_.size()) > reached && word + 1 < corpus_.counts.size())
                reached += std::pow(double(corpus_.counts[++word]), 0.75) / sum;
        }
    }
    void train_line(const int32_t* text, size_t n) {
        kept_.clear();
        for (size_t i = 0; i < n; ++i) {
            const double f = double(corpus_.counts[text[i]]) / double(corpus_.total);
            const double keep = std::sqrt(o_.sample / f) + o_.sample / f;
            if (o_.positional || keep >= 1 || random_.uniform() < keep) kept_.push_back({text[i], keep < 1 ? float(keep) : 1.f});
        }
        const int size = int(kept_.size());
        for (int i = 0; i < size; ++i) {
            if (o_.positional && kept_[i].keep < 1 && random_.uniform() >= kept_[i].keep) continue;
            const int reach = o_.positional ? o_.window : 1 + int(random_.next() % o_.window);
            for (int d = -reach; d <= reach; ++d)
                if (d != 0 && i + d >= 0 && i + d < size)
                    pair(kept_[i].word, kept_[i + d].word, o_.positional ? (d < 0 ? d + o_.window : d + o_.window - 1) : 0);
        }
    }
    void pair(int32_t word, int32_t context, int slot) {
        Lane* v = &in_[size_t(word) * lanes_];
        Lane grad[32] = {};
        for (int k = 0; k <= o_.negatives; ++k) {
            const int32_t target = k == 0 ? context : negatives_[random_.next() >> 41];
            if (k > 0 && target == context) continue;
            Lane* u = &out_[(size_t(target) * slots_ + slot) * lanes_];
            Lane acc{};
            for (int l = 0; l < lanes_; ++l) acc += v[l] * u[l];
            float dot = 0;
            for (int l = 0; l < lane_width; ++l) dot += acc[l];
            const float p = sigmoid_[std::clamp(int(dot * 256) + 2048, 0, 4095)];
            const float g = ((k == 0) - p) * rate_;
            for (int l = 0; l < lanes_; ++l) {
                grad[l] += g * u[l];
                u[l] += g * v[l];
            }
        }
        for (int l = 0; l < lanes_; ++l) v[l] += grad[l];
    }

    struct Kept {
        int32_t word;
        float keep;
    };
    const Corpus& corpus_;
    const Options& o_;
    int lanes_, slots_;
    Random random_;
    std::vector<Lane> in_, out_;
    std::vector<int32_t> negatives_;
    std::vector<Kept> kept_;
    float sigmoid_[4096], rate_ = 0.025f;
};

// Spherical k-means: every vector has length 1, so nearest means largest dot product.
std::vector<int> k_means(const std::vector<Lane>& x, const std::vector<double>& weight, int lanes, int k, int rounds, Random& random,
                         std::vector<Lane>* centres_out) {
    const size_t n = x.size() / lanes;
    std::vector<Lane> centres(size_t(k) * lanes);
    for (int c = 0; c < k; ++c) {  // the frequent words first: they are the ones whose classes must be clean
        const size_t pick = size_t(std::pow(random.uniform(), 2) * double(n));
        std::copy_n(&x[pick * lanes], lanes, &centres[size_t(c) * lanes]);
    }
    std::vector<int> of(n, 0);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Lane> sum(size_t(k) * lanes, Lane{});
        std::vector<double> mass(k, 0);
        for (size_t i = 0; i < n; ++i) {
            float best = -2;
            for (int c = 0; c < k; ++c) {
                Lane acc{};
                for (int l = 0; l < lanes; ++l) acc += x[i * lanes + l] * centres[size_t(c) * lanes + l];
                float dot = 0;
                for (int l = 0; l < lane_width; ++l) dot += acc[l];
                if (dot > best) {
                    best = dot;
                    of[i] = c;
                }
            }
            const float w = float(weight[i]);
            for (int l = 0; l < lanes; ++l) sum[size_t(of[i]) * lanes + l] += x[i * lanes + l] * w;
            mass[of[i]] += w;
        }
        for (int c = 0; c < k; ++c) {
            Lane* s = &sum[size_t(c) * lanes];
            if (mass[c] == 0) { std::copy_n(&x[(random.next() % n) * lanes], lanes, s); }
            float norm = 0;
            for (int l = 0; l < lanes; ++l)
                for (int j = 0; j < lane_width; ++j) norm += s[l][j] * s[l][j];
            const float scale = 1 / std::sqrt(norm + 1e-12f);
            for (int l = 0; l < lanes; ++l) centres[size_t(c) * lanes + l] = s[l] * scale;
        }
        std::cerr << "k-means " << k << " round " << round + 1 << "\n";
    }
    if (centres_out) *centres_out = centres;
    return of;
}

void normalise(std::vector<Lane>& x, int lanes) {
    for (size_t i = 0; i < x.size(); i += lanes) {
        float norm = 0;
        for (int l = 0; l < lanes; ++l)
            for (int j = 0; j < lane_width; ++j) norm += x[i + l][j] * x[i + l][j];
        const float scale = 1 / std::sqrt(norm + 1e-12f);
        for (int l = 0; l < lanes; ++l) x[i + l] *= scale;
    }
}

Options parse(int argc, char** argv) {
    Options o;
    for (int i = 1; i < argc; ++i) {
        const std::string_view a = argv[i];
        auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (a == "--dims")
            o.dims = number();
        else if (a == "--window")
            o.window = number();
        else if (a == "--epochs")
            o.epochs = number();
        else if (a == "--min")
            o.min_count = number();
        else if (a == "--seed")
            o.seed = uint64_t(number());
        else if (a == "--own")
            o.own = i + 1 < argc ? argv[++i] : "";
        else if (a == "--positional")
            o.positional = true;
        else if (o.words.empty())
            o.words = a;
        else
            o.out = a;
    }
    if (o.out.empty() || o.dims % lane_width || o.dims > 256) {
        std::cerr << "usage: skipgram WORDS OUT [options]\n";
        std::exit(2);
    }
    return o;
}

}  // namespace

int main(int argc, char** argv) {
    const Options o = parse(argc, argv);
    const Corpus corpus = read_corpus(o);
    std::cerr << corpus.words.size() << " words, " << corpus.total << " running words\n";
    Trainer trainer(corpus, o);
    trainer.run();
    auto& x = trainer.vectors();
    const int lanes = o.dims / lane_width;
    normalise(x, lanes);
    {
        std::ofstream vec(o.out + ".vec", std::ios::binary);
        vec.write(reinterpret_cast<const char*>(x.data()), std::streamsize(x.size() * sizeof(Lane)));
    }
    Random random{o.seed * 0x9E3779B97F4A7C15ULL | 1};
    std::vector<double> weight;
    for (auto n : corpus.counts) weight.push_back(std::sqrt(std::min<double>(double(n), 1000)));
    std::vector<Lane> centres;
    std::vector<int> fine = k_means(x, weight, lanes, 4096, 6, random, &centres);
    std::vector<std::vector<int>> ladder(4096);
    std::vector<double> mass(4096, 1);
    std::vector<int> up(4096);
    for (int i = 0; i < 4096; ++i) up[i] = i;
    for (int k : {1024, 256, 64}) {
        std::vector<Lane> coarser;
        const auto of = k_means(centres, mass, lanes, k, 12, random, &coarser);
        for (int i = 0; i < 4096; ++i) {
            up[i] = of[up[i]];
            ladder[i].push_back(up[i]);
        }
        centres = coarser;
        mass.assign(k, 1);
    }
    std::ofstream out(o.out), rungs(o.out + ".ladder");
    for (size_t i = 0; i < corpus.words.size(); ++i)
        if (corpus.known[i]) out << corpus.words[i] << '\t' << corpus.counts[i] << '\t' << fine[i] << '\n';
    for (auto& r : ladder) rungs << r[0] << '\t' << r[1] << '\t' << r[2] << '\n';
}
