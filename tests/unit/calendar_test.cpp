// The calendar's laws, over all days that newspapers write about, and against second ways to compute the same.
#include "rules/calendar.h"

#include <catch_amalgamated.hpp>

#include "rules/times.h"

using namespace lupe::calendar;

namespace {

constexpr int first_year = 1583, last_year = 2500;

// The table method of the almanacs: golden number, epact and Sunday letter, in the words of the Book of Common Prayer.
Day easter_by_epact(int year) {
    const int golden = year % 19 + 1;
    const int century = year / 100 + 1;
    const int dropped_leap_days = 3 * century / 4 - 12;
    const int moon_correction = (8 * century + 5) / 25 - 5;
    int epact = (11 * golden + 20 + moon_correction - dropped_leap_days) % 30;
    if (epact < 0) epact += 30;
    if ((epact == 25 && golden > 11) || epact == 24) ++epact;
    int full_moon = 44 - epact;  // of March
    if (full_moon < 21) full_moon += 30;
    const Day moon = day_of({year, 3, 1}) + full_moon - 1;
    return moon + 7 - weekday_of(moon) % 7;
}

}  // namespace

TEST_CASE("days run from one to the next and back", "[calendar]") {
    Civil date{first_year, 1, 1};
    Day day = day_of(date);
    int weekday = weekday_of(day);
    while (date.year <= last_year) {
        REQUIRE(day_of(date) == day);
        REQUIRE(civil_of(day) == date);
        REQUIRE(weekday_of(day) == weekday);
        REQUIRE(is_date(date.year, date.month, date.day));
        ++day;
        weekday = weekday % 7 + 1;
        if (++date.day > days_in(date.year, date.month)) {
            date.day = 1;
            if (++date.month > 12) date.month = 1, ++date.year;
        }
    }
}

TEST_CASE("known days have their weekday", "[calendar]") {
    CHECK(day_of({1970, 1, 1}) == 0);
    CHECK(weekday_of(day_of({1583, 1, 1})) == 6);
    CHECK(weekday_of(day_of({1989, 11, 9})) == 4);
    CHECK(weekday_of(day_of({2023, 9, 26})) == 2);
}

TEST_CASE("a day that is none is none", "[calendar]") {
    CHECK_FALSE(is_date(2023, 2, 29));
    CHECK(is_date(2024, 2, 29));
    CHECK_FALSE(is_date(1900, 2, 29));
    CHECK(is_date(2000, 2, 29));
    CHECK_FALSE(is_date(2023, 4, 31));
    CHECK_FALSE(is_date(2023, 13, 1));
    CHECK_FALSE(is_date(2023, 0, 1));
    CHECK_FALSE(is_date(2023, 1, 0));
}

TEST_CASE("a week has seven days from Monday, and belongs to the year of its Thursday", "[calendar]") {
    for (int year = first_year; year <= last_year; ++year) {
        const int weeks = weeks_in(year);
        REQUIRE((weeks == 52 || weeks == 53));
        // A long year is one that starts or ends on a Thursday.
        const bool thursday = weekday_of(day_of({year, 1, 1})) == 4 || weekday_of(day_of({year, 12, 31})) == 4;
        REQUIRE((weeks == 53) == thursday);
        for (int number = 1; number <= weeks; ++number) {
            const Day monday = monday_of({year, number});
            REQUIRE(weekday_of(monday) == 1);
            REQUIRE(civil_of(monday + 3).year == year);
            REQUIRE(week_of(monday) == Week{year, number});
            REQUIRE(week_of(monday + 6) == Week{year, number});
        }
        REQUIRE(monday_of({year + 1, 1}) == monday_of({year, weeks}) + 7);
    }
}

TEST_CASE("Easter is the Sunday that the almanac's way gives", "[calendar]") {
    for (int year = first_year; year <= last_year; ++year) {
        INFO(year);
        const Day day = easter(year);
        REQUIRE(day == easter_by_epact(year));
        REQUIRE(weekday_of(day) == 7);
        REQUIRE(day >= day_of({year, 3, 22}));
        REQUIRE(day <= day_of({year, 4, 25}));
    }
    CHECK(civil_of(easter(1818)) == Civil{1818, 3, 22});
    CHECK(civil_of(easter(2038)) == Civil{2038, 4, 25});
    CHECK(civil_of(easter(2024)) == Civil{2024, 3, 31});
}

TEST_CASE("the nth weekday is one, and in its place", "[calendar]") {
    for (int month = 1; month <= 12; ++month)
        for (int weekday = 1; weekday <= 7; ++weekday)
            for (int nth = 1; nth <= 4; ++nth) {
                const Civil date = civil_of(nth_weekday(2024, month, weekday, nth));
                CHECK(weekday_of(day_of(date)) == weekday);
                CHECK(date.month == month);
                CHECK((date.day - 1) / 7 == nth - 1);
                const Civil last = civil_of(nth_weekday(2024, month, weekday, -1));
                CHECK(last.month == month);
                CHECK(last.day + 7 > days_in(2024, month));
            }
}

TEST_CASE("a holiday's rule gives its day", "[calendar]") {
    Day day = 0;
    REQUIRE(holiday("on 12-25", 2023, day));
    CHECK(civil_of(day) == Civil{2023, 12, 25});
    REQUIRE(holiday("easter +49", 2023, day));
    CHECK(civil_of(day) == Civil{2023, 5, 28});
    REQUIRE(holiday("easter -2", 2024, day));
    CHECK(civil_of(day) == Civil{2024, 3, 29});
    REQUIRE(holiday("nth 11 4 4", 2023, day));
    CHECK(civil_of(day) == Civil{2023, 11, 23});
    REQUIRE(holiday("before 12-25 7 4", 2023, day));  // the first Sunday in Advent
    CHECK(civil_of(day) == Civil{2023, 12, 3});
    REQUIRE(holiday("before 12-25 7 1", 2022, day));  // Christmas on a Sunday: the Sunday before it
    CHECK(civil_of(day) == Civil{2022, 12, 18});
    CHECK_FALSE(holiday("sometime", 2023, day));
}

TEST_CASE("a reference date is a real one, written in one way", "[calendar]") {
    lupe::ReferenceDate date;
    REQUIRE(lupe::rules::parse_reference_date("2023-09-26", date));
    CHECK(date == lupe::ReferenceDate{2023, 9, 26});
    REQUIRE(lupe::rules::parse_reference_date("2023-09", date));
    CHECK(date == lupe::ReferenceDate{2023, 9, 0});
    REQUIRE(lupe::rules::parse_reference_date("2023", date));
    CHECK(date == lupe::ReferenceDate{2023, 0, 0});
    for (const char* wrong : {"", "23", "2023-", "2023-9", "2023-13", "2023-00", "2023-02-29", "2023-04-31", "2023-09-26T", "26.9.2023",
                              "2023-09-2", "0000", "2023/09/26", " 2023", "2023-09-26-01", "abcd", "+023", "2023--1"})
        CHECK_FALSE(lupe::rules::parse_reference_date(wrong, date));
}
