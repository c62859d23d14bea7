// The words around an amount: terms that end before it, and the noun behind it that it counts.
#include <algorithm>

#include "rules/amount.h"

namespace lupe::rules {

const Term* term_before(const Context& context, std::uint32_t at, Class kind) {
    if (at < context.tokens.size() && context.tokens[at].line_start) return nullptr;
    return term_at_end(context, at, kind);
}

const Term* term_at_end(const Context& context, std::uint32_t at, Class kind) {
    constexpr std::size_t longest = 5;
    return context.terms.find_before(at, kind, longest);
}

bool is_plus_or_minus(const Context& context, std::uint32_t minus) {
    return minus > 1 && context.terms.find(minus - 2, Class::sign) &&
           (context.is(minus - 1, "/") || context.terms.find(minus - 1, Class::coordinator));
}

namespace {

bool starts_number(const Context& context, std::uint32_t at) {
    return context.terms.find(at, Class::below_twenty) || context.terms.find(at, Class::ten);
}

}  // namespace

bool numbers_road(const Context& context, std::uint32_t at) {
    if (at == 0 || context.tokens[at].shape != Shape::digits || context.tokens[at].line_start) return false;
    const Token& before = context.tokens[at - 1];
    return before.shape == Shape::title && before.span.size() == 1 && !context.terms.find(at - 1, Class::article);
}

bool capitalises_nouns(const Context& context) { return !context.lexicon.rows(Class::adjective_ending).empty(); }

bool ends_as(const Context& context, std::uint32_t at, Class kind) {
    const std::string_view word = context.slice(at);
    const auto endings = context.lexicon.rows(kind);
    return std::any_of(endings.begin(), endings.end(), [&](const Row* row) { return word.ends_with(row->form); });
}

bool counts_noun(const Context& context, std::uint32_t at) {
    const auto count = context.tokens.size();
    const bool capitals = capitalises_nouns(context);
    constexpr std::uint32_t most = 3;  // adjectives
    for (std::uint32_t i = at; i < std::min<std::size_t>(at + most + 1, count); ++i) {
        const Token& token = context.tokens[i];
        if (token.line_start || token.shape == Shape::punct || token.shape == Shape::symbol || token.shape == Shape::digits) {
            return i == at && token.glued && context.is(at, "-") && context.glued(at + 1);  // "32-köpfig"
        }
        if (token.shape != Shape::lower) {
            if (capitals) return !context.terms.find(i, Class::function_word);
            continue;  // "UBS shares"
        }
        if (starts_number(context, i)) return false;
        if (context.terms.find(i, Class::function_word) || context.terms.find(i, Class::no_noun)) return false;
        if (!capitals) return true;
        if (!ends_as(context, i, Class::adjective_ending)) return false;
    }
    return false;
}

bool may_precede(const Row& row) {
    return std::any_of(row.form.begin(), row.form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ||
           (static_cast<unsigned char>(row.form[0]) >= 0x80 && row.form.size() <= 3) || row.form[0] == '$';
}

bool closes_weekdays(const Context& context, std::uint32_t at) {
    const Term* joint = context.terms.find(at, Class::weekday_sign) ? term_before(context, at, Class::range_word) : nullptr;
    return joint && term_before(context, at - joint->length, Class::weekday_sign);
}

bool is_coin(const Context& context, const Term& term, std::uint32_t at) {
    return (term.kind() == Class::currency || term.kind() == Class::minor) && !context.terms.find(at, Class::weighing);
}

bool opens_next_amount(const Context& context, const Term& term, std::uint32_t at) {
    const std::uint32_t next = at + term.length;
    return !context.glued(at) && context.glued(next) && context.tokens[next].shape == Shape::digits;
}

}  // namespace lupe::rules
