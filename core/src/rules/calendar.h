// Civil (proleptic Gregorian) dates as day numbers, ISO weeks, Easter and holidays. Pure arithmetic, no clock, no zone.
#pragma once

#include <cstdint>
#include <string_view>

namespace lupe::calendar {

using Day = std::int64_t;  // days since 1970-01-01, a Thursday

struct Civil {
    int year = 0;
    int month = 0;  // 1-12
    int day = 0;    // 1-31
    bool operator==(const Civil&) const = default;
};

struct Week {
    int year = 0;    // the ISO year: the one that holds the week's Thursday
    int number = 0;  // 1-53
    bool operator==(const Week&) const = default;
};

int days_in(int year, int month);  // 0 for a month that is none
bool is_date(int year, int month, int day);

Day day_of(Civil date);
Civil civil_of(Day day);
int weekday_of(Day day);  // 1 Monday ... 7 Sunday

Week week_of(Day day);
Day monday_of(Week week);
int weeks_in(int year);  // 52 or 53

Day easter(int year);  // Easter Sunday of the western churches

// The nth (1, 2, ...; -1 the last) `weekday` of a month.
Day nth_weekday(int year, int month, int weekday, int nth);

// The day that a holiday row's value means in a year; false if the value is none of
//   "on 12-25"          a fixed day
//   "easter +49"        days from Easter Sunday
//   "nth 11 4 4"        month, weekday, which one: the fourth Thursday of November
//   "before 12-25 7 4"  the fourth Sunday before a fixed day
bool holiday(std::string_view rule, int year, Day& day);

}  // namespace lupe::calendar
