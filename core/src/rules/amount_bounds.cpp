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

// "ein Kredit über 3 Millionen": also as the last part of a compound, "Großauftrag".
bool is_sum_noun(const Context& context, std::uint32_t token) {
    const std::string key = text::key_of(context.slice(token));
    const auto rows = context.lexicon.rows(Class::sum_noun);
    return std::any_of(rows.begin(), rows.end(), [&](const Row* row) { return key.ends_with(row->form); });
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
    if (preposition && ((at > 0 && is_sum_noun(context, at - 1)) || is_race(context, amount))) return Modifier::none;
    const Modifier modifier = modifier_of(bound->value());
    const bool direction = term_before(context, at, Class::upward) || ends_change(context, amount);
    return modifier == Modifier::at_most && direction ? Modifier::none : modifier;
}

}  // namespace

void set_bounds(const Context& context, Amounts& amounts) {
    for (Amount& amount : amounts) amount.magnitude.modifier = modifier_at(context, amount);
}

}  // namespace lupe::rules
