#include "rules/clock_reading.h"

#include <charconv>

#include "rules/amount.h"
#include "rules/productions.h"

namespace lupe::rules {

bool valid(const Clock& clock) {
    return clock.hour >= 0 && clock.minute < 60 && clock.second < 60 && (clock.hour < 24 || (clock.hour == 24 && clock.minute == 0));
}

FoundClock read_clock_digits(const Reader& reader, At at) {
    if (!reader.digits(at)) return {};
    const std::string_view run = reader.run(at);
    int fields[3] = {0, 0, -1};
    std::size_t position = 0, bytes = 0;
    int count = 0;
    char separator = 0;
    while (count < 3) {
        const std::size_t begin = position;
        while (position < run.size() && run[position] >= '0' && run[position] <= '9') ++position;
        const std::size_t size = position - begin;
        if (count == 0 ? size < 1 || size > 2 : size != 2) break;
        std::from_chars(run.data() + begin, run.data() + position, fields[count++]);
        bytes = position;
        const bool goes_on = position < run.size() && (run[position] == ':' || (run[position] == '.' && count == 1)) &&
                             (separator == 0 || run[position] == separator);
        if (!goes_on) break;
        separator = run[position++];
    }
    if (count == 0) return {};
    Clock clock{fields[0], fields[1], fields[2], reader.run_end(at, bytes), count > 1, false};
    if (clock.end == 0 || !valid(clock)) return {};
    return clock;
}

FoundClock read_hour_word(const Reader& reader, At at) {
    const Numeral* numeral = reader.numeral(at);
    if (!numeral || numeral->ordinal || numeral->fraction || numeral->partial || numeral->scaled || !numeral->value.is_integer()) return {};
    Clock clock{static_cast<int>(numeral->value.to_int(99) % 100), 0, -1, numeral->end, false, false};
    return numeral->value.to_int(99) <= 24 && valid(clock) ? FoundClock(clock) : FoundClock{};
}

namespace {

void apply_half(Clock& clock, std::string_view half) {
    if (half == "PM" && clock.hour < 12) clock.hour += 12;
    if (half == "AM" && clock.hour == 12) clock.hour = 0;
}

}  // namespace

void read_clock_words(const Reader& reader, Clock& clock) {
    if (const Term* word = reader.term(clock.end, Class::clock_word)) {
        clock.end += word->length;
        clock.marked = true;
        if (const auto minutes = reader.integer(clock.end, 2); minutes && !clock.exact && !reader.context().tokens[clock.end].line_start &&
                                                               minutes->value < 60 && reader.context().slice(clock.end).size() == 2 &&
                                                               !reader.word(minutes->end) && clock.hour < 24) {
            clock.minute = minutes->value;
            clock.end = minutes->end;
        }
    }
    const Term* half = reader.term(clock.end, Class::clock_half);
    if (!half || clock.hour > 12 || reader.context().tokens[clock.end].line_start) {
        if (half && clock.marked) clock.end += half->length;
        return;
    }
    apply_half(clock, half->value());
    clock.end += half->length;
    clock.marked = true;
}

namespace {

bool opens_hours(const Reader& reader, At at) {
    const Term* word = reader.term_before(at, Class::opening);
    const At begin = word ? at - word->length : at;
    return word && (reader.context().tokens[begin].shape == Shape::lower || reader.context().tokens[begin].line_start);
}

At behind_joint(const Reader& reader, At at) { return reader.dash(at) ? at + 1 : reader.skip(at, Class::range_joint); }

FoundClock read_small_hour(const Reader& reader, At at) {
    const FoundClock clock = reader.digits(at) ? read_clock_digits(reader, at) : FoundClock{};
    const bool hour = clock && !clock->exact && clock->hour >= 1 && clock->hour <= 12 && !counts_noun(reader.context(), clock->end);
    return hour ? clock : FoundClock{};
}

}  // namespace

// The second one is in the afternoon.
FoundClock read_opening_hour(const Reader& reader, At at) {
    if (opens_hours(reader, at)) {
        const FoundClock first = reader.digits(at) ? read_clock_digits(reader, at) : FoundClock{};
        const At joint = first && !first->exact ? behind_joint(reader, first->end) : 0;
        return joint != 0 && joint != first->end && read_small_hour(reader, joint) ? first : FoundClock{};
    }
    FoundClock second = read_small_hour(reader, at);
    const Term* word = reader.term_before(at, Class::range_joint);
    const At joint = at == 0 ? 0 : reader.dash(at - 1) ? at - 1 : word ? at - word->length : 0;
    if (!second || joint == 0 || !reader.digits(joint - 1) || !opens_hours(reader, joint - 1)) return {};
    const FoundClock first = read_clock_digits(reader, joint - 1);
    if (!first || first->exact) return {};
    if (second->hour <= first->hour) second->hour += 12;
    return second;
}

}  // namespace lupe::rules
