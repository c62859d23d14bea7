// Reads one amount around each numeral: its sign, and the currency, percent sign or unit before or behind it.
#include <algorithm>
#include <optional>

#include "rules/amount.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

bool is_dash(std::string_view token) { return token == "-" || token == "–" || token == "−" || token == "‑"; }

class AmountReader {
public:
    AmountReader(const Context& context, const Numeral& numeral) : context_(context) {
        amount_.begin = numeral.begin;
        amount_.end = numeral.end;
        amount_.span = numeral.span;
        amount_.numeral = numeral;
        amount_.magnitude.min = amount_.magnitude.max = numeral.value;
    }

    std::optional<Amount> read() {
        const Numeral& numeral = amount_.numeral;
        if (numeral.ordinal && !numeral.fraction) return {};
        if (numeral.partial) return read_partial();
        read_sign();
        read_currency_before();
        if (amount_.prefixed && !amount_.is_signed) read_sign();
        read_behind();
        read_plus();
        return amount_;
    }

private:
    // "zwanzigprozentig"; other words that begin with a number are no amounts.
    std::optional<Amount> read_partial() {
        const Tail tail = tail_of(context_, amount_.numeral);
        const auto rows = context_.lexicon.rows(text::key_of(tail.text));
        if (std::none_of(rows.begin(), rows.end(), [](const Row* row) { return row->kind == Class::percent_tail; })) return {};
        set(Measure::percent, {}, "percent.adjective");
        extend(tail.end);
        return amount_;
    }

    void extend(std::uint32_t end) {
        amount_.end = end;
        amount_.span = context_.span(amount_.begin, end);
    }
    void extend_left(std::uint32_t begin) {
        amount_.begin = begin;
        amount_.span = context_.span(begin, amount_.end);
    }
    void set(Measure measure, std::string_view unit, const char* rule) {
        amount_.measure = measure;
        amount_.unit = unit;
        amount_.rule = rule;
    }

    // "-3", "– 3" is no sign, "minus 3"; a dash that hangs on something before it is a hyphen or a range.
    void read_sign() {
        const std::uint32_t at = amount_.begin;
        if (at == 0 || context_.tokens[at].line_start) return;
        const bool dash = is_dash(context_.slice(at - 1)), plus = context_.is(at - 1, "+");
        if (dash || plus) {
            if (!context_.glued(at) || (context_.glued(at - 1) && !opens(at - 2))) return;
            negate(dash);
            extend_left(at - 1);
        } else if (const Term* sign = term_before(context_, at, Class::sign)) {
            const bool negative = sign->value() == "-";
            if (!negative || is_plus_or_minus(context_, at - 1)) return;
            negate(negative);
            extend_left(at - 1);
        }
    }
    // "Auftragseingang plus 9 %", but not "5,50 Euro plus 1,50 Euro".
    void read_plus() {
        const std::uint32_t at = amount_.begin;
        if (amount_.is_signed || (amount_.measure != Measure::percent && amount_.measure != Measure::quantity) || at < 2) return;
        const Term* sign = term_before(context_, at, Class::sign);
        if (!sign || context_.tokens[at - 2].shape == Shape::digits || context_.tokens[at - 2].shape == Shape::symbol ||
            is_plus_or_minus(context_, at - 1))
            return;
        for (const Class kind : {Class::percent, Class::currency, Class::unit, Class::minor})
            if (term_at_end(context_, at - 1, kind)) return;
        negate(sign->value() == "-");
        extend_left(at - 1);
    }
    bool opens(std::uint32_t at) const {
        return context_.is(at, "(") || context_.is(at, "[") || context_.is(at, "|") || context_.is(at, "±");
    }
    void negate(bool negative) {
        amount_.is_signed = true;
        if (negative) amount_.magnitude.min = amount_.magnitude.max = -amount_.numeral.value;
    }

    void read_currency_before() {
        if (!amount_.numeral.digits && !amount_.numeral.scaled) return;
        if (context_.terms.find(amount_.end, Class::percent)) return;  // "198 MIO EUR +2,6%"
        for (const Class kind : {Class::currency, Class::currency_noun, Class::minor}) {
            const Term* term = term_before(context_, amount_.begin, kind);
            if (!term || !may_precede(*term->row)) continue;
            const std::uint32_t begin = amount_.begin - term->length;
            if (hangs_on_digits(begin) || closes_weekdays(context_, begin)) continue;
            if (kind == Class::minor)
                set_minor(*term, "money.currency-number");
            else
                set_currency(*term, "money.currency-number");
            amount_.prefixed = true;
            extend_left(begin);
            return;
        }
    }
    // In "5 € 20" and "10$-20$" the sign belongs to the number before it.
    bool hangs_on_digits(std::uint32_t at) const {
        return at > 0 && !context_.tokens[at].line_start && context_.tokens[at - 1].shape == Shape::digits &&
               (context_.glued(at) || !context_.glued(amount_.begin));
    }

    void set_currency(const Term& term, const char* rule) {
        const bool shared = term.kind() == Class::currency_noun;
        set(Measure::money, shared ? std::string_view{} : term.value(), rule);
        if (shared) amount_.noun = term.row;
    }

    // "* 0.01 EUR USD": cents of whichever of these the text means; "CHF 0.01": Rappen; "EUR 1000": TEUR.
    void set_minor(const Term& term, const char* rule) {
        const std::string_view value = term.value();
        const std::size_t space = value.find(' '), end = std::min(value.find(' ', space + 1), value.size());
        set(Measure::money, value.starts_with('*') ? std::string_view{} : value.substr(0, space), rule);
        amount_.share = Decimal::parse(value.substr(space + 1, end - space - 1));
        if (amount_.unit.empty()) amount_.noun = term.row;
    }

    void read_behind() {
        std::uint32_t at = amount_.end;
        read_scale_letter(at);
        if (const Term* dash = context_.terms.find(at, Class::money_dash); dash && context_.glued(at)) at += dash->length;
        const bool dashed = at != amount_.end && !amount_.numeral.scaled;
        if (amount_.prefixed) return extend(at);
        if (amount_.numeral.article && same_line(at) && context_.terms.find(at, Class::number_adjective)) ++at;  // eine symbolische Mark
        const bool hyphen = context_.glued(at) && is_dash(context_.slice(at)) && context_.glued(at + 1);
        if (read_loose_scale(at) || (hyphen && read_rate_step(at + 1)) || read_unit(at + hyphen) || read_part(at)) return;
        read_behind_bracket();
        if (dashed) extend(at);
        if (context_.glued(at)) read_percent_tail(at + hyphen);
    }

    // "288 (Vorjahr: 251) Millionen Euro": what stands behind the bracket holds for the number in it.
    void read_behind_bracket() {
        constexpr std::uint32_t reach = 4;
        std::uint32_t at = amount_.end, open = amount_.begin;
        if (!context_.is(at, ")") || !amount_.numeral.digits || amount_.numeral.scaled || !same_line(at + 1)) return;
        while (open > 0 && amount_.begin - open < reach && !context_.is(open, "(")) --open;
        if (!context_.is(open, "(") || open == 0 || context_.tokens[open - 1].shape != Shape::digits) return;
        const Term* scale = context_.terms.find(++at, Class::scale);
        if (scale) at += scale->length;
        for (const Term& term : context_.terms.at(at)) {
            if (!read_term(term, at)) continue;
            amount_.elided = true;
            if (scale) multiply(amount_, Decimal::parse(scale->value()));
            return;
        }
    }

    // "$5m", "5k Euro": a letter multiplies only beside a currency.
    void read_scale_letter(std::uint32_t& at) {
        const Term* letter = context_.glued(at) && !amount_.numeral.scaled ? context_.terms.find(at, Class::scale_letter) : nullptr;
        if (!letter || letter->length != 1) return;
        const bool currency_behind = !amount_.prefixed && same_line(at + 1) && context_.terms.find(at + 1, Class::currency);
        if (!amount_.prefixed && !currency_behind) return;
        multiply(amount_, Decimal::parse(letter->value()));
        ++at;
        extend(at);
    }
    // "105m clients", "14m tonnes": a letter that may be a multiplier without a currency, if a noun or unit follows that is counted.
    bool read_loose_scale(std::uint32_t at) {
        const Term* letter = context_.glued(at) ? context_.terms.find(at, Class::loose_scale) : nullptr;
        if (!letter || amount_.numeral.scaled || !amount_.numeral.digits || goes_on(at + 1)) return false;
        const bool unit = same_line(at + 1) && context_.terms.find(at + 1, Class::unit) && context_.tokens[at + 1].span.size() > 1;  // kWh
        if (!(unit || counts_noun(context_, at + 1)) || context_.terms.find(at + 1, Class::length_word)) {
            amount_.loose_scale = Decimal::parse(letter->value());
            return false;
        }
        multiply(amount_, Decimal::parse(letter->value()));
        extend(at + 1);
        if (!context_.terms.find(at + 1, Class::time_units)) read_unit(at + 1);
        return true;
    }

    bool same_line(std::uint32_t at) const { return at < context_.tokens.size() && !context_.tokens[at].line_start; }

    // A unit, unless it is the start of something longer ("2C_999") or the numeral is no sure one ("an eighth crown", "a barrel").
    bool read_unit(std::uint32_t at) {
        const Numeral& numeral = amount_.numeral;
        if (!same_line(at) || (numeral.fraction && numeral.ordinal)) return false;
        const bool mere = numeral.article && context_.terms.find(amount_.begin, Class::mere_article);
        for (const Term& term : context_.terms.at(at)) {
            const std::uint32_t end = at + term.length, half_end = end_of_half(end);
            if ((term.kind() != Class::percent && goes_on(end)) || (mere && half_end == end && !is_coin(context_, term, at)) ||
                !read_term(term, at))
                continue;
            extend(end);
            amount_.unit_end = end;
            if (half_end > end) add_half(half_end);
            if (amount_.measure == Measure::quantity) read_per();
            return true;
        }
        return false;
    }

    // "a mile and a half": the end of the half that is told behind its unit, else `at`.
    std::uint32_t end_of_half(std::uint32_t at) const {
        const Term* joint = same_line(at) ? context_.terms.find(at, Class::coordinator) : nullptr;
        const Term* article = joint ? context_.terms.find(at + joint->length, Class::mere_article) : nullptr;
        const Term* half = article ? context_.terms.find(at + joint->length + article->length, Class::half) : nullptr;
        const std::uint32_t end = half ? at + joint->length + article->length + half->length : at;
        const bool other = counts_noun(context_, end) && !context_.terms.find(end, Class::length_word);  // a mile and a half marathon
        return other || context_.is(end, "-") ? at : end;
    }
    void add_half(std::uint32_t end) {
        if (amount_.measure == Measure::duration) return;  // read elsewhere
        amount_.magnitude.min = amount_.magnitude.max = amount_.numeral.value + amount_.numeral.scale * Decimal(5, -1);
        amount_.numeral.article = false;
        extend(end);
    }

    // "a quarter of a percentage point", "0.1 of a mile"
    bool read_part(std::uint32_t at) {
        const bool below_one = amount_.numeral.digits && !amount_.numeral.scaled && amount_.numeral.value < Decimal(1);
        const Term* joint = amount_.numeral.fraction || below_one ? context_.terms.find(at, Class::fraction_joint) : nullptr;
        const Term* article = joint ? context_.terms.find(at + joint->length, Class::mere_article) : nullptr;
        return article && read_unit(at + joint->length + article->length);
    }

    // "a quarter-point cut": the article is the cut's.
    bool read_rate_step(std::uint32_t at) {
        const Numeral& numeral = amount_.numeral;
        const Term* step = numeral.fraction || numeral.half ? context_.terms.find(at, Class::rate_step) : nullptr;
        if (!step) return false;
        set(Measure::quantity, step->value(), "quantity.number-unit");
        if (context_.terms.find(amount_.begin, Class::article) && amount_.begin + 1 < numeral.end) extend_left(amount_.begin + 1);
        extend(at + step->length);
        return true;
    }

    bool goes_on(std::uint32_t at) const {
        return context_.glued(at) &&
               (context_.tokens[at].shape <= Shape::digits || context_.is(at, "_") ||
                (is_dash(context_.slice(at)) && context_.glued(at + 1) && context_.tokens[at + 1].shape == Shape::digits));
    }

    bool read_term(const Term& term, std::uint32_t at) {
        switch (term.kind()) {
            case Class::percent: set(Measure::percent, {}, "percent.number-percent"); return true;
            case Class::currency_after:
            case Class::currency:
            case Class::currency_noun:
                if (opens_next_amount(context_, term, at)) return false;
                set_currency(term, "money.number-currency");
                return true;
            case Class::minor: set_minor(term, "money.number-minor"); return true;
            case Class::unit: set(Measure::quantity, term.value(), "quantity.number-unit"); return true;
            case Class::time_unit:
            case Class::time_units:
                if (context_.glued(at)) return false;  // 7-Tage-Inzidenz
                set(Measure::duration, term.value(), "duration.length");
                return true;
            case Class::unit_noun:
                set(Measure::quantity, {}, "quantity.number-unit");
                amount_.noun = term.row;
                return true;
            default: return false;
        }
    }
    // "Liter je Quadratmeter", "meters per second": a unit per unit; what is named between them ("Liter Regen je") does not matter.
    void read_per() {
        std::uint32_t at = amount_.end;
        if (!same_line(at)) return;
        const Term* per = context_.terms.find(at, Class::per);
        if (!per && context_.tokens[at].shape >= Shape::title && context_.tokens[at].shape <= Shape::mixed) {
            while (context_.glued(++at) && context_.tokens[at].shape == Shape::digits) {}  // CO2
            if (same_line(at)) per = context_.terms.find(at, Class::per);
        }
        if (!per || !same_line(at + per->length)) return;
        const Term* below = context_.terms.find(at + per->length, Class::unit);
        if (!below) below = context_.terms.find(at + per->length, Class::rate_time);
        if (!below) return;
        amount_.below = below->value();
        extend(at + per->length + below->length);
    }

    // "30-prozentige"
    void read_percent_tail(std::uint32_t at) {
        if (!context_.terms.find(at, Class::percent_tail)) return;
        set(Measure::percent, {}, "percent.adjective");
        extend(at + 1);
    }

    const Context& context_;
    Amount amount_;
};

}  // namespace

Amounts read_amounts(const Context& context, std::span<const Numeral> numerals) {
    Amounts amounts;
    amounts.reserve(numerals.size());
    for (const Numeral& numeral : numerals) {
        if (!amounts.empty() && numeral.begin < amounts.back().end) continue;  // the 100 of "5 Liter je 100 Kilometer"
        if (const auto amount = AmountReader(context, numeral).read()) amounts.push_back(*amount);
    }
    return amounts;
}

}  // namespace lupe::rules
