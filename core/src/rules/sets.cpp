// What returns: every Monday, daily, 9.99 euros a month.
#include "rules/productions.h"

namespace lupe::rules {

namespace {

constexpr At amount_reach = 7;  // tokens on either side of "im Monat" among which an amount must stand

Expression set_of(At begin, At end, std::string value, const char* rule) {
    Expression made = expression(Type::set, begin, end, rule);
    made.length = std::move(value);
    return made;
}

std::string weekday_pattern(std::string_view weekday) { return "XXXX-WXX-" + std::string(weekday); }

std::string two_digits(int number) { return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)}; }

// The value of the thing that "jeden" stands before, and its end.
bool read_repeated(const Reader& reader, At at, const Decimal& count, std::string& value, At& end) {
    if (const Term* unit = reader.term(at, Class::time_unit); unit && grain_of(unit->value()) != Grain::weekend) {
        value = length_of(unit->value(), count);
        end = at + unit->length;
    } else if (const Term* units = reader.term(at, Class::time_units)) {
        value = length_of(units->value(), count);
        end = at + units->length;
    } else if (const Term* weekday = reader.term(at, Class::weekday)) {
        value = weekday_pattern(weekday->value());
        end = at + weekday->length;
    } else if (const Term* month = reader.term(at, Class::month)) {
        value = "XXXX-" + two_digits(number_in(month->value()));
        end = at + month->length;
    } else if (const Term* season = reader.term(at, Class::season)) {
        value = std::string("XXXX-") + season_name(number_in(season->value()));
        end = at + season->length;
    } else if (const Term* part = reader.term(at, Class::part_of_day)) {
        value = "XXXX-XX-XXT" + std::string(part->value());
        end = at + part->length;
    } else if (const Term* holiday = reader.term(at, Class::holiday); holiday && holiday->value().starts_with("on ")) {
        value = "XXXX-" + std::string(holiday->value().substr(3));
        end = at + holiday->length;
    } else if (unit) {
        value = "XXXX-WXX-WE";
        end = at + unit->length;
    } else {
        return false;
    }
    return !value.empty();
}

// "jeden Montag", "alle zwei Jahre", "every second day", "every other Saturday", "jeden zweiten Freitag"
Found read_every(const Reader& reader, At at) {
    const Term* every = reader.term(at, Class::every);
    if (!every) return {};
    At behind = at + every->length;
    Decimal count(1);
    if (const Term* other = reader.term(behind, Class::every_other)) {
        count = Decimal(2);
        behind += other->length;
    } else if (const Numeral* numeral = reader.numeral(behind); numeral && !numeral->article && numeral->value > Decimal(0)) {
        count = numeral->value;
        behind = numeral->end;
    }
    std::string value;
    At end = 0;
    if (!read_repeated(reader, behind, count, value, end)) return {};
    return set_of(at, end, value, "set.every");
}

// "pro Jahr", "je Nutzer und Monat"
bool follows_rate(const Reader& reader, At at) {
    if (reader.term_before(at, Class::rate) || (at > 0 && reader.mark(at - 1, '/') && reader.glued(at))) return true;
    return at >= 3 && reader.term_before(at, Class::length_joint) && reader.word(at - 2) && reader.term_before(at - 2, Class::rate);
}

// "im Monat" behind an amount or before one, but not "im Jahr 2015".
bool is_rate_beside_amount(const Reader& reader, At at, At end) {
    const Term* beside = reader.term_before(at, Class::rate_beside_amount);
    if (beside && reader.term_before(at - beside->length, Class::weekday)) return false;  // "jeden ersten Sonntag im Monat"
    if (!beside || reader.term(end, Class::later) || reader.term(end, Class::ago_after)) return false;
    const At begin = at - beside->length;
    const bool dose = reader.term_before(begin, Class::times_word) && !reader.year(end);  // "zweimal am Tag 5 Gramm"
    if (reader.digits(end) && !dose) return false;
    return is_rate_place(reader, begin, end) || (beside->value() == "either" && beside_amount(reader, begin, end, true));
}

// The unit of a rate, without its preposition.
Found read_rate(const Reader& reader, At at) {
    if (const Term* part = reader.term(at, Class::part_of_day); part && part->value() == "NI") {
        const bool rate = follows_rate(reader, at) || is_rate_beside_amount(reader, at, at + part->length);
        return rate ? Found(set_of(at, at + part->length, "P1D", "set.rate")) : Found{};
    }
    if (const Term* season = reader.term(at, Class::season); season && follows_rate(reader, at))
        return set_of(at, at + season->length, std::string("XXXX-") + season_name(number_in(season->value())), "set.rate");
    const Term* unit = reader.term(at, Class::time_unit);
    if (!unit || grain_of(unit->value()) == Grain::weekend) return {};
    if (reader.dash(at + unit->length) && reader.glued(at + unit->length)) return {};  // a quarter-point
    if (!follows_rate(reader, at) && !is_rate_beside_amount(reader, at, at + unit->length)) return {};
    if (const Numeral* also = reader.numeral(at); also && also->ordinal && reader.word(at + unit->length)) return {};
    return set_of(at, at + unit->length, length_of(unit->value(), Decimal(1)), "set.rate");
}

// The year of "Dezember 2022" is no amount.
bool is_dated(const Reader& reader, At at) { return at > 0 && reader.term(at - 1, Class::month) && reader.year(at); }

Found read_word(const Reader& reader, At at) {
    if (const Term* word = reader.term(at, Class::set_word)) return set_of(at, at + word->length, std::string(word->value()), "set.word");
    if (const Term* weekday = reader.term(at, Class::weekday_habit))
        return set_of(at, at + weekday->length, weekday_pattern(weekday->value()), "set.weekday");
    return {};
}

}  // namespace

bool is_rate_place(const Reader& reader, At begin, At end) {
    return !reader.term_before(begin, Class::year_signal) && !reader.term_before(begin, Class::bound) &&
           beside_amount(reader, begin, end, false);
}

bool beside_amount(const Reader& reader, At begin, At end, bool behind) {
    for (At step = 1; step <= amount_reach; ++step) {
        if (behind ? end + step > reader.size() : step > begin) return false;
        const At at = behind ? end + step - 1 : begin - step;
        if (behind && reader.context().tokens[at].line_start) return false;
        if (reader.term(at, Class::times_word)) return true;
        const Numeral* numeral = reader.numeral(at);
        if (numeral && (!numeral->article || (!behind && step <= 3 && step >= 2)) && !numeral->ordinal && !is_dated(reader, at))
            return true;
        if (!behind && reader.context().tokens[at].line_start) return false;
        const std::string_view text = reader.context().slice(at);
        const bool inside = text == "." && at + 1 < reader.size() && reader.context().tokens[at + 1].shape == Shape::lower;
        if ((text == "." && !inside) || text == ";" || text == ":" || text == "," || text == "!" || text == "?") return false;
    }
    return false;
}

Found read_set(const Reader& reader, At at) {
    for (const auto read : {read_every, read_word, read_rate})
        if (Found found = read(reader, at)) return found;
    return {};
}

}  // namespace lupe::rules
