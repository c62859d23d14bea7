// Days in digits: "26.9.2023", "31/03/2024", "2023-09-26", "17.9.", "2. 10.".
#include <algorithm>
#include <charconv>

#include "rules/calendar.h"
#include "rules/productions.h"

namespace lupe::rules {

namespace {

// A date in digits, taken apart at its separators: "26.9.2023" -> 26 9 2023.
struct Fields {
    int value[3] = {0, 0, 0};
    int digits[3] = {0, 0, 0};
    char separator = 0;
    int count = 0;
    std::size_t bytes = 0;  // up to the last field, or with the full stop behind "26.9."
};

bool is_separator(char c) { return c == '.' || c == '/' || c == '-'; }

Fields split_fields(std::string_view run) {
    Fields fields;
    std::size_t at = 0;
    while (fields.count < 3) {
        const std::size_t begin = at;
        while (at < run.size() && run[at] >= '0' && run[at] <= '9') ++at;
        if (at == begin || at - begin > 4) return fields;
        std::from_chars(run.data() + begin, run.data() + at, fields.value[fields.count]);
        fields.digits[fields.count++] = static_cast<int>(at - begin);
        fields.bytes = at;
        if (at == run.size() || !is_separator(run[at]) || (fields.separator && run[at] != fields.separator)) return fields;
        if (fields.count < 3) fields.separator = run[at];
        ++at;
    }
    return fields;
}

// Two digits of a year mean the hundred years up to 2049.
int full_year(int value, int digits) { return digits == 2 ? value + (value < 50 ? 2000 : 1900) : value; }

// Is this where a day in digits stands that does not say its year?
bool opens_numeric_day(const Reader& reader, At at) {
    return reader.context().tokens[at].line_start || reader.term_before(at, Class::date_signal) ||
           reader.term_before(at, Class::range_joint) || reader.mark(at - 1, ',') || reader.mark(at - 1, '(') || reader.dash(at - 1);
}

}  // namespace

Expression day_of_month(At begin, At end, int year, int month, int day) {
    Expression made = expression(Type::date, begin, end, "date.day");
    made.grain = Grain::day;
    made.year = year;
    made.number = month;
    made.day = day;
    return made;
}

bool plausible(int year, int month, int day) { return calendar::is_date(year == 0 ? 2000 : year, month, day); }

// "26.9.2023", "31/03/2024", "2023-09-26", "2023-09", "17.9."
Found read_numeric(const Reader& reader, At at) {
    if (!reader.digits(at)) return {};
    const std::string_view run = reader.run(at);
    if (std::none_of(run.begin(), run.end(), is_separator)) return {};
    const Fields fields = split_fields(run);
    if (fields.count < 2) return {};
    const At end = reader.run_end(at, fields.bytes);
    if (end == 0) return {};
    const auto& [a, b, c] = fields.value;
    if (fields.count == 3) {
        if (fields.digits[0] == 4 && plausible(a, b, c)) return day_of_month(at, end, a, b, c);
        if (fields.digits[2] == 3 || fields.digits[2] == 1 || fields.digits[0] > 2) return {};
        if (fields.separator == '-' && (fields.digits[0] != 2 || fields.digits[1] != 2 || fields.digits[2] != 4)) return {};
        const int year = full_year(c, fields.digits[2]);
        const bool slash_month_first = fields.separator != '.' && reader.month_first() && a <= 12;
        if (slash_month_first && plausible(year, a, b)) return day_of_month(at, end, year, a, b);
        if (plausible(year, b, a)) return day_of_month(at, end, year, b, a);
        return {};
    }
    if (fields.separator == '-' && fields.digits[0] == 4 && fields.digits[1] == 2 && b >= 1 && b <= 12 && a >= 1000 && a <= 2199) {
        Expression month = expression(Type::date, at, end, "date.year-month");
        month.grain = Grain::month;
        month.year = a;
        month.number = b;
        return month;
    }
    if (reader.month_first() || !opens_numeric_day(reader, at)) return {};
    const bool dotted = fields.separator == '.' && fields.digits[0] <= 2 && fields.digits[1] <= 2;
    if (dotted && reader.mark(end, '.') && reader.glued(end) && !(reader.digits(end + 1) && reader.glued(end + 1)) && plausible(0, b, a))
        return day_of_month(at, end + 1, 0, b, a);
    return {};
}

// "am 2. 10.", "24. 12. 2024": the same as "2.10.", with blanks.
Found read_spaced(const Reader& reader, At at) {
    const auto dotted = [&](At from) {
        const auto number = reader.integer(from, 2);
        return number && reader.mark(number->end, '.') && reader.glued(number->end) ? std::optional(Read{number->value, number->end + 1})
                                                                                    : std::nullopt;
    };
    const auto day = reader.bare_day() ? std::nullopt : dotted(at);
    const auto month = day && !reader.glued(day->end) ? dotted(day->end) : std::nullopt;
    if (!month || reader.glued(month->end) || reader.context().tokens[day->end].line_start || !plausible(0, month->value, day->value))
        return {};
    const auto year = reader.year(month->end);
    if (!year && !opens_numeric_day(reader, at)) return {};
    return day_of_month(at, year ? year->end : month->end, year ? year->value : 0, month->value, day->value);
}

}  // namespace lupe::rules
