// A clock time as its own words and digits say it; the day is clock.cpp's business.
#pragma once

#include <optional>

#include "rules/reader.h"

namespace lupe::rules {

struct Clock {
    int hour = -1;
    int minute = 0;
    int second = -1;
    At end = 0;
    bool exact = false;   // minutes were said
    bool marked = false;  // by "Uhr", "p.m." or the like
};

using FoundClock = std::optional<Clock>;

bool valid(const Clock& clock);

FoundClock read_clock_digits(const Reader& reader, At at);  // "14:30", "14.30", "9:08:15", "7"
FoundClock read_hour_word(const Reader& reader, At at);     // "zehn", "five"

// Goes on over "Uhr", "p.m.", "Uhr nachts", "o'clock in the morning" behind an hour.
void read_clock_words(const Reader& reader, Clock& clock);

// "open 9-5": bare hours of opening.
FoundClock read_opening_hour(const Reader& reader, At at);

}  // namespace lupe::rules
