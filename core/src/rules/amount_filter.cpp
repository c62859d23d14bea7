// Drops numerals that count nothing: scores, years, labels, phone numbers, list numbers, ages, digits inside names.
#include <algorithm>
#include <string>

#include "rules/amount.h"
#include "rules/number_rows.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

bool is_word(const Token& token) { return token.shape != Shape::digits && token.shape != Shape::punct && token.shape != Shape::symbol; }

class Filter {
public:
    explicit Filter(const Context& context) : context_(context), convention_(number_rows(context.lexicon).convention) {}

    bool drops(const Amount& amount, const Amount* before) {
        if (no_number(amount) || hangs_left(amount.begin)) return true;
        if (amount.measure != Measure::none) return false;
        if (amount.numeral.half || (amount.numeral.article && !counting_one(amount))) return true;
        const bool labelled = is_labelled(amount, before);
        if (labelled) last_labelled_end_ = amount.end;
        return labelled || hangs_right(amount) || is_code(amount) || is_year(amount) || is_named(amount) || is_age(amount) ||
               is_list_number(amount);
    }

private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(context_.tokens.size()); }
    bool word_at(std::uint32_t at) const { return at < count() && is_word(context_.tokens[at]); }
    bool digits_at(std::uint32_t at) const { return at < count() && context_.tokens[at].shape == Shape::digits; }
    bool one_of(std::uint32_t at, std::initializer_list<std::string_view> texts) const {
        return std::any_of(texts.begin(), texts.end(), [&](std::string_view text) { return context_.is(at, text); });
    }

    // "one vote", "one in six", "16 votes to one"; but "one of them", "one brought by".
    bool counting_one(const Amount& amount) const {
        if (amount.magnitude.is_range) return true;
        if (!context_.terms.find(amount.begin, Class::counting_one)) return false;
        const std::uint32_t at = amount.end;
        if (context_.terms.find(at, Class::link) || context_.terms.find(at, Class::of_them)) return digits_or_number(at + 1);
        const bool noun = counts_noun(context_, at) && !context_.slice(at).ends_with("ed");
        return noun || (amount.begin > 0 && context_.terms.find(amount.begin - 1, Class::before_one) != nullptr);
    }
    bool digits_or_number(std::uint32_t at) const {
        return digits_at(at) || (word_at(at) && (context_.terms.find(at, Class::below_twenty) || context_.terms.find(at, Class::ten) ||
                                                 context_.terms.find(at, Class::hundred)));
    }

    // A phrase such as "acht geben" that holds the numeral.
    bool no_number(const Amount& amount) const {
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t back = 0; back <= std::min(reach, amount.begin); ++back)
            if (const Term* phrase = context_.terms.find(amount.begin - back, Class::no_number); phrase && phrase->length > back)
                return true;
        return false;
    }

    // "GPT-4", "A320", "1:2", "#5": written onto what stands before it.
    bool hangs_left(std::uint32_t begin) const {
        if (begin == 0 || !context_.glued(begin)) return false;
        if (word_at(begin - 1) || digits_at(begin - 1)) return true;
        if (one_of(begin - 1, {"#", "§", "@", "_", "="})) return true;
        const bool compound = one_of(begin - 1, {"-"}) && begin > 1 && context_.tokens[begin - 2].shape == Shape::lower;
        if (compound) return false;  // magnitude-7.6, top-10
        const bool joint = one_of(begin - 1, {"-", "–", "/", ":", ".", ",", "*", "&", "'", "’", "\\", "‑"});
        return joint && begin > 1 && context_.glued(begin - 1) && (word_at(begin - 2) || digits_at(begin - 2));
    }

    // "3D", "2-1", "10:1", "24/7"; "32-köpfig" counts.
    bool hangs_right(const Amount& amount) const {
        const std::uint32_t at = amount.end;
        if (!context_.glued(at)) return false;
        if (word_at(at)) return true;
        return one_of(at, {"-", "–", "/", ":", "*", "_", "="}) && context_.glued(at + 1) &&
               (digits_at(at + 1) || one_of(at, {"/", "*", "_", "="}));
    }

    // Labels number things: "Nummer 5", "§ 12", "Artikel 3 und 5".
    bool is_labelled(const Amount& amount, const Amount* before) const {
        if (term_before(context_, amount.begin, Class::label)) return true;
        const bool enumerated = before && last_labelled_end_ == before->end && amount.begin <= before->end + 1;
        return enumerated && amount.begin == before->end + 1 &&
               (context_.is(before->end, ",") || context_.terms.find(before->end, Class::coordinator));
    }

    // Phone numbers and the like: a leading zero, or one of three and more in a row.
    bool is_code(const Amount& amount) const {
        if (!amount.numeral.digits) return false;
        const std::string_view digits = context_.slice(amount.numeral.begin);
        if (digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9') return true;
        const bool foreign = digits.find(convention_.group) != std::string_view::npos &&
                             digits.find(convention_.decimal) == std::string_view::npos && !amount.numeral.value.is_integer();
        const bool row = amount.begin > 0 && digits_at(amount.begin - 1) && !context_.tokens[amount.begin].line_start;
        return foreign || row || (digits_at(amount.end) && !context_.tokens[amount.end].line_start);
    }

    bool looks_like_year(const Decimal& value) const { return value >= Decimal(1500) && value <= Decimal(2100); }

    bool is_year(const Amount& amount) const {
        if (!amount.numeral.digits || amount.numeral.scaled || context_.slice(amount.begin).size() != 4) return false;
        if (!looks_like_year(amount.magnitude.min) || !looks_like_year(amount.magnitude.max)) return false;
        if (term_before(context_, amount.begin, Class::bound)) return false;
        return !counts_noun(context_, amount.end) || amount.begin == 0 ||
               context_.terms.find(amount.begin - 1, Class::year_word) != nullptr;
    }

    bool hyphen_at(std::uint32_t at) const { return context_.glued(at) && context_.is(at, "-"); }

    // A number word used as a noun or name: "die Elf von Trainer Heynckes".
    bool is_named(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        if (at == 0 || context_.tokens[at].line_start || amount.numeral.digits || amount.numeral.scaled || amount.numeral.fraction)
            return false;
        const bool noun =
            context_.tokens[at].shape == Shape::title && context_.tokens[at - 1].shape == Shape::lower && !hyphen_at(amount.end);
        return noun && !context_.lexicon.rows(Class::adjective_ending).empty() && context_.terms.find(at - 1, Class::function_word);
    }

    // "(57)", ", 46,": a person's age.
    bool is_age(const Amount& amount) const {
        if (!amount.numeral.digits || amount.magnitude.is_range || !amount.numeral.value.is_integer() ||
            amount.numeral.value > Decimal(110))
            return false;
        if (amount.begin < 2 || context_.tokens[amount.begin].line_start) return false;
        if (context_.is(amount.begin - 1, "(") && context_.is(amount.end, ".")) return true;  // a match minute
        const bool bracketed = context_.is(amount.begin - 1, "(") && context_.is(amount.end, ")");
        const bool between_commas = context_.is(amount.begin - 1, ",") && one_of(amount.end, {",", "."});
        const bool initial = amount.begin > 2 && context_.is(amount.begin - 2, ".") && context_.tokens[amount.begin - 3].span.size() == 1;
        const Shape before = initial ? Shape::title : context_.tokens[amount.begin - 2].shape;
        return (bracketed || (between_commas && context_.is(amount.end, ","))) && (before == Shape::title || before == Shape::mixed);
    }

    // "4) ...", "1. ..." at the start of a line.
    bool is_list_number(const Amount& amount) const {
        const std::uint32_t at = amount.begin;
        if (!amount.numeral.digits || !amount.numeral.value.is_integer() || !context_.glued(amount.end)) return false;
        const bool opens = context_.tokens[at].line_start || one_of(at - 1, {":", ";", "•", "*"});
        return opens && one_of(amount.end, {")", "."}) && amount.numeral.value < Decimal(100) && word_at(amount.end + 1) &&
               !context_.glued(amount.end + 1);
    }

    const Context& context_;
    const Convention& convention_;
    std::uint32_t last_labelled_end_ = 0;
};

}  // namespace

void drop_others(const Context& context, Amounts& amounts) {
    Filter filter(context);
    Amounts kept;
    kept.reserve(amounts.size());
    const Amount* before = nullptr;
    for (const Amount& amount : amounts) {
        if (!filter.drops(amount, before)) kept.push_back(amount);
        before = &amount;
    }
    amounts = std::move(kept);
}

}  // namespace lupe::rules
