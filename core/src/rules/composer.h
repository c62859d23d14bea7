// Adds the pieces of one numeral up, from left to right, and refuses a piece that cannot go on.
//
//   neun hundert neun und neunzig tausend     unit hundred unit joiner ten scale
//   two million, three hundred and five       unit scale | unit hundred joiner unit
//   half a million, zwei ein-halb, two-thirds half article scale | unit half | unit denominator
#pragma once

#include <cstdint>

#include "lang/lexicon.h"
#include "lupe/decimal.h"

namespace lupe::rules {

// How a piece hangs on the one before it.
enum class Gap : std::uint8_t { inside, hyphen, space };

class Composer {
public:
    explicit Composer(bool joiner_inside) : joiner_inside_(joiner_inside) {}

    void start_digits(const Decimal& value);
    // Takes the piece if it can follow; else returns false and stays as it was.
    bool add(Class kind, const Decimal& value, Gap gap, bool bare_scale = false);

    // May the numeral end here? "hundert und" and "two million three" (before "hundred") may not.
    bool complete() const { return last_ != Last::none && last_ != Last::joiner && !pending_; }
    bool started() const { return last_ != Last::none; }
    Decimal value() const { return total_ + group_; }

    bool scaled() const { return scaled_; }
    Decimal scale() const { return scaled_ ? scale_ : Decimal(1); }
    bool ordinal() const { return ordinal_; }
    bool fraction() const { return fraction_; }
    bool article() const { return last_ == Last::article; }
    bool half() const { return last_ == Last::half; }
    // True if a hundred came where a joiner had begun another number: "one hundred and | two hundred".
    bool overrun(Class kind) const { return kind == Class::hundred && after_joiner_ && hundreds_; }

private:
    enum class Last : std::uint8_t { none, digits, article, unit, ten, joiner, joined_one, hundred, scale, half, mixed, end };

    bool add_unit(const Decimal& value, Gap gap);
    bool add_ten(const Decimal& value, Gap gap);
    bool add_hundred(const Decimal& value, Gap gap, bool bare);
    bool add_scale(const Decimal& value, Gap gap, bool bare);
    bool add_joiner(Gap gap);
    bool add_half(const Decimal& value, Gap gap);
    bool add_article(const Decimal& value, Gap gap);
    bool add_adjective(Gap gap);
    bool add_fraction_joint(Gap gap);
    bool add_fraction_sign(const Decimal& value);
    bool add_denominator(const Decimal& value);
    bool add_ordinal(const Decimal& value, Gap gap);
    bool add_ordinal_ending(Gap gap);

    bool open_group(Gap gap) const;  // may a unit, ten or hundred begin here?
    void begin_group(Gap gap);

    Decimal total_, group_, scale_;  // total_ holds what has been multiplied, scale_ by what last
    Last last_ = Last::none, before_joiner_ = Last::none;
    bool joiner_inside_;
    bool hundreds_ = false;  // the group has its hundred
    bool pending_ = false;   // the group began as a word of its own behind a scale and needs a multiplier
    bool after_joiner_ = false;
    bool scaled_ = false, ordinal_ = false, fraction_ = false;
};

}  // namespace lupe::rules
