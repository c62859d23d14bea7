// Decimals are exact.
#include <catch_amalgamated.hpp>

#include "lupe/decimal.h"

using lupe::Decimal;

TEST_CASE("decimals read and write exactly") {
    CHECK(Decimal::parse("0.10").to_string() == "0.1");
    CHECK(Decimal::parse("1e9").to_string() == "1000000000");
    CHECK(Decimal::parse("-2.6").to_string() == "-2.6");
    CHECK(Decimal::parse("0.045").to_string() == "0.045");
    CHECK(Decimal::parse("1e30").to_string() == "1e30");
    CHECK(Decimal::parse("-125E28").to_string() == "-1.25e30");
    CHECK(Decimal::parse("+7").to_string() == "7");
    CHECK(Decimal::parse("25e-9").to_string() == "2.5e-8");
    CHECK(Decimal(0, 5) == Decimal());
    bool ok = true;
    Decimal::parse("1.2.3", &ok);
    CHECK_FALSE(ok);
    Decimal::parse("", &ok);
    CHECK_FALSE(ok);
    Decimal::parse("1e", &ok);
    CHECK_FALSE(ok);
    for (const char* text : {"1e2x", "1e2/", "e5", "5x"}) {
        Decimal::parse(text, &ok);
        CHECK_FALSE(ok);
    }
}

TEST_CASE("decimal arithmetic is exact within 18 digits") {
    CHECK(Decimal::parse("0.1") + Decimal::parse("0.2") == Decimal::parse("0.3"));
    CHECK(Decimal::parse("2.75") * Decimal(1, 9) == Decimal(2750000000));
    CHECK(Decimal(1).divided_by(Decimal(3), 4).to_string() == "0.3333");
    CHECK(Decimal(2).divided_by(Decimal(3), 4).to_string() == "0.6667");
    CHECK(Decimal(1).divided_by(Decimal(0), 4) == Decimal());
    CHECK(Decimal(-2).divided_by(Decimal(3), 4).to_string() == "-0.6667");
    CHECK(Decimal(2).divided_by(Decimal(-3), 4).to_string() == "-0.6667");
    CHECK(Decimal(5).divided_by(Decimal(2, 6), 4) == Decimal());
    CHECK(Decimal(5).divided_by(Decimal(2, 6), 7).to_string() == "0.0000025");
    CHECK(Decimal(5).divided_by(Decimal(2, 40), 4) == Decimal());
    CHECK(Decimal(-12, 3).to_int() == -12000);
    CHECK(Decimal(-3) < Decimal::parse("0.5"));
    CHECK(Decimal(5, 300) > Decimal(4, 300));
    CHECK(Decimal(12, 3).to_int() == 12000);
    CHECK(Decimal::parse("0.5").to_int(-7) == -7);
    CHECK(Decimal(1, 40).to_int(-7) == -7);
}
