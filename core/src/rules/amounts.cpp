// The stages of an amount, in order, and what each becomes in the end; see amount.h.
#include "rules/amounts.h"

#include "rules/amount.h"
#include "rules/productions.h"

namespace lupe::rules {

namespace {

Magnitude times(const Magnitude& amount, const Decimal& share) {
    return {amount.min * share, amount.max * share, amount.is_range, amount.modifier};
}

Mod mod_of(Modifier modifier) {
    switch (modifier) {
        case Modifier::at_most: return Mod::equal_or_less;
        case Modifier::at_least: return Mod::equal_or_more;
        case Modifier::more_than: return Mod::more_than;
        case Modifier::less_than: return Mod::less_than;
        case Modifier::approximate: return Mod::approx;
        case Modifier::none: break;
    }
    return Mod::none;
}

Value value_of(const Amount& amount) {
    switch (amount.measure) {
        case Measure::money: return Money{times(amount.magnitude, amount.share), std::string(amount.unit)};
        case Measure::percent: return Percent{amount.magnitude};
        case Measure::quantity: {
            std::string unit(amount.unit);
            if (!amount.below.empty()) unit.append("-per-").append(amount.below);
            return Quantity{amount.magnitude, std::move(unit)};
        }
        case Measure::duration: {
            Duration length;
            length.value = length_of(amount.unit, amount.magnitude.max);
            if (length.value.empty()) break;  // "minus 3 weeks"
            length.mod = mod_of(amount.magnitude.modifier);
            return length;
        }
        case Measure::none: break;
    }
    return Number{amount.magnitude};
}

// Lengths that say their unit are the business of times.cpp.
bool is_read_as_time(const Amount& amount) { return amount.measure == Measure::duration && (!amount.elided || amount.magnitude.is_range); }

// "2500 Basel residents": a noun behind the names, where names alone have capitals.
bool counts_named_noun(const Context& context, std::uint32_t at) {
    while (at < context.tokens.size() && context.tokens[at].shape == Shape::title && !context.tokens[at].line_start) ++at;
    return counts_noun(context, at);
}

// "8008 Zürich", but not "5000 London homes".
bool may_be_postcode(const Context& context, const Amount& amount) {
    const bool short_digits = amount.numeral.digits && (amount.span.size() == 4 || amount.span.size() == 5);
    const bool counts = !capitalises_nouns(context) && counts_named_noun(context, amount.end);
    return short_digits && amount.measure == Measure::none && !counts;
}

Confidence confidence_of(const Context& context, const Amount& amount) {
    if (amount.in_brackets) return Confidence::possible;
    return amount.elided || may_be_postcode(context, amount) ? Confidence::likely : Confidence::certain;
}

}  // namespace

void recognise_amounts(const Context& context, std::span<const Numeral> numerals, Proposals& proposals) {
    Amounts amounts = read_amounts(context, numerals);
    join_ranges(context, amounts);
    drop_others(context, amounts);
    share_units(context, amounts);
    drop_unsure(context, amounts);
    set_currencies(context, amounts);
    set_bounds(context, amounts);
    for (const Amount& amount : amounts)
        if (!is_read_as_time(amount)) proposals.push_back({amount.span, value_of(amount), amount.rule, confidence_of(context, amount)});
}

}  // namespace lupe::rules
