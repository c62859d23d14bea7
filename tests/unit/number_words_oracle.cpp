// Written without a look at the parser: school grammar only.
#include "number_words_oracle.h"

namespace lupe::oracle {

namespace {

const char* const german_small[] = {"null",     "ein",      "zwei",     "drei",     "vier",     "fünf",    "sechs",
                                    "sieben",   "acht",     "neun",     "zehn",     "elf",      "zwölf",   "dreizehn",
                                    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
const char* const german_tens[] = {"", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
const char* const english_small[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
const char* const english_tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

// 1..999 as the first part of a word: "ein", "zweihundertein".
std::string german_below_thousand(std::int64_t n) {
    std::string words;
    if (n >= 100) words += std::string(german_small[n / 100]) + "hundert";
    n %= 100;
    if (n == 0) return words;
    if (n < 20) return words + german_small[n];
    if (n % 10 != 0) words += std::string(german_small[n % 10]) + "und";
    return words + german_tens[n / 10];
}

std::string german_below_million(std::int64_t n) {
    std::string words;
    if (n >= 1000) words += german_below_thousand(n / 1000) + "tausend";
    n %= 1000;
    if (n != 0) words += german_below_thousand(n);
    if (n % 100 == 1) words += "s";
    return words;
}

std::string english_below_thousand(std::int64_t n) {
    std::string words;
    if (n >= 100) words += std::string(english_small[n / 100]) + " hundred";
    if (n >= 100 && n % 100 != 0) words += " and ";
    n %= 100;
    if (n == 0) return words;
    if (n < 20) return words + english_small[n];
    return words + english_tens[n / 10] + (n % 10 != 0 ? std::string("-") + english_small[n % 10] : "");
}

}  // namespace

std::string german_words(std::int64_t n) {
    if (n == 0) return "null";
    static const struct {
        std::int64_t value;
        const char *one, *many;
    } scales[] = {{1000000000000000, "Billiarde", "Billiarden"},
                  {1000000000000, "Billion", "Billionen"},
                  {1000000000, "Milliarde", "Milliarden"},
                  {1000000, "Million", "Millionen"}};
    std::string words;
    for (const auto& scale : scales) {
        const std::int64_t count = n / scale.value;
        n %= scale.value;
        if (count == 0) continue;
        if (!words.empty()) words += " ";
        words +=
            count == 1 ? std::string("eine ") + scale.one : german_below_thousand(count) + (count % 100 == 1 ? "s " : " ") + scale.many;
    }
    if (n != 0 && !words.empty()) words += " ";
    return n == 0 ? words : words + german_below_million(n);
}

std::string english_words(std::int64_t n) {
    if (n == 0) return "zero";
    static const struct {
        std::int64_t value;
        const char* name;
    } scales[] = {{1000000000000000, " quadrillion"},
                  {1000000000000, " trillion"},
                  {1000000000, " billion"},
                  {1000000, " million"},
                  {1000, " thousand"}};
    std::string words;
    for (const auto& scale : scales) {
        const std::int64_t count = n / scale.value;
        n %= scale.value;
        if (count == 0) continue;
        if (!words.empty()) words += " ";
        words += english_below_thousand(count) + scale.name;
    }
    if (n == 0) return words;
    if (!words.empty()) words += n < 100 ? " and " : " ";
    return words + english_below_thousand(n);
}

std::string grouped(std::int64_t n, const std::string& mark) {
    std::string digits = std::to_string(n), out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
        out += digits[i];
    }
    return out;
}

}  // namespace lupe::oracle
