// The last day of a range that leaves its month to the first.
#include "rules/calendar.h"
#include "rules/productions.h"

namespace lupe::rules {

// The "8" in "Nov. 5-8, 2024", where the month stands before the day.
Found read_closing_day(const Reader& reader, At at) {
    if (!reader.month_first() || at < 3 || !reader.dash(at - 1) || !reader.glued(at - 1) || !reader.glued(at)) return {};
    const Term* month = reader.term_before(at - 2, Class::month);
    const auto first = reader.digits(at - 2) ? reader.integer(at - 2, 2) : std::nullopt;
    const auto last = reader.integer(at, 2);
    if (!month || !first || !last || last->value <= first->value || !calendar::is_date(2000, number_in(month->value()), last->value))
        return {};
    Expression made = expression(Type::date, at, last->end, "date.day");
    made.grain = Grain::day;
    made.number = number_in(month->value());
    made.day = last->value;
    read_year_tail(reader, made);
    return made;
}

}  // namespace lupe::rules
