// What the productions share: builders of expressions, units and row values.
#include "rules/productions.h"

#include <charconv>

namespace lupe::rules {

Expression expression(Type type, At begin, At end, const char* rule) {
    Expression made;
    made.type = type;
    made.begin = begin;
    made.end = end;
    made.rule = rule;
    return made;
}

Expression period(At begin, At end, Grain grain, int number, const char* rule) {
    Expression made = expression(Type::date, begin, end, rule);
    made.grain = grain;
    made.number = number;
    return made;
}

Expression day_shift(At begin, At end, int shift, const char* rule) {
    Expression made = expression(Type::date, begin, end, rule);
    made.grain = Grain::day;
    made.shifted = true;
    made.shift = shift;
    return made;
}

std::optional<Relation> read_relation(const Reader& reader, At at) {
    const Term* row = reader.term(at, Class::relation);
    if (!row) return {};
    std::string_view value = row->value();
    Relation made;
    made.shift = number_in(take_word(value));
    made.end = at + row->length;
    made.from_text = value == "text";
    made.days = value == "day";
    made.part_only = value == "part";
    // "this coming Sunday", "des laufenden letzten Quartals": the last word decides.
    if (const Term* second = reader.term(made.end, Class::relation)) {
        made.shift = number_in(second->value());
        made.end += second->length;
    }
    return made;
}

bool is_month(const Reader& reader, At at, At end) {
    if (!reader.term(at, Class::month_sign)) return true;
    return reader.year(end) || reader.integer(end, 2) || reader.ordinal(end) || reader.term_before(at, Class::year_signal) ||
           reader.term_before(at, Class::narrowing) || (at > 0 && reader.dash(at - 1) && reader.term_before(at - 1, Class::narrowing)) ||
           reader.term_before(at, Class::relation) || reader.term_before(at, Class::range_joint) ||
           reader.term_before(at, Class::narrowing_joint) || reader.numeral_before(at);
}

bool names_event(const Reader& reader, At end) {
    return reader.term_before(end, Class::event_word) && (reader.word(end) || reader.numeral(end)) && !reader.term(end, Class::tense);
}

Grain grain_of(std::string_view unit) {
    if (unit == "D") return Grain::day;
    if (unit == "W") return Grain::week;
    if (unit == "WE") return Grain::weekend;
    if (unit == "M") return Grain::month;
    if (unit == "Q" || unit == "3M") return Grain::quarter;
    if (unit == "6M") return Grain::half;
    if (unit == "Y") return Grain::year;
    if (unit == "10Y") return Grain::decade;
    if (unit == "100Y") return Grain::century;
    return Grain::none;
}

std::string length_of(std::string_view unit, const Decimal& count) {
    if (count < Decimal(0)) return {};
    const auto letter = unit.find_first_not_of("0123456789.");
    if (letter == std::string_view::npos) return {};
    Decimal number = letter == 0 ? count : count * Decimal::parse(unit.substr(0, letter));
    const std::string_view sign = unit.substr(letter);
    if (!number.is_integer()) {
        const Decimal months = number * Decimal(12), minutes = number * Decimal(60);
        if (sign == "Y" && months.is_integer()) return "P" + months.to_string() + "M";
        if (sign == "TH" && minutes.is_integer()) {
            const std::int64_t total = minutes.to_int(0);
            return "PT" + (total >= 60 ? std::to_string(total / 60) + "H" : "") + std::to_string(total % 60) + "M";
        }
        if (const Decimal seconds = number * Decimal(60); sign == "TM" && seconds.is_integer()) {
            const std::int64_t total = seconds.to_int(0);
            return "PT" + (total >= 60 ? std::to_string(total / 60) + "M" : "") + std::to_string(total % 60) + "S";
        }
    }
    if (number >= Decimal(1, 30) || number.exponent() < -20) return {};  // no length that anybody tells
    return (sign[0] == 'T' ? "PT" : "P") + number.plain() + std::string(sign[0] == 'T' ? sign.substr(1) : sign);
}

const char* season_name(int number) {
    constexpr const char* names[] = {"SP", "SU", "FA", "WI"};
    return names[(number - 1) & 3];
}

int number_in(std::string_view value) {
    if (value.starts_with('+')) value.remove_prefix(1);
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::string_view take_word(std::string_view& rest) {
    const auto space = rest.find(' ');
    const std::string_view word = rest.substr(0, space);
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    return word;
}

const Row* row_of(const Lexicon& lexicon, std::string_view key, Class kind) {
    for (const Row* row : lexicon.rows(key))
        if (row->kind == kind) return row;
    return nullptr;
}

}  // namespace lupe::rules
