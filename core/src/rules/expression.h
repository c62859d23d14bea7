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
    std::uint32_t begin = 0;  // tokens [begin, end)
    std::uint32_t end = 0;
    Type type = Type::date;
    const char* rule = "";

    Grain grain = Grain::none;
    int year = 0;              // said in the text, else 0
    int number = 0;            // which month (1-12), quarter, half, season (1-4), week, decade (199) or century (18); 0 if not said
    int day = 0;               // of the month
    int weekday = 0;           // 1 Monday ... 7 Sunday
    std::string_view holiday;  // a holiday row's value, see calendar.h

    bool shifted = false;  // `shift` units of `grain` away from the anchor
    int shift = 0;
    int year_shift = 0;  // "zweite Quartal des kommenden Jahres": the year is shifted, not the quarter
    bool year_shifted = false;
    Anchor anchor = Anchor::reference;
    Tense tense = Tense::unknown;  // what its own words say ("kommenden Montag")
    bool nearest = false;          // "diesen Mittwoch": no further than a week away, today included

    int hour = -1;  // -1: no clock time
    int minute = 0;
    int second = -1;            // -1: not said
    std::string_view part;      // part of day: "MO" "MI" "AF" "EV" "NI"
    bool night_before = false;  // "Nacht": of which day is decided by where the text stands
    bool habit = false;         // a clock time that returns: no day

    std::string length;              // the finished TIMEX3 value of a duration or set, also PAST_REF and FUTURE_REF
    std::uint32_t length_begin = 0;  // of a point that lies a length away: where the length alone would stand
    std::uint32_t length_end = 0;
    bool signalled = false;  // a preposition or the like says that a bare name ("Mai", "Sommer") is a time
    bool hedged = false;     // "in drei Wochen" may be a length, too; the tense around it decides
    Mod mod = Mod::none;

    bool has_clock() const { return hour >= 0; }
    // A day that needs nothing but the calendar.
    bool absolute() const { return year != 0; }
};

}  // namespace lupe::rules
