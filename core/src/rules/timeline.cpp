// The order of the questions: is it a point at all, what does it say itself, what did the text tell, what is today.
#include "rules/timeline.h"

#include <algorithm>

#include "rules/productions.h"
#include "rules/timex.h"

namespace lupe::rules {

namespace {

using calendar::Day;

constexpr std::uint32_t memory = 3;  // sentences for which a day that was told holds for what comes after it
constexpr At record_reach = 4;       // words from "largest" to "in a decade"
constexpr At once_reach = 25;        // tokens before "heute" in which a "damals" makes it mean nowadays

}  // namespace

Timeline::Timeline(const Reader& reader, std::span<Expression> expressions, std::span<const Place> places)
    : reader_(reader), expressions_(expressions), places_(places), reference_(reader.context().reference_date) {
    has_day_ = reference_.day != 0;
    if (has_day_) today_ = calendar::day_of({reference_.year, reference_.month, reference_.day});
}

Timex Timeline::resolve(std::size_t index) {
    Expression& e = expressions_[index];
    const Place& place = places_[index];
    if (e.type == Type::duration || e.type == Type::set || (!e.length.empty() && !e.shifted)) return {e.length, e.mod, false};
    if (is_length(e, place)) return as_length(e);
    const bool bare_weekday = e.weekday != 0 && e.number == 0 && !e.shifted && e.tense == Tense::unknown && e.type == Type::date;
    const bool joined = bare_weekday && follows_set(index);
    if (joined || (place.open_hours && bare_weekday && !reader_.term_before(e.begin, Class::date_signal))) {
        e.type = Type::set;
        return {"XXXX-WXX-" + std::to_string(e.weekday), e.mod, false};
    }
    if (e.type == Type::time && !e.shifted && e.grain == Grain::none) return {resolve_clock(e, index), e.mod, true};
    return resolve_point(e, index);
}

// "jeden Dienstag und Donnerstag": the second day returns as the first does.
bool Timeline::follows_set(std::size_t index) const {
    if (index == 0 || expressions_[index - 1].type != Type::set) return false;
    const Expression& before = expressions_[index - 1];
    const bool weekday = before.length.starts_with("XXXX-WXX-") || before.weekday != 0;
    const At joint =
        reader_.dash(before.end) || reader_.mark(before.end, ',') ? before.end + 1 : reader_.skip(before.end, Class::range_joint);
    return weekday && joint == expressions_[index].begin && joint != before.end;
}

// "in drei Wochen" is a length where the tense looks back, minutes and hours are one unless something is to come.
bool Timeline::is_length(const Expression& e, const Place& place) const {
    if (!e.hedged) return false;
    for (At back = 1; back <= record_reach && back <= e.begin - place.sentence_begin; ++back)  // the largest deal in a decade
        if (reader_.term(e.begin - back, Class::record_word)) return true;
    const TenseSign sign = tense_of(e, place);
    if (e.type == Type::time) return !(sign.sure && sign.tense == Tense::future);
    return sign.tense != Tense::future;
}

Timex Timeline::as_length(Expression& e) const {
    e.type = Type::duration;
    e.begin = e.length_begin;
    e.end = e.length_end;
    return {e.length, e.mod, false};
}

Timex Timeline::resolve_point(Expression& e, std::size_t index) {
    const Place& place = places_[index];
    if (e.shifted && e.grain == Grain::none && e.type == Type::time) {
        std::string value = shift_clock(e, place);
        return value.empty() ? as_length(e) : Timex{std::move(value), e.mod, true};
    }
    if (is_nowadays(e, index)) return {"PRESENT_REF", e.mod, false};
    bool assumed = false;
    std::string value = resolve_date(e, place, assumed);
    if (e.type == Type::time) value = add_clock(e, value);
    return {std::move(value), e.mod, assumed};
}

std::string Timeline::resolve_date(const Expression& e, const Place& place, bool& assumed) {
    assumed = true;
    if (e.weekday != 0 && e.number == 0 && e.holiday.empty()) return resolve_weekday(e, place);
    if (e.grain == Grain::weekend) return resolve_weekend(e, place);
    if (e.shifted) return resolve_shift(e, place);
    assumed = false;
    std::string value = e.grain == Grain::day ? resolve_day(e, place, assumed) : resolve_period(e, place, assumed);
    if (e.year_shifted && e.year_shift != 0) other_year_ = last_;  // "im Sommer nächsten Jahres, am 17. und 18. Juli"
    return value;
}

// "heute" opposed to what was once: "damals ..., heute ...", "bis heute".
bool Timeline::is_nowadays(const Expression& e, std::size_t index) const {
    if (e.rule != std::string_view("date.relative-day") || e.shift != 0 || e.end - e.begin != 1 || e.type != Type::date || e.weekday != 0)
        return false;
    if (!reader_.term(e.begin, Class::relative_day)) return false;
    if (reader_.term_before(e.begin, Class::present_signal)) return true;
    if (tense_of_clause(reader_, e.begin, e.end, places_[index].sentence_begin, places_[index].sentence_end) == Tense::past) return false;
    if (index > 0 && places_[index - 1].sentence == places_[index].sentence) {
        const Expression& before = expressions_[index - 1];
        const bool long_ago = before.grain == Grain::century || before.grain == Grain::decade ||
                              (before.grain == Grain::year && (before.shift < 0 || (before.year != 0 && before.year < reference_.year)));
        if (long_ago && before.type == Type::date) return true;
    }
    for (At back = 1; back <= once_reach && back <= e.begin; ++back)
        if (reader_.term(e.begin - back, Class::once)) return true;
    return false;
}

bool Timeline::near(const Told& told, const Place& place) const {
    return told.exists() && (told.line == place.line || place.sentence - told.sentence <= memory);
}

std::string Timeline::tell_day(Day day, const Place& place) {
    Told told;
    told.grain = Grain::day;
    told.day = day;
    if (last_day_.exists() && last_day_.day == day) told.minutes = last_day_.minutes;
    return tell(told, place);
}

std::string Timeline::tell(Told told, const Place& place) {
    told.sentence = place.sentence;
    told.line = place.line;
    last_ = told;
    if (told.grain == Grain::day) last_day_ = told;
    const bool part = told.grain == Grain::quarter || told.grain == Grain::half || told.grain == Grain::month;
    if (part && told.year != 0) last_part_ = told;
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

}  // namespace lupe::rules
