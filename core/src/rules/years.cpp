// Years, fiscal years and decades, and how a four-digit number that is none is told apart.
#include <charconv>

#include "rules/amount.h"
#include "rules/productions.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

// Looks the word like a noun that may be counted: a capital in German, a plural s in English?
bool is_noun(const Reader& reader, At at) {
    if (!reader.word(at) || reader.context().tokens[at].line_start || reader.term(at, Class::function_word)) return false;
    const bool capital = reader.context().tokens[at].shape == Shape::title;
    return reader.month_first() ? !capital && reader.context().slice(at).ends_with('s') : capital;
}

// "1204 gegen 980 Stimmen": one of two numbers, and not both of them years.
bool is_vote(const Reader& reader, At at, const Read& year) {
    const Term* before = reader.term_before(at, Class::versus);
    const bool behind = reader.term(year.end, Class::versus) && reader.digits(year.end + 1);
    const bool in_front = before && at > before->length && reader.digits(at - before->length - 1);
    const auto other = behind ? reader.year(year.end + 1) : in_front ? reader.year(at - before->length - 1) : std::nullopt;
    return (behind || in_front) && (year.value < 1500 || !other || other->value < 1500);
}

// A round number before a noun is a count ("2000 Menschen") unless a word before it says that it is a year.
bool is_count(const Reader& reader, At at, const Read& year) {
    const bool before_noun = is_noun(reader, year.end);
    if (reader.term_before(at, Class::bound) && (year.value % 100 == 0 || before_noun)) return true;
    const At joint = reader.dash(year.end) ? year.end + 1 : reader.skip(year.end, Class::range_joint);
    if (const auto other = joint != year.end ? reader.year(joint) : std::nullopt; other && other->value % 50 == 0 && year.value % 50 == 0)
        return is_noun(reader, other->end);
    if (year.value < 1500 && before_noun) return true;
    if (is_vote(reader, at, year)) return true;
    const Term* link = reader.term_before(at, Class::change_from) ? reader.term(year.end, Class::link) : nullptr;
    const At next = link ? year.end + link->length : 0;
    if (link && reader.digits(next) && !reader.year(next) && !reader.ordinal(next)) return true;  // von 1200 auf 400 Meter
    if (year.value % 50 != 0 || reader.term_before(at, Class::year_signal) || reader.term_before(at, Class::narrowing)) return false;
    return before_noun;
}

// Years that are glued to what comes before are parts of names and numbers ("GPT-2000", "§2010"), but for brackets and ranges.
bool is_free(const Reader& reader, At at) {
    if (!reader.glued(at)) return at == 0 || (!reader.term_before(at, Class::title_signal) && !numbers_road(reader.context(), at));
    const std::string_view before = reader.context().slice(at - 1);
    if (reader.dash(at - 1) || before == "/")
        return at < 2 || !reader.glued(at - 1) || reader.year(at - 2) || reader.term_before(at - 1, Class::narrowing);
    return before == "(" || before == "\"" || before == "„" || before == "“" || before == "«" || before == "»" || before == "[" ||
           before == "'" || before == "‘" || before == "‚";
}

// "Ende der 70er", "Anfang der Siebziger"
bool is_narrowed(const Reader& reader, At at) {
    const Term* joint = reader.term_before(at, Class::narrowing_joint);
    return joint && reader.term_before(at - joint->length, Class::narrowing);
}

// "in his late 30s", "lows in the mid-30s"
bool is_age(const Reader& reader, At at) {
    constexpr At reach = 5;
    if (reader.glued(at) && !reader.dash(at - 1)) return false;  // '80s
    for (At back = 1; back <= reach && back <= at; ++back)
        if (reader.term(at - back, Class::no_decade)) return true;
    return false;
}

}  // namespace

Found read_year(const Reader& reader, At at) {
    const auto year = reader.year(at);
    if (!year || !is_free(reader, at)) return {};
    const std::string_view run = reader.run(at);
    if (run.size() > 5 && (run[4] == '.' || run[4] == ',' || run[4] == ':' || (run[4] == '/' && year->value < 1500))) return {};
    int second = 0;
    if (const auto fiscal = read_fiscal_year(reader, at, second)) {
        Expression made = period(at, fiscal->end, Grain::fiscal_year, second, "date.fiscal-year");
        made.year = year->value;
        return made;
    }
    if (is_count(reader, at, *year)) return {};
    Expression made = period(at, year->end, Grain::year, 0, "date.year");
    made.year = year->value;
    return made;
}

// "FY25": the prefix and two digits of the year.
Found read_prefixed_year(const Reader& reader, At at) {
    const Term* prefix = reader.term(at, Class::year_prefix);
    if (!prefix) return {};
    const At behind = at + prefix->length;
    const auto digits = reader.integer(behind, 4);
    if (!digits || !reader.glued(behind)) return {};
    if (reader.context().slice(behind).size() != 2 && reader.context().slice(behind).size() != 4) return {};
    Expression made = period(at, digits->end, Grain::year, 0, "date.year");
    made.year = digits->value < 100 ? 2000 + digits->value : digits->value;
    return made;
}

// "90er-Jahre", "1990er", "1990s", "sechziger Jahre", "Dreißigerjahre", "Sechzigern"
Found read_decade(const Reader& reader, At at) {
    int tens = 0;
    At end = at;
    bool ended = false;  // an ending that needs no word for years behind it
    if (const Term* row = reader.term(at, Class::decade)) {
        tens = number_in(row->value());
        end = at + row->length;
        ended = row->value().ends_with("whole");
    } else if (const Numeral* numeral = reader.numeral(at); numeral && numeral->partial && numeral->value.is_integer()) {
        const Span rest{numeral->span.end, reader.context().tokens[numeral->end - 1].span.end};
        const Row* ending =
            row_of(reader.context().lexicon, text::key_of(reader.context().text.substr(rest.begin, rest.size())), Class::decade_ending);
        if (!ending) return {};
        const std::int64_t value = numeral->value.to_int(0);
        if (value < 20 || value > 90 || value % 10 != 0) return {};
        tens = static_cast<int>(value / 10);
        end = numeral->end;
        ended = ending->value == "whole";
    } else if (const auto digits = reader.integer(at, 4)) {
        const Term* ending = reader.glued(digits->end) ? reader.term(digits->end, Class::decade_ending) : nullptr;
        const std::size_t size = reader.context().slice(at).size();
        if (!ending || (size == 2 && (digits->value < 20 || is_age(reader, at))) || !is_free(reader, at) || digits->value % 10 != 0 ||
            (size != 2 && size != 4) || digits->value < 10)
            return {};
        tens = digits->value / 10;
        end = digits->end + ending->length;
        ended = ending->value() == "whole" || size == 4;
    } else {
        return {};
    }
    const At years = reader.dash(end) ? end + 1 : end;
    const Term* unit = reader.term(years, Class::time_units);
    if (unit && unit->value() == "Y")
        end = years + unit->length;
    else if (!ended && !is_narrowed(reader, at))
        return {};
    Expression made = period(at, end, Grain::decade, tens >= 100 ? tens : 190 + tens, "date.decade");
    read_year_tail(reader, made);
    return made;
}

std::optional<Read> read_fiscal_year(const Reader& reader, At at, int& second) {
    const auto first = reader.year(at);
    const std::string_view run = reader.run(at);
    if (!first || run.size() < 7) return {};
    std::size_t mark = run[4] == '/' || run[4] == '-' ? 5 : run.substr(4).starts_with("–") ? 4 + std::string_view("–").size() : 0;
    if (mark == 0) return {};
    std::size_t end = mark;
    while (end < run.size() && run[end] >= '0' && run[end] <= '9') ++end;
    const std::string_view digits = run.substr(mark, end - mark);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool month = run[4] == '-' && digits.size() == 2 && value >= 1 && value <= 12 && value != (first->value + 1) % 100;
    if (digits.size() == 2) value += first->value / 100 * 100 + (first->value % 100 == 99 ? 100 : 0);
    if (month || value != first->value + 1 || (digits.size() != 2 && run[4] != '/')) return {};
    const At behind = reader.run_end(at, end);
    if (behind == 0) return {};
    second = value;
    return Read{first->value, behind};
}

}  // namespace lupe::rules
