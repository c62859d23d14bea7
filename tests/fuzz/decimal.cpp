// Decimals: what is written reads back the same, and arithmetic keeps its laws.
#include "lupe/decimal.h"

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    bool ok = false;
    const lupe::Decimal a = lupe::Decimal::parse(text.substr(0, size / 2), &ok);
    const lupe::Decimal b = lupe::Decimal::parse(text.substr(size / 2));
    if (!ok) FUZZ_CHECK(a.is_zero());
    FUZZ_CHECK(lupe::Decimal::parse(a.to_string()) == a);
    FUZZ_CHECK(a + b == b + a && a * b == b * a && -(-a) == a);
    FUZZ_CHECK((a < b) == (b > a));
    a.divided_by(b, 4);
    return 0;
}
