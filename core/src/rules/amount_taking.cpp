// What a number that counts nothing takes from the amount that says its measure.
#include "rules/amount.h"

namespace lupe::rules {

namespace {

Decimal magnitude_of(const Decimal& value) { return value < Decimal() ? -value : value; }

// "94 ... 81 Milliarden Euro", but not "34 Milliarden Euro, mehr als 270 für jeden".
bool shares_scale(const Amount& amount, const Amount& giver) {
    if (amount.numeral.scaled || !giver.numeral.scaled) return false;
    const Decimal most(5), own = magnitude_of(amount.magnitude.max),
                           theirs = magnitude_of(giver.magnitude.max).divided_by(giver.numeral.scale, 6);
    return own <= theirs * most && theirs <= own * most;
}

const char* rule_of(Measure measure) {
    switch (measure) {
        case Measure::money: return "money.elided";
        case Measure::percent: return "percent.elided";
        case Measure::duration: return "duration.elided";
        default: return "quantity.elided";
    }
}

}  // namespace

void multiply(Amount& amount, const Decimal& scale) {
    amount.magnitude.min = amount.magnitude.min * scale;
    amount.magnitude.max = amount.magnitude.max * scale;
    amount.numeral.scale = scale;
    amount.numeral.scaled = true;
}

void take_measure(Amount& amount, const Amount& giver) {
    if (giver.measure == Measure::percent && magnitude_of(amount.magnitude.max) > Decimal(1000)) return;
    amount.measure = giver.measure;
    amount.unit = giver.unit;
    amount.below = giver.below;
    amount.noun = giver.noun;
    if (!amount.numeral.scaled) amount.share = giver.share;
    amount.elided = true;
    amount.rule = rule_of(giver.measure);
    if (shares_scale(amount, giver)) multiply(amount, giver.numeral.scale);
}

}  // namespace lupe::rules
