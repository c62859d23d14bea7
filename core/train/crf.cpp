// Features and samples of the linear chain; see crf.h.
#include "crf.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "counter.h"

namespace lupe::train {

using namespace names;

namespace {

Hash at_offset(Hash atom, int offset) { return mix(atom, static_cast<Hash>(offset + 16)); }

}  // namespace

void add(const Weights& more, float share, Weights& sum) {
    sum.rows.resize(more.rows.size());
    for (std::size_t i = 0; i < more.rows.size(); ++i)
        for (int l = 0; l < 3; ++l) sum.rows[i].lane[l] += more.rows[i].lane[l] * share;
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b) sum.transitions[a][b] += more.transitions[a][b] * share;
}

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
            for (std::size_t k = starts[s].back(); k < contexts[s].size(); ++k) counter.add(contexts[s][k], inside, sample.taught.empty());
            for (int d = -max_reach; d <= max_reach; ++d) {
                const auto at = std::ptrdiff_t(i) + d;
                if (at < 0 || at >= std::ptrdiff_t(lexemes.size())) continue;
                for (const Atom& a : lexemes[std::size_t(at)]->atoms)
                    if (std::abs(d) <= a.reach) counter.add(at_offset(a.hash, d), inside, sample.taught.empty());
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
                if (train[s]) counter.add(h, !(sample.allowed[i] >> outside & 1), true);
            }
        }
        starts[s].push_back(std::uint32_t(contexts[s].size()));
    }
    choose_features(contexts, starts, counter);
}

void Crf::choose_features(const std::vector<std::vector<Hash>>& contexts, const std::vector<std::vector<std::uint32_t>>& starts,
                          const Counter& counter) {
    std::vector<std::pair<Hash, float>> chosen;
    for (const auto& slot : counter.slots())
        if ((slot.inside > 0 && slot.all >= std::uint32_t(settings_.min_count)) || slot.all >= std::uint32_t(settings_.min_outside))
            chosen.emplace_back(slot.key, float(slot.annotated) + settings_.count_taught * float(slot.all - slot.annotated));
    std::sort(chosen.begin(), chosen.end());
    std::unordered_map<Hash, std::uint32_t> id_of;
    id_of.reserve(chosen.size() * 2);
    for (const auto& [hash, count] : chosen) {
        id_of.emplace(hash, std::uint32_t(features_.size()));
        features_.push_back({hash});
        counts_.push_back(count);
    }
    for (auto& form : forms_)
        for (const Atom& a : form->lexeme.atoms)
            for (int d = -a.reach; d <= a.reach; ++d)
                if (auto it = id_of.find(at_offset(a.hash, d)); it != id_of.end()) {
                    Ids& ids_at = form->ids[std::size_t(d + max_reach)];
                    ids_at.by_source[std::size_t(a.source)].push_back(it->second);
                    features_[it->second] = {a.hash, d};
                }
    for (std::size_t s = 0; s < starts.size(); ++s)
        for (std::size_t i = 0; i + 1 < starts[s].size(); ++i) {
            samples_[s].context_starts.push_back(std::uint32_t(samples_[s].context.size()));
            for (std::size_t k = starts[s][i]; k < starts[s][i + 1]; ++k)
                if (auto it = id_of.find(contexts[s][k]); it != id_of.end()) samples_[s].context.push_back(it->second);
            if (i + 2 == starts[s].size()) samples_[s].context_starts.push_back(std::uint32_t(samples_[s].context.size()));
        }
    std::cerr << features_.size() << " features, " << forms_.size() << " word forms\n";
}

Scores Crf::score(const Weights& weights, const Sample& s, std::size_t word, int hidden) const {
    Row sum{};
    each_id(s, word, hidden, [&](std::uint32_t id) {
        for (int l = 0; l < 3; ++l) sum.lane[l] += weights.rows[id].lane[l];
    });
    Scores out;
    std::copy_n(reinterpret_cast<const float*>(&sum), label_count, out.begin());
    if (!s.base.empty())
        for (std::size_t l = 0; l < label_count; ++l) out[l] += s.base[word][l];
    return out;
}

void Crf::scores(const Weights& weights, std::uint32_t sample, std::vector<Scores>& out) const {
    const Sample& s = samples_[sample];
    out.clear();
    for (std::size_t i = 0; i < s.words; ++i) out.push_back(score(weights, s, i));
}

void Crf::select(std::size_t most) {
    if (most >= features_.size()) return;
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        float weight = 0;
        for (int l = 0; l < label_count; ++l) weight += std::abs(reinterpret_cast<const float*>(&weights_.rows[i])[l]);
        ranked.emplace_back(-weight * std::pow(counts_[i], 0.3f), std::uint32_t(i));
    }
    std::nth_element(ranked.begin(), ranked.begin() + std::ptrdiff_t(most), ranked.end());
    std::vector<char> keep(features_.size(), 0);
    for (std::size_t i = 0; i < most; ++i) keep[ranked[i].second] = 1;
    constexpr std::uint32_t gone = 0xFFFFFFFF;
    std::vector<std::uint32_t> id(features_.size(), gone);
    std::size_t next = 0;
    for (std::size_t i = 0; i < features_.size(); ++i) {
        if (!keep[i]) continue;
        id[i] = std::uint32_t(next);
        features_[next] = features_[i];
        counts_[next++] = counts_[i];
    }
    features_.resize(next);
    counts_.resize(next);
    weights_ = {};
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

Scores Crf::weights_of(std::size_t feature) const {
    Scores out;
    std::copy_n(reinterpret_cast<const float*>(&weights_.rows[feature]), label_count, out.begin());
    return out;
}

void Crf::quantise(float step, float smallest) {
    std::size_t kept = 0, full = 0;
    for (Row& row : weights_.rows) {
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

}  // namespace lupe::train
