// Drops numerals that count nothing: scores, years, labels, phone numbers, list numbers, ages, digits inside names.
#include <algorithm>
#include <string>
#include <utility>

#include "rules/amount.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

bool is_word(const Token& token) { return token.shape != Shape::digits && token.shape != Shape::punct && token.shape != Shape::symbol; }

class Filter {
public:
    explicit Filter(const Context& context) : context_(context) {}

    bool drops(const Amount& amount, const Amount* before) {
        if (hangs_left(amount.begin) || is_vague(amount) || is_era(amount)) return true;
        if (amount.measure == Measure::quantity && amount.numeral.article && opens_sentence(amount.begin))
            return true;  // "Ein Liter Milch kostet ..."
        const bool numbered = amount.measure == Measure::quantity && term_before(context_, amount.begin, Class::label_sign);  // Az. 6 K
        if (numbered || (amount.measure == Measure::quantity && dates_compound(amount))) return true;
        if (amount.measure == Measure::duration) return is_point(amount);
        if (amount.measure != Measure::none) return false;
        if (no_number(amount) && (amount.numeral.article || !counts_noun(context_, amount.end))) return true;
        if (amount.numeral.fraction && amount.numeral.ordinal && is_ordinal(amount)) return true;
        if (amount.numeral.half || (amount.numeral.article && !counts_one(context_, amount, before))) return true;
        const bool labelled = is_labelled(amount, before);
        if (labelled) last_labelled_end_ = amount.end;
        return labelled || context_.terms.find(amount.end, Class::age_after) || hangs_right(amount) || is_ratio(amount) ||
               is_code(amount) || is_zip_code(amount) || is_innings(amount, before) || is_year(amount) || is_named(amount) ||
               is_age(amount) || is_minute(amount) || is_list_number(amount);
    }

    // "Müller (36)", "Leverkusen (36)": an age unless a place or team stands before it, which only names can tell.
    bool may_be_age(const Amount& amount) const {
        if (amount.measure != Measure::none || !may_be_years(amount) || !follows_name(amount.begin)) return false;
        return context_.is(amount.begin - 1, "(") && context_.is(amount.end, ")");
    }
    // "ein Mann aus Leverkusen (36)": the place is whose age it is.
    bool names_origin(const Amount& amount) const {
        std::uint32_t at = amount.begin - 2;
        while (at > 0 && context_.tokens[at].shape != Shape::lower && is_word(context_.tokens[at])) --at;
        return context_.terms.find(at, Class::origin) != nullptr;
    }

private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(context_.tokens.size()); }
    bool word_at(std::uint32_t at) const { return at < count() && is_word(context_.tokens[at]); }
    bool digits_at(std::uint32_t at) const { return at < count() && context_.tokens[at].shape == Shape::digits; }
    bool one_of(std::uint32_t at, std::initializer_list<std::string_view> texts) const {
        return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) { return context_.is(at, text); });
    }

    // "bis 2025 Gigabit-Netze": a year, and a unit that belongs to what follows.
    bool dates_compound(const Amount& amount) const {
        return plain_digits(amount.numeral) && year_at(amount.numeral.begin) && amount.begin > 0 &&
               context_.terms.find(amount.begin - 1, Class::year_word) && !context_.glued(amount.numeral.end) && hyphen_at(amount.end);
    }

    bool opens_sentence(std::uint32_t at) const { return std::binary_search(context_.sentences.begin(), context_.sentences.end(), at); }

    // "a third party", "a third failed bid"; but "a third stayed"
    bool is_ordinal(const Amount& amount) const {
        const std::uint32_t at = amount.end;
        return counts_noun(context_, at) && (!ends_as(context_, at, Class::verb_ending) || counts_noun(context_, at + 1));
    }

    // A phrase such as "acht geben" that holds the numeral.
    bool no_number(const Amount& amount) const {
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t back = 0; back <= std::min(reach, amount.begin); ++back)
            if (const Term* phrase = context_.terms.find(amount.begin - back, Class::no_number); phrase && phrase->length > back)
                return true;
        return false;
    }

    // "vor zwei Jahren", "two years ago": a length that says when.
    bool is_point(const Amount& amount) const {
        const Term* bound = term_before(context_, amount.begin, Class::bound);
        return term_before(context_, amount.begin - (bound ? bound->length : 0), Class::ago) ||
               context_.terms.find(amount.end, Class::ago_after) || context_.terms.find(amount.end, Class::later);
    }

    // "GPT-4", "A320", "1:2", "#5": written onto what stands before it.
    bool hangs_left(std::uint32_t begin) const {
        if (begin == 0 || !context_.glued(begin)) return false;
        if (word_at(begin - 1) || digits_at(begin - 1)) return true;
        if (one_of(begin - 1, {"("}) && context_.glued(begin - 1)) return true;  // Section 230(c)(1)
        if (one_of(begin - 1, {"#", "§", "@", "_", "=", "<", ">", "^"})) return true;
        const bool compound = one_of(begin - 1, {"-"}) && begin > 1 && context_.tokens[begin - 2].shape == Shape::lower;
        if (compound) return false;                                                                   // magnitude-7.6, top-10
        if (one_of(begin - 1, {"/"}) && term_at_end(context_, begin - 1, Class::unit)) return false;  // 150 kW/204 PS
        if (digits_at(begin - 2) && begin > 1 && is_degree_pair(begin - 1)) return false;
        const bool joint = one_of(begin - 1, {"-", "–", "/", ":", ".", ",", "*", "&", "'", "’", "\\", "‑"});
        return joint && begin > 1 && context_.glued(begin - 1) && (word_at(begin - 2) || digits_at(begin - 2));
    }

    // "7/3 Grad": of the day and of the night.
    bool is_degree_pair(std::uint32_t slash) const {
        if (!one_of(slash, {"/"}) || !digits_at(slash + 1)) return false;
        const auto terms = context_.terms.at(std::min(slash + 2, count() - 1));
        return std::any_of(terms.begin(), terms.end(), [](const Term& term) {
            return (term.kind() == Class::unit || term.kind() == Class::unit_noun) && term.value().starts_with("celsius");
        });
    }

    // "3D", "2-1", "10:1", "24/7", "1-Butanol", "90.+4"; "32-köpfig" counts.
    bool hangs_right(const Amount& amount) const {
        const std::uint32_t at = amount.end;
        if (!context_.glued(at) || is_degree_pair(at)) return false;
        if (context_.terms.find(at, Class::times_sign) && !context_.glued(at + 1)) return false;  // 1.9x
        if (one_of(at, {"."}) && one_of(at + 1, {"+"}) && context_.glued(at + 1)) return true;
        if (word_at(at) || (one_of(at, {"-"}) && context_.glued(at + 1) && ends_as(context_, at + 1, Class::substance_ending))) return true;
        return one_of(at, {"-", "–", "/", ":", "*", "_", "="}) && context_.glued(at + 1) &&
               (digits_at(at + 1) || one_of(at, {"/", "*", "_", "="}));
    }

    // "1 : 3", a ratio or result; without spaces it hangs.
    bool is_ratio(const Amount& amount) const {
        const auto colon = [&](std::uint32_t at) { return one_of(at, {":"}) && !context_.glued(at) && !context_.glued(at + 1); };
        return (colon(amount.end) && digits_at(amount.end + 1)) ||
               (amount.begin > 1 && colon(amount.begin - 1) && digits_at(amount.begin - 2));
    }

    // Labels number things: "Nummer 5", "§ 12", "Artikel 3 und 5".
    bool is_labelled(const Amount& amount, const Amount* before) const {
        const bool colon = amount.begin > 0 && context_.is(amount.begin - 1, ":");  // "Gewinnzahlen: 3, 12"
        const std::uint32_t at = amount.begin - (colon ? 1 : 0);
        if (term_before(context_, at, Class::label_sign)) return true;
        const bool whole = amount.numeral.value.is_integer() || !capitalises_nouns(context_);  // "im Quartal 4,9 Milliarden"
        if (term_before(context_, at, Class::label) && !amount.numeral.scaled && whole) {
            const bool named = !colon && !capitalises_nouns(context_) && context_.tokens[at - 1].shape == Shape::title;
            const bool verb = word_at(amount.end) && ends_as(context_, amount.end, Class::verb_ending);  // "flight 117 landed"
            return named || verb || !counts_noun(context_, amount.end);                                  // "Rule 29 applies"
        }
        if (!before || last_labelled_end_ != before->end) return false;
        const Term* joint = context_.terms.find(before->end, Class::coordinator);
        const bool comma = one_of(before->end, {","}) && !counts_noun(context_, amount.end);  // "Rang sechs, vier Zähler vor"
        const std::uint32_t length = joint ? joint->length : comma || one_of(before->end, {"-", "–"}) ? 1 : 0;
        return length > 0 && amount.begin == before->end + length;
    }

    // Phone numbers and the like: a leading zero, or one of three and more in a row.
    bool is_code(const Amount& amount) const {
        if (!amount.numeral.digits) return false;
        const std::uint32_t at = amount.begin;
        const std::string_view digits = context_.slice(amount.numeral.begin);
        if (zero_led(amount.numeral.begin) && digits.size() > 1 && digits[1] >= '0' && digits[1] <= '9') return true;
        if (at > 1 && one_of(at - 1, {"/", "-", "–"}) && digits_at(at - 2) && zero_led(at - 2)) return true;
        const bool court = amount.end < count() &&
                           (context_.tokens[amount.end].shape == Shape::upper || context_.tokens[amount.end].shape == Shape::mixed) &&
                           digits_at(amount.end + 1) && context_.is(amount.end + 2, "/");
        if (court) return true;
        const bool before = at > 0 && digits_at(at - 1) && !context_.tokens[at].line_start && !year_at(at - 1);
        const bool behind = digits_at(amount.end) && !context_.tokens[amount.end].line_start;
        const bool grouped = digits.find_first_not_of("0123456789") != std::string_view::npos || amount.end > amount.numeral.begin + 1;
        return !amount.numeral.scaled && !grouped && (before || behind);
    }
    // "Springfield, IL 62704"
    bool is_zip_code(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        return plain_digits(amount) && amount.span.size() == 5 && at > 1 && context_.tokens[at - 1].shape == Shape::upper &&
               context_.tokens[at - 1].span.size() == 2 && context_.is(at - 2, ",");
    }

    // "212 for 4", "five for 41": runs and wickets.
    bool is_innings(const Amount& amount, const Amount* before) {
        constexpr int wickets = 10;
        const auto bare = [&](std::uint32_t at) { return digits_at(at) && !counts_noun(context_, at + 1); };
        if (before && last_innings_ == before->end && amount.begin == before->end + 1) return true;
        if (!context_.terms.find(amount.end, Class::innings_joint) || !bare(amount.end + 1) || !amount.numeral.value.is_integer())
            return false;
        Decimal second;
        if (!parse_digits(context_, context_.slice(amount.end + 1), second) ||
            !(second <= Decimal(wickets) || amount.numeral.value <= Decimal(wickets)))
            return false;
        last_innings_ = amount.end;
        return true;
    }

    bool zero_led(std::uint32_t at) const { return context_.slice(at)[0] == '0'; }
    bool year_at(std::uint32_t at) const {
        Decimal value;
        return context_.slice(at).size() == 4 && parse_digits(context_, context_.slice(at), value) && looks_like_year(value);
    }

    // "von 1200 auf 400 Meter"
    bool starts_change(const Amount& amount) const {
        const Term* link = context_.terms.find(amount.end, Class::link);
        const std::uint32_t next = link ? amount.end + link->length : 0;
        return link && term_before(context_, amount.begin, Class::change_from) && digits_at(next) && !year_at(next);
    }

    bool is_year(const Amount& amount) const {
        if (!amount.numeral.digits || amount.numeral.scaled || context_.slice(amount.begin).size() != 4) return false;
        const bool dated = amount.begin > 0 && context_.terms.find(amount.begin - 1, Class::year_word);
        const auto fits = [&](const Decimal& value) {
            return looks_like_year(value) ||
                   (dated && value >= Decimal(1000) && value < Decimal(1500) && !counts_noun(context_, amount.end));
        };
        if (!fits(amount.magnitude.min) || !fits(amount.magnitude.max)) return false;
        if (term_before(context_, amount.begin, Class::bound) || starts_change(amount)) return false;
        return dated || amount.begin == 0 || !counts_noun(context_, amount.end);
    }

    bool hyphen_at(std::uint32_t at) const { return context_.glued(at) && context_.is(at, "-"); }

    // A number word used as a noun or name: "die Elf von Trainer Heynckes".
    bool is_named(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        if (at == 0 || amount.numeral.digits || amount.numeral.scaled || amount.numeral.fraction || hyphen_at(amount.end)) return false;
        if (context_.tokens[at].shape != Shape::title) return false;
        const bool name =
            context_.tokens[at - 1].shape == Shape::lower && at + 1 < count() && context_.tokens[at + 1].shape == Shape::title;
        if (!capitalises_nouns(context_)) return name;  // the Twelve Knights
        const bool noun = word_at(at - 1) && !context_.tokens[at].line_start && !opens_sentence(at) && amount.numeral.value < Decimal(100);
        return noun || (context_.terms.find(at - 1, Class::before_ordinal) && !counts_noun(context_, amount.end));
    }

    // "mehrere Hundert", "einige Zehntausend": a multiplier, or ten or a hundred of it, behind a word for an open number.
    bool is_vague(const Amount& amount) const {
        const Numeral& numeral = amount.numeral;
        const bool round = !numeral.digits && numeral.scaled &&
                           (numeral.value == numeral.scale * Decimal(10) || numeral.value == numeral.scale * Decimal(100));
        return (round || context_.terms.find(amount.begin, Class::bare_scale)) && term_before(context_, amount.begin, Class::vague);
    }

    // "268 v. Chr.", "AD 410": a year.
    bool is_era(const Amount& amount) const {
        return context_.terms.find(amount.end, Class::era) || term_before(context_, amount.begin, Class::era_before);
    }

    template <typename T>
    bool plain_digits(const T& spanned) const {
        const std::string_view digits = context_.text.substr(spanned.span.begin, spanned.span.size());
        return digits.find_first_not_of("0123456789") == std::string_view::npos;
    }

    bool may_be_years(const Amount& amount) const {
        return amount.numeral.digits && !amount.is_signed && !amount.magnitude.is_range && plain_digits(amount) &&
               amount.numeral.value <= Decimal(110);
    }

    // Does a name, perhaps with an initial at its end, stand before the mark that ends before `at`?
    bool follows_name(std::uint32_t at) const {
        if (at < 2 || context_.tokens[at].line_start) return false;
        const bool initial = at > 2 && context_.is(at - 2, ".") && context_.tokens[at - 3].span.size() == 1;
        const Shape before = initial ? Shape::title : context_.tokens[at - 2].shape;
        const bool noun = before == Shape::lower && !capitalises_nouns(context_) && context_.is(at - 1, ",");  // "the suspect, 27,"
        return before == Shape::title || before == Shape::mixed || noun;
    }

    // "(71 und 69)", "(17, 19 und 23)", "(12, 45+2, 78)": brackets of nothing but small numbers, behind those whose ages or goals they are.
    // Its tokens, none if it is no such list.
    std::pair<std::uint32_t, std::uint32_t> bare_list(const Amount& amount) const {
        constexpr std::uint32_t reach = 12;
        const auto part = [&](std::uint32_t at) {
            const bool small = digits_at(at) && context_.slice(at).size() <= 2;
            return small || one_of(at, {",", ".", "+", "/", "'"}) || context_.terms.find(at, Class::coordinator);
        };
        std::uint32_t begin = amount.begin, end = amount.end;
        while (begin > 0 && amount.begin - begin < reach && part(begin - 1)) --begin;
        while (end - amount.end < reach && part(end)) ++end;
        const bool bracket = one_of(end, {")"}) && one_of(begin - 1, {"("}) && word_at(begin - 2);
        return {begin, bracket && end - begin > 1 ? end : begin};
    }
    // "Norwegen (16, 8, 13)": three between commas that do not rise.
    bool is_medal_count(std::uint32_t begin, std::uint32_t end) const {
        constexpr std::uint32_t tokens = 5;
        const auto order = [&](std::uint32_t at) { return std::pair(context_.slice(at).size(), context_.slice(at)); };
        if (end - begin != tokens || !one_of(begin + 1, {","}) || !one_of(begin + 3, {","})) return false;
        return !(order(begin) < order(begin + 2) && order(begin + 2) < order(begin + 4));
    }
    // "ein Paar, 71 und 69, kam"
    bool is_apposed_pair(const Amount& amount) const {
        const Term* behind = context_.terms.find(amount.end, Class::coordinator);
        const Term* joint = behind ? behind : term_before(context_, amount.begin, Class::coordinator);
        if (!joint) return false;
        const std::uint32_t other = behind ? amount.end + joint->length : amount.begin - joint->length - 1;
        const std::uint32_t first = std::min(other, amount.begin), end = std::max(other + 1, amount.end);
        return digits_at(other) && one_of(first - 1, {","}) && one_of(end, {","}) && follows_name(first);
    }

    // "(12., 45.+2, 78.)": minutes of a match behind the first one.
    bool is_minute(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        if (at < 3 || !may_be_years(amount) || !context_.glued(at) || !one_of(at - 1, {"+"})) return is_later_minute(amount);
        return context_.glued(at - 1) && one_of(at - 2, {".", "'"});
    }
    bool is_later_minute(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        if (at < 3 || !may_be_years(amount) || !one_of(at - 1, {","}) || !one_of(amount.end, {"."})) return false;
        const bool behind_minute = one_of(at - 2, {"."}) || (digits_at(at - 2) && one_of(at - 3, {"+"}));
        return behind_minute && one_of(amount.end + 1, {")", ",", "+", "/"});
    }

    // "(57, Linke)", ", 46,": a person's age.
    bool is_age(const Amount& amount) const {
        if (!may_be_years(amount)) return false;
        if (const auto [begin, end] = bare_list(amount); begin != end) return !is_medal_count(begin, end);
        if (is_apposed_pair(amount)) return true;
        const bool bracket = context_.is(amount.begin - 1, "(");
        if (bracket && digits_at(amount.begin - 2)) return true;  // 7-6 (5)
        if (amount.begin < 2 || context_.tokens[amount.begin].line_start) return false;
        if (bracket && context_.is(amount.end, ".")) return true;  // a match minute
        const bool between_commas = context_.is(amount.begin - 1, ",") && context_.is(amount.end, ",");
        const bool goals = digits_at(amount.begin - 2) && context_.is(amount.begin - 3, "(") && follows_name(amount.begin - 2);
        if (goals && context_.is(amount.begin - 1, ",") && context_.is(amount.end, ")")) return true;  // Foden (22, 57)
        return (between_commas || (bracket && context_.is(amount.end, ","))) && follows_name(amount.begin);
    }

    // "4) ..." at the start of a line, "1. Silas Mwetich, 2. Tim Ole Naske".
    bool is_list_number(const Amount& amount) {
        const std::uint32_t at = amount.begin;
        const std::int64_t value = amount.numeral.value.to_int();
        if (!amount.numeral.digits || value < 0 || value >= 100 || !context_.glued(amount.end)) return false;
        if (!one_of(amount.end, {")", "."}) || !word_at(amount.end + 1) || context_.glued(amount.end + 1)) return false;
        const bool starts = context_.tokens[at].line_start || (value == 1 && at > 0 && one_of(at - 1, {":", ";", "•", "*"}));
        const bool goes_on = value > 1 && value == last_list_number_ + 1 && context_.tokens[amount.end + 1].shape != Shape::lower;
        if (starts || goes_on) last_list_number_ = value;
        return starts || goes_on;
    }

    const Context& context_;
    std::uint32_t last_labelled_end_ = 0;
    std::uint32_t last_innings_ = 0;  // end of its runs or wickets
    std::int64_t last_list_number_ = 0;
};

}  // namespace

void drop_others(const Context& context, Amounts& amounts) {
    Filter filter(context);
    Amounts kept;
    kept.reserve(amounts.size());
    const Amount* before = nullptr;
    for (const Amount& amount : amounts) {
        const bool in_brackets = filter.may_be_age(amount);
        if (!filter.drops(amount, before) && !(in_brackets && filter.names_origin(amount))) {
            kept.push_back(amount);
            kept.back().in_brackets = in_brackets;
        }
        before = &amount;
    }
    amounts = std::move(kept);
}

}  // namespace lupe::rules
