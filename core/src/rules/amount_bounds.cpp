// Words that bound or soften an amount become its modifier and stay outside its span.
#include <algorithm>
#include <array>
#include <utility>

#include "rules/amount.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

Modifier modifier_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Modifier>, 5> names{{{"at_most", Modifier::at_most},
                                                                          {"at_least", Modifier::at_least},
                                                                          {"more_than", Modifier::more_than},
                                                                          {"less_than", Modifier::less_than},
                                                                          {"approximate", Modifier::approximate}}};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == name; });
    return found == names.end() ? Modifier::none : found->second;
}

// "ein Kredit über 3 Millionen", "Streit über": also as the last part of a compound, "Großauftrag".
bool is_sum_noun(const Context& context, std::uint32_t token) {
    const std::string key = text::key_of(context.slice(token));
    const auto rows = context.lexicon.rows(Class::sum_noun);
    return std::any_of(rows.begin(), rows.end(), [&](const Row* row) { return key.ends_with(row->form); });
}

bool ends_clause(const Context& context, std::uint32_t at) {
    const bool ordinal = context.is(at, ".") && at > 0 && context.glued(at) && context.tokens[at - 1].shape == Shape::digits;  // am 3. Mai
    return (context.tokens[at].shape == Shape::punct && !ordinal) || context.terms.find(at, Class::coordinator);
}

// The verb that asks for the preposition at `at`, of the same clause: "streitet mit dem Land über 3 Millionen Euro", "hat über
// 3 Millionen Euro verhandelt". What counts things may be who does it ("sprachen über 500 Menschen"), unless the verb allows any.
bool has_topic_verb(const Context& context, const Amount& amount, std::uint32_t at) {
    constexpr std::uint32_t reach = 10;
    const auto asks = [&](std::uint32_t token) {
        const Term* verb = context.terms.find(token, Class::topic_verb);
        return verb && (amount.measure != Measure::none || !verb->value().empty());
    };
    for (std::uint32_t token = at; token > 0 && at - token < reach && !context.tokens[token].line_start; --token) {
        if (ends_clause(context, token - 1)) break;
        if (asks(token - 1)) return true;
    }
    const auto end = std::min<std::size_t>(context.tokens.size(), amount.end + reach);
    for (std::uint32_t token = amount.end; token < end && !context.tokens[token].line_start && !ends_clause(context, token); ++token)
        if (asks(token)) return true;
    return false;
}

// "der Streit zwischen Bund und Ländern über 3 Millionen Euro": no verb stands between the noun and its preposition.
bool has_sum_noun(const Context& context, std::uint32_t at) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t token = at; token > 0 && at - token < reach && !context.tokens[token].line_start; --token) {
        if (is_sum_noun(context, token - 1)) return true;
        const Term* tense = context.terms.find(token - 1, Class::tense);
        const bool known = tense ? tense->value() == "none" : context.terms.find(token - 1, Class::function_word) != nullptr;
        if ((context.tokens[token - 1].shape == Shape::lower && !known) || context.tokens[token - 1].shape == Shape::punct) return false;
    }
    return false;
}

// "über" as what a verb or noun asks for says no more than the sum itself, but "von über 3 Millionen" does.
bool is_topic(const Context& context, const Amount& amount, std::uint32_t at) {
    const bool other =
        at > 0 && !context.tokens[at].line_start && (context.terms.find(at - 1, Class::adjunct) || context.terms.find(at - 1, Class::link));
    return !other && (has_sum_noun(context, at) || has_topic_verb(context, amount, at));
}

// "Gold über 200 Meter Freistil": a distance that one runs or swims.
bool is_race(const Context& context, const Amount& amount) {
    constexpr std::uint32_t reach = 8;
    if (amount.measure != Measure::quantity || (amount.unit != "meter" && amount.unit != "kilometer")) return false;
    const auto next = std::upper_bound(context.sentences.begin(), context.sentences.end(), amount.begin);
    const std::uint32_t from = next == context.sentences.begin() ? 0 : *std::prev(next);
    const auto to = next == context.sentences.end() ? static_cast<std::uint32_t>(context.tokens.size()) : *next;
    for (std::uint32_t at = amount.begin - std::min(reach, amount.begin - from); at < std::min(to, amount.end + reach); ++at)
        if (context.terms.find(at, Class::race_word)) return true;
    return false;
}

// "It goes up to 5.25p from 4.9p": the end of a change.
bool ends_change(const Context& context, const Amount& amount) {
    const Term* opener = context.terms.find(amount.end, Class::change_opener);
    const std::uint32_t next = opener ? amount.end + opener->length : 0;
    return opener && next < context.tokens.size() &&
           (context.tokens[next].shape == Shape::digits || context.tokens[next].shape == Shape::symbol);
}

Modifier modifier_at(const Context& context, const Amount& amount) {
    if (const Term* after = context.terms.find(amount.end, Class::bound_after)) return modifier_of(after->value());
    const Term* bound = term_before(context, amount.begin, Class::bound);
    if (!bound) return Modifier::none;
    const std::uint32_t at = amount.begin - bound->length;
    const bool preposition = context.terms.find(at, Class::preposition) != nullptr;
    if (preposition && (is_topic(context, amount, at) || is_race(context, amount))) return Modifier::none;
    const Modifier modifier = modifier_of(bound->value());
    const bool direction = term_before(context, at, Class::upward) || ends_change(context, amount);
    return modifier == Modifier::at_most && direction ? Modifier::none : modifier;
}

}  // namespace

void set_bounds(const Context& context, Amounts& amounts) {
    for (Amount& amount : amounts) amount.magnitude.modifier = modifier_at(context, amount);
}

}  // namespace lupe::rules
