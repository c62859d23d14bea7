// Nearest first: what the expression says itself, what the text told, what the tense says, and last the latest one not after
// the reference date.
#include "rules/timeline.h"

#include <algorithm>

#include "rules/productions.h"
#include "rules/tense.h"
#include "rules/timex.h"

namespace lupe::rules {

namespace {

using calendar::Civil;
using calendar::Day;

constexpr std::uint32_t memory = 3;      // sentences for which a date with month and year holds for the bare ones after it
constexpr int present_horizon = 270;     // days: a date in the present tense further ahead than that is a past one

// The first month of a part of the year, to compare it with the reference date.
int first_month(const Expression& e) {
    switch (e.grain) {
        case Grain::month: return e.number;
        case Grain::quarter: return 3 * e.number - 2;
        case Grain::half: return 6 * e.number - 5;
        case Grain::season: return 3 * e.number;
        case Grain::week: return std::min(12, (e.number - 1) / 4 + 1);
        default: return 1;
    }
}

int last_month(const Expression& e) {
    switch (e.grain) {
        case Grain::quarter: return 3 * e.number;
        case Grain::half: return 6 * e.number;
        case Grain::season: return e.number == 4 ? 12 : 3 * e.number;
        default: return first_month(e);
    }
}

// Adds months to a year and month.
void add_months(int& year, int& month, int months) {
    const int total = year * 12 + month - 1 + months;
    year = total / 12;
    month = total % 12 + 1;
}

}  // namespace

Timeline::Timeline(const Reader& reader, std::span<Expression> expressions, std::span<const Place> places)
    : reader_(reader), expressions_(expressions), places_(places), reference_(reader.context().reference_date) {
    has_day_ = reference_.day != 0;
    if (has_day_) today_ = calendar::day_of({reference_.year, reference_.month, reference_.day});
}

Timex Timeline::resolve(std::size_t index) {
    Expression& e = expressions_[index];
    const Place& place = places_[index];
    index_ = static_cast<std::uint32_t>(index);
    if (e.type == Type::duration || e.type == Type::set || (!e.length.empty() && !e.shifted)) return {e.length, e.mod, false};
    if (e.hedged) {
        bool sure = false;
        const bool clock_unit = e.type == Type::time;
        const Tense tense = tense_of(e, place, sure);
        if (tense == Tense::past || (clock_unit && !(sure && tense == Tense::future))) {
            e.begin = e.length_begin;
            e.type = Type::duration;
            return {e.length, e.mod, false};
        }
    }
    if (place.habit && e.weekday != 0 && e.number == 0 && !e.shifted && e.tense == Tense::unknown && e.type == Type::date) {
        e.type = Type::set;
        return {"XXXX-WXX-" + std::to_string(e.weekday), e.mod, false};
    }
    return resolve_point(e, place);
}

Timex Timeline::resolve_point(Expression& e, const Place& place) {
    Timex timex{"", e.mod, false};
    if (e.type == Type::time && e.shifted && e.grain == Grain::none) {
        timex.value = shift_clock(e);
        timex.assumed = true;
        if (timex.value.empty()) {
            e.type = Type::duration;
            e.begin = e.length_begin;
            timex = {e.length, e.mod, false};
            if (e.begin != e.length_begin || e.length.empty()) return timex;
        }
        return timex;
    }
    const bool clock_only = e.type == Type::time && e.grain == Grain::none;
    std::string date;
    if (clock_only) {
        timex.assumed = true;
    } else if (e.weekday != 0 && e.number == 0 && e.holiday.empty()) {
        date = resolve_weekday(e, place);
        timex.assumed = true;
    } else if (e.shifted) {
        date = resolve_shift(e, place);
        timex.assumed = true;
    } else if (e.grain == Grain::day) {
        date = resolve_day(e, place, timex.assumed);
    } else {
        date = resolve_period(e, place, timex.assumed);
    }
    timex.value = e.type == Type::time ? resolve_clock(e, index_, date) : date;
    return timex;
}

std::string Timeline::tell(Told told, const Place& place) {
    told.sentence = place.sentence;
    told.line = place.line;
    last_ = told;
    if (told.grain == Grain::day) last_day_ = told;
    if (told.grain == Grain::quarter || told.grain == Grain::half || told.grain == Grain::month) last_part_ = told;
    switch (told.grain) {
        case Grain::day: return timex::day(told.day);
        case Grain::week: return timex::week({told.year, told.number});
        case Grain::weekend: return timex::week({told.year, told.number}) + "-WE";
        case Grain::month: return timex::month(told.year, told.number);
        case Grain::quarter: return timex::year(told.year) + "-Q" + std::to_string(told.number);
        case Grain::half: return timex::year(told.year) + "-H" + std::to_string(told.number);
        case Grain::season: return timex::year(told.year) + "-" + season_name(told.number);
        default: return timex::year(told.year);
    }
}

// The tense that the words say, else that of the sentence.
Tense Timeline::tense_of(const Expression& e, const Place& place, bool& sure) const {
    sure = true;
    if (e.tense != Tense::unknown) return e.tense;
    const TenseSign sign = tense_around(reader_, e.begin, e.end, place.sentence_begin, place.sentence_end);
    sure = sign.sure;
    return sign.tense;
}

// The year that the text speaks of, if a date before said one and is near enough.
bool Timeline::text_year(const Place& place, int& year) const {
    if (!spoken_.exists()) return false;
    const bool near = spoken_month_ ? place.sentence - spoken_.sentence <= memory : place.sentence == spoken_.sentence;
    if (!near) return false;
    year = spoken_.year;
    return true;
}

// The year of a day or month that does not say it. `day` 0: a month.
int Timeline::infer_year(const Expression& e, const Place& place, int month, int day) const {
    if (reference_.year == 0) return 0;
    const int reference_month = reference_.month == 0 ? 12 : reference_.month;
    const auto later = [&](int m, int d) { return m != reference_month ? m > reference_month : d != 0 && has_day_ && d > reference_.day; };
    const int latest = later(month, day) ? reference_.year - 1 : reference_.year;
    const bool same = month == reference_month && (day == 0 || !has_day_ || day == reference_.day);
    const int next = same ? reference_.year : latest + 1;
    if (e.weekday != 0 && day != 0)
        for (const int year : {latest, latest + 1, latest - 1})
            if (calendar::is_date(year, month, day) && calendar::weekday_of(calendar::day_of({year, month, day})) == e.weekday) return year;
    if (e.nearest) return reference_.year;
    if (e.tense == Tense::past) return same && day == 0 ? latest - 1 : latest;
    if (e.tense == Tense::future) return same ? latest + 1 : next;
    if (int year = 0; text_year(place, year)) return spoken_month_ && month + 8 < spoken_.number ? year + 1 : year;
    bool sure = false;
    const Tense tense = tense_of(e, place, sure);
    if (tense != Tense::future) return latest;
    const int days_ahead = ((month - reference_month) * 30 + (day != 0 && has_day_ ? day - reference_.day : 0) + 360) % 360;
    return sure || days_ahead <= present_horizon ? next : latest;
}

std::string Timeline::resolve_weekday(const Expression& e, const Place& place) {
    const std::string open = "XXXX-WXX-" + std::to_string(e.weekday);
    if (!has_day_) return open;
    const int today = calendar::weekday_of(today_);
    if (e.shifted) return tell({Grain::day, 0, 0, today_ - today + 7 * static_cast<Day>(e.shift) + e.weekday}, place);
    const Day back = (today - e.weekday + 7) % 7, ahead = (e.weekday - today + 7) % 7;
    bool sure = false;
    const Tense tense = tense_of(e, place, sure);
    Day day = today_ - back;
    if (e.tense == Tense::past) day = today_ - (back == 0 ? 7 : back) + 7 * static_cast<Day>(e.shift + 1);
    else if (e.tense == Tense::future) day = today_ + (ahead == 0 ? 7 : ahead) + 7 * static_cast<Day>(e.shift - 1);
    else if (tense == Tense::future) day = today_ + ahead;
    return tell({Grain::day, 0, 0, day}, place);
}

std::string Timeline::resolve_day(const Expression& e, const Place& place, bool& assumed) {
    Day day = 0;
    int year = e.year;
    if (e.year_shifted) year = reference_.year == 0 ? 0 : reference_.year + e.year_shift;
    if (!e.holiday.empty()) {
        if (year == 0) {
            assumed = true;
            Day this_year = 0;
            if (reference_.year != 0) calendar::holiday(e.holiday, reference_.year, this_year);
            const Civil civil = calendar::civil_of(this_year);
            year = reference_.year == 0 ? 0 : infer_year(e, place, civil.month, civil.day);
        }
        if (year == 0) return e.holiday.starts_with("on ") ? "XXXX-" + std::string(e.holiday.substr(3)) : "XXXX-XX-XX";
        calendar::holiday(e.holiday, year, day);
        return tell({Grain::day, 0, 0, day}, place);
    }
    if (year == 0) {
        assumed = true;
        year = infer_year(e, place, e.number, e.day);
    }
    if (year == 0 || !calendar::is_date(year, e.number, e.day)) return timex::open_day(e.number, e.day);
    day = calendar::day_of({year, e.number, e.day});
    const std::string value = tell({Grain::day, 0, 0, day}, place);
    if (e.year != 0) {
        spoken_ = last_;
        spoken_.year = e.year;
        spoken_.number = e.number;
        spoken_month_ = true;
    }
    return value;
}

std::string Timeline::resolve_period(const Expression& e, const Place& place, bool& assumed) {
    if (e.grain == Grain::decade || e.grain == Grain::century) return std::to_string(e.number);
    if (e.grain == Grain::fiscal_year) {
        last_ = {Grain::year, e.year, 0, 0, -1, place.sentence, place.line};
        return timex::year(e.year) + "/" + timex::year(e.number);
    }
    int year = e.year;
    if (e.year_shifted) year = reference_.year == 0 ? 0 : reference_.year + e.year_shift;
    if (e.grain == Grain::year) {
        const std::string value = tell({Grain::year, year}, place);
        spoken_ = last_;
        spoken_month_ = false;
        return value;
    }
    if (year == 0) {
        assumed = true;
        year = infer_year(e, place, first_month(e), 0);
        // A quarter, half or season that has not ended yet is no past one.
        if (year == reference_.year && e.grain != Grain::month && e.tense == Tense::unknown && reference_.month != 0 && last_month(e) >= reference_.month && first_month(e) <= reference_.month) {
            bool sure = false;
            if ((e.grain == Grain::quarter || e.grain == Grain::half) && tense_of(e, place, sure) == Tense::past && last_month(e) > reference_.month) --year;
        }
    }
    if (year == 0) return "XXXX-" + std::string(e.grain == Grain::month ? timex::month(0, e.number).substr(5) : e.grain == Grain::season ? season_name(e.number) : e.grain == Grain::week ? "WXX" : (e.grain == Grain::half ? "H" : "Q") + std::to_string(e.number));
    const std::string value = tell({e.grain, year, e.number}, place);
    if (e.year != 0) {
        spoken_ = last_;
        if (e.grain == Grain::month) spoken_.number = e.number;
        spoken_month_ = e.grain == Grain::month;
    }
    return value;
}

// "zwei Stunden später": minutes from the last clock time told.
std::string Timeline::shift_clock(const Expression& e) {
    if (e.anchor != Anchor::text || last_day_.minutes < 0) return {};
    const int total = last_day_.minutes + e.shift;
    const int days = (total >= 0 ? total : total - 1439) / 1440;
    last_day_.day += days;
    last_day_.minutes = total - days * 1440;
    return timex::day(last_day_.day) + timex::clock(last_day_.minutes / 60, last_day_.minutes % 60, -1);
}

// "Vorjahresquartal", "ein Jahr zuvor" beside a quarter: the same part of another year.
std::string Timeline::shift_text_period(const Expression& e, const Place& place) {
    const bool beside = last_part_.exists() && last_part_.sentence == place.sentence;
    if (e.grain == Grain::year && beside && e.end - e.begin > 1 && e.anchor == Anchor::text) {
        Told told = last_part_;
        told.year += e.shift;
        return tell(told, place);
    }
    if (e.grain != Grain::quarter && e.grain != Grain::half && e.grain != Grain::month && e.grain != Grain::none) return {};
    Told told = last_part_;
    const bool fits = told.exists() && (e.grain == Grain::none || told.grain == e.grain) && place.sentence - told.sentence <= 2 * memory;
    if (!fits) {
        if (reference_.month == 0) return {};
        told = {e.grain == Grain::none ? Grain::year : e.grain, reference_.year, 0};
        if (told.grain == Grain::quarter) told.number = (reference_.month - 1) / 3 + 1;
        if (told.grain == Grain::half) told.number = (reference_.month - 1) / 6 + 1;
        if (told.grain == Grain::month) told.number = reference_.month;
        if (told.grain == Grain::quarter && e.shift == -4) {  // the quarter that is reported on is the last one that ended
            told.number -= 1;
            if (told.number == 0) told.number = 4, --told.year;
        }
    }
    if (e.grain == Grain::none) {
        told.year += e.shift;
        return tell(told, place);
    }
    const int months = e.grain == Grain::quarter ? 3 : e.grain == Grain::half ? 6 : 1;
    int month = (told.number - 1) * months + 1;
    add_months(told.year, month, e.shift * months);
    told.number = (month - 1) / months + 1;
    return tell(told, place);
}

std::string Timeline::resolve_shift(const Expression& e, const Place& place) {
    const bool text = e.anchor == Anchor::text;
    if (text)
        if (std::string value = shift_text_period(e, place); !value.empty()) return value;
    if (reference_.year == 0 && !(text && last_.exists())) return timex::open(e.grain);
    int year = reference_.year, month = reference_.month;
    bool month_known = reference_.month != 0, day_known = has_day_;
    Day day = today_;
    const bool near_day = last_day_.exists() && (last_day_.line == place.line || place.sentence - last_day_.sentence <= memory);
    if (text && near_day && e.grain >= Grain::week) {
        day = last_day_.day;
        day_known = true;
    } else if (text && last_.exists() && e.grain < Grain::week) {
        const bool single = e.end - e.begin == 1 && last_.sentence != place.sentence;  // "Vorjahr" looks no further than its sentence
        const int told = last_.grain == Grain::day ? calendar::civil_of(last_.day).year : last_.year;
        if (!single) {
            year = told;
            month_known = last_.grain == Grain::day || last_.grain == Grain::month;
            month = last_.grain == Grain::day ? calendar::civil_of(last_.day).month : last_.number;
        }
    }
    switch (e.grain) {
        case Grain::century: return std::to_string(year / 100 + e.shift);
        case Grain::decade: return std::to_string(year / 10 + e.shift);
        case Grain::year: {
            int shift = e.shift;
            if (e.mod == Mod::end && shift == 0 && reference_.month != 0 && reference_.month <= 3 && e.begin + 1 <= e.end) {
                bool sure = false;
                if (tense_of(e, place, sure) == Tense::past) shift = -1;
            }
            return tell({Grain::year, year + shift}, place);
        }
        case Grain::half:
        case Grain::quarter:
        case Grain::month: {
            if (!month_known) return timex::open(e.grain);
            const int months = e.grain == Grain::quarter ? 3 : e.grain == Grain::half ? 6 : 1;
            int first = (month - 1) / months * months + 1;
            add_months(year, first, e.shift * months);
            return tell({e.grain, year, (first - 1) / months + 1}, place);
        }
        case Grain::season: return timex::open(e.grain);
        case Grain::week:
        case Grain::weekend: {
            if (!day_known) return timex::open(e.grain);
            const calendar::Week week = calendar::week_of(day + 7 * static_cast<Day>(e.shift));
            return tell({e.grain, week.year, week.number}, place);
        }
        default: break;
    }
    if (!day_known) return timex::open(Grain::day);
    return tell({Grain::day, 0, 0, day + e.shift}, place);
}

// The day of a clock time or part of the day that does not say it: one of its own sentence, before or behind it, else the last
// one told, else today.
std::string Timeline::day_for_clock(const Expression& e, std::size_t index) const {
    const Place& place = places_[index];
    if (place.habit_weekday != 0) return "XXXX-WXX-" + std::to_string(place.habit_weekday);
    if (place.habit) return "XXXX-XX-XX";
    if (last_day_.exists() && last_day_.sentence == place.sentence) return timex::day(last_day_.day);
    for (std::size_t next = index + 1; next < expressions_.size() && next < index + 4 && places_[next].sentence == place.sentence; ++next) {
        const Expression& later = expressions_[next];
        const bool day = later.grain == Grain::day && later.type == Type::date && later.anchor == Anchor::reference;
        if (!day) continue;
        Timeline ahead = *this;
        return ahead.resolve(next).value;
    }
    const bool near = last_day_.exists() && (last_day_.line == place.line || place.sentence - last_day_.sentence <= memory);
    if (near) return timex::day(last_day_.day);
    (void)e;
    return has_day_ ? timex::day(today_) : "XXXX-XX-XX";
}

std::string Timeline::resolve_clock(const Expression& e, std::size_t index, const std::string& date) const {
    const std::string day = e.grain == Grain::none ? day_for_clock(e, index) : date;
    if (!e.part.empty()) return day + "T" + std::string(e.part);
    return day + timex::clock(e.hour, e.minute, e.second);
}

}  // namespace lupe::rules
