// The stages of an amount, in order, and what each becomes in the end; see amount.h.
#include "rules/amounts.h"

#include "rules/amount.h"

namespace lupe::rules {

namespace {

Magnitude times(const Magnitude& amount, const Decimal& share) {
    return {amount.min * share, amount.max * share, amount.is_range, amount.modifier};
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
        case Measure::none: break;
    }
    return Number{amount.magnitude};
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
        proposals.push_back({amount.span, value_of(amount), amount.rule, amount.elided ? Confidence::likely : Confidence::certain});
}

}  // namespace lupe::rules
