// Years and weeks that bare names leave open. The latest one not after the reference date, unless the words around speak of what
// is to come; how far away it may then be depends on how sure they are, because a verb in the present tense tells both.
#include <algorithm>

#include "rules/productions.h"
#include "rules/timeline.h"
#include "rules/timex.h"

namespace lupe::rules {

namespace {

using calendar::Day;

constexpr std::uint32_t year_memory = 3;  // sentences for which the year of a full date holds
constexpr int sure_horizon = 330;         // days ahead that a sure sign of the future reaches, and a hint
constexpr int hint_horizon = 240;
constexpr int part_horizon = 200;
constexpr int holiday_horizon = 45;

bool to_come(const TenseSign& sign, int ahead) { return sign.tense == Tense::future && ahead <= (sign.sure ? sure_horizon : hint_horizon); }

int last_month(Grain grain, int number) {
    const int first = first_month(grain, number);
    return grain == Grain::quarter ? first + 2 : grain == Grain::half ? first + 5 : grain == Grain::season ? first + 2 : first;
}

}  // namespace

int first_month(Grain grain, int number) {
    switch (grain) {
        case Grain::month: return number;
        case Grain::quarter: return 3 * number - 2;
        case Grain::half: return 6 * number - 5;
        case Grain::season: return 3 * number;
        default: return 1;
    }
}

// What its own words say, else the tense of the sentence.
TenseSign Timeline::tense_of(const Expression& e, const Place& place) const {
    if (e.tense != Tense::unknown) return {e.tense, true};
    const TenseSign sign = tense_around(reader_, e.begin, e.end, place.sentence_begin, place.sentence_end, e.grain);
    // A day with its hour and no verb is an appointment: "Sonntag, 18 Uhr, Stadthalle".
    const bool appointment = e.has_clock() || (e.weekday != 0 && reader_.mark(e.end, ':'));
    const bool scene =
        reader_.mark(e.end, '.') && reader_.context().tokens[e.begin].line_start;  // "Mittwoch, 23.30 Uhr. Es geht um alles."
    if (sign.tense != Tense::past && appointment && e.grain == Grain::day) {
        const bool opens = e.begin > 0 && (reader_.mark(e.begin - 1, ':') || reader_.mark(e.begin - 1, '.'));
        const bool announced = opens && !scene && !reader_.mark(e.end, ':');
        if (sign.tense == Tense::unknown) return {scene ? Tense::past : Tense::future, true, false, announced};
        if (announced) return {Tense::future, true, false, true};  // "Nächste Runde: Montag, 11 Uhr"
    }
    const bool announced = e.grain != Grain::none && e.begin > 0 && reader_.mark(e.begin - 1, ':');  // "Beginn: Februar"
    if (sign.tense == Tense::unknown && announced) return {Tense::future, false};
    return sign;
}

// Does the line start with this day, perhaps behind a bullet? "Samstag: ..."
bool Timeline::heads_line(const Expression& e) const {
    const auto tokens = reader_.context().tokens;
    return tokens[e.begin].line_start || (e.begin > 0 && tokens[e.begin - 1].line_start && !reader_.word(e.begin - 1));
}

// "am Freitag, 17 Uhr", "am Samstag gegen 12.45 Uhr"
bool Timeline::has_hour(const Expression& e) const {
    return e.has_clock() || (reader_.term(e.end, Class::clock_signal) && reader_.numeral(reader_.skip(e.end, Class::clock_signal)));
}

// "am 3. Mai, einem Freitag": the weekday of the day right before it.
bool Timeline::explains_day(const Expression& e) const {
    const auto index = static_cast<std::size_t>(&e - expressions_.data());
    if (index == 0 || index >= expressions_.size() || !last_day_.exists() || calendar::weekday_of(last_day_.day) != e.weekday) return false;
    const Expression& day = expressions_[index - 1];
    const Term* article = reader_.term_before(e.begin, Class::article);
    return article && day.number != 0 && day.grain == Grain::day && reader_.mark(day.end, ',') && e.begin - article->length == day.end + 1;
}

std::string Timeline::resolve_weekday(const Expression& e, const Place& place) {
    if (!has_day_) return "XXXX-WXX-" + std::to_string(e.weekday);
    const int today = calendar::weekday_of(today_);
    if (e.rule == std::string_view("date.relative-day")) {  // "übermorgen, Mittwoch": the Wednesday around the day after tomorrow
        const Day day = today_ + e.shift;
        return tell_day(day + (e.weekday - calendar::weekday_of(day) + 10) % 7 - 3, place);
    }
    if (e.shifted) return tell_day(today_ - today + 7 * static_cast<Day>(e.shift) + e.weekday, place);
    const int back = (today - e.weekday + 7) % 7, ahead = (e.weekday - today + 7) % 7;
    if (e.tense == Tense::past) return tell_day(today_ - (back == 0 ? 7 : back) + 7 * static_cast<Day>(e.shift + 1), place);
    if (e.tense == Tense::future) return tell_day(today_ + (ahead == 0 ? 7 : ahead) + 7 * static_cast<Day>(e.shift - 1), place);
    if (explains_day(e)) return tell_day(last_day_.day, place);
    const TenseSign sign = tense_of(e, place);
    if (last_day_.exists() && last_day_.line + 1 == place.line && heads_line(e) && reader_.mark(e.end, ':')) {  // a list of days goes on
        const Day step = (e.weekday - calendar::weekday_of(last_day_.day) + 7) % 7;
        return tell_day(last_day_.day + (step == 0 ? 7 : step), place);
    }
    const bool from_today = last_day_.exists() && last_day_.day == today_ && last_day_.sentence == place.sentence && back > 0 &&
                            sign.tense == Tense::unknown;  // "Heute 20 Grad, am Mittwoch 15"
    const bool goes_on = from_today || (!e.nearest && last_day_.exists() && last_day_.day > today_ && last_day_.day <= today_ + 7 &&
                                        last_day_.sentence + 1 >= place.sentence && sign.tense != Tense::past);
    if (goes_on) return tell_day(today_ + (ahead == 0 ? 7 : ahead), place);  // "Am Samstag Gewitter. Am Sonntag ..."
    // Newspapers write about yesterday, and of tomorrow in the present tense.
    const bool next =
        sign.tense == Tense::future && (back >= 4 || (back >= 2 && (sign.sure || has_hour(e))) || (back >= 1 && sign.announced));
    return tell_day(next ? today_ + ahead : today_ - back, place);
}

std::string Timeline::resolve_weekend(const Expression& e, const Place& place) {
    if (!has_day_) return timex::open(Grain::weekend);
    const bool on_weekend = calendar::weekday_of(today_) >= 6;
    int shift = e.shift;
    if (e.shifted && shift > 0 && !on_weekend) --shift;
    if (!e.shifted) shift = on_weekend || tense_of(e, place).tense == Tense::future ? 0 : -1;
    const calendar::Week week = calendar::week_of(today_ + 7 * static_cast<Day>(shift));
    Told told;
    told.grain = Grain::weekend;
    told.year = week.year;
    told.number = week.number;
    return tell(told, place);
}

// The year that the expression names, or 0.
int Timeline::said_year(const Expression& e) const {
    if (!e.year_shifted) return e.year;
    return reference_.year == 0 ? 0 : reference_.year + e.year_shift;
}

// The year that the text speaks of: of a full date not far before, or of "nächstes Jahr" in the same sentence; 0 if there is none.
int Timeline::told_year(const Place& place) const {
    if (other_year_.exists() && other_year_.sentence == place.sentence) return other_year_.year;
    return spoken_.exists() && place.sentence - spoken_.sentence <= year_memory ? spoken_.year : 0;
}

// "1957 wurde er geboren. Am 5. Dezember liest er ...": the tense says that the year told is not meant. But what is told in the present
// tense altogether may be long ago, as may a text that does not say of when it is.
bool Timeline::contradicts(const TenseSign& sign, int told) const {
    if (told < reference_.year && (!spoken_in_past_ || reader_.context().is_today)) return false;
    return sign.sure && !sign.may_be_then &&
           sign.tense == (told > reference_.year   ? Tense::past
                          : told < reference_.year ? Tense::future
                                                   : Tense::unknown);
}

// The year of a day (or, with `day` 0, of a month) that does not say it; 0 without a reference date.
int Timeline::infer_year(const Expression& e, const Place& place, int month, int day) const {
    if (reference_.year == 0) return 0;
    const int now = reference_.month == 0 ? 12 : reference_.month;
    const bool exact = day != 0 && has_day_;
    const bool later = month != now ? month > now : exact && day > reference_.day;
    const bool same = month == now && (!exact || day == reference_.day);
    const int latest = later ? reference_.year - 1 : reference_.year;
    if (e.weekday != 0 && day != 0)
        for (const int year : {latest, latest + 1, latest - 1})
            if (calendar::is_date(year, month, day) && calendar::weekday_of(calendar::day_of({year, month, day})) == e.weekday) return year;
    if (e.nearest) return reference_.year;
    if (e.tense == Tense::past) return same ? latest - 1 : latest;
    if (e.tense == Tense::future) return latest + 1;
    if (same) return reference_.year;
    if (day != 0 && near(last_day_, place) && last_day_.day >= today_) {  // "am Freitag, 13. Oktober ...; am 21. und 28. Oktober"
        const calendar::Civil before = calendar::civil_of(last_day_.day);
        if (before.month == month && before.day < day && calendar::is_date(before.year, month, day)) return before.year;
    }
    const TenseSign sign = tense_of(e, place);
    if (const int told = told_year(place); told != 0 && !contradicts(sign, told)) return told;
    const int ahead = ((month - now) * 30 + (exact ? day - reference_.day : 0) + 360) % 360;
    // Holidays are written about before they come.
    if (!e.holiday.empty() && ahead <= holiday_horizon && !(sign.sure && sign.tense == Tense::past)) return latest + 1;
    return to_come(sign, ahead) ? latest + 1 : latest;
}

// The year of a numbered week: this one's, unless the week is still to come and nothing says so, or is over and has yet to come.
int Timeline::infer_week_year(const Expression& e, const Place& place) const {
    if (!has_day_) return reference_.year;
    const calendar::Week now = calendar::week_of(today_);
    const bool future = tense_of(e, place).tense == Tense::future;
    if (e.number > now.number && !future) return now.year - 1;
    return e.number < now.number && future ? now.year + 1 : now.year;
}

// The year of a quarter, half or season: one that is not over yet is told in the past tense only if it is a season.
int Timeline::infer_part_year(const Expression& e, const Place& place) const {
    if (reference_.year == 0) return 0;
    const int now = reference_.month == 0 ? 12 : reference_.month;
    const int first = first_month(e.grain, e.number), last = last_month(e.grain, e.number);
    const bool winter_goes_on = last > 12 && now <= last - 12;
    const bool current = winter_goes_on || (first <= now && now <= last);
    const int latest = winter_goes_on || first > now ? reference_.year - 1 : reference_.year;
    if (e.nearest) return current ? latest : reference_.year;
    if (e.tense == Tense::past) return current ? latest - 1 : latest;
    if (e.tense == Tense::future) return latest + 1;
    const TenseSign sign = tense_of(e, place);
    if (const int told = told_year(place); told != 0 && !contradicts(sign, told)) return told;
    const int ahead = ((first - now) * 30 + 360) % 360;
    const bool season = e.grain == Grain::season;
    if (current) return !season && sign.tense == Tense::past && last != now ? latest - 1 : latest;
    const bool next = season ? to_come(sign, ahead) : sign.tense == Tense::future && sign.sure && ahead <= part_horizon;
    return next ? latest + 1 : latest;
}

// "am 15.": of the reference date's month, or of the one before or after it that the tense asks for.
std::string Timeline::resolve_day_of_month(const Expression& e, const Place& place) {
    if (reference_.month == 0) return timex::open_day(0, e.day);
    const bool future = tense_of(e, place).tense == Tense::future;
    int shift = 0;
    if (has_day_ && e.day > reference_.day && !future) shift = -1;
    if (has_day_ && e.day < reference_.day && future) shift = 1;
    const int months = reference_.year * 12 + reference_.month - 1 + shift;
    const calendar::Civil date{months / 12, months % 12 + 1, e.day};
    if (!calendar::is_date(date.year, date.month, date.day)) return timex::open_day(0, e.day);
    return tell_day(calendar::day_of(date), place);
}

// "zwischen Juni und September", "from June 1 through Nov. 30": what ends this year has not begun after that.
int Timeline::begin_before_end(const Expression& e, int year) const {
    const auto index = static_cast<std::size_t>(&e - expressions_.data());
    if (year == 0 || index + 1 >= expressions_.size() || places_[index + 1].sentence != places_[index].sentence) return year;
    const Expression& end = expressions_[index + 1];
    const Term* joint = reader_.term(e.end, Class::range_joint);
    const bool range = reader_.dash(e.end) || (joint && reader_.term_before(e.begin, Class::clock_range));
    const At behind = reader_.skip(joint ? e.end + joint->length : e.end + 1, Class::date_article);
    if (!range || behind != end.begin || end.grain != e.grain || end.number == 0 || end.year != 0) return year;
    const int last = infer_year(end, places_[index + 1], end.number, end.day);
    return last == year - 1 && e.number < end.number ? last : year;
}

// The year of a day and month; "vom 3. bis 14. April" has one year.
int Timeline::infer_day_year(const Expression& e, const Place& place) const {
    if (e.rule == std::string_view("date.elided-day") && !tense_of(e, place).sure)
        for (std::size_t i = static_cast<std::size_t>(&e - expressions_.data()) + 1; i < expressions_.size(); ++i) {
            const Expression& full = expressions_[i];
            if (full.rule == e.rule && full.number == e.number) continue;
            if (full.number == e.number && full.grain == Grain::day && full.day != 0)
                return infer_year(full, places_[i], full.number, full.day);
            break;
        }
    return infer_year(e, place, e.number, e.day);
}

std::string Timeline::resolve_day(const Expression& e, const Place& place, bool& assumed) {
    int year = said_year(e);
    assumed = year == 0 || e.year_shifted;
    Day day = 0;
    if (!e.holiday.empty()) {
        if (year == 0 && reference_.year != 0 && calendar::holiday(e.holiday, reference_.year, day)) {
            const calendar::Civil civil = calendar::civil_of(day);
            year = infer_year(e, place, civil.month, civil.day);
        }
        if (year == 0) return e.holiday.starts_with("on ") ? "XXXX-" + std::string(e.holiday.substr(3)) : timex::open(Grain::day);
        calendar::holiday(e.holiday, year, day);
        return tell_day(day, place);
    }
    if (e.number == 0) return resolve_day_of_month(e, place);
    if (year == 0) year = begin_before_end(e, infer_day_year(e, place));
    if (year == 0 || !calendar::is_date(year, e.number, e.day)) return timex::open_day(e.number, e.day);
    std::string value = tell_day(calendar::day_of({year, e.number, e.day}), place);
    if (e.year != 0) {
        spoken_ = last_;
        spoken_.year = year;
        spoken_in_past_ = tense_of(e, place).tense == Tense::past;
    }
    return value;
}

// "die 20er-Jahre werden ungemütlich": of this century where they are to come.
int Timeline::infer_decade(const Expression& e, const Place& place) const {
    constexpr int century = 10, ahead = 2;
    const int now = reference_.year / 10;

    const bool close = e.number + century >= now && e.number + century <= now + ahead;
    const TenseSign sign = tense_of(e, place);
    return close && e.mod == Mod::none && sign.sure && sign.tense == Tense::future ? e.number + century : e.number;
}

std::string Timeline::resolve_period(const Expression& e, const Place& place, bool& assumed) {
    if (e.grain == Grain::century) return timex::century(e.number);
    if (e.grain == Grain::decade) return std::to_string(infer_decade(e, place));
    Told told;
    told.grain = e.grain;
    told.year = said_year(e);
    told.number = e.number;
    if (e.grain == Grain::fiscal_year) {
        told.grain = Grain::year;
        return tell(told, place) + "/" + timex::year(e.number);
    }
    if (e.grain == Grain::year) return tell(told, place);
    assumed = told.year == 0 || e.year_shifted;
    if (e.grain == Grain::week && e.day != 0) {  // the nth Monday's
        if (told.year == 0) told.year = infer_year(e, place, e.number, 0);
        if (told.year == 0) return timex::open(e.weekday != 0 ? Grain::day : Grain::week);
        const Day day = calendar::nth_weekday(told.year, e.number, std::max(e.weekday, 1), e.day);
        if (e.weekday != 0) return tell_day(day, place);
        const calendar::Week week = calendar::week_of(day);
        told.year = week.year;
        told.number = week.number;
        return tell(told, place);
    }
    if (told.year == 0)
        told.year = e.grain == Grain::month  ? begin_before_end(e, infer_year(e, place, e.number, 0))
                    : e.grain == Grain::week ? infer_week_year(e, place)
                                             : infer_part_year(e, place);
    return tell(told, place);
}

}  // namespace lupe::rules
