// A slow, obviously right writer of integers as German and English words and digits; the oracle for the numeral parser.
#pragma once

#include <cstdint>
#include <string>

namespace lupe::oracle {

std::string german_words(std::int64_t number);   // "neunhundertneunundneunzigtausend", "zwei Millionen dreihunderttausend"
std::string english_words(std::int64_t number);  // "two hundred and five thousand and three"
std::string grouped(std::int64_t number, const std::string& mark);  // "1.234.567"

}  // namespace lupe::oracle
