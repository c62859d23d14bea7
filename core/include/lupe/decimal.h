// Exact decimal numbers: digits times a power of ten, never a binary fraction, so that 0.1 stays 0.1.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace lupe {

//   Decimal price = Decimal::parse("0.1") + Decimal::parse("0.2");   // price.to_string() == "0.3", price == Decimal(3, -1)
//
// value = coefficient * 10^exponent, normalised: the coefficient has no trailing zero, and zero has exponent 0.
// Arithmetic that would leave 18 significant digits rounds half up to 18; exponents saturate at +-400.
class Decimal {
public:
    constexpr Decimal() = default;
    Decimal(std::int64_t coefficient, int exponent = 0);

    // Digits with an optional sign, decimal point and exponent: "-12.50", "1e9". `ok` is false (and the result 0) for anything else.
    static Decimal parse(std::string_view text, bool* ok = nullptr);

    std::int64_t coefficient() const { return coefficient_; }
    int exponent() const { return exponent_; }
    bool is_zero() const { return coefficient_ == 0; }
    bool is_integer() const { return exponent_ >= 0; }
    // The value as an integer, or `otherwise` if it is no integer or does not fit.
    std::int64_t to_int(std::int64_t otherwise = -1) const;

    Decimal operator-() const;
    Decimal operator+(const Decimal& other) const;
    Decimal operator-(const Decimal& other) const { return *this + -other; }
    Decimal operator*(const Decimal& other) const;
    // The quotient rounded to `digits` places after the point; division by zero gives zero.
    Decimal divided_by(const Decimal& other, int digits) const;

    bool operator==(const Decimal&) const = default;
    std::strong_ordering operator<=>(const Decimal& other) const;

    // The shortest JSON number: "4000000000", "0.99", "-2.6", "1e30" beyond 21 digits.
    std::string to_string() const;
    // The same without an exponent, however many zeros that takes.
    std::string plain() const;

private:
    std::int64_t coefficient_ = 0;
    std::int32_t exponent_ = 0;
};

}  // namespace lupe
