// Points that lie a length away from today or from what the text told: "vor zwei Jahren", "two days later".
#include "rules/length.h"

namespace lupe::rules {

namespace {

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
    if (hence && reader.term(part->end, Class::ago_after)) return {};  // "who tuned in four years ago"
    Expression made = expression(Type::date, at, part->end, ago ? "date.ago" : "date.hence");
    if (!set_shift(made, *part, ago ? -1 : 1)) return {};
    if (const Found length = hence ? read_duration(reader, behind) : Found{}; length && length->end > part->end) return {};
    made.hedged = hence != nullptr;
    made.length = length_of(part->unit, part->count);
    made.length_begin = behind;
    made.length_end = part->end;
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
    if (later && (reader.term(end, Class::comparison) || names_event(reader, end))) return {};
    if (const auto year = reader.mark(end, ',') && grain_of(part->unit) == Grain::year ? reader.year(end + 1) : std::nullopt) {
        Expression made = expression(Type::date, at, year->end, "date.year");  // "ein Jahr später, 1950"
        made.grain = Grain::year;
        made.year = static_cast<int>(year->value);
        return made;
    }
    Expression made = expression(Type::date, at, end, ago ? "date.ago" : "date.later");
    if (!set_shift(made, *part, ago ? -1 : number_in(later->value()))) return {};
    if (later) made.anchor = Anchor::text;
    made.length = length_of(part->unit, part->count);
    made.length_begin = at;
    made.length_end = part->end;
    return made;
}

}  // namespace

Found read_pointer(const Reader& reader, At at) {
    if (Found before = read_before(reader, at)) return before;
    return read_behind(reader, at);
}

}  // namespace lupe::rules
