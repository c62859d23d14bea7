// Day numbers by eras of 400 years, counted from March so that the leap day comes last.
#include "rules/calendar.h"

#include <array>
#include <charconv>

namespace lupe::calendar {

namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The next word of a rule as a number ("+49", "-2", "11"), or its "12-25" as month and day.
struct Words {
    std::string_view rest;

    std::string_view next() {
        const auto space = rest.find(' ');
        const std::string_view word = rest.substr(0, space);
        rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
        return word;
    }
    int number() { return parse(next()); }
    Civil month_day(int year) {
        const std::string_view word = next();
        const auto dash = word.find('-');
        if (dash == std::string_view::npos) return {};
        return {year, parse(word.substr(0, dash)), parse(word.substr(dash + 1))};
    }

    static int parse(std::string_view word) {
        if (word.starts_with('+')) word.remove_prefix(1);
        int value = 0;
        std::from_chars(word.data(), word.data() + word.size(), value);
        return value;
    }
};

}  // namespace

int days_in(int year, int month) {
    constexpr std::array<int, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month)];
}

bool is_date(int year, int month, int day) { return day >= 1 && day <= days_in(year, month); }

Day day_of(Civil date) {
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Civil civil_of(Day day) {
    const std::int64_t z = day + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int64_t day_of_era = z - era * 146097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month = (5 * day_of_year + 2) / 153;
    Civil date;
    date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
    date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
    date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

int weekday_of(Day day) {
    const auto from_monday = (day + 3) % 7;
    return static_cast<int>(from_monday < 0 ? from_monday + 8 : from_monday + 1);
}

Week week_of(Day day) {
    const Day thursday = day - weekday_of(day) + 4;
    const int year = civil_of(thursday).year;
    return {year, static_cast<int>((thursday - day_of({year, 1, 1})) / 7) + 1};
}

Day monday_of(Week week) {
    const Day fourth = day_of({week.year, 1, 4});  // always in week 1
    return fourth - weekday_of(fourth) + 1 + 7 * static_cast<Day>(week.number - 1);
}

int weeks_in(int year) { return week_of(day_of({year, 12, 28})).number; }

// Gauss's rule in the form that needs no exceptions (Meeus, Jones, Butcher).
Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    return day_of({year, month, (h + l - 7 * m + 33 * month + 19) % 32});
}

Day nth_weekday(int year, int month, int weekday, int nth) {
    if (nth < 0) {
        const Day last = day_of({year, month, days_in(year, month)});
        return last - (weekday_of(last) - weekday + 7) % 7 + 7 * static_cast<Day>(nth + 1);
    }
    const Day first = day_of({year, month, 1});
    return first + (weekday - weekday_of(first) + 7) % 7 + 7 * static_cast<Day>(nth - 1);
}

bool holiday(std::string_view rule, int year, Day& day) {
    Words words{rule};
    const std::string_view kind = words.next();
    if (kind == "on") {
        day = day_of(words.month_day(year));
    } else if (kind == "easter") {
        day = easter(year) + words.number();
    } else if (kind == "nth") {
        const int month = words.number(), weekday = words.number();
        day = nth_weekday(year, month, weekday, words.number());
    } else if (kind == "before") {
        const Day fixed = day_of(words.month_day(year));
        const int weekday = words.number();
        day = fixed - 1 - (weekday_of(fixed - 1) - weekday + 7) % 7 - 7 * static_cast<Day>(words.number() - 1);
    } else {
        return false;
    }
    return true;
}

}  // namespace lupe::calendar
