// Training of the linear chain; see crf.h.
#include "crf.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "counter.h"

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

}  // namespace

std::uint32_t Crf::form_of(const Line& line, std::size_t word) {
    std::string key(line.slice(word));
    key += line.capitals ? '\1' : '\0';
    const auto [it, fresh] = form_ids_.try_emplace(key, std::uint32_t(forms_.size()));
    if (fresh) {
        auto form = std::make_unique<Form>();
        form->lexeme = make_lexeme(line.slice(word), line.words[word].letters, line.capitals, tables_);
        forms_.push_back(std::move(form));
    }
    return it->second;
}

void Crf::prepare(const std::vector<const LabelledLine*>& lines, const std::vector<float>& weights, const std::vector<char>& train) {
    std::vector<std::vector<Hash>> contexts(lines.size());
    std::vector<std::vector<std::uint32_t>> starts(lines.size());
    Counter counter;
    std::vector<const Lexeme*> lexemes;
    Evidence evidence;
    samples_.resize(lines.size());
    for (std::size_t s = 0; s < lines.size(); ++s) {
        const Line& line = lines[s]->line;
        Sample& sample = samples_[s];
        sample.allowed = lines[s]->allowed;
        sample.taught = lines[s]->taught;
        sample.weight = weights[s];
        sample.words = line.words.size();
        lexemes.clear();
        for (std::size_t i = 0; i < line.words.size(); ++i) sample.lexemes.push_back(form_of(line, i));
        for (auto id : sample.lexemes) lexemes.push_back(&forms_[id]->lexeme);
        evidence.find(line, lexemes, tables_);
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            starts[s].push_back(std::uint32_t(contexts[s].size()));
            context_features(line, lexemes, evidence, i, contexts[s]);
            if (!train[s]) continue;
            const bool inside = !(sample.allowed[i] >> outside & 1);
            for (std::size_t k = starts[s].back(); k < contexts[s].size(); ++k) counter.add(contexts[s][k], inside);
            for (int d = -max_reach; d <= max_reach; ++d) {
                const auto at = std::ptrdiff_t(i) + d;
                if (at < 0 || at >= std::ptrdiff_t(lexemes.size())) continue;
                for (const Atom& a : lexemes[std::size_t(at)]->atoms)
                    if (std::abs(d) <= a.reach) counter.add(at_offset(a.hash, d), inside);
            }
        }
        starts[s].push_back(std::uint32_t(contexts[s].size()));
    }
    choose_features(contexts, starts, counter);
}

void Crf::prepare(std::vector<Plain>&& plain, const std::vector<char>& train) {
    std::vector<std::vector<Hash>> contexts(plain.size());
    std::vector<std::vector<std::uint32_t>> starts(plain.size());
    Counter counter;
    samples_.resize(plain.size());
    for (std::size_t s = 0; s < plain.size(); ++s) {
        Sample& sample = samples_[s];
        sample.words = plain[s].features.size();
        sample.base = std::move(plain[s].base);
        sample.allowed = std::move(plain[s].allowed);
        sample.weight = plain[s].weight;
        for (std::size_t i = 0; i < sample.words; ++i) {
            starts[s].push_back(std::uint32_t(contexts[s].size()));
            for (Hash h : plain[s].features[i]) {
                contexts[s].push_back(h);
                if (train[s]) counter.add(h, !(sample.allowed[i] >> outside & 1));
            }
        }
        starts[s].push_back(std::uint32_t(contexts[s].size()));
    }
    choose_features(contexts, starts, counter);
}

void Crf::choose_features(const std::vector<std::vector<Hash>>& contexts, const std::vector<std::vector<std::uint32_t>>& starts,
                          const Counter& counter) {
    std::vector<std::pair<Hash, std::uint32_t>> chosen;
    for (const auto& slot : counter.slots())
        if ((slot.inside > 0 && slot.all >= std::uint32_t(settings_.min_count)) || slot.all >= std::uint32_t(settings_.min_outside))
            chosen.emplace_back(slot.key, slot.all);
    std::sort(chosen.begin(), chosen.end());
    for (const auto& [hash, count] : chosen) hashes_.push_back(hash), counts_.push_back(count);
    std::unordered_map<Hash, std::uint32_t> id_of;
    id_of.reserve(hashes_.size() * 2);
    for (std::size_t i = 0; i < hashes_.size(); ++i) id_of.emplace(hashes_[i], std::uint32_t(i));
    for (auto& form : forms_)
        for (const Atom& a : form->lexeme.atoms)
            for (int d = -a.reach; d <= a.reach; ++d)
                if (auto it = id_of.find(at_offset(a.hash, d)); it != id_of.end()) {
                    Ids& ids_at = form->ids[std::size_t(d + max_reach)];
                    ids_at.by_source[std::size_t(a.source)].push_back(it->second);
                }
    for (std::size_t s = 0; s < starts.size(); ++s)
        for (std::size_t i = 0; i + 1 < starts[s].size(); ++i) {
            samples_[s].context_starts.push_back(std::uint32_t(samples_[s].context.size()));
            for (std::size_t k = starts[s][i]; k < starts[s][i + 1]; ++k)
                if (auto it = id_of.find(contexts[s][k]); it != id_of.end()) samples_[s].context.push_back(it->second);
            if (i + 2 == starts[s].size()) samples_[s].context_starts.push_back(std::uint32_t(samples_[s].context.size()));
        }
    rows_.assign(hashes_.size(), Row{});
    std::cerr << hashes_.size() << " features, " << forms_.size() << " word forms\n";
}

template <typename F>
void Crf::each_id(const Sample& s, std::size_t word, int hidden, F&& f) const {
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

void Crf::scores(std::uint32_t sample, std::vector<Scores>& out) const {
    const Sample& s = samples_[sample];
    out.resize(s.words);
    for (std::size_t i = 0; i < s.words; ++i) {
        Row sum{};
        each_id(s, i, 0, [&](std::uint32_t id) {
            for (int l = 0; l < 3; ++l) sum.lane[l] += rows_[id].lane[l];
        });
        std::copy_n(reinterpret_cast<const float*>(&sum), label_count, out[i].begin());
        if (!s.base.empty())
            for (std::size_t l = 0; l < label_count; ++l) out[i][l] += s.base[i][l];
    }
}

void Crf::step(const Sample& s) {
    const std::size_t n = s.words;
    state_.resize(n);
    hidden_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const float chance = uniform(random_);
        hidden_[i] = chance < settings_.hide_tables ? 2 : chance < settings_.hide_words ? 1 : 0;
        Row sum{};
        each_id(s, i, hidden_[i], [&](std::uint32_t id) {
            for (int l = 0; l < 3; ++l) sum.lane[l] += rows_[id].lane[l];
        });
        std::copy_n(reinterpret_cast<const float*>(&sum), label_count, state_[i].begin());
        if (!s.base.empty())
            for (std::size_t l = 0; l < label_count; ++l) state_[i][l] += s.base[i][l];
    }
    const Lattice lattice(transitions_);
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
    const float rate = settings_.rate;
    for (std::size_t i = 0; i < n; ++i) {
        Row g{};
        auto* flat = reinterpret_cast<float*>(&g);
        float size = 0;
        for (int l = 0; l < label_count; ++l) {
            flat[l] = (free_[i][std::size_t(l)] - bound_[i][std::size_t(l)]) * s.weight;
            size = std::max(size, std::abs(flat[l]));
        }
        if (size < 2e-3f) continue;
        Row square;
        for (int l = 0; l < 3; ++l) square.lane[l] = g.lane[l] * g.lane[l];
        each_id(s, i, hidden_[i], [&](std::uint32_t id) {
            auto* w = reinterpret_cast<float*>(&rows_[id]);
            auto* q = reinterpret_cast<float*>(&squares_[id]);
            for (int l = 0; l < 24; ++l) {
                q[l] += reinterpret_cast<const float*>(&square)[l];
                const float scale = rate / std::sqrt(q[l] + 1e-4f);
                const float moved = w[l] - scale * (flat[l] + settings_.l2 * w[l]);
                const float shrink = scale * settings_.l1;
                w[l] = moved > shrink ? moved - shrink : moved < -shrink ? moved + shrink : 0;
            }
        });
    }
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b) {
            const float g = gradient[a][b];
            transition_squares_[a][b] += g * g;
            transitions_[a][b] -= rate * g / std::sqrt(transition_squares_[a][b] + 1e-2f);
        }
}

void Crf::select(std::size_t most) {
    if (most >= rows_.size()) return;
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        float weight = 0;
        for (int l = 0; l < label_count; ++l) weight += std::abs(reinterpret_cast<const float*>(&rows_[i])[l]);
        ranked.emplace_back(-weight * std::pow(float(counts_[i]), 0.3f), std::uint32_t(i));
    }
    std::nth_element(ranked.begin(), ranked.begin() + std::ptrdiff_t(most), ranked.end());
    std::vector<char> keep(rows_.size(), 0);
    for (std::size_t i = 0; i < most; ++i) keep[ranked[i].second] = 1;
    constexpr std::uint32_t gone = 0xFFFFFFFF;
    std::vector<std::uint32_t> id(rows_.size(), gone);
    std::size_t next = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (!keep[i]) continue;
        id[i] = std::uint32_t(next);
        hashes_[next] = hashes_[i];
        counts_[next++] = counts_[i];
    }
    hashes_.resize(next);
    counts_.resize(next);
    rows_.assign(next, Row{});
    const auto renumber = [&](std::vector<std::uint32_t>& ids) {
        for (auto& i : ids) i = id[i];
        std::erase(ids, gone);
    };
    for (auto& form : forms_)
        for (Ids& ids : form->ids)
            for (auto& part : ids.by_source) renumber(part);
    for (Sample& s : samples_) {
        std::vector<std::uint32_t> context, starts;
        for (std::size_t w = 0; w < s.words; ++w) {
            starts.push_back(std::uint32_t(context.size()));
            for (auto k = s.context_starts[w]; k < s.context_starts[w + 1]; ++k)
                if (id[s.context[k]] != gone) context.push_back(id[s.context[k]]);
        }
        starts.push_back(std::uint32_t(context.size()));
        s.context.swap(context);
        s.context_starts.swap(starts);
    }
    std::cerr << next << " features selected\n";
}

void Crf::set_average(const std::vector<Weights>& runs) {
    rows_.assign(hashes_.size(), Row{});
    transitions_ = {};
    const float share = 1 / float(runs.size());
    for (const auto& run : runs) {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (int l = 0; l < 3; ++l) rows_[i].lane[l] += run.rows[i].lane[l] * share;
        for (std::size_t a = 0; a < label_count; ++a)
            for (std::size_t b = 0; b < label_count; ++b) transitions_[a][b] += run.transitions[a][b] * share;
    }
}

void Crf::quantise(float step, float smallest) {
    std::size_t kept = 0, full = 0;
    for (Row& row : rows_) {
        auto* w = reinterpret_cast<float*>(&row);
        bool any = false;
        for (int l = 0; l < label_count; ++l) {
            w[l] = std::abs(w[l]) < smallest ? 0 : step * float(std::clamp(std::lround(w[l] / step), -127L, 127L));
            full += w[l] != 0;
            any = any || w[l] != 0;
        }
        kept += any;
    }
    std::cerr << kept << " features and " << full << " weights left\n";
}

void Crf::fit(const std::vector<std::uint32_t>& samples, const Transitions& transitions, int wanted) {
    rows_.assign(hashes_.size(), Row{});
    squares_.assign(hashes_.size(), Row{});
    transitions_ = transitions;
    transition_squares_ = {};
    random_ = settings_.seed * 0x9E3779B97F4A7C15ULL | 1;
    std::vector<std::uint32_t> order = samples;
    std::vector<Row> sum(rows_.size(), Row{});
    Transitions transition_sum{};
    int kept = 0;
    const int epochs = wanted ? wanted : settings_.epochs;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[draw(random_) % i]);
        for (auto id : order)
            if (samples_[id].words) step(samples_[id]);
        std::cerr << "." << std::flush;
        if (epoch * 2 < epochs) continue;
        ++kept;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (int l = 0; l < 3; ++l) sum[i].lane[l] += rows_[i].lane[l];
        for (std::size_t a = 0; a < label_count; ++a)
            for (std::size_t b = 0; b < label_count; ++b) transition_sum[a][b] += transitions_[a][b];
    }
    for (std::size_t i = 0; i < rows_.size(); ++i)
        for (int l = 0; l < 3; ++l) rows_[i].lane[l] = sum[i].lane[l] / float(kept);
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b) transitions_[a][b] = transition_sum[a][b] / float(kept);
    std::cerr << "\n";
}

}  // namespace lupe::train
