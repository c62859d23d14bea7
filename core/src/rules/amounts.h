// Proposes money, percent, quantity and number annotations.
#pragma once

#include "rules/context.h"
#include "rules/numbers.h"

namespace lupe::rules {

void recognise_amounts(const Context& context, std::span<const Numeral> numerals, Proposals& proposals);

}  // namespace lupe::rules
