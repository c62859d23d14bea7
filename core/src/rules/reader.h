// How the time productions look at a text: by token, asking for rows of a class, numerals and marks. Positions are token
// indices; `end`s are one behind the last token, as everywhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/context.h"
#include "rules/expression.h"
#include "rules/numbers.h"

namespace lupe::rules {

using At = std::uint32_t;

// A number read at a place: its value and the token behind it.
struct Read {
    int value = 0;
    At end = 0;
};

class Reader {
public:
    Reader(const Context& context, std::span<const Numeral> numerals);

    const Context& context() const { return context_; }
    At size() const { return static_cast<At>(context_.tokens.size()); }

    // The longest term of the class that starts here; null if there is none or `at` is behind the text.
    const Term* term(At at, Class kind) const { return context_.terms.find(at, kind); }
    // Behind a term of the class, or `at` itself if none stands here.
    At skip(At at, Class kind) const {
        const Term* found = term(at, kind);
        return found ? at + found->length : at;
    }
    // A term of the class that ends right before `at`; null if none does.
    const Term* term_before(At at, Class kind) const {
        constexpr std::size_t longest = 4;
        return context_.terms.find_before(at, kind, longest);
    }

    // The numeral that starts here, or null.
    const Numeral* numeral(At at) const { return at < size() && starts_[at] != none ? &numerals_[starts_[at]] : nullptr; }
    // The numeral whose last token is `at - 1`, or null.
    const Numeral* numeral_before(At at) const { return at > 0 && ends_[at - 1] != none ? &numerals_[ends_[at - 1]] : nullptr; }

    // True if token `at` is this one character.
    bool mark(At at, char c) const { return at < size() && context_.slice(at).size() == 1 && context_.slice(at)[0] == c; }
    bool dash(At at) const;
    bool glued(At at) const { return context_.glued(at); }
    bool word(At at) const { return at < size() && context_.tokens[at].shape <= Shape::mixed; }
    bool digits(At at) const { return at < size() && context_.tokens[at].shape == Shape::digits; }

    // A plain whole number of at most `most` digits and nothing glued behind it that would make it another.
    std::optional<Read> integer(At at, std::size_t most = 4) const;
    // "3.", "3rd", "dritten": as written in dates and before units.
    std::optional<Read> ordinal(At at) const;
    // A year: four digits from 1000 to 2199 that stand alone.
    std::optional<Read> year(At at) const;

    // The glued digits and separators that start here ("26.9.2023", "14:30", "2022/23"), at most 24 bytes; and the token behind
    // `bytes` of it, or 0 if that is inside a token or a digit is glued to it.
    std::string_view run(At at) const;
    At run_end(At at, std::size_t bytes) const;

    // What read_day found nothing at last: several productions ask it at the same place, one after the other.
    bool no_day(At at) const { return no_day_at_ == at; }
    void note_no_day(At at) const { no_day_at_ = at; }

    // The rows of parts of the day that are written onto a name ("Montagabend"), longest first.
    const std::vector<const Row*>& part_endings() const { return part_endings_; }

    // A capitalised word that ends like one of them.
    bool may_be_compound(At at) const;
    std::span<const Row* const> tense_endings() const { return tense_endings_; }

    // Does the month stand before the day, "May 3" (a row says so)?
    bool month_first() const { return month_first_; }
    // Is the day before a month written without a mark, "3 May" (no row says that a full stop makes ordinals)?
    bool bare_day() const { return bare_day_; }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::string_view find_run(At at) const;

    const Context& context_;
    std::span<const Numeral> numerals_;
    std::vector<std::uint32_t> starts_, ends_;  // by token: index of the numeral
    std::vector<const Row*> part_endings_;
    std::span<const Row* const> tense_endings_;
    bool month_first_, bare_day_;
    // Every production asks for the same run, one after the other.
    mutable At last_run_at_ = none;
    mutable std::string_view last_run_;
    mutable At no_day_at_ = none;
};

}  // namespace lupe::rules
