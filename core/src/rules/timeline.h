// Resolves expressions in the order of the text: against the reference date, the dates told before, and the tense around them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/calendar.h"
#include "rules/expression.h"
#include "rules/reader.h"
#include "rules/tense.h"

namespace lupe::rules {

// Where an expression stands.
struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t line = 0;
    At sentence_begin = 0;
    At sentence_end = 0;
    bool habit = false;       // a word before it in its sentence says that clock times return
    int habit_weekday = 0;    // "samstags bis 13 Uhr"
    bool open_hours = false;  // weekdays are those of every week: "Geöffnet Dienstag bis Samstag"
};

class Timeline {
public:
    Timeline(const Reader& reader, std::span<Expression> expressions, std::span<const Place> places);

    // The value of expression `index`; to be asked in order, once each. May turn the expression into a length or a set ("in drei
    // Wochen" as a length) or cut its span to the length's.
    Timex resolve(std::size_t index);

private:
    // A resolved point of the text, to count from.
    struct Told {
        Grain grain = Grain::none;
        int year = 0;
        int number = 0;         // month, quarter, half, season or week
        calendar::Day day = 0;  // if grain is day
        int minutes = -1;       // of the day, if a clock time was told
        std::uint32_t sentence = 0;
        std::uint32_t line = 0;
        bool exists() const { return grain != Grain::none; }
    };

    // timeline.cpp
    Timex resolve_point(Expression& e, std::size_t index);
    Timex as_length(Expression& e) const;
    bool follows_set(std::size_t index) const;
    bool is_length(const Expression& e, const Place& place) const;
    bool is_nowadays(const Expression& e, std::size_t index) const;
    std::string resolve_date(const Expression& e, const Place& place, bool& assumed);
    std::string tell(Told told, const Place& place);
    std::string tell_day(calendar::Day day, const Place& place);

    // clock_days.cpp: the day of a clock time
    std::string resolve_clock(Expression& e, std::size_t index);
    std::string add_clock(const Expression& e, const std::string& date);
    bool day_for_clock(const Expression& e, std::size_t index, calendar::Day& day, std::string& open) const;
    bool day_behind(std::size_t index, calendar::Day& day) const;
    bool fits_told_day(const Expression& e, const Place& place) const;
    bool tells_of_other(const Expression& day, At from) const;
    bool since(const Expression& e) const;
    bool follows_heading(std::size_t index) const;
    bool opens_report(const Expression& e) const;
    bool returns(std::size_t index) const;
    bool spans_hours(std::size_t index) const;
    bool follows_edge(std::size_t index) const;
    void choose_half(Expression& e, std::size_t index) const;

    // inference.cpp: the year or week that a bare name leaves open
    std::string resolve_weekday(const Expression& e, const Place& place);
    bool heads_line(const Expression& e) const;
    bool has_hour(const Expression& e) const;
    std::string resolve_weekend(const Expression& e, const Place& place);
    std::string resolve_day_of_month(const Expression& e, const Place& place);
    std::string resolve_day(const Expression& e, const Place& place, bool& assumed);
    std::string resolve_period(const Expression& e, const Place& place, bool& assumed);
    int said_year(const Expression& e) const;
    int told_year(const Place& place) const;
    bool explains_day(const Expression& e) const;
    int begin_before_end(const Expression& e, int year) const;
    bool contradicts(const TenseSign& sign, int told) const;
    int infer_year(const Expression& e, const Place& place, int month, int day) const;
    int infer_day_year(const Expression& e, const Place& place) const;
    int infer_decade(const Expression& e, const Place& place) const;
    int infer_week_year(const Expression& e, const Place& place) const;
    int infer_part_year(const Expression& e, const Place& place) const;
    TenseSign tense_of(const Expression& e, const Place& place) const;

    // shifts.cpp: points a number of units away
    std::string resolve_shift(const Expression& e, const Place& place);
    std::string shift_clock(const Expression& e, const Place& place);
    std::string shift_part(const Expression& e, const Place& place);
    std::string shift_months(const Expression& e, const Place& place, int year, int month);
    Told counted_part(const Expression& e, const Place& place) const;

    bool near(const Told& told, const Place& place) const;

    const Reader& reader_;
    std::span<Expression> expressions_;
    std::span<const Place> places_;
    ReferenceDate reference_;
    bool has_day_ = false;  // is the reference date known to the day?
    calendar::Day today_ = 0;
    std::optional<calendar::Day> ticker_day_;  // of the reports that start with a clock time
    Told last_, last_day_, last_part_;         // any point; a day; a quarter, half or month
    Told spoken_;                              // a day that said its year
    bool spoken_in_past_ = false;              // in the past tense
    Told other_year_;                          // a year counted from today that is not this one: "nächstes Jahr"
};

// The first month of a month, quarter, half or season of a year.
int first_month(Grain grain, int number);

}  // namespace lupe::rules
