// A vote of the nearest signs. Sure signs are rows of class `tense`; hints are endings of verbs, rows of class `tense_ending`
// written as "~te", "ge~t" or "~zu~en".
#include "rules/tense.h"

#include <algorithm>

#include "text/key.h"

namespace lupe::rules {

namespace {

constexpr At reach = 18;           // tokens on each side
constexpr int clause_penalty = 8;  // a comma or dash between costs as much as so many words
constexpr int hint_penalty = 5;    // a row is surer than an ending
constexpr int faint_penalty = 40;  // "ist" and the like count only if nothing else is there
constexpr int until_bonus = 6;     // "haben die Mieter Zeit": what sets an end is nearer than it looks
constexpr int hint_reach = 12;
constexpr int present_reach = 4;  // a verb in the present tense so near is sure

bool matches(std::string_view key, std::string_view pattern) {
    const auto gap = pattern.find('~'), second = pattern.find('~', gap + 1);
    if (second != std::string_view::npos) {  // "~zu~en": niederzulegen
        const auto inside = key.find(pattern.substr(gap + 1, second - gap - 1), gap + 2);
        return inside != std::string_view::npos && key.size() > inside + pattern.size() && key.ends_with(pattern.substr(second + 1));
    }
    return key.size() > pattern.size() && key.starts_with(pattern.substr(0, gap)) && key.ends_with(pattern.substr(gap + 1));
}

bool is_clause_mark(std::string_view token) {
    return token == "," || token == ";" || token == ":" || token == "–" || token == "-" || token == "(" || token == ")";
}

// A mark, or a word that opens a clause without one: "said in July that it could".
bool ends_clause(const Reader& reader, At at) {
    const Term* word = reader.term(at, Class::tense);
    return is_clause_mark(reader.context().slice(at)) || (word && word->value() == "clause");
}

// "Kika, im Juni verkauft, ist": a participle closes an insertion.
bool is_insertion(const Reader& reader, At begin, At end) {
    const bool joined = reader.term_before(begin, Class::date_signal) || reader.term_before(begin, Class::season_signal);
    const At before = begin > 1 && joined ? begin - 1 : begin;
    return before > 0 && reader.mark(before - 1, ',') && reader.word(end) && reader.mark(end + 1, ',') &&
           reader.context().tokens[end].shape == Shape::lower;
}

class Vote {
public:
    Vote(const Reader& reader, At sentence, At begin, bool clock, bool until)
        : reader_(reader), sentence_(sentence), begin_(begin), clock_(clock), until_(until) {}

    // A word `distance` words away, with what the punctuation between costs.
    void count(At at, int distance, int penalty) {
        const Term* row = reader_.term(at, Class::tense);
        if (row && (is_noun(at, *row) || (row->value() == "until" && !until_))) row = nullptr;
        const std::string_view value = row ? row->value() : ending_of(at, distance + penalty);
        const Tense tense = value.starts_with("past") ? Tense::past
                            : value.empty() || value == "none" || value == "infinitive" || value == "passive" || value == "clause"
                                ? Tense::unknown
                                : Tense::future;
        if ((value == "past same" && is_infinitive(at)) || (value != "until" && is_passive(at)) || (row && is_opened(at, *row))) return;
        if (tense == Tense::unknown || (value == "present_beside" && !is_beside(at, distance))) return;
        const bool faint = value == "faint", beside = row && value == "present" && distance + penalty <= present_reach;
        const bool verb_beside = !row && value.starts_with("present_") && is_finite(at, distance + penalty);
        const bool sure = verb_beside || (row && !faint && (beside || value != "present"));
        const int cost = distance + penalty + (value == "until" ? -until_bonus : sure ? 0 : faint ? faint_penalty : hint_penalty);
        if (cost >= cost_) return;
        cost_ = cost;
        sign_ = {tense, sure, faint, false, value == "future then"};
    }

    TenseSign sign() const { return sign_; }

private:
    std::string_view ending_of(At at, int distance) const {
        const bool verb = reader_.word(at) && reader_.context().tokens[at].shape == Shape::lower && !reader_.term(at, Class::function_word);
        if (distance > hint_reach || !verb) return {};
        const std::string key = text::key_of(reader_.context().slice(at));
        for (const Row* row : reader_.tense_endings())
            if (row->form.back() == key.back() && matches(key, row->form))
                return row->value == "present" && is_participle(at) ? std::string_view{} : row->value;
        return {};
    }

    // "ist um 11 Uhr erwacht": what looks like a present tense closes the clause of an "ist".
    bool is_participle(At at) const {
        if (at + 1 < reader_.size() && reader_.word(at + 1)) return false;
        for (At before = at; before > sentence_ && at - before < reach && !ends_clause(reader_, before - 1); --before)
            if (const Term* row = reader_.term(before - 1, Class::tense); row && row->value() == "faint") return true;
        return false;
    }

    // German verbs stand second: before the date, or behind one that opens the sentence; elsewhere they may be participles.
    bool is_finite(At at, int distance) const { return !clock_ && is_beside(at, distance) && (at < begin_ || begin_ <= sentence_ + 1); }

    // "was open"
    bool is_opened(At at, const Term& row) const {
        const Term* before = row.value() == "present" ? reader_.term_before(at, Class::tense) : nullptr;
        return before && before->value() == "past";
    }

    // "will be held"
    bool is_passive(At at) const {
        const Term* before = reader_.term_before(at, Class::tense);
        return before && before->value() == "passive";
    }

    // "am Montag tagen", "tagen am Montag"
    bool is_beside(At at, int distance) const {
        return distance <= 1 || (distance == 2 && (reader_.term(at + 1, Class::date_signal) || reader_.term(at + 1, Class::season_signal)));
    }

    // "expected to cut", "will put", "a cut": looks like the past tense.
    bool is_infinitive(At at) const {
        const Term* before = reader_.term_before(at, Class::tense);
        return (before && (before->value() == "infinitive" || before->value().starts_with("future"))) ||
               reader_.term_before(at, Class::article);
    }

    // "der Stand", "Will Smith": a capital that neither the row nor the start of the sentence asks for.
    bool is_noun(At at, const Term& term) const {
        const char first = term.row->form[0];
        return at != sentence_ && reader_.context().tokens[at].shape == Shape::title && !(first >= 'A' && first <= 'Z');
    }

    const Reader& reader_;
    At sentence_;
    At begin_;  // of the time
    bool clock_;
    bool until_;  // a word that sets an end ("verlängert") speaks of one to come
    TenseSign sign_;
    int cost_ = 1000;
};

At before_article(const Reader& reader, At begin) {
    const Term* article = reader.term_before(begin, Class::date_article);
    return begin - (article ? article->length : 0);
}

// "bis zum 3. Mai", but not "von März bis Mai", which only spans.
bool ends_something(const Reader& reader, At begin) {
    const At at = before_article(reader, begin);
    const Term* until = reader.term_before(at, Class::until);
    return until && !reader.term_before(at - until->length, Class::month);
}

// The word that joins the expression to its sentence: "seit Montag", "für den 3. Mai", "vom 1. August an".
TenseSign sign_beside(const Reader& reader, At begin, At end, Grain grain) {
    const Term* article = reader.term_before(begin, Class::date_article);
    const Term* before = reader.term_before(begin, Class::tense_before);
    if (!before && article) before = reader.term_before(begin - article->length, Class::tense_before);
    const bool opened = before && before->value().starts_with("opened");  // "von Juni an" is to come, "der Beschluss vom Juni" is not
    if (const Term* behind = reader.term(end, Class::tense_behind); behind && (behind->value() != "opened" || opened))
        return {Tense::future, true};
    if (!before) return {};
    if (reader.term_before(begin - before->length, Class::month)) return {};  // von Juli auf August
    const At behind = reader.mark(end, ',') ? end + 1 : end;                  // "vom 21. Oktober, 4 Uhr, bis zum 2. November"
    if (opened)
        return reader.skip(behind, Class::range_joint) == behind && before->value() == "opened past" ? TenseSign{Tense::past, true}
                                                                                                     : TenseSign{};
    const bool present = before->value() == "present" || (before->value() == "future day" && grain <= Grain::month);
    if (present && reader.skip(end, Class::range_joint) != end) return {};  // "from June to August it rained"
    return {before->value() == "past" ? Tense::past : Tense::future, !present};
}

}  // namespace

TenseSign tense_around(const Reader& reader, At begin, At end, At from, At to, Grain grain) {
    const bool clock = grain == Grain::none;
    const TenseSign beside = clock ? TenseSign{} : sign_beside(reader, begin, end, grain);
    if (beside.sure) return beside;
    if (!clock && is_insertion(reader, begin, end)) return {Tense::past, true, false};
    Vote vote(reader, from, begin, clock, !clock && ends_something(reader, begin));
    int penalty = 0;
    for (At at = end; at < std::min(to, end + reach); ++at) {
        if (ends_clause(reader, at))
            penalty += clause_penalty;
        else
            vote.count(at, static_cast<int>(at - end) + 1, penalty);
    }
    penalty = 0;
    for (At at = begin; at > from && begin - at < reach; --at) {
        if (ends_clause(reader, at - 1))
            penalty += clause_penalty;
        else
            vote.count(at - 1, static_cast<int>(begin - at) + 1, penalty);
    }
    const TenseSign sign = vote.sign();
    if (sign.tense == Tense::future && beside.tense == Tense::future) return {Tense::future, true, false, false, sign.may_be_then};
    return sign.tense == Tense::unknown || (!sign.sure && beside.tense != Tense::unknown) ? (beside.tense != Tense::unknown ? beside : sign)
                                                                                          : sign;
}

Tense tense_of_clause(const Reader& reader, At begin, At end, At from, At to) {
    At first = begin, last = end;
    const bool joined = reader.term_before(begin, Class::range_joint) ||
                        reader.term_before(begin, Class::comparison);  // "früher genügten fünf und heute ..."
    while (!joined && first > from && begin - first < reach && !ends_clause(reader, first - 1)) --first;
    while (last < to && last - end < reach && !ends_clause(reader, last)) ++last;
    return tense_around(reader, begin, end, first, last, Grain::none).tense;
}

}  // namespace lupe::rules
