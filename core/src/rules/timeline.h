// Resolves expressions in the order of the text: against the reference date, the dates told before, and the tense around them.
#pragma once

#include <span>
#include <vector>

#include "rules/calendar.h"
#include "rules/expression.h"
#include "rules/reader.h"

namespace lupe::rules {

// Where an expression stands.
struct Place {
    std::uint32_t sentence = 0;
    std::uint32_t line = 0;
    At sentence_begin = 0, sentence_end = 0;
    bool habit = false;             // a word before it in its sentence says that things return
    int habit_weekday = 0;          // "samstags bis 13 Uhr"
};

class Timeline {
public:
    Timeline(const Reader& reader, std::span<Expression> expressions, std::span<const Place> places);

    // The value of expression `index`; to be asked in order, once each. May change its type or span ("in drei Wochen" as a length).
    Timex resolve(std::size_t index);

private:
    // A resolved point of the text, to count from.
    struct Told {
        Grain grain = Grain::none;
        int year = 0;
        int number = 0;             // month, quarter, half, season or week
        calendar::Day day = 0;      // if grain is day
        int minutes = -1;           // of the day, if a clock time was told
        std::uint32_t sentence = 0, line = 0;
        bool exists() const { return grain != Grain::none; }
    };

    Timex resolve_point(Expression& e, const Place& place);
    std::string resolve_shift(const Expression& e, const Place& place);
    std::string shift_clock(const Expression& e);
    std::string shift_text_period(const Expression& e, const Place& place);
    std::string resolve_weekday(const Expression& e, const Place& place);
    std::string resolve_day(const Expression& e, const Place& place, bool& assumed);
    std::string resolve_period(const Expression& e, const Place& place, bool& assumed);
    std::string resolve_clock(const Expression& e, std::size_t index, const std::string& date) const;
    std::string day_for_clock(const Expression& e, std::size_t index) const;
    int infer_year(const Expression& e, const Place& place, int month, int day) const;
    Tense tense_of(const Expression& e, const Place& place, bool& sure) const;
    bool text_year(const Place& place, int& year) const;
    std::string tell(Told told, const Place& place);

    const Reader& reader_;
    std::span<Expression> expressions_;
    std::span<const Place> places_;
    ReferenceDate reference_;
    bool has_day_ = false;          // is the reference date known to the day?
    calendar::Day today_ = 0;
    Told last_, last_day_, last_part_, spoken_;  // any point; a day; a quarter, half or month; a year said in so many words
    bool spoken_month_ = false;     // with its month
    std::uint32_t index_ = 0;
};

}  // namespace lupe::rules
