// Finds numerals.
#include "rules/numbers.h"

namespace lupe::rules {

std::vector<Numeral> find_numerals(const Context& context) {
    std::vector<Numeral> found;
    for (std::uint32_t i = 0; i < context.tokens.size(); ++i) {
        Numeral numeral{i, i + 1, context.tokens[i].span, {}, true};
        if (context.tokens[i].shape == Shape::digits && parse_digits(context, context.slice(i), numeral.value)) found.push_back(numeral);
    }
    return found;
}

bool parse_digits(const Context&, std::string_view text, Decimal& value) {
    bool ok = false;
    value = Decimal::parse(text, &ok);
    return ok;
}

}  // namespace lupe::rules
