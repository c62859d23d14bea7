// Exact decimals in a 64-bit coefficient; products and sums are taken in 128 bits and rounded to 18 digits.
#include "lupe/decimal.h"

#include <algorithm>

namespace lupe {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t largest = 999'999'999'999'999'999;
constexpr int exponent_limit = 400;

struct Parts {
    std::int64_t coefficient;
    int exponent;
};

Parts normalise(Wide coefficient, int exponent) {
    const bool negative = coefficient < 0;
    if (negative) coefficient = -coefficient;
    while (coefficient > largest) {
        coefficient = (coefficient + 5) / 10;
        ++exponent;
    }
    auto rest = static_cast<std::int64_t>(coefficient);  // division of 128 bits is a call
    while (rest != 0 && rest % 10 == 0) {
        rest /= 10;
        ++exponent;
    }
    if (rest == 0) exponent = 0;
    return {negative ? -rest : rest, std::clamp(exponent, -exponent_limit, exponent_limit)};
}

int digits_of(std::int64_t value) {
    int digits = 1;
    for (value = value < 0 ? -value : value; value >= 10; value /= 10) ++digits;
    return digits;
}

Wide scaled(std::int64_t coefficient, int power) {
    Wide value = coefficient;
    while (power-- > 0) value *= 10;
    return value;
}

}  // namespace

Decimal::Decimal(std::int64_t coefficient, int exponent) {
    const Parts parts = normalise(coefficient, exponent);
    coefficient_ = parts.coefficient;
    exponent_ = parts.exponent;
}

Decimal Decimal::parse(std::string_view text, bool* ok) {
    std::size_t at = 0;
    const bool negative = !text.empty() && text[0] == '-';
    if (negative || (!text.empty() && text[0] == '+')) ++at;
    std::uint64_t coefficient = 0;  // at most ten times `largest`, and nine
    int exponent = 0;
    bool any = false, point = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            any = true;
            if (coefficient <= std::uint64_t{largest}) {
                coefficient = coefficient * 10 + static_cast<std::uint64_t>(c - '0');
                exponent -= point;
            } else {
                exponent += !point;
            }
        } else {
            break;
        }
    }
    if (any && at + 1 < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const bool down = text[++at] == '-';
        if (down || text[at] == '+') ++at;
        int power = 0;
        any = at < text.size();
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
            power = std::min(10 * power + (text[at] - '0'), 2 * exponent_limit);
        exponent += down ? -power : power;
    }
    const bool good = any && at == text.size();
    if (ok) *ok = good;
    if (!good) return {};
    Decimal result;
    const Parts parts = normalise(negative ? -Wide{coefficient} : Wide{coefficient}, exponent);
    result.coefficient_ = parts.coefficient;
    result.exponent_ = parts.exponent;
    return result;
}

std::int64_t Decimal::to_int(std::int64_t otherwise) const {
    if (exponent_ < 0 || exponent_ + digits_of(coefficient_) > 18) return otherwise;
    return static_cast<std::int64_t>(scaled(coefficient_, exponent_));
}

Decimal Decimal::operator-() const {
    Decimal result = *this;
    result.coefficient_ = -coefficient_;
    return result;
}

Decimal Decimal::operator+(const Decimal& other) const {
    if (is_zero()) return other;
    if (other.is_zero()) return *this;
    const Decimal& high = exponent_ >= other.exponent_ ? *this : other;
    const Decimal& low = exponent_ >= other.exponent_ ? other : *this;
    const int gap = high.exponent_ - low.exponent_;
    if (gap > 19) return high;  // the lower one lies behind the 18 digits kept
    const Parts parts = normalise(scaled(high.coefficient_, gap) + low.coefficient_, low.exponent_);
    return Decimal(parts.coefficient, parts.exponent);
}

Decimal Decimal::operator*(const Decimal& other) const {
    const Parts parts = normalise(static_cast<Wide>(coefficient_) * other.coefficient_, exponent_ + other.exponent_);
    return Decimal(parts.coefficient, parts.exponent);
}

Decimal Decimal::divided_by(const Decimal& other, int digits) const {
    if (other.is_zero()) return {};
    const int shift = digits + exponent_ - other.exponent_;  // quotient = this * 10^shift / other, in units of 10^-digits
    if (shift < -18) return {};
    Wide numerator = coefficient_, denominator = other.coefficient_;
    int exponent = -digits;
    if (shift >= 0) {
        const int taken = std::min(shift, 19);
        numerator = scaled(coefficient_, taken);
        exponent += shift - taken;
    } else {
        denominator = scaled(other.coefficient_, -shift);
    }
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide half = denominator / 2;
    const Parts parts = normalise((numerator + (numerator < 0 ? -half : half)) / denominator, exponent);
    return Decimal(parts.coefficient, parts.exponent);
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    const std::int64_t difference = (*this - other).coefficient_;
    return difference <=> 0;
}

std::string Decimal::to_string() const {
    const std::string sign = coefficient_ < 0 ? "-" : "";
    const std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
    const int point = static_cast<int>(digits.size()) + exponent_;  // digits before the decimal point
    if (point > 21 || point < -6) {
        const std::string tail = digits.size() > 1 ? "." + digits.substr(1) : "";
        return sign + digits[0] + tail + "e" + std::to_string(point - 1);
    }
    return plain();
}

std::string Decimal::plain() const {
    const std::string sign = coefficient_ < 0 ? "-" : "";
    const std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
    const int point = static_cast<int>(digits.size()) + exponent_;
    if (exponent_ >= 0) return sign + digits + std::string(static_cast<std::size_t>(exponent_), '0');
    if (point <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    return sign + digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
}

}  // namespace lupe
