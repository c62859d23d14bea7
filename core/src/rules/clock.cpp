// Clock times, and the day that stands beside them.
#include "rules/amount.h"
#include "rules/clock_reading.h"
#include "rules/productions.h"

namespace lupe::rules {

namespace {

constexpr int elided_chain = 4;  // "um 9, 11, 13 und 15 Uhr"

// "halb drei", "Viertel nach acht", "half past three", "quarter to five"
FoundClock read_step(const Reader& reader, At at) {
    const Term* step = reader.term(at, Class::clock_step);
    if (!step) return {};
    FoundClock clock = read_hour_word(reader, at + step->length);
    if (!clock) clock = read_clock_digits(reader, at + step->length);
    if (!clock || clock->exact || clock->hour < 1 || clock->hour > 12) return {};
    const int minutes = clock->hour * 60 + number_in(step->value());
    clock->hour = minutes / 60;
    clock->minute = minutes % 60;
    clock->exact = clock->marked = true;
    read_clock_words(reader, *clock);
    return clock;
}

FoundClock read_point(const Reader& reader, At at) {
    const Term* point = reader.term(at, Class::clock_point);
    if (!point) return {};
    const int hour = number_in(point->value());
    return Clock{hour, 0, -1, at + point->length, true, true};
}

// "1400 GMT", "0850 Uhr": four digits and a word for it.
FoundClock read_military(const Reader& reader, At at) {
    const auto digits = reader.integer(at, 4);
    if (!digits || reader.context().slice(at).size() != 4) return {};
    const Term* word = reader.term(digits->end, Class::clock_word);
    if (!word && !reader.term(digits->end, Class::time_zone)) return {};
    Clock clock{digits->value / 100, digits->value % 100, -1, word ? digits->end + word->length : digits->end, true, true};
    return valid(clock) ? FoundClock(clock) : FoundClock{};
}

// "14:30", "14", "vierzehn": what most clock times begin with.
FoundClock hour_at(const Reader& reader, At at) {
    FoundClock hour = read_clock_digits(reader, at);
    return hour ? hour : read_hour_word(reader, at);
}

// A clock time that its own words make one. `hour` is hour_at(at), here and below.
FoundClock read_marked(const Reader& reader, At at, FoundClock hour) {
    for (const auto read : {read_step, read_point, read_military})
        if (FoundClock found = read(reader, at)) return found;
    if (!hour) return {};
    read_clock_words(reader, *hour);
    return hour->marked ? hour : FoundClock{};
}

// "22.02.2016 – [03:22]", "15. März / [10:00]", "on Sunday ([16:30] kick-off)"
bool follows_date(const Reader& reader, At at) {
    if (at > 1 && reader.mark(at - 1, '(')) return reader.term_before(at - 1, Class::weekday);
    if (at < 2 || !(reader.dash(at - 1) || reader.mark(at - 1, '/') || reader.mark(at - 1, '|')) || reader.glued(at)) return false;
    const At end = reader.mark(at - 2, '.') && at > 2 ? at - 2 : at - 1;
    const bool run = reader.digits(end - 1) && reader.context().slice(end - 1).size() >= 8;  // 22.02.2016
    return run || reader.year(end - 1) || reader.term_before(end, Class::month);
}

// "at 9:59 and [10:28]"
bool follows_clock(const Reader& reader, At at) {
    const Term* joint = reader.term_before(at, Class::range_joint);
    const At before = joint ? at - joint->length : 0;
    return before >= 3 && reader.digits(before - 1) && reader.mark(before - 2, ':') && reader.digits(before - 3);
}

// "um 9:08", a line that starts with "07:55": minutes and a place where clock times stand.
FoundClock read_bare(const Reader& reader, At at, const FoundClock& clock) {
    if (!clock->exact) return {};
    const std::string_view run = reader.run(at);
    const bool colon = run.find(':') != std::string_view::npos && run.find(':') < 3;
    const bool ticker = reader.context().tokens[at].line_start &&
                        (colon ? clock->end >= reader.size() || !reader.digits(clock->end) : reader.mark(clock->end, ':'));
    const bool zone = colon && reader.term(clock->end, Class::time_zone);  // "(20:00 GMT)"
    const bool signal = zone || reader.term_before(at, Class::clock_signal) || follows_clock(reader, at) || follows_date(reader, at);
    const At behind = reader.skip(clock->end, Class::year_signal);  // "at 10.52 on Monday"
    const bool dated = !colon && signal && reader.bare_day() && is_day(read_day(reader, behind));
    return ticker || dated || (colon && signal) ? clock : FoundClock{};
}

// "gegen fünf", "until nine": a bare hour in words, where nothing follows that it could count.
FoundClock read_spoken(const Reader& reader, At at, const FoundClock& clock) {
    const Term* signal = reader.digits(at) ? nullptr : reader.term_before(at, Class::hour_signal);
    if (!signal || reader.numeral_before(at - signal->length)) return {};
    if (clock->hour < 1 || clock->hour > 12) return {};
    const bool closed = !counts_noun(reader.context(), clock->end);
    return closed && !reader.dash(clock->end) ? clock : FoundClock{};
}

// The "10" in "10 und 13 Uhr": an hour whose word comes with a later one.
FoundClock read_elided(const Reader& reader, FoundClock first) {
    At next = first->end;
    for (int links = 0; links < elided_chain; ++links) {
        At joint = reader.mark(next, ',') || reader.dash(next) || reader.mark(next, '/') ? next + 1 : reader.skip(next, Class::range_joint);
        if (joint == next) return {};
        if (const Term* weekday = reader.term(joint, Class::weekday_habit))  // "von 14 bis 16 und donnerstags von 9 bis 11 Uhr"
            joint = reader.skip(joint + weekday->length, Class::clock_range);
        const FoundClock other = hour_at(reader, joint);
        if (const FoundClock full = read_marked(reader, joint, other)) {
            if (full->hour >= 12 && first->hour < full->hour - 12 && reader.month_first() && !first->exact && full->hour != 24)
                first->hour += 12;
            return first;
        }
        if (!other) return {};
        next = other->end;
    }
    return {};
}

FoundClock read_any(const Reader& reader, At at) {
    const FoundClock hour = hour_at(reader, at);
    if (FoundClock found = read_marked(reader, at, hour)) return found;
    return hour ? read_elided(reader, hour) : FoundClock{};
}

void set_clock(Expression& made, const Clock& clock) {
    made.type = Type::time;
    made.hour = clock.hour;
    made.minute = clock.minute;
    made.second = clock.second;
}

// "Dienstag, 9:08 Uhr", "11. März, 17 Uhr", "30/09/2025, 07:00"
Found read_day_and_clock(const Reader& reader, At at) {
    Found day = read_day(reader, at);
    if (!is_day(day)) return {};
    At next = day->end;
    const bool comma = reader.mark(next, ',');
    if (comma) ++next;
    FoundClock clock = read_any(reader, next);
    if (!clock && reader.digits(next) && reader.run(next).find(':') < 3) clock = read_clock_digits(reader, next);
    if (!clock || (!comma && !reader.digits(next) && !clock->marked)) return {};
    set_clock(*day, *clock);
    day->end = clock->end;
    day->rule = "time.day-clock";
    return day;
}

// "12:50 p.m. Friday", "10:27 p.m., Tuesday", "zehn Uhr heute"
void read_day_behind(const Reader& reader, Expression& made, const Clock& clock) {
    if (!clock.marked || made.end >= reader.size() || reader.context().tokens[made.end].line_start) return;
    const At next = reader.mark(made.end, ',') && reader.month_first() ? made.end + 1 : made.end;
    Found day = read_day(reader, next);
    if (!is_day(day)) return;
    set_clock(*day, clock);
    day->begin = made.begin;
    day->rule = made.rule;
    made = *day;
}

}  // namespace

namespace {

FoundClock read_unglued(const Reader& reader, At at) {
    const FoundClock hour = hour_at(reader, at);
    if (FoundClock clock = read_marked(reader, at, hour); clock || !hour) return clock;
    if (FoundClock clock = read_elided(reader, hour)) return clock;
    if (FoundClock clock = read_bare(reader, at, hour)) return clock;
    if (FoundClock clock = read_spoken(reader, at, hour)) return clock;
    return read_opening_hour(reader, at);
}

FoundClock read_bare_clock(const Reader& reader, At at) {
    const FoundClock clock = read_unglued(reader, at);
    const bool part = reader.glued(at) && (reader.word(at - 1) || reader.digits(at - 1));
    return part ? FoundClock{} : clock;
}

}  // namespace

Found read_clock(const Reader& reader, At at) {
    if (Found both = read_day_and_clock(reader, at)) return both;
    const FoundClock clock = read_bare_clock(reader, at);
    if (!clock) return {};
    Expression made = expression(Type::time, at, clock->end, "time.clock");
    set_clock(made, *clock);
    read_day_behind(reader, made, *clock);
    return made;
}

Found read_hour(const Reader& reader, At at) {
    const FoundClock clock = read_bare_clock(reader, at);
    if (!clock) return {};
    Expression made = expression(Type::time, at, clock->end, "time.clock");
    set_clock(made, *clock);
    return made;
}

void read_clock_behind(const Reader& reader, Expression& day) {
    const FoundClock clock = reader.mark(day.end, ',') ? read_marked(reader, day.end + 1, hour_at(reader, day.end + 1)) : FoundClock{};
    if (!clock) return;
    set_clock(day, *clock);
    day.part = {};
    day.end = clock->end;
}

}  // namespace lupe::rules
