// Joins the two ends of a range into one amount, which share what only one of them says; and the parts of "6ft 2in".
#include <algorithm>

#include "rules/amount.h"

namespace lupe::rules {

namespace {

bool is_hyphen(std::string_view token) { return token == "-" || token == "–" || token == "—" || token == "‑"; }

// "zwischen 3 und 5", "between $3 and $5": does the opener before `left` ask for this word between?
bool opened_by(const Context& context, const Amount& left, std::uint32_t between) {
    constexpr std::uint32_t reach = 3;  // "zwischen derzeit rund 3 und 5"
    for (std::uint32_t back = 1; back <= std::min(reach, left.begin); ++back)
        if (const Term* opener = context.terms.find(left.begin - back, Class::range_opener)) return context.is(between, opener->value());
    return false;
}

// Tokens between two amounts that make them a range; 0 if they are none.
std::uint32_t connector(const Context& context, const Amount& left, const Amount& right) {
    std::uint32_t at = left.end;
    if (at >= right.begin || right.begin - at > 3 || context.tokens[at].line_start || context.tokens[right.begin].line_start) return 0;
    if (context.is(at, "-") && context.glued(at) && !context.glued(at + 1)) ++at;  // "drei- bis viermal"
    if (at < right.begin && opened_by(context, left, at) && at + 1 == right.begin) return right.begin - left.end;
    const Term* word = at < right.begin ? context.terms.find(at, Class::range_word) : nullptr;
    if (!word || at + word->length != right.begin) return 0;
    if (is_hyphen(context.slice(at)) && context.glued(at) != context.glued(right.begin)) return 0;
    return right.begin - left.end;
}

bool same_measure(const Amount& left, const Amount& right) {
    return left.measure == Measure::none ||
           (left.measure == right.measure && (left.unit == right.unit || left.unit.empty() || right.unit.empty())) ||
           (right.measure == Measure::none && left.measure == Measure::money && left.prefixed);
}

// "zwei- bis dreihunderttausend": the hyphen stands for the zeros that both share.
bool leaves_zeros(const Context& context, const Amount& left) {
    return context.is(left.end, "-") && context.glued(left.end) && !context.glued(left.end + 1);
}

Decimal with_zeros(const Decimal& left, const Decimal& right) {
    const Decimal ten(10);
    Decimal zeros(1);
    while (left >= Decimal(1) && zeros * ten * left <= right) zeros = zeros * ten;
    return left * zeros;
}

// "3 bis 5 Milliarden": the multiplier is said once, unless the first number is too large for it.
Decimal scaled_min(const Context& context, const Amount& left, const Amount& right) {
    const Decimal thousand(1000);
    if (leaves_zeros(context, left) && left.measure == Measure::none) return with_zeros(left.magnitude.min, right.magnitude.max);
    const bool shares = !left.numeral.scaled && right.numeral.scaled && left.magnitude.min < thousand && left.measure != right.measure;
    const bool prefixed = !left.numeral.scaled && right.numeral.scaled && left.prefixed && left.magnitude.min < thousand;
    return shares || prefixed ||
                   (!left.numeral.scaled && right.numeral.scaled && left.measure == Measure::none && left.magnitude.min < thousand)
               ? left.magnitude.min * right.numeral.scale
               : left.magnitude.min;
}

// "from 10 to 80 per cent", "by 1,908 to 315,332": a change, two amounts; but "prices from £30 to £380".
bool is_change(const Context& context, const Amount& left) {
    if (is_hyphen(context.slice(left.end))) return false;
    if (left.measure == Measure::money && left.begin != left.numeral.end && term_before(context, left.begin, Class::change_verb))
        return true;
    const Term* opener = term_before(context, left.begin, Class::change_opener);
    return opener && !term_before(context, left.begin - opener->length, Class::range_noun);
}

// "11-12", "7-6": bare numbers with a hyphen are a score unless they count something.
bool is_score(const Context& context, const Amount& left, const Amount& right) {
    if (left.measure != Measure::none || right.measure != Measure::none || !is_hyphen(context.slice(left.end))) return false;
    const bool bounded = term_before(context, left.begin, Class::bound) != nullptr;
    return !bounded && !right.numeral.scaled && !counts_noun(context, right.end);
}

// "12 bis 7 Grad", "0 bis -4 Grad": quantities may fall.
bool may_fall(const Context& context, const Amount& left, const Amount& right) {
    return right.measure == Measure::quantity && !is_hyphen(context.slice(left.end));
}

bool joins(const Context& context, const Amount& left, const Amount& right) {
    if (left.magnitude.is_range || !same_measure(left, right) || connector(context, left, right) == 0) return false;
    const bool falls = may_fall(context, left, right);
    if ((right.is_signed && !left.is_signed && !falls) || is_change(context, left) || is_score(context, left, right)) return false;
    if (left.numeral.fraction != right.numeral.fraction || (left.numeral.article && context.terms.find(left.begin, Class::mere_article)))
        return false;
    const bool cents = left.measure == Measure::money && right.measure == Measure::money && left.share < right.share;
    const Decimal min = cents ? left.magnitude.min * left.share : scaled_min(context, left, right);
    const Decimal far(term_before(context, left.begin, Class::change_verb) ? 10 : 100);  // "shrank by 1,908 to 31,532"
    if (min >= Decimal(1) && min * far < right.magnitude.max) return false;
    return falls || min < right.magnitude.max || (left.is_signed && -right.magnitude.max < min);
}

// "€50-80m": the letter multiplies beside a currency, which only the left one has.
void read_scale_letter(const Context& context, const Amount& left, Amount& right) {
    const Term* letter = left.prefixed && context.glued(right.numeral.end) && !right.numeral.scaled
                             ? context.terms.find(right.numeral.end, Class::scale_letter)
                             : nullptr;
    if (!letter || right.measure == Measure::money) return;
    right.measure = Measure::none;
    right.unit = {};
    right.loose_scale = {};
    right.numeral.scaled = true;
    right.numeral.scale = Decimal::parse(letter->value());
    right.magnitude.min = right.magnitude.max = right.numeral.value * right.numeral.scale;
    right.end = right.numeral.end + 1;
}

Amount joined(const Context& context, const Amount& left, const Amount& right) {
    Amount range = right;
    range.begin = left.begin;
    range.span = context.span(left.begin, right.end);
    range.prefixed = left.prefixed || right.prefixed;
    range.magnitude.is_range = true;
    range.magnitude.min = scaled_min(context, left, right);
    if (left.measure == Measure::money && right.measure == Measure::money && left.share != right.share) {  // 35 Cent und 1,99 Euro
        range.magnitude.min = left.magnitude.min * left.share;
        range.magnitude.max = right.magnitude.max * right.share;
        range.share = Decimal(1);
    }
    if (left.is_signed && range.magnitude.min < Decimal() && right.measure == Measure::none) range.magnitude.max = right.magnitude.max;
    if (right.measure == Measure::none) range.measure = left.measure;
    if (range.unit.empty()) range.unit = left.unit;
    if (!range.noun) range.noun = left.noun;
    if (range.magnitude.max < range.magnitude.min) std::swap(range.magnitude.min, range.magnitude.max);
    range.rule = right.measure == Measure::none ? left.rule : right.rule;
    return range;
}

// "6ft 2in", "11st 4lb": 74 inches, 158 pounds. A row of the smaller unit names the larger one before it and how many it has.
bool add_smaller_unit(const Context& context, Amount& left, const Amount& right) {
    const Term* smaller = left.measure == Measure::quantity && left.end == right.begin && !left.magnitude.is_range
                              ? context.terms.find(right.numeral.end, Class::mixed_unit)
                              : nullptr;
    if (!smaller || context.tokens[right.numeral.end].line_start || !right.numeral.digits) return false;
    const std::string_view value = smaller->value(), factor = value.substr(value.find(' ') + 1);
    if (left.unit != value.substr(0, value.find(' '))) return false;
    const Decimal parts = Decimal::parse(factor.substr(0, factor.find(' ')));
    if (right.numeral.value >= parts) return false;
    left.magnitude.min = left.magnitude.max = left.magnitude.max * parts + right.numeral.value;
    left.unit = factor.substr(factor.find(' ') + 1);
    left.end = right.numeral.end + smaller->length;
    left.span = context.span(left.begin, left.end);
    return true;
}

}  // namespace

void join_ranges(const Context& context, Amounts& amounts) {
    std::size_t last = 0;  // of those that stay
    for (std::size_t i = 1; i < amounts.size(); ++i) {
        Amount &left = amounts[last], &right = amounts[i];
        if (connector(context, left, right) != 0) read_scale_letter(context, left, right);
        if (add_smaller_unit(context, left, right)) continue;
        if (joins(context, left, right))
            left = joined(context, left, right);
        else
            amounts[++last] = right;
    }
    amounts.resize(std::min(amounts.size(), last + 1));
}

}  // namespace lupe::rules
