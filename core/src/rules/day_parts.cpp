// Parts of the day, alone, with their day, or written onto it; nights, which are named by the day they lead to.
#include "rules/productions.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

// The part of day written onto a name: "Montagabend" -> the row of "abend" and the name's length.
const Row* part_ending(const Reader& reader, std::string_view key, std::size_t& name) {
    for (const Row* row : reader.part_endings())
        if (key.size() > row->form.size() + 3 && key.ends_with(row->form)) {
            name = key.size() - row->form.size();
            return row;
        }
    return nullptr;
}

// "Montagabend", "Pfingstmontagabend", "Silvesternacht"
Found read_compound(const Reader& reader, At at) {
    if (at >= reader.size() || !reader.may_be_compound(at)) return {};
    const std::string key = text::key_of(reader.context().slice(at));
    std::size_t name = 0;
    const Row* ending = part_ending(reader, key, name);
    if (!ending) return {};
    const Lexicon& lexicon = reader.context().lexicon;
    const std::string_view stem = std::string_view(key).substr(0, name);
    const Row* weekday = row_of(lexicon, stem, Class::weekday);
    const Row* holiday = row_of(lexicon, stem, Class::holiday);
    if (!holiday && stem.ends_with('s')) holiday = row_of(lexicon, stem.substr(0, stem.size() - 1), Class::holiday);  // Neujahrsmorgen
    if (!weekday && !holiday) return {};
    Expression made = expression(Type::time, at, at + 1, "time.day-part");
    made.grain = Grain::day;
    made.part = ending->value;
    if (weekday)
        made.weekday = number_in(weekday->value);
    else
        made.holiday = holiday->value;
    return made;
}

// "gestern Abend", "Monday morning", "heute früh", "kommenden Montag Abend"
Found read_day_and_part(const Reader& reader, At at) {
    Found day = read_compound(reader, at);
    if (!day) {
        day = read_day(reader, at);
        const Term* part = is_day(day) ? reader.term(day->end, Class::part_of_day) : nullptr;
        if (!part || reader.context().tokens[day->end].line_start) return {};
        day->type = Type::time;
        day->part = part->value();
        day->end += part->length;
        day->rule = "time.day-part";
    }
    read_clock_behind(reader, *day);
    return day;
}

// "kommenden Montagabend": the relation is read here because the compound is no weekday's row.
Found read_related_part(const Reader& reader, At at) {
    const auto relation = read_relation(reader, at);
    if (!relation) return {};
    if (Found made = relation->part_only ? Found{} : read_compound(reader, relation->end)) {
        made->begin = at;
        made->nearest = relation->shift == 0;
        made->shift = relation->shift;
        made->tense = relation->shift < 0 ? Tense::past : relation->shift > 0 ? Tense::future : Tense::unknown;
        return made;
    }
    const Term* part = reader.term(relation->end, Class::part_of_day);
    if (!part || reader.term(at, Class::relative_period)) return {};  // "this morning" is a row: today's
    Expression made = expression(Type::time, at, relation->end + part->length, "time.part-related");
    made.grain = Grain::day;
    made.shifted = true;
    made.part = part->value();
    const bool night = made.part == "NI";
    made.shift = relation->days ? relation->shift : night || relation->shift > 0 ? (relation->shift > 0 ? 1 : 0) : relation->shift;
    if (relation->shift == 0 && !relation->days) made.anchor = Anchor::text;
    return made;
}

// "late Tuesday night", "am frühen Sonntagmorgen"
Found read_narrowed_part(const Reader& reader, At at) {
    const Term* adjective = reader.term(at, Class::part_adjective);
    if (!adjective || read_compound(reader, at + adjective->length)) return {};
    Found made = read_day_and_part(reader, at + adjective->length);
    if (!made || made->has_clock()) return {};
    made->begin = at;
    made->mod = adjective->value() == "START" ? Mod::start : Mod::end;
    return made;
}

}  // namespace

Found read_part_of_day(const Reader& reader, At at) {
    if (Found made = read_day_and_part(reader, at)) return made;
    if (Found made = read_narrowed_part(reader, at)) return made;
    if (Found made = read_related_part(reader, at)) return made;
    const Term* adjective = reader.term(at, Class::part_adjective);
    const At name = adjective ? at + adjective->length : at;
    const Term* part = reader.term(name, Class::part_of_day);
    const Term* signal = part ? reader.term_before(at, Class::part_signal) : nullptr;
    if (!signal || (!signal->value().empty() && signal->value() != part->value())) return {};
    const At end = name + part->length;
    if (reader.dash(end) && reader.glued(end)) return {};
    Expression made = expression(Type::time, at, end, "time.part");
    made.part = part->value();
    if (adjective) made.mod = adjective->value() == "START" ? Mod::start : Mod::end;
    return made;
}

Found read_night(const Reader& reader, At at) {
    const Term* night = reader.term(at, Class::night);
    if (!night) return {};
    At next = at + night->length;
    if (const At from = reader.skip(next, Class::night_from); from != next) {
        const Found first = read_day(reader, from);
        const auto number = reader.ordinal(from);
        if (!is_day(first) && !number) return {};
        next = is_day(first) ? first->end : number->end;
    }
    const At joint = reader.skip(next, Class::night_joint);
    if (joint == next) return {};
    Found day = read_day(reader, joint);
    if (!is_day(day)) return {};
    day->begin = at;
    day->type = Type::time;
    day->part = "NI";
    day->rule = "time.night";
    return day;
}

}  // namespace lupe::rules
