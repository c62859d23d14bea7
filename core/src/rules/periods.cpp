// Periods: months, quarters, seasons, weeks; what an ordinal, a relation or a narrowing word makes of them and of years.
#include "rules/productions.h"

namespace lupe::rules {

namespace {

Expression shifted(At begin, At end, Grain grain, int shift, const char* rule) {
    Expression made = period(begin, end, grain, 0, rule);
    made.shifted = true;
    made.shift = shift;
    return made;
}

Mod mod_of(std::string_view name) { return name == "START" ? Mod::start : name == "MID" ? Mod::mid : name == "END" ? Mod::end : Mod::none; }

Grain grain_named(std::string_view name) {
    if (name == "year") return Grain::year;
    if (name == "half") return Grain::half;
    if (name == "quarter") return Grain::quarter;
    if (name == "month") return Grain::month;
    if (name == "week") return Grain::week;
    if (name == "day") return Grain::day;
    return Grain::none;
}

// "im Herbst und Winter"
bool follows_season(const Reader& reader, At at) {
    const Term* joint = reader.term_before(at, Class::range_joint);
    return joint && reader.term_before(at - joint->length, Class::season);
}

// "Mai [2023]", "Sommer [dieses Jahres]", "Q3 [2025]"
Found read_named(const Reader& reader, At at) {
    Expression made;
    if (const Term* part = reader.term(at, Class::numbered_part)) {
        if (reader.glued(at + part->length) && reader.word(at + part->length)) return {};  // H1N1
        std::string_view value = part->value();
        const Grain grain = grain_named(take_word(value));
        made = period(at, at + part->length, grain, number_in(value), "date.part");
    } else if (const Term* month = reader.term(at, Class::month)) {
        if (!is_month(reader, at, at + month->length)) return {};
        made = period(at, at + month->length, Grain::month, number_in(month->value()), "date.month");
    } else if (const Term* season = reader.term(at, Class::season)) {
        made = period(at, at + season->length, Grain::season, number_in(season->value()), "date.season");
        made.signalled = reader.term_before(at, Class::season_signal) || follows_season(reader, at);
    } else if (const Term* unit = reader.term(at, Class::time_unit); unit && grain_of(unit->value()) == Grain::weekend) {
        return period(at, at + unit->length, Grain::weekend, 0, "date.weekend");
    } else {
        return {};
    }
    const At alone = made.end;
    read_year_tail(reader, made);
    if (made.end == alone)
        if (const Found year = read_prefixed_year(reader, made.end)) {
            made.year = year->year;
            made.end = year->end;
        }
    return made;
}

// "drittes Quartal 2023", "ersten Monat des Jahres", "19. Jahrhundert", "third week of October"
Found read_ordinal(const Reader& reader, At at) {
    const auto which = reader.ordinal(at);
    if (!which) return {};
    At behind = which->end;
    if (reader.dash(behind)) ++behind;
    const Term* unit = reader.term(behind, Class::time_unit);
    if (!unit) return {};
    const Grain grain = grain_of(unit->value());
    const At end = behind + unit->length;
    if (grain == Grain::weekend && which->value == 1) return period(at, end, Grain::weekend, 0, "date.weekend");
    const int most = grain == Grain::half ? 2 : grain == Grain::quarter ? 4 : grain == Grain::month ? 12 : grain == Grain::century ? 30 : 0;
    if (which->value < 1 || which->value > most) return {};
    Expression made = period(at, end, grain, grain == Grain::century ? which->value - 1 : which->value, "date.ordinal");
    if (grain == Grain::century) return made;
    read_year_tail(reader, made);
    if (grain == Grain::month && made.end == end) return {};
    return made;
}

// "third week of October", "first Tuesday of November", "in der letzten Woche des Mai", "dritte Woche im Oktober": `day` is which one, -1
// the last.
Found read_week_of_month(const Reader& reader, At at) {
    const auto which = reader.ordinal(at);
    const auto relation = which ? std::nullopt : read_relation(reader, at);
    if (which ? which->value < 1 || which->value > 5 : !relation || relation->shift >= 0 || relation->from_text) return {};
    const At unit = which ? which->end : relation->end;
    const Term* weekday = which ? reader.term(unit, Class::weekday) : nullptr;
    const Term* week = weekday ? weekday : reader.term(unit, Class::time_unit);
    if (!week || (!weekday && grain_of(week->value()) != Grain::week)) return {};
    At joint = reader.skip(unit + week->length, Class::narrowing_joint);
    if (joint == unit + week->length) joint = reader.skip(joint, Class::season_signal);
    const Term* month = joint == unit + week->length ? nullptr : reader.term(joint, Class::month);
    if (!month) return {};
    Expression made = period(at, joint + month->length, Grain::week, number_in(month->value()), "date.week-of-month");
    if (weekday) made.weekday = number_in(weekday->value());
    made.day = which ? static_cast<int>(which->value) : -1;
    read_year_tail(reader, made);
    return made;
}

// "KW 12", "week 40"
Found read_week(const Reader& reader, At at) {
    const Term* unit = reader.term(at, Class::week_word);
    if (!unit) return {};
    const auto number = reader.integer(at + unit->length, 2);
    if (!number || number->value < 1 || number->value > 53) return {};
    Expression made = period(at, number->end, Grain::week, number->value, "date.week");
    read_year_tail(reader, made);
    return made;
}

// "vergangenen Wochen", "recent years": when is open, but not on which side of today.
Found read_reference(const Reader& reader, At at, const Relation& relation) {
    const Term* units = reader.term(relation.end, Class::time_units);
    if (!units || relation.shift == 0 || grain_of(units->value()) == Grain::none) return {};
    Expression made = expression(Type::date, at, relation.end + units->length, "date.ref");
    made.length = relation.shift < 0 ? "PAST_REF" : "FUTURE_REF";
    return made;
}

// "vergangenen Jahr", "nächste Woche", "this summer", "laufende Quartal", "kommenden Mai"
Found read_related(const Reader& reader, At at) {
    const auto relation = read_relation(reader, at);
    if (!relation || relation->part_only) return {};
    if (Found reference = read_reference(reader, at, *relation)) return reference;
    if (const Term* unit = reader.term(relation->end, Class::time_unit)) {
        const Grain grain = grain_of(unit->value());
        // "am letzten Tag" is the last one, not yesterday.
        if (grain == Grain::day && relation->days) return day_shift(at, relation->end + unit->length, relation->shift, "date.relative-day");
        if (grain == Grain::none || (grain == Grain::day && relation->shift <= 0)) return {};
        Expression made = shifted(at, relation->end + unit->length, grain, relation->shift, "date.relation");
        if (relation->from_text || grain == Grain::day) made.anchor = Anchor::text;
        return made;
    }
    Found made = read_named(reader, relation->end);
    if (!made) made = read_ordinal(reader, relation->end);
    if (!made || made->absolute() || relation->days) return {};
    made->begin = at;
    made->tense = relation->shift < 0 ? Tense::past : relation->shift > 0 ? Tense::future : Tense::unknown;
    made->nearest = relation->shift == 0;
    made->shift = relation->shift;
    return made;
}

// "heuer", "Vorjahr", "Jahresende [2023]", "Vorjahresquartal"
Found read_relative_period(const Reader& reader, At at) {
    const Term* row = reader.term(at, Class::relative_period);
    if (!row) return {};
    std::string_view value = row->value();
    if (names_event(reader, at + row->length)) return {};
    const Grain grain = grain_named(take_word(value));
    Expression made = shifted(at, at + row->length, grain, number_in(take_word(value)), "date.relative-period");
    for (std::string_view word = take_word(value); !word.empty(); word = take_word(value)) {
        if (word == "text")
            made.anchor = Anchor::text;
        else if (word.size() == 1)
            made.weekday = number_in(word);
        else if (word.size() == 2)
            made.part = word, made.type = Type::time;
        else
            made.mod = mod_of(word);
    }
    if (made.mod == Mod::none && !(grain == Grain::year && made.shift == 0)) return made;
    const At alone = made.end;
    read_year_tail(reader, made);
    if (made.end != alone) made.shifted = made.year == 0;
    return made;
}

// A season needs more than its name to be a time ("Der Sommer macht Pause"); "H2" is also hydrogen.
bool is_bare_name(const Reader& reader, const Expression& e) {
    if (e.absolute() || e.year_shifted) return false;
    if (e.rule == std::string_view("date.season")) return e.tense == Tense::unknown && !e.nearest && !e.signalled;
    return e.rule == std::string_view("date.part") && e.grain == Grain::half &&
           (reader.dash(e.end) || !reader.term_before(e.begin, Class::year_signal));
}

Found read_plain(const Reader& reader, At at) {
    Found best;
    for (const auto read : {read_year_month, read_year, read_prefixed_year, read_decade, read_named, read_ordinal, read_week,
                            read_week_of_month, read_related, read_relative_period})
        if (Found found = read(reader, at); found && (!best || found->end > best->end)) best = std::move(found);
    return best;
}

// "Ende Oktober", "Anfang des Jahres", "Mitte der 80er-Jahre", "mid-June", "late Monday", "end of July"
Found read_narrowed(const Reader& reader, At at) {
    const Term* narrowing = reader.term(at, Class::narrowing);
    if (!narrowing) return {};
    At behind = at + narrowing->length;
    if (reader.dash(behind) && reader.glued(behind)) ++behind;
    behind = reader.skip(behind, Class::narrowing_joint);
    Found made = read_plain(reader, behind);
    if (!made || made->length == "PAST_REF" || made->length == "FUTURE_REF") {
        if (Found day = read_day(reader, behind); day && day->weekday != 0 && !made) {
            if (!reader.month_first()) return {};
            made = day;
        } else if (const Term* unit = reader.term(behind, Class::time_unit);
                   unit && !made && grain_of(unit->value()) != Grain::none && grain_of(unit->value()) != Grain::day) {
            made = shifted(behind, behind + unit->length, grain_of(unit->value()), 0, "date.narrowed");
            if (const auto year = made->grain == Grain::year ? reader.year(made->end) : std::nullopt) {  // "Anfang des Jahres 2020"
                made->shifted = false;
                made->year = year->value;
                made->end = year->end;
            }
        } else {
            return {};
        }
    }
    if (made->mod != Mod::none) return {};
    made->begin = at;
    made->mod = mod_of(narrowing->value());
    return made;
}

}  // namespace

Found read_period(const Reader& reader, At at) {
    Found plain = read_plain(reader, at), narrowed = read_narrowed(reader, at);
    if (plain && is_bare_name(reader, *plain)) plain.reset();
    return narrowed && (!plain || narrowed->end >= plain->end) ? narrowed : plain;
}

Found read_date(const Reader& reader, At at) {
    Found day = read_day(reader, at), period = read_period(reader, at);
    if (!day || (period && period->end > day->end)) return period;
    return day;
}

}  // namespace lupe::rules
