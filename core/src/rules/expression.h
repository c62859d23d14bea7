// What a time expression says by itself, before anything around it is asked. "am Montag" says a weekday, "Ende Oktober" a
// month and END, "vor zwei Jahren" a shift of -2 years from the reference date. The productions (dates, clock, durations, sets,
// relative) make expressions; timeline.h turns them into TIMEX3 values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lupe/document.h"

namespace lupe::rules {

// How fine a date is. The order is from coarse to fine.
enum class Grain : std::uint8_t { none, century, decade, year, fiscal_year, half, quarter, season, month, week, weekend, day };

// Where on the line of time, seen from the reference date.
enum class Tense : std::uint8_t { unknown, past, future };

// What a shift counts from: "vor zwei Jahren" from now, "zwei Jahre zuvor" from what the text told last, "twice as many as in
// the Vorjahr" from the year the sentence speaks of.
enum class Anchor : std::uint8_t { reference, text };

struct Expression {
    // The finished TIMEX3 value of a duration or set, also PAST_REF and FUTURE_REF; of a point a length away that length.
    std::string length;
    std::string_view holiday;  // a holiday row's value, see calendar.h
    std::string_view part;     // part of day: "MO" "MI" "AF" "EV" "NI"
    const char* rule = "";

    std::uint32_t begin = 0;  // tokens [begin, end)
    std::uint32_t end = 0;
    std::uint32_t length_begin = 0;  // of a point that lies a length away: where the length alone would stand
    std::uint32_t length_end = 0;

    int year = 0;        // said in the text, else 0
    int number = 0;      // which month (1-12), quarter, half, season (1-4), week, decade (199) or century (18); 0 if not said
    int day = 0;         // of the month
    int weekday = 0;     // 1 Monday ... 7 Sunday
    int shift = 0;       // with `shifted`: units of `grain` away from the anchor; minutes if there is no grain
    int year_shift = 0;  // with `year_shifted`: "zweite Quartal des kommenden Jahres"
    int hour = -1;       // -1: no clock time
    int minute = 0;
    int second = -1;  // -1: not said

    Type type = Type::date;
    Grain grain = Grain::none;
    Anchor anchor = Anchor::reference;
    Tense tense = Tense::unknown;  // what its own words say ("kommenden Montag")
    Mod mod = Mod::none;
    bool shifted = false;
    bool year_shifted = false;
    bool nearest = false;    // "diesen Mittwoch": no further than a week away, today included
    bool hedged = false;     // "in drei Wochen" may be a length, too; the tense around it decides
    bool signalled = false;  // a preposition or the like says that a season's bare name is a time

    bool has_clock() const { return hour >= 0; }
    // A day that needs nothing but the calendar.
    bool absolute() const { return year != 0; }
};

}  // namespace lupe::rules
