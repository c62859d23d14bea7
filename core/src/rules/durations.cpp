// Lengths of time and ages.
#include <algorithm>

#include "rules/amount.h"
#include "rules/length.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

constexpr int elided_chain = 3;  // "zwei, drei oder vier Tage"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "jährige" written onto a numeral or behind its hyphen; also "-Tage" and "-year-old".
FoundPart read_ending(const Reader& reader, const Numeral& numeral) {
    const Context& context = reader.context();
    if (numeral.partial) {
        const std::string_view word = context.slice(numeral.end - 1);
        const std::size_t used = numeral.span.end - context.tokens[numeral.end - 1].span.begin;
        const Row* row = row_of(context.lexicon, text::key_of(word.substr(used)), Class::age_ending);
        if (!row) row = row_of(context.lexicon, text::key_of(word.substr(used)), Class::time_units);
        if (!row) return {};
        return Part{row->value, numeral.value, numeral.end, true, false, true};
    }
    At at = numeral.end;
    if (reader.dash(at) && reader.glued(at) && reader.glued(at + 1))
        ++at;
    else if (!reader.glued(at))
        return {};
    const bool hyphen = at != numeral.end;
    for (const Class kind : {Class::age_ending, Class::time_units, Class::time_unit})
        if (const Term* row = reader.term(at, kind)) {
            if (grain_of(row->value()) == Grain::weekend) return {};
            return Part{row->value(), numeral.value, at + row->length, true, false, hyphen};
        }
    return {};
}

// Numbers between colons, the last with decimals: "1:47,60", "2:09:37". Empty if there is only one.
std::vector<std::string> read_fields(std::string_view run, std::size_t& bytes) {
    std::vector<std::string> fields;
    std::size_t at = 0;
    while (at < run.size() && fields.size() < 3) {
        const std::size_t begin = at;
        while (at < run.size() && is_digit(run[at])) ++at;
        if (at == begin || at - begin > 3) return {};
        if (!fields.empty() && at + 1 < run.size() && (run[at] == ',' || run[at] == '.') && is_digit(run[at + 1]))
            for (++at; at < run.size() && is_digit(run[at]);) ++at;
        fields.emplace_back(run.substr(begin, at - begin));
        std::replace(fields.back().begin(), fields.back().end(), ',', '.');
        bytes = at;
        if (at >= run.size() || run[at] != ':') break;
        ++at;
    }
    return fields.size() >= 2 ? fields : std::vector<std::string>{};
}

std::string fields_value(const std::vector<std::string>& fields, std::string_view signs) {
    std::string value = "PT";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Decimal number = Decimal::parse(fields[i]);
        if (!number.is_zero()) value += number.plain() + signs[i];
    }
    return value;
}

// "1:47,60 Minuten", "2:09:37 Stunden", and "2:26:15" or "21:19,8", which no clock time of a newspaper has.
Found read_race_time(const Reader& reader, At at) {
    const std::string_view run = reader.run(at);
    if (run.find(':') == std::string_view::npos) return {};
    std::size_t bytes = 0;
    const auto fields = read_fields(run, bytes);
    const At end = fields.empty() ? 0 : reader.run_end(at, bytes);
    if (end == 0) return {};
    const Term* unit = reader.term(end, Class::time_units);
    const bool hours = unit && unit->value() == "TH", minutes = unit && unit->value() == "TM";
    const bool exact = fields.size() == 3 || fields.back().find('.') != std::string::npos;
    const bool bare =
        !unit && exact && !reader.glued(at) && !reader.term(end, Class::clock_word) && !reader.context().tokens[at].line_start;
    if (!hours && !minutes && !bare) return {};
    Expression made = expression(Type::duration, at, unit ? end + unit->length : end, "duration.race-time");
    made.length = fields_value(fields, hours || fields.size() == 3 ? "HMS" : "MS");
    return made;
}

// A unit behind a numeral that counts something else there: "a second wave".
bool is_other_word(const Reader& reader, const Numeral& numeral, At unit) {
    const Numeral* also = reader.numeral(unit);
    if (!also || !also->ordinal || !numeral.article) return false;
    return reader.dash(unit + 1) || (reader.word(unit + 1) && !reader.term(unit + 1, Class::function_word));
}

// "$40 a day": the unit of a rate, but not "a day later".
bool is_rate(const Reader& reader, const Numeral& numeral, At end) {
    if (!numeral.article || !reader.term(numeral.begin, Class::rate_beside_amount)) return false;
    if (reader.term(end, Class::later) || reader.term(end, Class::ago_after)) return false;
    return is_rate_place(reader, numeral.begin, end);
}

// "16 schlechte Jahre": a word between numeral and unit that says nothing else here.
bool is_adjective(const Reader& reader, At at) {
    if (!reader.word(at) || reader.context().tokens[at].shape != Shape::lower || reader.context().tokens[at].line_start) return false;
    return reader.context().slice(at).size() >= 4 && reader.context().terms.at(at).empty() && reader.term(at + 1, Class::time_units);
}

}  // namespace

// "drei Jahre", "eine halbe Stunde", "zehnjährige", "29-Jährige", "half an hour", "eine Viertelstunde"
FoundPart read_part(const Reader& reader, At at) {
    const Numeral* numeral = reader.numeral(at);
    if (!numeral || numeral->value < Decimal(0)) return {};
    if (numeral->fraction && !numeral->half && numeral->value < Decimal(1) && !numeral->digits) return {};
    if (FoundPart ending = read_ending(reader, *numeral)) return ending;
    if (numeral->ordinal || numeral->partial) return {};
    At behind = numeral->end;
    if (const Term* measure = reader.term(behind, Class::length_adjective))
        behind += measure->length;
    else if (is_adjective(reader, behind))
        ++behind;
    if (behind < reader.size() && reader.context().tokens[behind].line_start) return {};
    for (const Class kind : {Class::time_units, Class::time_unit})
        if (const Term* unit = reader.term(behind, kind)) {
            const At end = behind + unit->length;
            if (kind == Class::time_unit && numeral->value > Decimal(1) && capitalises_nouns(reader.context())) return {};  // 90.+4 Minute
            if (grain_of(unit->value()) == Grain::weekend || is_other_word(reader, *numeral, behind) || is_rate(reader, *numeral, end))
                return {};
            return Part{unit->value(), numeral->value, behind + unit->length, kind == Class::time_units, numeral->article, false};
        }
    return {};
}

namespace {

// One more, smaller unit behind the first: "vier Stunden und 20 Minuten", "1min 38sec". Sizes: Y > M > W > D > TH > TM > TS.
int size_of(std::string_view unit) {
    constexpr std::string_view order[] = {"TS", "TM", "TH", "D", "W", "M", "Y"};
    for (int i = 0; i < 7; ++i)
        if (order[i] == unit) return i + 1;
    return 0;
}

Found read_length(const Reader& reader, At at) {
    if (Found race = read_race_time(reader, at)) return race;
    if (const Numeral* article = reader.numeral(at); !article || article->article || article->half) {
        const At behind = article ? article->end : at;
        if (const Term* span = reader.term(behind, Class::time_span); span && (article || !reader.term(at, Class::time_unit))) {
            Expression made = expression(Type::duration, at, behind + span->length, "duration.span");
            made.length = span->value();
            if (!article || !article->half) return made;
        }
    }
    FoundPart part = read_part(reader, at);
    if (!part) return {};
    std::string value = length_of(part->unit, part->count);
    if (value.empty()) return {};
    Expression made = expression(Type::duration, at, part->end, part->adjective ? "duration.age" : "duration.length");
    while (!part->adjective) {
        const At joint = reader.skip(made.end, Class::length_joint);
        if (joint < reader.size() && reader.context().tokens[joint].line_start) break;
        const FoundPart next = read_part(reader, joint);
        if (!next || next->adjective || size_of(next->unit) == 0 || size_of(next->unit) >= size_of(part->unit)) break;
        const std::string more = length_of(next->unit, next->count);
        if (more.empty()) break;
        const bool has_clock = value.find('T') != std::string::npos;
        value += more[1] == 'T' && has_clock ? more.substr(2) : more.substr(1);
        part = next;
        made.end = part->end;
    }
    made.length = value;
    return made;
}

// The "16" in "16- und 17-Jährige", "zwölf" in "von zwölf auf 26 Wochen": the unit comes with a later one.
Found read_elided(const Reader& reader, At at) {
    if (reader.glued(at) && at > 0 && reader.mark(at - 1, ':')) return {};  // "zum 2:1, drei Minuten später"
    const Numeral* first = reader.numeral(at);
    if (!first || first->ordinal || first->partial || first->fraction || reader.year(at)) return {};
    if (first->article && !reader.term(first->end, Class::range_word)) return {};  // "ein bis zwei Wochen"
    At next = first->end;
    for (int links = 0; links < elided_chain; ++links) {
        if (reader.dash(next) && reader.glued(next) && !reader.glued(next + 1)) ++next;
        const At joint = reader.dash(next) || reader.mark(next, ',') ? next + 1 : reader.skip(next, Class::range_joint);
        if (joint == next) return {};
        if (const FoundPart full = read_part(reader, joint); full && !full->open) {
            Expression made = expression(Type::duration, at, first->end, "duration.elided");
            made.length = length_of(full->unit, first->value);
            return made.length.empty() ? Found{} : Found(made);
        }
        const Numeral* other = reader.numeral(joint);
        if (!other || other->ordinal) return {};
        next = other->end;
    }
    return {};
}

// "letzten zehn Jahren", "ersten drei Quartalen", "next three years"
Found read_bounded(const Reader& reader, At at) {
    At behind = 0;
    if (const auto relation = read_relation(reader, at)) {
        if (relation->shift == 0 || reader.term_before(at, Class::tense)) return {};  // "these 75 minutes", "should last 14 days"
        behind = relation->end;
    } else if (const auto ordinal = reader.ordinal(at); ordinal && ordinal->value == 1 && !reader.digits(at)) {
        behind = ordinal->end;
    } else {
        return {};
    }
    const FoundPart part = read_part(reader, behind);
    if (!part || part->open || part->adjective || !part->plural) return {};
    Expression made = expression(Type::duration, at, part->end, "duration.bounded");
    made.length = length_of(part->unit, part->count);
    return made.length.empty() ? Found{} : Found(made);
}

}  // namespace

Found read_duration(const Reader& reader, At at) {
    Found length = read_length(reader, at), bounded = read_bounded(reader, at);
    if (bounded && (!length || bounded->end > length->end)) return bounded;
    return length ? length : read_elided(reader, at);
}

}  // namespace lupe::rules
