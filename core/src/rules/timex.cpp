#include "rules/timex.h"

namespace lupe::rules::timex {

namespace {

std::string digits(int value, std::size_t width) {
    std::string text = std::to_string(value < 0 ? 0 : value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::string year(int year) { return year == 0 ? "XXXX" : digits(year, 4); }
std::string century(int number) { return digits(number, 2); }
std::string month(int y, int m) { return year(y) + "-" + digits(m, 2); }

std::string day(calendar::Day number) {
    const calendar::Civil date = calendar::civil_of(number);
    return month(date.year, date.month) + "-" + digits(date.day, 2);
}

std::string open_day(int m, int d) { return (m == 0 ? "XXXX-XX" : month(0, m)) + "-" + digits(d, 2); }
std::string week(calendar::Week week) { return year(week.year) + "-W" + digits(week.number, 2); }

std::string clock(int hour, int minute, int second) {
    return "T" + digits(hour, 2) + ":" + digits(minute, 2) + (second >= 0 ? ":" + digits(second, 2) : "");
}

std::string open(Grain grain) {
    switch (grain) {
        case Grain::week: return "XXXX-WXX";
        case Grain::weekend: return "XXXX-WXX-WE";
        case Grain::month: return "XXXX-XX";
        case Grain::quarter: return "XXXX-QX";
        case Grain::half: return "XXXX-HX";
        case Grain::day: return "XXXX-XX-XX";
        default: return "XXXX";
    }
}

}  // namespace lupe::rules::timex
