// The productions: each tries to read one kind of time expression that starts at a token and tells how far it reaches.
// They look ahead a bounded number of tokens and never back further than a word or two, so the whole is linear.
#pragma once

#include <optional>

#include "rules/reader.h"

namespace lupe::rules {

using Found = std::optional<Expression>;

// dates.cpp: days, months, years and what the calendar has between and around them.
Found read_date(const Reader& reader, At at);        // the longest date that starts here
Found read_day(const Reader& reader, At at);         // a day: "Montag, 3. Mai 2023", "26.9.2023", "Weihnachten"
Found read_elided_day(const Reader& reader, At at);  // the "3." in "vom 3. bis 5. Mai"

// day_ranges.cpp
Found read_closing_day(const Reader& reader, At at);  // the "8" in "Nov. 5-8"

// numeric_dates.cpp: days in digits, also "2023-09", and what they share with days whose month has a name.
Found read_numeric(const Reader& reader, At at);
Found read_spaced(const Reader& reader, At at);
Expression day_of_month(At begin, At end, int year, int month, int day);
// Is there such a day, in a leap year if `year` is 0?
bool plausible(int year, int month, int day);

// periods.cpp: what a narrowing word, an ordinal or a relation makes of a period, and decades and centuries.
Found read_period(const Reader& reader, At at);

// years.cpp: years, fiscal years and decades.
Found read_year(const Reader& reader, At at);
Found read_prefixed_year(const Reader& reader, At at);  // "FY25"
Found read_decade(const Reader& reader, At at);
std::optional<Read> read_fiscal_year(const Reader& reader, At at, int& second);  // "2022/23"

// clock.cpp: clock times, alone or with their day.
Found read_clock(const Reader& reader, At at);
Found read_hour(const Reader& reader, At at);                   // the clock time alone, though a day stands beside it
void read_clock_behind(const Reader& reader, Expression& day);  // "Montagabend, 20 Uhr"

// day_parts.cpp: parts of the day and nights.
Found read_part_of_day(const Reader& reader, At at);
Found read_night(const Reader& reader, At at);

// durations.cpp: lengths of time and ages; pointers.cpp: points that lie a length away.
Found read_duration(const Reader& reader, At at);
Found read_pointer(const Reader& reader, At at);  // "vor zwei Jahren", "two years ago", "zwei Tage später"

// sets.cpp: what returns.
Found read_set(const Reader& reader, At at);

// "vergangenen", "this coming": how many units from where. Row values: "-1", "+1 text" counts from what was told, "0 day" counts
// days whatever stands behind it ("am heutigen Mittwoch"), "0 part" goes with a part of the day only ("jener Nacht").
struct Relation {
    int shift = 0;
    bool from_text = false;
    bool days = false;
    bool part_only = false;
    At end = 0;
};
std::optional<Relation> read_relation(const Reader& reader, At at);

// Takes the year behind a day or period into it: "2023", "of 2023", "dieses Jahres", "2022/23".
void read_year_tail(const Reader& reader, Expression& made);
Found read_year_month(const Reader& reader, At at);  // "2023-09"
// Is the month's name that is also another word ("May", "March") a month here?
bool is_month(const Reader& reader, At at, At end);

// Is there an amount or a count of times around a rate such as "im Monat", "a week" in [begin, end)? In front of it, or, with
// `behind`, after it: "9,99 Euro im Monat", "twice a week", "im Monat kostet sie 18 Euro".
bool beside_amount(const Reader& reader, At begin, At end, bool behind);
// The same in front of "a week", and no preposition that makes it a length: "over a week".
bool is_rate_place(const Reader& reader, At begin, At end);

// Does a word that ends at `end` ("after") go on to an event: "a day after the quake"?
bool names_event(const Reader& reader, At end);

// Builders that all productions share.
Expression expression(Type type, At begin, At end, const char* rule);
Expression period(At begin, At end, Grain grain, int number, const char* rule);
Expression day_shift(At begin, At end, int shift, const char* rule);

// The grain that a time_unit row's value stands for: "Y" year, "Q" quarter, "6M" half; none for clock units.
Grain grain_of(std::string_view unit);
// "Y" and 3 -> P3Y, "TH" and 1.5 -> PT1H30M, "10Y" and 6 -> P60Y; empty if the value is negative or absurd.
std::string length_of(std::string_view unit, const Decimal& count);
const char* season_name(int number);  // 1 -> "SP"
inline bool is_day(const Found& found) { return found && (found->grain == Grain::day || found->weekday != 0) && found->part.empty(); }

// A row's "+1", "-12" or "3".
int number_in(std::string_view value);
// The next word of a row's value; `rest` loses it.
std::string_view take_word(std::string_view& rest);
// The row of this class whose form has the key, or null; for parts of tokens.
const Row* row_of(const Lexicon& lexicon, std::string_view key, Class kind);

}  // namespace lupe::rules
