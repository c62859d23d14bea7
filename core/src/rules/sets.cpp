// What returns: every Monday, daily, 9.99 euros a month.
#include "rules/productions.h"

namespace lupe::rules {

namespace {

constexpr At amount_reach = 5;  // tokens before "im Monat" among which an amount must stand

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

// An amount or a count of times shortly before, in the same line: "9,99 Euro im Monat", "twice a week".
bool has_amount_before(const Reader& reader, At at) {
    for (At back = 1; back <= amount_reach && back <= at; ++back) {
        const At token = at - back;
        if (const Numeral* numeral = reader.numeral(token); numeral && !numeral->article) return true;
        if (reader.term(token, Class::times_word)) return true;
        if (reader.context().tokens[token].line_start) return false;
        const std::string_view text = reader.context().slice(token);
        if (text == "." || text == ";" || text == ":" || text == "," || text == "!" || text == "?") return false;
    }
    return false;
}

// "pro Jahr", "je Stunde", "im Monat" behind an amount: the unit only.
Found read_rate(const Reader& reader, At at) {
    const Term* unit = reader.term(at, Class::time_unit);
    if (!unit || grain_of(unit->value()) == Grain::weekend) {
        const Term* part = reader.term(at, Class::part_of_day);
        if (!part || part->value() != "NI" || !reader.term_before(at, Class::rate)) return {};
        return set_of(at, at + part->length, "P1D", "set.rate");
    }
    const Term* beside = nullptr;
    if (!reader.term_before(at, Class::rate)) {
        beside = reader.term_before(at, Class::rate_beside_amount);
        if (!beside || !has_amount_before(reader, at - beside->length)) return {};
    }
    return set_of(at, at + unit->length, length_of(unit->value(), Decimal(1)), "set.rate");
}

Found read_word(const Reader& reader, At at) {
    if (const Term* word = reader.term(at, Class::set_word)) return set_of(at, at + word->length, std::string(word->value()), "set.word");
    if (const Term* weekday = reader.term(at, Class::weekday_habit)) return set_of(at, at + weekday->length, weekday_pattern(weekday->value()), "set.weekday");
    return {};
}

}  // namespace

Found read_set(const Reader& reader, At at) {
    for (const auto read : {read_every, read_word, read_rate})
        if (Found found = read(reader, at)) return found;
    return {};
}

}  // namespace lupe::rules
