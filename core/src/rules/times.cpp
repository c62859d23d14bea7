// Reads the text once from left to right, the longest production at each place; then resolves what was read.
#include "rules/times.h"

#include <array>
#include <charconv>

#include "rules/calendar.h"
#include "rules/productions.h"
#include "rules/timeline.h"

namespace lupe::rules {

namespace {

// Between equally long readings the earlier one wins.
constexpr std::array productions{read_night, read_clock,    read_part_of_day, read_date,       read_pointer,
                                 read_set,   read_duration, read_elided_day,  read_closing_day};

// The classes of rows that a time expression can start with.
constexpr ClassSet opens_time(std::array{
    Class::month,       Class::weekday,     Class::weekday_sign,   Class::weekday_habit, Class::season,
    Class::holiday,     Class::time_unit,   Class::time_span,      Class::numbered_part, Class::decade,
    Class::year_prefix, Class::week_word,   Class::relation,       Class::relative_day,  Class::relative_period,
    Class::narrowing,   Class::part_of_day, Class::part_adjective, Class::clock_point,   Class::clock_step,
    Class::night,       Class::ago,         Class::hence,          Class::set_word,      Class::every});

// No production starts with a token that has no such row, is no numeral and could be no compound like "Montagabend".
bool may_start(const Reader& reader, At at) {
    if (reader.digits(at) || reader.numeral(at)) return true;
    return reader.context().terms.has_any(at, opens_time) || reader.may_be_compound(at);
}

bool crosses_empty_line(const Reader& reader, const Expression& e) {
    const Context& context = reader.context();
    for (At at = e.begin + 1; at < e.end; ++at) {
        if (!context.tokens[at].line_start) continue;
        const std::uint32_t from = context.tokens[at - 1].span.end;
        const std::string_view gap = context.text.substr(from, context.tokens[at].span.begin - from);
        if (gap.find('\n') != gap.rfind('\n')) return true;
    }
    return false;
}

Found read_longest(const Reader& reader, At at) {
    Found best;
    for (const auto read : productions)
        if (Found found = read(reader, at); found && (!best || found->end > best->end) && !crosses_empty_line(reader, *found))
            best = std::move(found);
    return best;
}

Mod mod_of(std::string_view bound, bool length) {
    if (bound == "approximate") return Mod::approx;
    if (!length) return Mod::none;
    if (bound == "at_most") return Mod::equal_or_less;
    if (bound == "at_least") return Mod::equal_or_more;
    return bound == "less_than" ? Mod::less_than : bound == "more_than" ? Mod::more_than : Mod::none;
}

// "spend it over ten years": a preposition, unless something else says how long already ("for over ten years").
bool spans(const Reader& reader, At at) {
    if (reader.term_before(at, Class::currency)) return true;  // "5 Euro über zwölf Jahre"
    return reader.term(at, Class::adjunct) && !reader.term_before(at, Class::adjunct) && !reader.term_before(at, Class::tense);
}

// The words before an expression that soften or bound it; an article or preposition may stand between them and a date.
void read_modifier(const Reader& reader, Expression& made) {
    if (made.mod != Mod::none || made.type == Type::set) return;
    if (const Term* bound = reader.term_before(made.begin, Class::bound); bound && (bound->length > 1 || !spans(reader, made.begin - 1)))
        made.mod = mod_of(bound->value(), made.type == Type::duration);
    if (made.type == Type::time && reader.term_before(made.begin, Class::clock_about)) made.mod = Mod::approx;
    if (made.type == Type::duration) return;
    for (At at = made.begin, words = 0; at > 0 && words < 3; --at, ++words)
        if (const Term* edge = reader.term_before(at, Class::edge)) {
            made.mod = edge->value() == "ON_OR_AFTER" ? Mod::on_or_after : Mod::on_or_before;
            return;
        }
}

// Follows the sentences and lines of the text, and what in a sentence says that clock times return.
class Places {
public:
    explicit Places(const Reader& reader) : reader_(reader) {}

    void move_to(At at) {
        const auto& sentences = reader_.context().sentences;
        if (next_ < sentences.size() && sentences[next_] <= at) {
            while (next_ < sentences.size() && sentences[next_] <= at) ++next_;
            place_.sentence = next_;
            place_.sentence_begin = sentences[next_ - 1];
            place_.sentence_end = next_ < sentences.size() ? sentences[next_] : reader_.size();
            place_.habit = place_.open_hours = tells_hours(place_.sentence_begin, place_.sentence_end);
            place_.habit_weekday = 0;
            set_without_clock_ = false;
        }
        if (reader_.context().tokens[at].line_start) ++place_.line;
        if (const Term* habit = reader_.term(at, Class::habit)) {
            if (habit->value() == "hours" && !opens_hours(at + habit->length)) return;
            place_.habit = true;
            place_.open_hours = place_.open_hours || !habit->value().empty();
        }
        if (reader_.term(at, Class::weekday_sign) && reader_.dash(at + 1) && reader_.term(at + 2, Class::weekday_sign))  // Di–So
            place_.habit = place_.open_hours = true;
    }

    void saw(const Expression& made) {
        if (made.has_clock()) set_without_clock_ = false;
        if (made.type != Type::set || made.rule == std::string_view("set.rate")) return;
        const bool weekday = made.length.starts_with("XXXX-WXX-") && made.length.size() == 10;
        place_.habit_weekday = weekday && !set_without_clock_ ? made.length.back() - '0' : 0;
        place_.habit = set_without_clock_ = true;
    }

    const Place& place() const { return place_; }

private:
    // "werktags von 8", "usually at 9"
    bool opens_hours(At at) const {
        for (const Class kind : {Class::clock_range, Class::clock_about, Class::clock_signal})
            if (const At behind = reader_.skip(at, kind); behind != at) return reader_.numeral(behind);
        return reader_.numeral(at);
    }

    // "von Dienstag bis Sonntag von 10 bis 17 Uhr geöffnet", "open Tuesday to Sunday"
    bool tells_hours(At from, At to) const {
        bool range = false, hours = false;
        for (At at = from; at < to; ++at) {
            const Term* tense = reader_.term(at, Class::tense);
            if (tense && tense->value().starts_with("past")) return false;
            const Term* habit = reader_.term(at, Class::habit);
            hours = hours || (habit && !habit->value().empty());
            const At joint = reader_.term(at, Class::weekday) ? reader_.skip(at + 1, Class::range_joint) : at + 1;
            range = range || (joint > at + 1 && reader_.term(joint, Class::weekday));
        }
        return range && hours;
    }

    const Reader& reader_;
    std::uint32_t next_ = 0;
    bool set_without_clock_ = false;  // "dienstags und freitags": the hours behind them are of both
    Place place_;
};

// "zwischen März und Mai 2022": a month or day takes the year of the one it is joined to.
void share_years(const Reader& reader, std::vector<Expression>& all) {
    for (std::size_t i = all.size(); i-- > 1;) {
        Expression& first = all[i - 1];
        const Expression& second = all[i];
        // "1927, am Karsamstag"
        if (first.grain == Grain::year && first.year != 0 && second.grain == Grain::day && second.year == 0 && !second.shifted &&
            (second.number != 0 || !second.holiday.empty())) {
            At between = first.end;
            if (reader.mark(between, ',')) ++between;
            if (reader.skip(between, Class::date_signal) == second.begin) all[i].year = first.year;
        }
        const bool bare = first.year == 0 && !first.shifted && !first.year_shifted && first.tense == Tense::unknown && first.number != 0 &&
                          first.weekday == 0;
        const bool dated = second.year != 0 && second.number != 0 && second.grain == first.grain;
        if (!bare || !dated) continue;
        At joint = reader.dash(first.end) ? first.end + 1 : reader.skip(first.end, Class::range_joint);
        joint = reader.skip(joint, Class::date_article);
        if (joint == second.begin) first.year = second.year;
    }
}

// "Lukas Freitag", "Petra Winter": the name of a day, month or season right behind a capitalised word.
bool may_be_surname(const Reader& reader, const Expression& e) {
    if (e.end - e.begin != 1 || e.begin == 0 || reader.digits(e.begin) || e.type != Type::date) return false;
    const Token& before = reader.context().tokens[e.begin - 1];
    return before.shape == Shape::title && !reader.context().tokens[e.begin].line_start && !reader.glued(e.begin) &&
           reader.context().terms.at(e.begin - 1).empty();
}

// "April Jones", "October Revolution": a bare month right before a capitalised word, where common nouns have no capital.
bool may_be_first_name(const Reader& reader, const Expression& e) {
    if (!reader.month_first() || e.end - e.begin != 1 || e.grain != Grain::month || e.end >= reader.size()) return false;
    const Token& next = reader.context().tokens[e.end];
    return next.shape == Shape::title && !next.line_start && !next.glued && reader.context().terms.at(e.end).empty() &&
           !reader.term_before(e.begin, Class::year_word);
}

template <typename T>
Annotation annotation(const Reader& reader, const Expression& e, Timex timex) {
    const Confidence confidence = may_be_surname(reader, e) || may_be_first_name(reader, e) ? Confidence::possible
                                  : timex.assumed                                           ? Confidence::likely
                                                                                            : Confidence::certain;
    return {reader.context().span(e.begin, e.end), T{std::move(timex)}, e.rule, confidence, no_entity};
}

Annotation annotate(const Reader& reader, const Expression& e, Timex timex) {
    switch (e.type) {
        case Type::time: return annotation<Time>(reader, e, std::move(timex));
        case Type::duration: return annotation<Duration>(reader, e, std::move(timex));
        case Type::set: return annotation<Set>(reader, e, std::move(timex));
        default: return annotation<Date>(reader, e, std::move(timex));
    }
}

}  // namespace

void recognise_times(const Context& context, std::span<const Numeral> numerals, Proposals& proposals) {
    const Reader reader(context, numerals);
    Places places(reader);
    std::vector<Expression> expressions;
    std::vector<Place> where;
    for (At at = 0; at < reader.size();) {
        places.move_to(at);
        const Term* other = reader.term(at, Class::not_time);
        Found found = !other && may_start(reader, at) ? read_longest(reader, at) : Found{};
        At found_end = 0;
        if (found) {
            // "Geöffnet Dienstag bis Samstag, 11 bis 23 Uhr": the hours are those of each day.
            if (places.place().open_hours && found->has_clock() && found->weekday != 0 && found->number == 0) {
                const Found day = read_day(reader, at);
                found = day ? day : read_hour(reader, at);
            }
            read_modifier(reader, *found);
            places.saw(*found);
            found_end = found->end;
            expressions.push_back(std::move(*found));
            where.push_back(places.place());
        }
        const At end = found_end != 0 ? found_end : other ? at + other->length : at + 1;
        while (++at < end) places.move_to(at);
        if (found_end != 0) where.back().sentence_end = places.place().sentence_end;  // "3 p.m. Friday" looks like two sentences
    }
    share_years(reader, expressions);
    Timeline timeline(reader, expressions, where);
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        Timex timex = timeline.resolve(i);
        proposals.push_back(annotate(reader, expressions[i], std::move(timex)));
    }
}

ReferenceDate find_dateline(const Context& context, std::span<const Numeral> numerals) {
    constexpr std::uint32_t lines_read = 4;
    const Reader reader(context, numerals);
    std::uint32_t line = 0;
    At in_line = 0;
    for (At at = 0; at < reader.size() && line <= lines_read; ++at, ++in_line) {
        if (context.tokens[at].line_start) ++line, in_line = 0;
        if (in_line > 8 || !may_start(reader, at)) continue;
        Found found = read_day(reader, at);
        const bool day = found && found->year != 0 && found->grain == Grain::day;
        if (!day) found = read_year_month(reader, at);
        if (!found || found->year == 0) continue;
        if (found->day != 0 && !calendar::is_date(found->year, found->number, found->day)) continue;  // 29 February of most years
        return {found->year, static_cast<std::uint8_t>(found->number), static_cast<std::uint8_t>(found->day)};
    }
    return {};
}

bool parse_reference_date(std::string_view text, ReferenceDate& date) {
    int fields[3] = {0, 0, 0};
    constexpr std::size_t sizes[3] = {4, 2, 2};
    std::size_t at = 0;
    int count = 0;
    for (; count < 3 && at < text.size(); ++count) {
        if (count > 0 && text[at++] != '-') return false;
        const std::string_view field = text.substr(std::min(at, text.size()), sizes[count]);
        if (field.size() != sizes[count] || field.find_first_not_of("0123456789") != std::string_view::npos) return false;
        std::from_chars(field.data(), field.data() + field.size(), fields[count]);
        at += sizes[count];
    }
    if (count == 0 || at != text.size() || fields[0] == 0) return false;
    if (count > 1 && (fields[1] < 1 || fields[1] > 12)) return false;
    if (count > 2 && !calendar::is_date(fields[0], fields[1], fields[2])) return false;
    date = {fields[0], static_cast<std::uint8_t>(fields[1]), static_cast<std::uint8_t>(fields[2])};
    return true;
}

}  // namespace lupe::rules
