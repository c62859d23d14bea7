// Days: by number, name, month and year, holidays, and the first half of a range that leaves out its month.
#include "rules/productions.h"

namespace lupe::rules {

namespace {

constexpr int elided_chain = 4;  // "am 3., 5., 7. und 9. Mai": how many days may wait for their month

// "26.", "26th", and plain "26" where the language writes "26 September".
std::optional<Read> day_number(const Reader& reader, At at) {
    auto number = reader.ordinal(at);
    if (!number && reader.bare_day()) number = reader.integer(at, 2);
    return number;
}

// "26. September [2023]", "26 September", "September 26[, 2023]", "3rd of May".
Found read_named_month(const Reader& reader, At at) {
    int day = 0;
    const Term* month = reader.term(at, Class::month);
    At end = at;
    if (month) {
        if (!reader.month_first()) return {};
        const At behind = at + month->length;
        auto number = reader.ordinal(behind);
        if (!number) number = reader.integer(behind, 2);
        if (!number || (reader.glued(number->end) && (reader.word(number->end) || reader.mark(number->end, '%')))) return {};
        day = number->value;
        end = number->end;
        if (reader.mark(end - 1, '.') && reader.glued(end - 1)) --end;  // "Nov. 3." at a sentence's end
    } else {
        const auto number = day_number(reader, at);
        if (!number) return {};
        month = reader.term(reader.skip(number->end, Class::narrowing_joint), Class::month);
        if (!month) return {};
        day = number->value;
        end = reader.skip(number->end, Class::narrowing_joint) + month->length;
    }
    if (!plausible(0, number_in(month->value()), day)) return {};
    Expression made = day_of_month(at, end, 0, number_in(month->value()), day);
    read_year_tail(reader, made);
    return made;
}

Found read_calendar_day(const Reader& reader, At at) {
    if (auto numeric = read_numeric(reader, at); numeric && numeric->grain == Grain::day) return numeric;
    if (auto spaced = read_spaced(reader, at)) return spaced;
    return read_named_month(reader, at);
}

Found read_holiday(const Reader& reader, At at) {
    const Term* row = reader.term(at, Class::holiday);
    if (!row) return {};
    Expression made = expression(Type::date, at, at + row->length, "date.holiday");
    made.grain = Grain::day;
    made.holiday = row->value();
    read_year_tail(reader, made);
    return made;
}

// What may stand behind the name of a weekday: the date itself, or the week it belongs to.
void read_behind_weekday(const Reader& reader, Expression& made) {
    At next = made.end;
    if (reader.mark(next, '.') && reader.glued(next)) ++next;
    if (reader.mark(next, ',')) ++next;
    next = reader.skip(next, Class::date_article);
    Found day = read_calendar_day(reader, next);
    if (!day) day = read_holiday(reader, next);
    if (day) {
        day->begin = made.begin;
        day->weekday = made.weekday;
        made = *day;
        return;
    }
    const auto relation = read_relation(reader, reader.skip(made.end, Class::narrowing_joint));
    const Term* unit = relation ? reader.term(relation->end, Class::time_unit) : nullptr;
    if (!unit || unit->value() != "W") return;
    made.grain = Grain::week;
    made.shifted = true;
    made.shift = relation->shift;
    made.end = relation->end + unit->length;
}

// "Mo–Fr", "Sa und So": two abbreviations explain each other.
bool is_sign_among_signs(const Reader& reader, At at, At end) {
    const At next = reader.dash(end) || reader.mark(end, ',') || reader.mark(end, '+') ? end + 1 : reader.skip(end, Class::range_joint);
    if (next != end && reader.term(next, Class::weekday_sign)) return true;
    if (next != end && reader.integer(next, 2) && reader.term(next + 1, Class::clock_word)) return true;  // "Do bis 20 Uhr"
    const std::string_view run = reader.run(end);                                                         // "So 17:30"
    if (const auto colon = run.find(':'); (colon == 1 || colon == 2) || (reader.integer(end, 2) && reader.term(end + 1, Class::clock_word)))
        return true;
    if (at < 2) return false;
    const Term* joint = reader.term_before(at, Class::range_joint);
    const At before = joint                                                                         ? at - joint->length
                      : reader.dash(at - 1) || reader.mark(at - 1, ',') || reader.mark(at - 1, '+') ? at - 1
                                                                                                    : at;
    return before != at && reader.term_before(before, Class::weekday_sign);
}

Found read_weekday(const Reader& reader, At at) {
    const Term* row = reader.term(at, Class::weekday);
    const bool sign = !row;
    if (sign) row = reader.term(at, Class::weekday_sign);
    if (!row) return {};
    Expression made = expression(Type::date, at, at + row->length, "date.weekday");
    made.grain = Grain::day;
    made.weekday = number_in(row->value());
    const At alone = made.end;
    read_behind_weekday(reader, made);
    if (sign && made.end == alone && !is_sign_among_signs(reader, at, alone)) return {};
    return made;
}

// "gestern", "heute, Dienstag", "übermorgen, Mittwoch, 5. Mai"
Found read_relative_day(const Reader& reader, At at) {
    const Term* row = reader.term(at, Class::relative_day);
    if (!row || (reader.dash(at + row->length) && reader.glued(at + row->length))) return {};
    Expression made = day_shift(at, at + row->length, number_in(row->value()), "date.relative-day");
    if (const At next = reader.mark(made.end, ',') ? made.end + 1 : made.end;
        next < reader.size() && !reader.context().tokens[next].line_start)
        if (const Found day = read_weekday(reader, next)) {
            if (day->number != 0) made = *day;
            made.weekday = day->weekday;
            made.begin = at;
            made.end = day->end;
        }
    return made;
}

// "kommenden Freitag", "last Sunday", "am heutigen Mittwoch", "letzte Weihnachten"
Found read_related_day(const Reader& reader, At at) {
    const auto relation = read_relation(reader, at);
    if (!relation) return {};
    Found made = read_weekday(reader, relation->end);
    if (!made) made = read_holiday(reader, relation->end);
    if (made) made->begin = at;
    if (made && made->number != 0 && made->weekday != 0) return made;  // "this Saturday, Nov. 22"
    if (!made || made->number != 0 || made->shifted ||
        (relation->shift == 0 && !relation->days && made->weekday == 0 && made->holiday.empty()))
        return {};
    if (relation->days) return day_shift(at, made->end, relation->shift, "date.relative-day");
    made->nearest = relation->shift == 0;
    made->tense = relation->shift < 0 ? Tense::past : relation->shift > 0 ? Tense::future : Tense::unknown;
    made->shift = relation->shift;
    return made;
}

// "am 15." of this month, where no noun follows that the ordinal could belong to.
Found read_bare_day(const Reader& reader, At at) {
    if (!reader.digits(at) || !reader.term_before(at, Class::day_signal)) return {};
    const auto day = reader.ordinal(at);
    if (!day || day->value < 1 || day->value > 31 || reader.term(day->end, Class::range_joint)) return {};
    if (reader.mark(day->end, ',') && reader.ordinal(day->end + 1)) return {};
    if (reader.word(day->end) && reader.context().tokens[day->end].shape != Shape::lower) return {};
    return day_of_month(at, day->end, 0, 0, day->value);
}

}  // namespace

void read_year_tail(const Reader& reader, Expression& made) {
    At at = made.end;
    if (reader.mark(at, ',') && reader.month_first() && made.day != 0) ++at;
    At behind_joint = reader.skip(at, Class::narrowing_joint);
    for (const At start : {at, behind_joint})
        if (const auto year = reader.year(start)) {
            int second = 0;
            const auto fiscal = read_fiscal_year(reader, start, second);
            made.year = year->value;
            made.end = fiscal ? fiscal->end : year->end;
            return;
        }
    const auto relation = read_relation(reader, behind_joint);
    if (!relation && behind_joint == at) return;
    const At unit_at = relation ? relation->end : behind_joint;
    const Term* unit = reader.term(unit_at, Class::time_unit);
    if (!unit || unit->value() != "Y") return;
    made.year_shifted = true;
    made.year_shift = relation ? relation->shift : 0;
    made.end = unit_at + unit->length;
}

Found read_day(const Reader& reader, At at) {
    if (reader.no_day(at)) return {};
    Found best;
    for (const auto read : {read_weekday, read_relative_day, read_related_day, read_calendar_day, read_holiday, read_bare_day})
        if (Found found = read(reader, at); found && (!best || found->end > best->end)) best = std::move(found);
    if (!best) reader.note_no_day(at);
    return best;
}

Found read_elided_day(const Reader& reader, At at) {
    const auto first = day_number(reader, at);
    if (!first || first->value < 1 || first->value > 31) return {};
    At next = first->end;
    for (int links = 0; links < elided_chain; ++links) {
        const At link =
            reader.mark(next, ',') || reader.mark(next, '/') || reader.dash(next) ? next + 1 : reader.skip(next, Class::range_joint);
        if (link == next) return {};
        const At joint = reader.skip(link, Class::date_article);
        if (const Found full = read_calendar_day(reader, joint); full && full->number != 0) {
            if (!plausible(full->year, full->number, first->value)) return {};
            Expression made = *full;
            made.begin = at;
            made.end = first->end;
            made.day = first->value;
            made.rule = "date.elided-day";
            return made;
        }
        const auto other = day_number(reader, joint);
        if (!other) return {};
        next = other->end;
    }
    return {};
}

Found read_year_month(const Reader& reader, At at) {
    Found numeric = read_numeric(reader, at);
    return numeric && numeric->grain == Grain::month ? numeric : Found{};
}

}  // namespace lupe::rules
