// Points that lie a number of units away, from today or from what the text told last.
#include "rules/productions.h"
#include "rules/timeline.h"
#include "rules/timex.h"

namespace lupe::rules {

namespace {

using calendar::Day;

constexpr int minutes_of_day = 24 * 60;

int months_in(Grain grain) { return grain == Grain::quarter ? 3 : grain == Grain::half ? 6 : 1; }

bool is_part(Grain grain) { return grain == Grain::quarter || grain == Grain::half || grain == Grain::month; }

// The part of the year that a month lies in, `shift` parts further.
void move_part(Grain grain, int shift, int month, int& year, int& number) {
    const int size = months_in(grain), parts = 12 / size;
    const int total = year * parts + (month - 1) / size + shift;
    year = total / parts;
    number = total % parts + 1;
}

}  // namespace

// "zwei Stunden später": from the last clock time told; empty if none was.
std::string Timeline::shift_clock(const Expression& e, const Place& place) {
    if (e.anchor != Anchor::text || !last_day_.exists() || last_day_.minutes < 0) return {};
    const int total = last_day_.minutes + e.shift;
    const int days = (total >= 0 ? total : total - minutes_of_day + 1) / minutes_of_day;
    std::string date = tell_day(last_day_.day + days, place);
    last_day_.minutes = total - days * minutes_of_day;
    return date + timex::clock(last_day_.minutes / 60, last_day_.minutes % 60, -1);
}

// The quarter, half or month to count from: the one told, else the one of the reference date.
Timeline::Told Timeline::counted_part(const Expression& e, const Place& place) const {
    const bool any = e.grain == Grain::none;
    if (last_part_.exists() && (any || last_part_.grain == e.grain) && (near(last_part_, place) || any)) return last_part_;
    Told told;
    if (reference_.month == 0) return told;
    told.grain = any ? Grain::year : e.grain;
    told.year = reference_.year;
    // A firm compares the quarter that it reports on, which is over.
    if (!any) move_part(e.grain, e.shift < -1 ? -1 : 0, reference_.month, told.year, told.number);
    return told;
}

// "Vorjahresquartal", "ein Jahr zuvor" beside a quarter: the same part of another year. Empty if there is none.
std::string Timeline::shift_part(const Expression& e, const Place& place) {
    const bool newest =
        last_part_.exists() && near(last_part_, place) && last_.grain == last_part_.grain && last_.sentence == last_part_.sentence;
    const bool beside = newest || (last_part_.exists() && last_part_.sentence == place.sentence);
    const bool one = e.shift == 1 || e.shift == -1;  // "fünf Jahre später" is a year
    if (e.grain == Grain::year && beside && one && e.end - e.begin > 1) {
        Told told = last_part_;
        told.year += e.shift;
        return tell(told, place);
    }
    if (e.grain != Grain::none && !is_part(e.grain)) return {};
    const bool counts_months = e.grain == Grain::month && e.shift < -1 && e.end - e.begin > 1;  // "vier Monate zuvor", "Vorjahresmonat"
    if (counts_months && !near(last_part_, place)) return {};
    Told told = counted_part(e, place);
    if (!told.exists()) return {};
    if (e.grain == Grain::none)
        told.year += e.shift;
    else
        move_part(e.grain, e.shift, first_month(told.grain, told.number), told.year, told.number);
    return tell(told, place);
}

std::string Timeline::shift_months(const Expression& e, const Place& place, int year, int month) {
    Told told;
    told.grain = e.grain;
    told.year = year;
    move_part(e.grain, e.shift, month, told.year, told.number);
    return tell(told, place);
}

std::string Timeline::resolve_shift(const Expression& e, const Place& place) {
    const bool text = e.anchor == Anchor::text;
    if (text)
        if (std::string value = shift_part(e, place); !value.empty()) return value;
    int year = reference_.year, month = reference_.month;
    Day day = today_;
    bool day_known = has_day_;
    if (text && near(last_day_, place)) {
        day = last_day_.day;
        day_known = true;
    }
    // A single word ("Vorjahr") looks no further than its sentence, "zwei Jahre zuvor" to what was told last.
    const bool year_beside = last_.grain == Grain::year && last_.sentence == place.sentence && last_.year <= reference_.year;
    const bool counted = e.end - e.begin > 1 && (e.grain != Grain::month || near(last_, place));
    if (text && last_.exists() && (counted || year_beside)) {
        const calendar::Civil civil = calendar::civil_of(last_.day);
        year = last_.grain == Grain::day ? civil.year : last_.year;
        month = last_.grain == Grain::day ? civil.month : first_month(last_.grain, last_.number);
    }
    if (e.grain >= Grain::week ? !day_known : year == 0 || (is_part(e.grain) && month == 0)) return timex::open(e.grain);
    Told told;
    told.grain = e.grain;
    told.year = year + e.shift;
    switch (e.grain) {
        case Grain::century: return timex::century(year / 100 + e.shift);
        case Grain::decade: return std::to_string(year / 10 + e.shift);
        case Grain::half:
        case Grain::quarter:
        case Grain::month: return shift_months(e, place, year, month);
        case Grain::week: {
            const calendar::Week week = calendar::week_of(day + 7 * static_cast<Day>(e.shift));
            told.year = week.year;
            told.number = week.number;
            return tell(told, place);
        }
        case Grain::day: return tell_day(day + e.shift, place);
        default: break;
    }
    // The end of a year told in the past tense soon after it: last year's.
    const bool past_end = e.mod == Mod::end && e.shift == 0 && month >= 1 && month <= 4 && tense_of(e, place).tense == Tense::past;
    if (past_end) --told.year;
    std::string value = tell(told, place);
    if (!text && e.shift != 0) other_year_ = last_;
    return value;
}

}  // namespace lupe::rules
