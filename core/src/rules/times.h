// Proposes date, time, duration and set annotations with TIMEX3 values.
#pragma once

#include "rules/context.h"
#include "rules/numbers.h"

namespace lupe::rules {

void recognise_times(const Context& context, std::span<const Numeral> numerals, Proposals& proposals);

// The date that the article gives itself: " date 2023-09" on the first line, or a dateline such as "Berlin, 26. September 2023";
// year 0 if there is none.
ReferenceDate find_dateline(const Context& context, std::span<const Numeral> numerals);

// "2023-09-26", "2023-09" or "2023"; false if `text` is no such calendar date.
bool parse_reference_date(std::string_view text, ReferenceDate& date);

}  // namespace lupe::rules
