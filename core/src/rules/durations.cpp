// Lengths of time, ages, and the points that lie a length away from another.
#include "rules/productions.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

constexpr int elided_chain = 3;  // "zwei, drei oder vier Tage"

// A length of one unit: its unit's row value, how many, and where it ends.
struct Part {
    std::string_view unit;
    Decimal count;
    At end = 0;
    bool plural = false;
    bool open = false;  // an article counts it: "ein Tag"
    bool adjective = false;
};

using FoundPart = std::optional<Part>;

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
    if (reader.dash(at) && reader.glued(at) && reader.glued(at + 1)) ++at;
    else if (!reader.glued(at)) return {};
    for (const Class kind : {Class::age_ending, Class::time_units, Class::time_unit})
        if (const Term* row = reader.term(at, kind)) {
            if (grain_of(row->value()) == Grain::weekend) return {};
            return Part{row->value(), numeral.value, at + row->length, true, false, true};
        }
    return {};
}

// "1:47,60 Minuten", "2:09:37 Stunden": the colons divide the unit by sixty.
FoundPart read_race_time(const Reader& reader, At at, std::string& value) {
    if (!reader.digits(at)) return {};
    const std::string_view run = reader.run(at);
    std::string fields[3];
    std::size_t position = 0, bytes = 0;
    int count = 0;
    while (count < 3 && position < run.size()) {
        const std::size_t begin = position;
        while (position < run.size() && run[position] >= '0' && run[position] <= '9') ++position;
        if (position == begin || position - begin > 3) return {};
        if (const bool point = position < run.size() && (run[position] == ',' || run[position] == '.'); point && count > 0) {
            const std::size_t decimals = position + 1;
            for (++position; position < run.size() && run[position] >= '0' && run[position] <= '9';) ++position;
            if (position == decimals) position = decimals - 1;
        }
        fields[count++] = std::string(run.substr(begin, position - begin));
        bytes = position;
        if (position >= run.size() || run[position] != ':') break;
        ++position;
    }
    const At end = count >= 2 ? reader.run_end(at, bytes) : 0;
    const Term* unit = end ? reader.term(end, Class::time_units) : nullptr;
    if (!unit || (unit->value() != "TH" && unit->value() != "TM")) return {};
    std::string_view signs = unit->value() == "TH" ? "HMS" : count == 3 ? "HMS" : "MS";
    value = "PT";
    for (int i = 0; i < count; ++i) {
        for (char& c : fields[i]) if (c == ',') c = '.';
        const Decimal number = Decimal::parse(fields[i]);
        if (!number.is_zero()) value += number.to_string() + signs[static_cast<std::size_t>(i)];
    }
    return Part{unit->value(), {}, end + unit->length, true, false, false};
}

// A unit behind a numeral that counts something else there: "a second wave".
bool is_other_word(const Reader& reader, const Numeral& numeral, At unit) {
    const Numeral* also = reader.numeral(unit);
    return also && also->ordinal && numeral.article && reader.word(unit + 1) && !reader.term(unit + 1, Class::function_word);
}

// "drei Jahre", "eine halbe Stunde", "zehnjährige", "29-Jährige", "half an hour", "eine Viertelstunde"
FoundPart read_part(const Reader& reader, At at) {
    const Numeral* numeral = reader.numeral(at);
    if (!numeral || numeral->value < Decimal(0)) return {};
    if (numeral->fraction && !numeral->half && numeral->value < Decimal(1) && !numeral->digits) return {};
    if (FoundPart ending = read_ending(reader, *numeral)) return ending;
    if (numeral->ordinal || numeral->partial) return {};
    At behind = numeral->end;
    if (const Term* measure = reader.term(behind, Class::length_adjective)) behind += measure->length;
    if (behind < reader.size() && reader.context().tokens[behind].line_start) return {};
    for (const Class kind : {Class::time_units, Class::time_unit})
        if (const Term* unit = reader.term(behind, kind)) {
            if (grain_of(unit->value()) == Grain::weekend || is_other_word(reader, *numeral, behind)) return {};
            return Part{unit->value(), numeral->value, behind + unit->length, kind == Class::time_units, numeral->article, false};
        }
    return {};
}

// One more, smaller unit behind the first: "vier Stunden und 20 Minuten", "1min 38sec". Sizes: Y > M > W > D > TH > TM > TS.
int size_of(std::string_view unit) {
    constexpr std::string_view order[] = {"TS", "TM", "TH", "D", "W", "M", "Y"};
    for (int i = 0; i < 7; ++i)
        if (order[i] == unit) return i + 1;
    return 0;
}

Found read_length(const Reader& reader, At at) {
    std::string value;
    FoundPart part = read_race_time(reader, at, value);
    if (part) {
        Expression made = expression(Type::duration, at, part->end, "duration.race-time");
        made.length = value;
        return made;
    }
    if (const Numeral* article = reader.numeral(at); !article || article->article || article->half) {
        const At behind = article ? article->end : at;
        if (const Term* span = reader.term(behind, Class::time_span); span && (article || !reader.term(at, Class::time_unit))) {
            Expression made = expression(Type::duration, at, behind + span->length, "duration.span");
            made.length = span->value();
            if (!article || !article->half) return made;
        }
    }
    part = read_part(reader, at);
    if (!part) return {};
    value = length_of(part->unit, part->count);
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
    const Numeral* first = reader.numeral(at);
    if (!first || first->ordinal || first->partial || first->article || first->fraction) return {};
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
    if (const auto relation = read_relation(reader, at)) behind = relation->end;
    else if (const auto ordinal = reader.ordinal(at); ordinal && ordinal->value == 1 && !reader.digits(at)) behind = ordinal->end;
    else return {};
    const FoundPart part = read_part(reader, behind);
    if (!part || part->open || part->adjective || !part->plural) return {};
    Expression made = expression(Type::duration, at, part->end, "duration.bounded");
    made.length = length_of(part->unit, part->count);
    return made.length.empty() ? Found{} : Found(made);
}

// What a length away means: its grain, and how far in that grain.
bool set_shift(Expression& made, const Part& part, int sign) {
    const Grain grain = grain_of(part.unit);
    const auto factor = part.unit.ends_with('Y') && part.unit.size() > 1 ? number_in(part.unit) : 1;
    const Decimal count = part.count * Decimal(factor);
    made.shifted = true;
    made.grain = grain == Grain::decade || grain == Grain::century ? Grain::year : grain;
    if (grain == Grain::none) {  // a clock unit: minutes, kept in `minute`
        const int minutes = part.unit == "TH" ? 60 : part.unit == "TM" ? 1 : 0;
        const Decimal total = count * Decimal(minutes);
        if (minutes == 0 || total.to_int(-1) < 0 || total.to_int(-1) > 100000) return false;
        made.type = Type::time;
        made.shift = sign * static_cast<int>(total.to_int(0));
        return true;
    }
    if (grain == Grain::half) {
        made.grain = Grain::month;
        made.shift = sign * 6 * static_cast<int>(count.to_int(0));
        return count.is_integer();
    }
    if (!count.is_integer()) {
        const Decimal months = count * Decimal(12);
        if (made.grain != Grain::year || !months.is_integer()) return false;
        made.grain = Grain::month;
        made.shift = sign * static_cast<int>(months.to_int(0) % 100000);
        return true;
    }
    if (count.to_int(-1) < 0 || count.to_int(-1) > 20000) return false;
    made.shift = sign * static_cast<int>(count.to_int(0));
    if (grain == Grain::week && made.shift * sign == 1 && part.open) {  // "vor einer Woche" is a day
        made.grain = Grain::day;
        made.shift *= 7;
    }
    return true;
}

Mod mod_of(std::string_view bound) {
    return bound == "approximate" ? Mod::approx : bound == "less_than" ? Mod::less_than : bound == "more_than" ? Mod::more_than : Mod::none;
}

// "vor gut einer Woche", "in drei Wochen"
Found read_before(const Reader& reader, At at) {
    const Term* ago = reader.term(at, Class::ago);
    const Term* hence = ago ? nullptr : reader.term(at, Class::hence);
    if (!ago && !hence) return {};
    At behind = at + (ago ? ago : hence)->length;
    const Term* bound = reader.term(behind, Class::bound);
    if (bound) behind += bound->length;
    const FoundPart part = read_part(reader, behind);
    if (!part || part->adjective) return {};
    Expression made = expression(Type::date, at, part->end, ago ? "date.ago" : "date.hence");
    if (!set_shift(made, *part, ago ? -1 : 1)) return {};
    made.hedged = hence != nullptr;
    made.length = length_of(part->unit, part->count);
    made.length_begin = behind;
    if (bound) made.mod = mod_of(bound->value());
    return made;
}

// "two years ago", "zwei Tage später", "a year earlier"
Found read_behind(const Reader& reader, At at) {
    const FoundPart part = read_part(reader, at);
    if (!part || part->adjective) return {};
    const Term* ago = reader.term(part->end, Class::ago_after);
    const Term* later = ago ? nullptr : reader.term(part->end, Class::later);
    if (!ago && !later) return {};
    const At end = part->end + (ago ? ago : later)->length;
    if (later && reader.term(end, Class::comparison)) return {};
    Expression made = expression(Type::date, at, end, ago ? "date.ago" : "date.later");
    if (!set_shift(made, *part, ago ? -1 : number_in(later->value()))) return {};
    if (later) made.anchor = Anchor::text;
    made.length = length_of(part->unit, part->count);
    made.length_begin = at;
    return made;
}

}  // namespace

Found read_duration(const Reader& reader, At at) {
    Found length = read_length(reader, at), bounded = read_bounded(reader, at);
    if (bounded && (!length || bounded->end > length->end)) return bounded;
    return length ? length : read_elided(reader, at);
}

Found read_pointer(const Reader& reader, At at) {
    if (Found before = read_before(reader, at)) return before;
    return read_behind(reader, at);
}

}  // namespace lupe::rules
