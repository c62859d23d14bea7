// What sharing could not explain: numbers behind a name, ages and levels told by a preposition, and the other convention's decimals.
#include "rules/amount.h"
#include "rules/number_rows.h"

namespace lupe::rules {

namespace {

// "14.30" in a German text, "3,5" in an English one: read by the other convention.
bool is_foreign(const Context& context, const Convention& convention, const Numeral& numeral) {
    const std::string_view digits = context.slice(numeral.begin);
    return numeral.digits && digits.find(convention.group) != std::string_view::npos &&
           digits.find(convention.decimal) == std::string_view::npos && !(numeral.value.divided_by(numeral.scale, 6)).is_integer();
}

bool closes(const Context& context, std::uint32_t at) {
    return at >= context.tokens.size() || context.tokens[at].line_start || context.tokens[at].shape == Shape::punct ||
           context.terms.find(at, Class::coordinator);
}

// "die PVV holte 37 Sitze, VVD 24, NSC 20": a list goes on, a name and a number each time.
bool goes_on_with_list(const Context& context, const Amount& amount, const Amount* before) {
    constexpr std::uint32_t near = 7;
    if (!before || before->measure != Measure::none || amount.begin - before->end > near || !closes(context, amount.end)) return false;
    bool comma = false;
    for (std::uint32_t at = before->end; at < amount.begin; ++at) {
        if (context.is(at, ".") || context.is(at, "(")) return false;
        comma = comma || context.is(at, ",") || context.is(at, ";") || context.terms.find(at, Class::coordinator);
    }
    return comma;
}

// "2. Leipzig 25": the last number of a line that its place in a table opens.
bool ends_table_row(const Context& context, const Amount& amount) {
    constexpr std::uint32_t longest = 8;
    if (amount.end < context.tokens.size() && !context.tokens[amount.end].line_start) return false;
    std::uint32_t at = amount.begin;
    while (at > 0 && amount.begin - at < longest && !context.tokens[at].line_start) --at;
    return at + 2 < amount.begin && context.tokens[at].shape == Shape::digits && context.is(at + 1, ".");
}

// "at 26", "on 79", "signed for a 73": when, where or which, not how many.
bool points(const Context& context, const Amount& amount) {
    if (amount.magnitude.is_range || amount.numeral.scaled || amount.numeral.fraction || counts_noun(context, amount.end)) return false;
    if (amount.is_signed && amount.begin > 0 && context.is(amount.begin - 1, "(")) return true;  // (+0,48)
    const Decimal most(110);
    if (const Term* preposition = term_before(context, amount.begin, Class::point_preposition))
        return !term_before(context, amount.begin - preposition->length, Class::level_word) && amount.magnitude.max <= most &&
               amount.magnitude.max.is_integer();  // "peaked at 50" is a count
    const Term* article = term_before(context, amount.begin, Class::article);
    return amount.numeral.digits && article;
}

}  // namespace

bool names_it(const Context& context, const Amount& amount) {
    const std::uint32_t at = amount.begin;
    if (at == 0 || context.tokens[at].line_start || context.tokens[at].glued || amount.magnitude.is_range) return false;
    if (term_before(context, at, Class::bound)) return false;                                                  // "Almost 200,000 of them"
    const bool verb = amount.end < context.tokens.size() && ends_as(context, amount.end, Class::verb_ending);  // "Boeing 737 landed"
    if (!amount.numeral.digits || amount.numeral.scaled || (counts_noun(context, amount.end) && !verb)) return false;
    const Shape before = context.tokens[at - 1].shape;
    const bool name = before == Shape::title || before == Shape::upper || before == Shape::mixed;
    const bool version = !capitalises_nouns(context) && !context.tokens[at - 1].line_start;  // Veo 3.1
    if (!amount.numeral.value.is_integer() && !version) return false;
    const std::string_view digits = context.slice(amount.numeral.begin);
    if (!version && digits.find_first_not_of("0123456789") != std::string_view::npos) return false;  // "laut Polizei 12.000"
    if (!name || context.terms.find(at - 1, Class::function_word) || context.terms.find(at - 1, Class::weekday)) return false;
    return !context.terms.find(amount.end, Class::link) && !context.terms.find(at - 1, Class::pure_number);
}

void drop_unsure(const Context& context, Amounts& amounts) {
    const Convention& convention = number_rows(context.lexicon).convention;
    Amounts kept;
    kept.reserve(amounts.size());
    const Amount* before = nullptr;
    for (const Amount& amount : amounts) {
        const bool elided_length = amount.measure == Measure::duration && amount.elided;
        const bool unsure = amount.measure == Measure::none || elided_length;
        const bool named = names_it(context, amount) &&
                           (elided_length || !(goes_on_with_list(context, amount, before) || ends_table_row(context, amount)));
        if (!unsure || !(is_foreign(context, convention, amount.numeral) || named || (!elided_length && points(context, amount))))
            kept.push_back(amount), before = &amount;
    }
    amounts = std::move(kept);
}

}  // namespace lupe::rules
