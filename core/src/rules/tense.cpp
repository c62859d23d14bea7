// A vote of the nearest signs. Sure signs are rows of class `tense`; hints are endings of verbs, rows of class `tense_ending`
// written as "~te" or "ge~t".
#include "rules/tense.h"

#include <algorithm>

#include "text/key.h"

namespace lupe::rules {

namespace {

constexpr At reach = 18;
constexpr int clause_penalty = 8;  // a comma or dash between costs as much as so many words

struct Sign {
    TenseSign found;
    int distance = 1000;
};

Tense tense_named(std::string_view name) {
    return name == "past" ? Tense::past : name == "future" || name == "present" ? Tense::future : Tense::unknown;
}

bool matches(std::string_view key, std::string_view pattern) {
    const auto gap = pattern.find('~');
    return key.size() > pattern.size() && key.starts_with(pattern.substr(0, gap)) && key.ends_with(pattern.substr(gap + 1));
}

bool ends_clause(std::string_view token) { return token == "," || token == ";" || token == ":" || token == "–" || token == "-" || token == "(" || token == ")"; }

class Vote {
public:
    explicit Vote(const Reader& reader) : reader_(reader) {}

    void count(At at, int distance) {
        if (const Term* row = reader_.term(at, Class::tense)) {
            if (const Tense tense = tense_named(row->value()); tense != Tense::unknown) take({{tense, true}, distance}, sure_);
            return;
        }
        if (distance > hint_reach || !reader_.word(at) || reader_.context().tokens[at].shape != Shape::lower || reader_.term(at, Class::function_word)) return;
        const std::string key = text::key_of(reader_.context().slice(at));
        for (const Row* row : reader_.tense_endings()) {
            if (!matches(key, row->form)) continue;
            const bool beside = row->value == "present_beside";
            if (beside && distance > 1) return;
            take({{beside ? Tense::future : tense_named(row->value), false}, distance}, hint_);
            return;
        }
    }

    TenseSign decide() const {
        if (sure_.distance < 1000) return sure_.found;
        return hint_.found;
    }

private:
    static constexpr int hint_reach = 12;
    static void take(const Sign& sign, Sign& best) {
        if (sign.distance < best.distance) best = sign;
    }

    const Reader& reader_;
    Sign sure_, hint_;
};

}  // namespace

TenseSign tense_around(const Reader& reader, At begin, At end, At from, At to) {
    Vote vote(reader);
    int penalty = 0;
    for (At at = end; at < std::min(to, end + reach); ++at) {
        if (ends_clause(reader.context().slice(at))) penalty += clause_penalty;
        else vote.count(at, static_cast<int>(at - end) + 1 + penalty);
    }
    penalty = 0;
    for (At at = begin; at > from && begin - at < reach; --at) {
        if (ends_clause(reader.context().slice(at - 1))) penalty += clause_penalty;
        else vote.count(at - 1, static_cast<int>(begin - at) + 1 + penalty);
    }
    return vote.decide();
}

}  // namespace lupe::rules
