// Time productions over numerals and terms.
#include "rules/times.h"

namespace lupe::rules {

void recognise_times(const Context&, std::span<const Numeral>, Proposals&) {}

ReferenceDate find_dateline(const Context&, std::span<const Numeral>) { return {}; }

bool parse_reference_date(std::string_view, ReferenceDate&) { return true; }

}  // namespace lupe::rules
