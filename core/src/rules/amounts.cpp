// Amount productions over numerals and terms.
#include "rules/amounts.h"

namespace lupe::rules {

void recognise_amounts(const Context&, std::span<const Numeral> numerals, Proposals& proposals) {
    for (const Numeral& numeral : numerals) proposals.push_back({numeral.span, Number{{numeral.value, numeral.value}}, "number.numeral"});
}

}  // namespace lupe::rules
