// Numerals of any text ascend and stay inside it; an integer written in words or digits is read back exactly.
#include "rules/numbers.h"

#include <cstring>

#include "../unit/number_words_oracle.h"
#include "reading.h"

namespace {

void check_text(const lupe::fuzz::Input& input) {
    const lupe::fuzz::Reading reading(input);
    std::uint32_t end = 0;
    for (const lupe::rules::Numeral& numeral : lupe::rules::find_numerals(reading.context)) {
        FUZZ_CHECK(numeral.begin >= end && numeral.begin < numeral.end && numeral.end <= reading.segments.tokens.size());
        end = numeral.end;
        lupe::fuzz::check_span(input.text, numeral.span);
        FUZZ_CHECK(lupe::Decimal::parse(numeral.value.to_string()) == numeral.value);
        FUZZ_CHECK(lupe::rules::tail_of(reading.context, numeral).end <= reading.segments.tokens.size());
    }
}

// German has no joiner behind "Millionen", so that a small number there is taken for another one: "zwei Millionen drei".
bool is_ambiguous(std::int64_t number, bool german) {
    return german && number >= 1'000'000 && number % 1'000'000 > 0 && number % 1'000'000 < 100;
}

void check_integer(std::int64_t number, bool german) {
    if (is_ambiguous(number, german)) return;
    const std::string words = german ? lupe::oracle::german_words(number) : lupe::oracle::english_words(number);
    for (const std::string& text : {words, lupe::oracle::grouped(number, german ? "." : ",")}) {
        const std::string marked = (german ? '\1' : '\2') + text;
        const lupe::fuzz::Input input(reinterpret_cast<const unsigned char*>(marked.data()), marked.size());
        const lupe::fuzz::Reading reading(input);
        const auto numerals = lupe::rules::find_numerals(reading.context);
        FUZZ_CHECK(numerals.size() == 1 && numerals[0].value == lupe::Decimal(number));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    check_text({data, size});
    std::uint64_t bits = 0;
    std::memcpy(&bits, data, size < sizeof bits ? size : sizeof bits);
    check_integer(static_cast<std::int64_t>(bits % 1'000'000'000'000'000), bits >> 63);
    return 0;
}
