// A number that counts no noun of its own takes its measure from a neighbour that says it:
//
//   ahead    statt 94 nun 81 Milliarden Euro; um 39,2, Lebensmittel um 7,5 Prozent
//   behind   98 Mio. Euro im Jahr, zuletzt 94; Die Karte kostet 9 Euro. Bisher waren es acht.
//   a length im Schnitt neun Tage, bei ihm acht; from 11 hours to four
//   a word   Eintritt 8; Leitzins nahe null
//
// Each number looks at the amounts next to it only, so that the pass is linear.
#include <algorithm>

#include "rules/amount.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

class Sharing {
public:
    Sharing(const Context& context, Amounts& amounts) : context_(context), amounts_(amounts) {
        std::size_t sentence = 0;
        std::uint32_t pure_end = 0;  // of a number that takes no measure
        for (Amount& amount : amounts) {
            while (sentence < context.sentences.size() && context.sentences[sentence] <= amount.begin) ++sentence;
            sentence_.push_back(sentence);
            const bool sum =
                amount.numeral.scaled && amount.end < context.tokens.size() && context.terms.find(amount.end, Class::money_noun);
            const Term* versus = term_before(context, amount.begin, Class::versus);  // "voted 7 to 2"
            const bool pure =
                term_before(context, amount.begin, Class::pure_number) || (versus && amount.begin - versus->length == pure_end);
            pure_end = pure ? amount.end : 0;
            const bool numeral =
                amount.measure == Measure::none && !amount.numeral.fraction && !amount.numeral.article && !pure && !is_for_whom(amount);
            denominator_.push_back(is_denominator(amount));
            if (denominator_.back() && amount.measure == Measure::none && follows_numerator(bare_.size())) bare_.back() = false;
            bare_.push_back(numeral && !denominator_.back() && !is_factor(amount) && (sum || !counts_noun(context, amount.end)));
            has_money_ = has_money_ || amount.measure == Measure::money;
        }
    }

    // From the end, so that a chain ("40 mal 30 mal 20 Zentimeter") hands its unit on.
    void look_ahead() {
        for (std::size_t i = amounts_.size(); i-- > 1;)
            if (bare_[i - 1] && !denominator_[i] && amounts_[i - 1].measure == Measure::none && sentence_[i - 1] == sentence_[i] &&
                !follows_length(i - 1) && reaches(amounts_[i - 1], amounts_[i]))
                take_measure(amounts_[i - 1], amounts_[i]);
    }

    void look_behind() {
        for (std::size_t i = 0; i < amounts_.size(); ++i) {
            read_loose_scale(i);
            if (bare_[i] && amounts_[i].measure == Measure::none) take_from_before(i);
            if (large(amounts_[i])) last_large_ = i + 1;
        }
    }

private:
    bool follows_length(std::size_t i) const {
        return i > 0 && amounts_[i - 1].measure == Measure::duration && sentence_[i - 1] == sentence_[i] && is_opposed(i, i - 1);
    }

    void take_from_before(std::size_t i) {
        if (const std::size_t giver = giver_before(i); giver < i)
            take_measure(amounts_[i], amounts_[giver]);
        else if (!part_of_number(i))
            take_from_word(amounts_[i]);
        if (amounts_[i].measure == Measure::none && is_sum(i)) set(amounts_[i], Measure::money, "money.sum");
    }

    // "985 Keime je 100 Milliliter", "$10 per million": its measure is no other number's; "sie fassen je 100 Liter" tells what each holds.
    bool is_denominator(const Amount& amount) const {
        const Term* per = term_before(context_, amount.begin, Class::per);
        const std::uint32_t at = amount.begin - (per ? per->length : 0);
        if (!per || at == 0 || context_.tokens[at].shape == Shape::punct || context_.tokens[at].shape == Shape::symbol) return false;
        return !capitalises_nouns(context_) || context_.tokens[at - 1].shape != Shape::lower;
    }

    // "52 Mikrogramm Blei je 100 Milliliter", "8,7 je 1.000 Einwohner": what is counted per amount `i` stands shortly before it.
    bool follows_numerator(std::size_t i) const {
        constexpr std::uint32_t near = 4;
        return i > 0 && amounts_[i].begin - amounts_[i - 1].end <= near;
    }

    // "1.9x"
    bool is_factor(const Amount& amount) const { return context_.glued(amount.end) && context_.terms.find(amount.end, Class::times_sign); }

    // "13 Euro und reicht für zwei"
    bool is_for_whom(const Amount& amount) const {
        return !amount.numeral.digits && !amount.numeral.scaled && !amount.magnitude.is_range &&
               term_before(context_, amount.begin, Class::for_whom);
    }

    static bool large(const Amount& amount) { return amount.numeral.scaled && amount.numeral.scale >= Decimal(1, 6); }

    // Does the language leave out the currency of large sums?
    bool may_be_sum(const Amount& amount) const { return term_at_end(context_, amount.numeral.end, Class::sum_scale) != nullptr; }

    // "Das Land zahlt 81 Millionen": where sums of money are told of, large numbers that count nothing are sums, unless the
    // last large number counted something.
    bool is_sum(std::size_t i) const {
        if (!has_money_ || !large(amounts_[i]) || !may_be_sum(amounts_[i]) || part_of_number(i)) return false;
        return last_large_ == 0 || amounts_[last_large_ - 1].measure != Measure::none || sentence_[last_large_ - 1] + 2 < sentence_[i];
    }

    // "Umsatz 840 Mio. Euro, EBITDA 270m", "from 9.1m to 10.5m tonnes": beside such a number the letter multiplies.
    void read_loose_scale(std::size_t i) {
        Amount& amount = amounts_[i];
        if (amount.loose_scale.is_zero() || context_.terms.find(amount.end, Class::length_word)) return;
        const bool sum =
            i > 0 && amounts_[i - 1].measure == Measure::money && large(amounts_[i - 1]) && sentence_[i] <= sentence_[i - 1] + 1;
        const bool before = i > 0 && is_scaled_alike(i, i - 1), behind = i + 1 < amounts_.size() && is_scaled_alike(i, i + 1);
        if (!sum && !before && !behind) return;
        amount.measure = Measure::none;
        amount.unit = {};
        multiply(amount, amount.loose_scale);
        bare_[i] = sum;
        if (sum) return;
        const Amount& giver = amounts_[before ? i - 1 : i + 1];
        if (giver.measure == Measure::quantity) take_measure(amount, giver);
    }

    // "3.2m cars, up from 2.9m": millions of about as many.
    bool is_scaled_alike(std::size_t i, std::size_t at) const {
        const Amount &amount = amounts_[i], &other = amounts_[at];
        const bool counts = other.measure == Measure::none || other.measure == Measure::quantity;
        return counts && sentence_[i] == sentence_[at] && other.numeral.scale == amount.loose_scale &&
               !differ(amount.magnitude.max * amount.loose_scale, other.magnitude.max, 5);
    }

    bool linked(std::uint32_t at) const { return at < context_.tokens.size() && context_.terms.find(at, Class::link) != nullptr; }

    // "von 7,4 auf 6,9 Prozent", "10 or 80%"; else the two stand in the same frame: "um 39,2, Lebensmittel um 7,5 Prozent".
    bool reaches(const Amount& amount, const Amount& next) const {
        constexpr std::uint32_t near = 7;
        if (next.measure == Measure::none) return false;
        if (next.measure == Measure::duration && !may_be_length(amount)) return false;
        if (next.measure != Measure::money && has_price_word(amount)) return false;
        if (next.measure == Measure::duration && !linked(amount.end)) return is_told_apart(amount, next);
        const std::uint32_t gap = next.begin - amount.end;
        const bool contrasted = term_before(context_, amount.begin, Class::contrast) != nullptr;
        if (!contrasted && is_told_elsewhere(amount, next, 10)) return false;
        if ((linked(amount.end) || contrasted) && gap <= near) return true;
        return gap <= 2 * near && !context_.is(amount.end, ";") && !context_.is(amount.end + 1, ";") &&
               (same_frame(amount, next) || closed(amount.end));
    }

    // "The Dow closed at 38,150, gold at $2,050": numbers some words apart, one of them `times` the other or more, are hardly of one
    // measure; percentages and degrees may be, and so may what has sunk to nothing.
    static bool is_told_elsewhere(const Amount& amount, const Amount& giver, int times) {
        const bool ahead = amount.begin < giver.begin;
        const std::uint32_t gap = ahead ? giver.begin - amount.end : amount.begin - giver.end, beside = ahead ? 2 : 3;
        const bool degrees = (giver.noun && giver.noun->kind == Class::unit_noun) || giver.unit == "celsius" || giver.unit == "fahrenheit";
        const bool scale = giver.measure == Measure::money || (giver.measure == Measure::quantity && !degrees);
        if (gap <= beside || !scale || amount.magnitude.max.is_zero()) return false;
        const Decimal &own = amount.magnitude.max, &theirs = giver.magnitude.max;
        return differ(own, theirs, times) &&
               differ(own.divided_by(amount.numeral.scale, 6), theirs.divided_by(giver.numeral.scale, 6), times);
    }
    // Is one of the two `times` the other or more?
    static bool differ(const Decimal& a, const Decimal& b, int times) {
        const Decimal first = a < Decimal() ? -a : a, second = b < Decimal() ? -b : b;
        return first >= second * Decimal(times) || second >= first * Decimal(times);
    }

    // "die Jüngste ist 14, der Älteste 72 Jahre alt"; but not "Caicedo, 21, vier Tage nach", "at 19, and left after 46 years".
    bool is_told_apart(const Amount& amount, const Amount& next) const {
        constexpr std::uint32_t least = 3, most = 5;
        const std::uint32_t gap = next.begin - amount.end;
        return context_.is(amount.end, ",") && gap >= least && gap <= most && !is_adjunct(amount) && !is_adjunct(next);
    }

    // "kostet es 1449, mit einem Terabyte ..."
    bool has_price_word(const Amount& amount) const {
        for (std::uint32_t back = 1; back <= std::min(2u, amount.begin); ++back)
            if (context_.terms.find(amount.begin - back, Class::price_word)) return has_money_;
        return false;
    }

    bool closed(std::uint32_t at) const {
        return at >= context_.tokens.size() || context_.tokens[at].line_start || context_.is(at, ",") || context_.is(at, ";") ||
               context_.is(at, "(") || context_.is(at, ")") || context_.is(at, ".");
    }

    bool same_frame(const Amount& a, const Amount& b) const {
        return a.begin > 0 && b.begin > 0 && text::key_of(context_.slice(a.begin - 1)) == text::key_of(context_.slice(b.begin - 1));
    }

    // The amount whose measure `i` goes on with, `i` itself if there is none. Lengths of time stand aside unless the number is
    // opposed to the last one, or has nothing else to go on with.
    std::size_t giver_before(std::size_t i) const {
        constexpr std::size_t most = 3;
        std::size_t length = i;
        for (std::size_t back = 1; back <= std::min(i, most); ++back) {
            const std::size_t at = i - back;
            if (is_aside(amounts_[at]) && !amounts_[i].is_signed) continue;
            if (denominator_[at] && !follows_numerator(at)) return length;
            if (denominator_[at]) continue;
            if (amounts_[at].measure != Measure::duration) return inherits(i, at) ? at : length;
            if (length != i) continue;
            if (is_opposed(i, at)) return at;
            if (may_inherit_length(i, at)) length = at;
        }
        return length;
    }

    // "26,3 Prozent (minus 11,2 Prozentpunkte)": a change told in brackets.
    bool is_aside(const Amount& amount) const { return amount.is_signed && context_.is(amount.end, ")"); }

    static bool may_be_length(const Amount& amount) {
        return !amount.numeral.scaled && amount.magnitude.max < Decimal(1000) && !amount.magnitude.is_range;
    }

    // "von elf Stunden auf vier", "neun Tage statt vierzehn"
    bool is_opposed(std::size_t i, std::size_t from) const {
        const Amount& amount = amounts_[i];
        if (!may_be_length(amount) || part_of_number(i) || sentence_[i] != sentence_[from] || linked(amount.end) ||
            context_.is(amount.end, "("))
            return false;
        return same_frame(amounts_[from], amount) || term_before(context_, amount.begin, Class::contrast) ||
               is_linked(amounts_[from], amount);
    }

    // "from 11 hours to under four"
    bool is_linked(const Amount& before, const Amount& amount) const {
        const Term* bound = term_before(context_, amount.begin, Class::bound);
        const std::uint32_t at = amount.begin - (bound ? bound->length : 0);
        const Term* link = term_before(context_, at, Class::link);
        return link && at == before.end + link->length;
    }

    // "im Schnitt neun Tage, bei ihm acht"; but not "nach zwei Jahren elf".
    bool may_inherit_length(std::size_t i, std::size_t from) const {
        const Amount& amount = amounts_[i];
        if (!may_be_length(amount) || part_of_number(i)) return false;
        if (sentence_[i] == sentence_[from] + 1) return goes_on(amount);
        return sentence_[i] == sentence_[from] && closed(amount.end) && (!is_adjunct(amounts_[from]) || is_adjunct(amount));
    }
    // "in zwei Jahren": says when something else happens.
    bool is_adjunct(const Amount& length) const {
        const Term* preposition = term_before(context_, length.begin, Class::adjunct);
        return preposition && (preposition->length > 1 || !linked(length.begin - 1));
    }

    static bool may_be_year(const Amount& amount) {
        return amount.numeral.digits && amount.end == amount.begin + 1 && amount.span.size() == 4 && looks_like_year(amount.magnitude.max);
    }

    // Does amount `i` go on with the measure of the one before it?
    bool inherits(std::size_t i, std::size_t from) const {
        const Amount& amount = amounts_[i];
        const Amount& before = amounts_[from];
        if (before.measure == Measure::none || part_of_number(i)) return false;
        if (before.measure != Measure::money && (amount.numeral.scaled || may_be_year(amount) || has_price_word(amount))) return false;
        if (!goes_on(amount) && is_told_elsewhere(amount, before, before.measure == Measure::money ? 20 : 10)) return false;
        const bool attribute = before.measure == Measure::quantity && counts_noun(context_, before.end);  // 185 mph winds killed 45
        if (attribute && !same_frame(before, amount) && !closed(amount.end)) return false;
        if (sentence_[i] == sentence_[from]) return true;
        const bool next_sentence = sentence_[i] == sentence_[from] + 1;
        const bool precise = !amount.magnitude.max.is_integer() && !amount.numeral.scaled && before.measure != Measure::quantity;
        return next_sentence &&
               ((precise && !names_it(context_, amount)) || goes_on(amount) || (may_be_sum(amount) && before.numeral.scaled));
    }

    // "29 von 51 Sitzen", "11 zu 4 Stimmen": what is linked behind counts, so does this.
    bool part_of_number(std::size_t i) const {
        const std::uint32_t end = amounts_[i].end;
        if (context_.terms.find(end, Class::of_those)) return true;
        if (i > 0 && amounts_[i - 1].numeral.article && amounts_[i - 1].end + 1 == amounts_[i].begin) return true;  // one in 45 million
        if (i + 1 >= amounts_.size() || amounts_[i + 1].measure != Measure::none || sentence_[i] != sentence_[i + 1]) return false;
        constexpr std::uint32_t near = 4;
        const bool tied = linked(end) || context_.terms.find(end, Class::part_word);
        return tied && amounts_[i + 1].begin - end <= near && (!bare_[i + 1] || is_part(i));
    }

    // "9 of 34"
    bool is_part(std::size_t i) const {
        const Term* word = context_.terms.find(amounts_[i].end, Class::part_word);
        return word && amounts_[i].end + word->length == amounts_[i + 1].begin;
    }

    // "Bisher waren es 85": a phrase shortly before that compares with what was said.
    bool goes_on(const Amount& amount) const {
        constexpr std::uint32_t reach = 4;
        for (std::uint32_t back = 1; back <= std::min(reach, amount.begin); ++back)
            if (context_.terms.find(amount.begin - back, Class::again)) return true;
        return false;
    }

    // "Eintritt 8", "der Leitzins liegt nahe null": the noun or verb before says what is measured.
    void take_from_word(Amount& amount) {
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t back = 1; back <= std::min(reach, amount.begin); ++back) {
            const std::uint32_t at = amount.begin - back;
            if (has_money_ && context_.terms.find(at, Class::price_word)) return set(amount, Measure::money, "money.price-word");
            if (context_.terms.find(at, Class::rate_word)) return set(amount, Measure::percent, "percent.rate-word");
            if (context_.tokens[at].shape == Shape::punct || context_.tokens[at + 1].line_start) return;
        }
    }
    static void set(Amount& amount, Measure measure, const char* rule) {
        amount.measure = measure;
        amount.elided = true;
        amount.rule = rule;
    }

    const Context& context_;
    Amounts& amounts_;
    std::vector<std::size_t> sentence_;
    std::vector<bool> bare_;
    std::vector<bool> denominator_;
    bool has_money_ = false;
    std::size_t last_large_ = 0;  // one more than its index; 0 if there was none
};

}  // namespace

void share_units(const Context& context, Amounts& amounts) {
    Sharing sharing(context, amounts);
    sharing.look_ahead();
    sharing.look_behind();
    sharing.look_ahead();  // at what has been found since
}

}  // namespace lupe::rules
