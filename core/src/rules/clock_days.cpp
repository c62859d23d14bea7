// Which day a clock time or part of the day belongs to, which half of the day "halb drei" means, and what only returns.
#include <algorithm>

#include "rules/productions.h"
#include "rules/timeline.h"
#include "rules/timex.h"

namespace lupe::rules {

namespace {

using calendar::Day;

constexpr std::size_t look_ahead = 4;  // expressions behind a clock time among which its day may stand
constexpr Day stale = 7;               // days after which a day told holds for the past tense only
constexpr int evening = 17 * 60;
constexpr int small_hours = 5 * 60;
constexpr int half_day = 12 * 60;

}  // namespace

// Does the line before start with a day that heads what follows?
bool Timeline::follows_heading(std::size_t index) const {
    if (index == 0) return false;
    const Expression& before = expressions_[index - 1];
    const bool heading = before.type == Type::date && before.grain == Grain::day && reader_.context().tokens[before.begin].line_start;
    return heading && places_[index - 1].line + 1 == places_[index].line;
}

// "6pm on Friday"
bool Timeline::day_behind(std::size_t index, Day& day) const {
    if (!has_day_ || index + 1 >= expressions_.size() || places_[index + 1].sentence != places_[index].sentence) return false;
    const Expression &e = expressions_[index], &next = expressions_[index + 1];
    const At joint = reader_.skip(reader_.skip(e.end, Class::time_zone), Class::day_joint);  // "10:30 p.m. ET Wednesday"
    if (joint == e.end || joint != next.begin || next.grain != Grain::day || next.type != Type::date || !e.has_clock()) return false;
    Timeline ahead = *this;
    bool assumed = false;
    const std::string value = ahead.resolve_date(next, places_[index + 1], assumed);
    if (!ahead.last_day_.exists() || timex::day(ahead.last_day_.day) != value) return false;
    day = ahead.last_day_.day;
    return true;
}

// The day of a clock time or part of the day that does not say it: one of its own sentence, before it or behind, else the last
// one told, else today. False with `open` set if it has none.
bool Timeline::day_for_clock(const Expression& e, std::size_t index, Day& day, std::string& open) const {
    const Place& place = places_[index];
    open = place.habit_weekday != 0 ? "XXXX-WXX-" + std::to_string(place.habit_weekday) : "XXXX-XX-XX";
    if (index + 1 < expressions_.size() && places_[index + 1].sentence == place.sentence) {  // "2 p.m. on Wednesdays"
        const Expression& next = expressions_[index + 1];
        if (next.type == Type::set && next.length.starts_with("XXXX-WXX-") && next.begin - e.end <= 1 && !reader_.mark(e.end, ',') &&
            reader_.skip(e.end, Class::range_joint) == e.end) {
            open = next.length;
            return false;
        }
    }
    if (day_behind(index, day)) return true;
    if (place.habit || place.habit_weekday != 0) return false;
    if (has_day_ && opens_report(e) && !follows_heading(index)) {
        day = ticker_day_.value_or(today_);
        if (ticker_day_ && last_day_.day == day + 1) day = last_day_.day;  // it is past midnight
        return true;
    }
    if (spans_hours(index) && follows_edge(index)) return false;
    if (last_day_.exists() && last_day_.sentence == place.sentence) {
        day = last_day_.day;
        return true;
    }
    for (std::size_t next = index + 1; next < std::min(expressions_.size(), index + look_ahead) && places_[next].sentence == place.sentence;
         ++next) {
        const Expression& later = expressions_[next];
        if (later.grain != Grain::day || (later.type != Type::date && (later.type != Type::time || later.has_clock())) ||
            later.anchor != Anchor::reference || !has_day_ || tells_of_other(later, e.end))
            continue;
        Timeline ahead = *this;
        bool assumed = false;
        ahead.resolve_date(later, places_[next], assumed);
        if (!ahead.last_day_.exists()) break;
        day = ahead.last_day_.day;
        return true;
    }
    if (has_day_ && since(e)) {  // "Seit 6 Uhr streiken die Fahrer"
        day = today_;
        return true;
    }
    const bool told = near(last_day_, place) && fits_told_day(e, place);
    if ((!told && !has_day_) || (returns(index) && tense_of(e, place).tense != Tense::past)) return false;
    if (!told && e.has_clock()) {  // a present tense without any day: "Um 7.30 Uhr gibt es Müsli"
        const TenseSign sign = tense_of(e, place);
        if (sign.tense == Tense::future && !sign.sure && !sign.faint && !reader_.term_before(e.begin, Class::clock_about)) return false;
    }
    day = told ? last_day_.day : today_;
    if (told && e.part == "NI" && has_day_ && last_day_.day == today_ - 1) day = today_;  // the night ended today
    return true;
}

// "beginnt die Feier für die Opfer des Anschlags vom 12. Juni", ", die am 3. Mai ...", "the minutes of its June 12 meeting": a day that
// belongs to a noun and not to the clock time that ends at `from`.
bool Timeline::tells_of_other(const Expression& day, At from) const {
    const Term* before = reader_.term_before(day.begin, Class::tense_before);
    if (before && before->value() == "opened past") return true;
    for (At at = from; at + 1 < day.begin; ++at)
        if (reader_.mark(at, ',') && reader_.term(at + 1, Class::date_article)) return true;
    const bool noun = reader_.word(day.end) && reader_.context().tokens[day.end].shape == Shape::lower &&
                      !reader_.term(day.end, Class::function_word) && !reader_.term(day.end, Class::tense);
    return reader_.month_first() && day.begin != from && noun && !reader_.term_before(day.begin, Class::day_joint);
}

bool Timeline::since(const Expression& e) const {
    const Term* before = reader_.term_before(e.begin, Class::tense_before);
    return before && before->value() == "past";
}

// A day told before holds for a clock time after it if the tense does not put one before today and the other behind it.
bool Timeline::fits_told_day(const Expression& e, const Place& place) const {
    if (!has_day_) return true;
    const TenseSign sign = tense_of(e, place);
    if (last_day_.day > today_) return sign.tense != Tense::past;
    if (last_day_.day + stale < today_ && sign.tense != Tense::past) return false;
    return last_day_.day == today_ || sign.tense != Tense::future || !sign.sure;
}

// "18.30: Polls close", "+++ 8.05 Uhr: ..."
bool Timeline::opens_report(const Expression& e) const {
    return reader_.context().tokens[e.begin].line_start ||
           (e.has_clock() && e.begin > 0 && reader_.mark(e.end, ':') && !reader_.word(e.begin - 1));
}

// "zwischen 20 und 8 Uhr": one of the two hours.
bool Timeline::spans_hours(std::size_t index) const {
    const auto joined = [&](std::size_t first, std::size_t second) {
        const Expression &a = expressions_[first], &b = expressions_[second];
        if (!a.has_clock() || !b.has_clock() || a.grain != Grain::none || b.grain != Grain::none) return false;
        const Term* opener = reader_.term_before(a.begin, Class::clock_range);
        return opener && reader_.skip(a.end, Class::range_joint) == b.begin;
    };
    return (index + 1 < expressions_.size() && joined(index, index + 1)) || (index > 0 && joined(index - 1, index));
}

// "ab dem 2. März von 6 bis 22 Uhr", "vom 3. bis 5. Mai von 10 bis 18 Uhr": the hours of every day from there or until then.
bool Timeline::follows_edge(std::size_t index) const {
    constexpr std::size_t reach = 6;  // a day's hours are few
    for (std::size_t back = 0; back < reach && index-- > 0 && places_[index].sentence == places_[index + 1].sentence; ++back) {
        const Expression& day = expressions_[index];
        if (day.type != Type::date) continue;
        const Term* article = reader_.term_before(day.begin, Class::date_article);
        const Term* edge = reader_.term_before(day.begin, Class::until);
        if (!edge && article) edge = reader_.term_before(day.begin - article->length, Class::until);
        return edge || reader_.term_before(day.begin - (article ? article->length : 0), Class::onward);
    }
    return false;
}

// "zwischen 20 und 8 Uhr", "um drei Uhr nachts": hours without a day that are not told of in the past tense come every day.
bool Timeline::returns(std::size_t index) const {
    const Expression& e = expressions_[index];
    return e.has_clock() && (reader_.term_before(e.end, Class::daily_half) || spans_hours(index));
}

// "am Mittwochabend um halb sieben", "von 9.30 Uhr bis halb drei": the half of the day that the hour's own words leave open.
void Timeline::choose_half(Expression& e, std::size_t index) const {
    if (!e.has_clock() || e.hour >= 12 || reader_.term_before(e.end, Class::clock_half)) return;
    if (reader_.digits(e.begin) && !reader_.month_first()) return;  // of 24 hours
    if (index + 1 < expressions_.size() && expressions_[index + 1].begin == e.end && expressions_[index + 1].part == "AF") {
        e.hour += 12;  // "3 o'clock this afternoon"
        return;
    }
    if (index == 0 || places_[index - 1].sentence != places_[index].sentence) return;
    const Expression& before = expressions_[index - 1];
    const int minutes = e.hour * 60 + e.minute, told = before.has_clock() ? before.hour * 60 + before.minute : -1;
    const Term* bound = reader_.term_before(e.begin, Class::bound);
    const bool joined = reader_.term_before(e.begin - (bound ? bound->length : 0), Class::clock_signal);
    const bool later = joined && reader_.term(e.begin, Class::clock_step) && told > minutes && told < minutes + half_day;
    const bool goes_on = reader_.digits(e.begin) && reader_.term_before(before.end, Class::clock_half) && told >= half_day &&
                         told < minutes + half_day;                                              // "at 7pm and ends at 9:30"
    const bool night = reader_.digits(e.begin) && before.part == "NI" && minutes > small_hours;  // "On Monday night at 9:30"
    if (before.part == "EV" || before.part == "AF" || later || goes_on || night) e.hour += 12;
}

std::string Timeline::resolve_clock(Expression& e, std::size_t index) {
    Day day = 0;
    std::string open;
    choose_half(e, index);
    if (!day_for_clock(e, index, day, open)) return add_clock(e, open);
    if (e.hour == 24 && has_day_ && day == today_ && last_day_.sentence != places_[index].sentence &&
        tense_of(e, places_[index]).tense == Tense::past) {  // the end of today is not over yet
        if (since(e))
            e.hour = 0;
        else if (reader_.term_before(e.begin, Class::ago) || reader_.term_before(e.begin, Class::clock_until))
            --day;
        else
            e.hour = 0;
    }
    if (index > 0 && e.hour >= evening / 60 && e.hour < 24 && expressions_[index - 1].rule == std::string_view("time.night") &&
        places_[index - 1].sentence == places_[index].sentence)
        --day;  // "in der Nacht auf Mittwoch zwischen 23 und 5 Uhr"
    const int minutes = e.has_clock() ? e.hour * 60 + e.minute : e.part == "MO" ? 6 * 60 : evening;
    const bool apart = e.has_clock() || last_day_.sentence != places_[index].sentence;
    const bool until = last_day_.exists() && last_day_.day == day && day < today_ && last_day_.sentence != places_[index].sentence &&
                       minutes <= small_hours && reader_.term_before(e.begin, Class::clock_until);  // "Sie feierten bis drei Uhr"
    const bool next_morning =
        until || (apart && last_day_.exists() && last_day_.day == day && last_day_.minutes >= evening && minutes <= 6 * 60);
    std::string date = tell_day(next_morning ? day + 1 : day, places_[index]);
    if (ticker_day_ && opens_report(e)) ticker_day_ = last_day_.day;
    return add_clock(e, date);
}

// Appends the clock time or part of the day, and remembers it where the day is known.
std::string Timeline::add_clock(const Expression& e, const std::string& date) {
    const bool known = last_day_.exists() && timex::day(last_day_.day) == date;
    if (known && e.has_clock() && e.grain == Grain::day && opens_report(e)) ticker_day_ = last_day_.day;
    if (known && e.has_clock()) last_day_.minutes = e.hour * 60 + e.minute;
    if (known && e.part == "EV") last_day_.minutes = evening;
    if (!e.part.empty()) return date + "T" + std::string(e.part);
    return date + timex::clock(e.hour, e.minute, e.second);
}

}  // namespace lupe::rules
