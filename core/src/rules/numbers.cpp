// Finds numerals: reads digits, or walks over the pieces of number words, and hands both to the composer.
#include "rules/numbers.h"

#include <algorithm>
#include <optional>

#include "rules/composer.h"
#include "rules/number_rows.h"
#include "text/key.h"
#include "text/utf.h"

namespace lupe::rules {

namespace {

// In the order in which they are tried. An article opens a numeral before a unit does ("one"), and else comes last.
constexpr std::array whole_words{Class::denominator,   Class::below_twenty,   Class::ten,     Class::hundred,
                                 Class::scale,         Class::joiner,         Class::half,    Class::fraction_sign,
                                 Class::ordinal,       Class::ordinal_ending, Class::article, Class::number_adjective,
                                 Class::fraction_joint};

constexpr ClassSet number_words(whole_words);

bool is_word(const Token& token) { return token.shape != Shape::digits && token.shape != Shape::punct && token.shape != Shape::symbol; }

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

// Bytes of the token's text that make the first `key_size` bytes of its key: found by halving, as keys grow with their texts.
std::uint32_t raw_size(std::string_view token, std::size_t key_size) {
    std::vector<std::uint32_t> ends{0};  // of the token's code points
    while (ends.back() < token.size()) ends.push_back(ends.back() + static_cast<std::uint32_t>(utf::decode(token, ends.back()).size));
    return *std::partition_point(ends.begin(), ends.end() - 1,
                                 [&](std::uint32_t end) { return text::key_of(token.substr(0, end)).size() < key_size; });
}

// "1/2 TL Salz", but not "1/2/2024".
bool is_written_fraction(const Context& context, std::uint32_t at) {
    const Term* sign = context.terms.find(at, Class::fraction_sign);
    if (!sign || sign->length < 3 || (context.glued(at) && !context.is(at - 1, "("))) return false;
    return !context.glued(at + sign->length) || !context.is(at + sign->length, "/");
}

// Walks from one token over all that belongs to its numeral.
class Walk {
public:
    Walk(const Context& context, std::uint32_t begin)
        : context_(context), rows_(number_rows(context.lexicon)), composer_(rows_.joiner_inside), begin_(begin) {}

    std::optional<Numeral> word() {
        take_tokens(begin_, Gap::space);
        return best_;
    }

    std::optional<Numeral> digits() {
        Decimal value;
        std::uint32_t end = begin_ + 1;
        if (!parse_digits(context_, joined_digits(end), value)) return {};
        composer_.start_digits(value);
        digits_ = true;
        keep(end);
        if (is_dotted_ordinal(end)) {
            keep(end + 1);
            best_->ordinal = true;
            return best_;
        }
        if (const auto gap = gap_before(end)) take_tokens(end + (*gap == Gap::hyphen), *gap);
        return best_;
    }

private:
    void keep(std::uint32_t end) { keep(end, context_.span(begin_, end), false); }

    void keep(std::uint32_t end, Span span, bool partial) {
        const bool fraction = composer_.fraction();
        best_ = Numeral{.begin = begin_,
                        .end = end,
                        .span = span,
                        .value = composer_.value(),
                        .scale = composer_.scale(),
                        .digits = digits_,
                        .scaled = composer_.scaled(),
                        .ordinal = composer_.ordinal() || (fraction && also_ordinal_),
                        .fraction = fraction,
                        .half = composer_.half(),
                        .article = composer_.article(),
                        .partial = partial};
    }

    // How the token `at` hangs on the one before it; nothing where a numeral must end.
    std::optional<Gap> gap_before(std::uint32_t at) const {
        if (at >= context_.tokens.size() || context_.tokens[at].line_start) return {};
        if (!context_.tokens[at].glued) return Gap::space;
        const bool hyphen = context_.is(at, "-") || context_.is(at, "‑") || context_.is(at, "‐");
        if (hyphen) return context_.glued(at + 1) && is_word(context_.tokens[at + 1]) ? std::optional(Gap::hyphen) : std::nullopt;
        return Gap::inside;
    }

    void take_tokens(std::uint32_t at, Gap gap) {
        while (take_token(at, gap)) {
            const auto next = gap_before(at);
            if (!next) return;
            gap = *next;
            if (gap == Gap::hyphen) ++at;
        }
    }

    // Takes all of the token (or of a row of several tokens) and moves on; false where the numeral ends.
    bool take_token(std::uint32_t& at, Gap gap) {
        if (!context_.terms.has_any(at, number_words)) return is_word(context_.tokens[at]) && take_parts(at, gap);
        for (const Class kind : whole_words)
            if (const Term* term = context_.terms.find(at, kind)) {
                if (kind == Class::fraction_sign && term->length > 1 && !is_written_fraction(context_, at)) continue;
                if (kind == Class::below_twenty && !composer_.started() && context_.terms.find(at, Class::article)) continue;
                if (composer_.overrun(kind)) best_ = before_joiner_;
                if (kind == Class::joiner) before_joiner_ = best_;
                const bool each = at == begin_ && at > 0 && context_.terms.find(at - 1, Class::per);  // pro Million
                const bool bare = each || context_.terms.find(at, Class::bare_scale) != nullptr;
                if (!composer_.add(kind, Decimal::parse(term->value()), gap, bare)) continue;
                also_ordinal_ = context_.terms.find(at, Class::ordinal) != nullptr;
                at += term->length;
                if (composer_.complete()) keep(at);
                return true;
            }
        return is_word(context_.tokens[at]) && take_parts(at, gap);
    }

    // "neunhundertneunundneunzigtausend": the pieces of one word.
    bool take_parts(std::uint32_t& at, Gap gap) {
        const std::string_view word = context_.slice(at);
        const std::string key = text::key_of(word);
        Composer tried = composer_, whole = composer_;
        std::size_t used = 0, kept = 0;
        for (std::size_t size; (size = piece_at(std::string_view(key).substr(used), tried, used == 0 ? gap : Gap::inside)) != 0;) {
            used += size;
            if (!tried.complete() && used != key.size()) continue;
            kept = used;
            whole = tried;
        }
        const bool to_the_end = kept == key.size();
        if (kept == 0 || (!to_the_end && at != begin_)) return false;
        composer_ = whole;
        ++at;
        if (!to_the_end)
            keep(at, {context_.tokens[begin_].span.begin, context_.tokens[begin_].span.begin + raw_size(word, kept)}, true);
        else if (composer_.complete())
            keep(at);
        return to_the_end;
    }

    // The longest piece that the rest of a word starts with and the composer takes; returns its size.
    std::size_t piece_at(std::string_view rest, Composer& composer, Gap gap) const {
        for (const Piece& piece : rows_.pieces(rest)) {
            if (!rest.starts_with(piece.key)) continue;
            const bool last_only = piece.kind == Class::ordinal_ending || piece.kind == Class::ordinal;
            if (last_only && piece.key.size() != rest.size()) continue;
            if (composer.add(piece.kind, piece.value, gap, piece.bare)) return piece.key.size();
        }
        return 0;
    }

    // The token's text, or that of several: "1 000 000" in groups of three with a space of any width between, as "1'000'000".
    std::string joined_digits(std::uint32_t& end) const {
        std::string digits(context_.slice(begin_));
        const bool can_lead = !after_digits() && !context_.glued(begin_) && digits.size() <= 3 && digits[0] != '0' && all_digits(digits);
        std::uint32_t stop = end;
        while (can_lead && stop < context_.tokens.size() && is_group(stop)) ++stop;
        const bool more_digits = stop < context_.tokens.size() && context_.tokens[stop].shape == Shape::digits;
        if (more_digits) return digits;
        for (; end < stop; ++end) digits.append("'").append(context_.slice(end));
        return digits;
    }

    bool is_group(std::uint32_t at) const {
        const Token& token = context_.tokens[at];
        const std::string_view digits = context_.slice(at);
        const std::uint32_t space = token.span.begin - context_.tokens[at - 1].span.end;
        const bool narrow = space == 1 || space == 2 || space == 3;  // bytes of one space: U+0020, U+00A0, U+2009, U+202F
        const bool three =
            all_digits(digits.substr(0, 3)) && (digits.size() == 3 || (digits.size() > 4 && digits[3] == rows_.convention.decimal));
        const bool wide = space == 1;
        return (rows_.spaces_group || !wide) && !token.glued && !token.line_start && token.shape == Shape::digits && narrow && three;
    }

    // Part of a longer row of numbers, a phone number perhaps?
    bool after_digits() const {
        return begin_ > 0 && context_.tokens[begin_ - 1].shape == Shape::digits && !context_.tokens[begin_].line_start;
    }

    // "am 3. Oktober", "die 3. größte": behind the full stop stands what cannot begin a sentence.
    bool is_dotted_ordinal(std::uint32_t end) const {
        const std::string_view digits = context_.slice(begin_);
        if (!rows_.dotted_ordinals || end != begin_ + 1 || digits.size() > 3 ||
            digits.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
        if (!context_.is(end, ".") || !context_.glued(end)) return false;
        const std::uint32_t next = end + 1;
        if (next >= context_.tokens.size() || context_.tokens[next].line_start) return false;
        if (context_.is(next, ",") && context_.glued(next)) return true;  // die 12., 45. und 78. Minute
        if (context_.tokens[next].glued) return false;
        if (context_.tokens[next].shape == Shape::lower) return true;
        if (!is_word(context_.tokens[next]) || context_.terms.find(next, Class::function_word)) return false;
        return begin_ > 0 && (context_.terms.find(begin_ - 1, Class::before_ordinal) || joins_ordinal() || opens_item());
    }

    // "12. und 78. Minute"
    bool joins_ordinal() const {
        return begin_ > 2 && context_.terms.find(begin_ - 1, Class::coordinator) && context_.is(begin_ - 2, ".") &&
               context_.tokens[begin_ - 3].shape == Shape::digits;
    }

    // "ein Rad, 2. Preis: 500 Euro"
    bool opens_item() const {
        if (begin_ < 2 || context_.tokens[begin_ - 2].shape == Shape::digits) return false;
        return context_.is(begin_ - 1, ",") || context_.is(begin_ - 1, ";") || context_.is(begin_ - 1, "(");
    }

    const Context& context_;
    const NumberRows& rows_;
    Composer composer_;
    std::uint32_t begin_;
    bool digits_ = false;
    bool also_ordinal_ = false;
    std::optional<Numeral> best_, before_joiner_;
};

// A fast "no" for most words.
bool may_start(const Context& context, const NumberRows& rows, std::uint32_t at) {
    const Token& token = context.tokens[at];
    if (token.shape == Shape::symbol || token.shape == Shape::digits) return context.terms.find(at, Class::fraction_sign) != nullptr;
    if (!is_word(token)) return false;
    if (context.terms.has_any(at, number_words)) return true;
    const std::string_view word = context.slice(at);
    if (rows.none_begins(word)) return false;
    std::size_t size = std::min<std::size_t>(word.size(), 4);
    while (size < word.size() && static_cast<unsigned char>(word[size]) >= 0x80) ++size;  // what is no ASCII is not cut
    const std::string start = text::key_of(word.substr(0, size));
    return std::ranges::any_of(rows.pieces(start), [&](const Piece& piece) {
        const std::size_t common = std::min(piece.key.size(), start.size());
        return start.compare(0, common, piece.key, 0, common) == 0;
    });
}

}  // namespace

std::vector<Numeral> find_numerals(const Context& context) {
    const NumberRows& rows = number_rows(context.lexicon);
    std::vector<Numeral> found;
    for (std::uint32_t i = 0; i < context.tokens.size();) {
        std::optional<Numeral> numeral;
        if (context.tokens[i].shape == Shape::digits && !is_written_fraction(context, i))
            numeral = Walk(context, i).digits();
        else if (may_start(context, rows, i))
            numeral = Walk(context, i).word();
        if (numeral) found.push_back(*numeral);
        i = numeral ? numeral->end : i + 1;
    }
    return found;
}

Tail tail_of(const Context& context, const Numeral& numeral) {
    if (numeral.partial)
        return {context.text.substr(numeral.span.end, context.tokens[numeral.end - 1].span.end - numeral.span.end), numeral.end};
    std::uint32_t at = numeral.end;
    if (context.glued(at) && context.is(at, "-") && context.glued(at + 1)) ++at;
    if (!context.glued(at) || !is_word(context.tokens[at])) return {{}, numeral.end};
    return {context.slice(at), at + 1};
}

}  // namespace lupe::rules
