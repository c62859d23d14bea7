// How TIMEX3 writes calendar values.
#pragma once

#include <string>

#include "rules/calendar.h"
#include "rules/expression.h"

namespace lupe::rules::timex {

std::string year(int year);                           // "2023"; 0 -> "XXXX"
std::string century(int number);                      // "18" for the 19th
std::string month(int year, int month);               // "2023-05"
std::string day(calendar::Day day);                   // "2023-09-26"
std::string open_day(int month, int day);             // "XXXX-09-26"; month 0 -> "XXXX-XX-26"
std::string week(calendar::Week week);                // "2023-W39"
std::string clock(int hour, int minute, int second);  // "T14:30", "T14:30:05"; second -1: not said
std::string open(Grain grain);                        // nothing is known: "XXXX-WXX", "XXXX-XX-XX"

}  // namespace lupe::rules::timex
