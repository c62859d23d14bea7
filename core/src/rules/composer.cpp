// One function a kind of piece; each says what it may follow.
#include "rules/composer.h"

namespace lupe::rules {

namespace {

const Decimal ten(10), hundred(100), thousand(1000), million(1, 6);

}  // namespace

void Composer::start_digits(const Decimal& value) {
    group_ = value;
    last_ = Last::digits;
}

bool Composer::add(Class kind, const Decimal& value, Gap gap, bool bare_scale) {
    if (last_ == Last::end) return false;
    switch (kind) {
        case Class::article: return add_article(value, gap);
        case Class::number_adjective: return add_adjective(gap);
        case Class::fraction_joint: return add_fraction_joint(gap);
        case Class::below_twenty: return add_unit(value, gap);
        case Class::ten: return add_ten(value, gap);
        case Class::hundred: return add_hundred(value, gap, bare_scale);
        case Class::scale: return add_scale(value, gap, bare_scale);
        case Class::joiner: return add_joiner(gap);
        case Class::half: return add_half(value, gap);
        case Class::fraction_sign: return add_fraction_sign(value);
        case Class::denominator: return add_denominator(value);
        case Class::ordinal: return add_ordinal(value, gap);
        case Class::ordinal_ending: return add_ordinal_ending(gap);
        default: return false;
    }
}

// A new group may begin at the start, behind a hundred or scale, and behind the joiner that follows one.
bool Composer::open_group(Gap gap) const {
    if (last_ == Last::none || last_ == Last::hundred) return true;
    if (last_ == Last::scale) return gap != Gap::hyphen;
    return last_ == Last::joiner && (before_joiner_ == Last::hundred || before_joiner_ == Last::scale);
}

void Composer::begin_group(Gap gap) {
    if (last_ == Last::scale && gap == Gap::space) pending_ = true;
    if (last_ == Last::joiner) after_joiner_ = true;
}

bool Composer::add_unit(const Decimal& value, Gap gap) {
    if (last_ == Last::ten && value < ten && !value.is_zero()) {
        group_ = group_ + value;
    } else if (open_group(gap) && (last_ == Last::none || !value.is_zero())) {
        begin_group(gap);
        group_ = group_ + value;
    } else {
        return false;
    }
    last_ = value.is_integer() ? Last::unit : Last::mixed;
    return true;
}

bool Composer::add_ten(const Decimal& value, Gap gap) {
    const bool reversed = last_ == Last::joiner && before_joiner_ == Last::unit;  // drei und zwanzig
    if (reversed) {
        const bool below_ten = (group_ < ten) || (hundreds_ && group_.to_int() % 100 < 10);
        if (!below_ten) return false;
    } else if (open_group(gap)) {
        begin_group(gap);
    } else {
        return false;
    }
    group_ = group_ + value;
    last_ = reversed ? Last::unit : Last::ten;
    before_joiner_ = Last::none;
    return true;
}

bool Composer::add_hundred(const Decimal& value, Gap gap, bool bare) {
    if (hundreds_) return false;
    if (last_ == Last::unit || last_ == Last::ten || last_ == Last::article || last_ == Last::mixed) {
        if (group_ >= hundred || (last_ == Last::article && pending_)) return false;
        group_ = group_ * value;
    } else if (bare && open_group(gap)) {
        begin_group(gap);
        group_ = value;
    } else {
        return false;
    }
    hundreds_ = true;
    pending_ = false;
    last_ = Last::hundred;
    return true;
}

bool Composer::add_scale(const Decimal& value, Gap gap, bool bare) {
    const bool has_group = last_ != Last::none && last_ != Last::joiner && last_ != Last::scale;
    if (last_ == Last::joiner || (!has_group && last_ == Last::none && !bare)) return false;
    if (last_ == Last::scale && gap == Gap::inside && value <= scale_) return false;
    if (!has_group && last_ == Last::none) {
        total_ = value;
    } else if (last_ == Last::scale) {
        if (value <= scale_) return false;  // "tausend Millionen" multiplies all of it
        total_ = total_ * value;
    } else if (scaled_ && value >= scale_) {
        return false;
    } else {
        total_ = total_ + group_ * value;
    }
    group_ = {};
    scale_ = value;
    scaled_ = true;
    hundreds_ = pending_ = after_joiner_ = fraction_ = false;
    last_ = Last::scale;
    return true;
}

bool Composer::add_joiner(Gap gap) {
    if (pending_ && gap != Gap::inside) return false;
    const bool reversing = last_ == Last::unit && gap == Gap::inside;
    const bool extending = last_ == Last::hundred || (last_ == Last::scale && (gap == Gap::inside || scale_ < million));
    const bool halving =
        last_ == Last::unit || last_ == Last::ten || last_ == Last::hundred || last_ == Last::scale || last_ == Last::article;
    if (joiner_inside_ ? gap != Gap::inside || !(reversing || extending) : gap == Gap::inside || !(extending || halving)) return false;
    before_joiner_ = last_;
    last_ = Last::joiner;
    return true;
}

bool Composer::add_half(const Decimal& value, Gap gap) {
    if (last_ == Last::none || (last_ == Last::article && gap == Gap::space)) {
        group_ = value;
        last_ = Last::half;
    } else if (gap == Gap::inside && (last_ == Last::unit || last_ == Last::ten || last_ == Last::hundred)) {
        group_ = group_ + value;  // zwei|einhalb
        last_ = Last::mixed;
    } else if (last_ == Last::joined_one) {
        if (before_joiner_ == Last::scale)
            total_ = total_ + value * scale_;  // a million and a half
        else
            group_ = group_ + value;
        pending_ = false;
        last_ = before_joiner_ == Last::scale ? Last::end : Last::mixed;
    } else {
        return false;
    }
    return true;
}

bool Composer::add_article(const Decimal& value, Gap gap) {
    if (last_ == Last::none) {
        group_ = value;
        last_ = Last::article;
        return true;
    }
    if (pending_ && fraction_) return true;
    if (last_ == Last::half && gap != Gap::inside && group_ < value) return true;  // half a
    if (last_ == Last::scale && joiner_inside_ && gap == Gap::space) {             // drei Billionen eine Milliarde
        group_ = value;
        last_ = Last::article;
        return pending_ = true;
    }
    if (last_ != Last::joiner) return false;
    last_ = Last::joined_one;  // and a (half)
    pending_ = true;
    return true;
}

bool Composer::add_adjective(Gap gap) {
    if (last_ != Last::article || gap != Gap::space || scaled_) return false;
    pending_ = true;  // until the multiplier comes: eine weitere Million
    return true;
}

// "a quarter of a" must go on with a multiplier.
bool Composer::add_fraction_joint(Gap gap) {
    if (last_ != Last::mixed || !fraction_ || pending_ || gap != Gap::space) return false;
    return pending_ = true;
}

bool Composer::add_fraction_sign(const Decimal& value) {
    if (last_ != Last::none && last_ != Last::digits) return false;
    fraction_ = last_ == Last::none;
    group_ = group_ + value;
    last_ = Last::mixed;
    return true;
}

bool Composer::add_denominator(const Decimal& value) {
    const bool counted = last_ == Last::unit || last_ == Last::article || last_ == Last::digits ||
                         (last_ == Last::ten && value >= ten);  // "twenty-eighth" is an ordinal
    if (!counted || !total_.is_zero() || !group_.is_integer() || group_ >= hundred) return false;
    constexpr int places = 4;
    const bool small = value < thousand;
    group_ = small ? group_.divided_by(value, places) : group_.divided_by(value, 9);
    fraction_ = true;
    last_ = Last::mixed;
    return true;
}

bool Composer::add_ordinal(const Decimal& value, Gap gap) {
    const bool after_ten = last_ == Last::ten && value < ten;
    const bool multiplies = value >= hundred && (last_ == Last::unit || last_ == Last::ten || last_ == Last::article);
    if (multiplies)
        group_ = group_ * value;
    else if (after_ten || open_group(gap))
        group_ = group_ + value;
    else
        return false;
    ordinal_ = true;
    pending_ = false;
    last_ = Last::end;
    return true;
}

bool Composer::add_ordinal_ending(Gap gap) {
    if (gap != Gap::inside || !complete() || last_ == Last::article || last_ == Last::half || last_ == Last::mixed) return false;
    ordinal_ = true;
    last_ = Last::end;
    return true;
}

}  // namespace lupe::rules
