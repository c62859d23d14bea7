// Numerals in digits: which mark groups and which one starts the decimals.
#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "rules/number_rows.h"
#include "rules/numbers.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Are text[0..end) digits in groups: "1.234.567", "1234"? Without marks any length will do.
bool grouped(std::string_view text, char mark, bool inner_pairs, std::string& digits) {
    std::size_t group = 0, marks = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            ++group;
            digits += text[i];
            continue;
        }
        const bool first = marks == 0, last = text.find(mark, i + 1) == std::string_view::npos;
        if (text[i] != mark || group == 0 || group > 3 || (first && text[0] == '0')) return false;
        if (!first && group != 3 && !(inner_pairs && group == 2)) return false;
        if (last && text.size() - i - 1 != 3) return false;
        ++marks;
        group = 0;
    }
    return !text.empty();
}

std::optional<Decimal> read(std::string_view text, char decimal, char group, bool inner_pairs) {
    std::string digits;
    const std::size_t point = text.rfind(decimal);
    if (!grouped(text.substr(0, point), group, inner_pairs, digits)) return {};
    if (point != std::string_view::npos) {
        if (point + 1 == text.size() || text.find_first_not_of("0123456789", point + 1) != std::string_view::npos) return {};
        digits += '.';
        digits += text.substr(point + 1);
    }
    bool ok = false;
    const Decimal value = Decimal::parse(digits, &ok);
    return ok ? std::optional(value) : std::nullopt;
}

}  // namespace

bool parse_digits(const Context& context, std::string_view text, Decimal& value) {
    constexpr std::size_t longest = 60;  // longer runs of digits are no amounts
    if (text.size() > longest) return false;
    if (text.size() < std::numeric_limits<std::int64_t>::digits10 && std::all_of(text.begin(), text.end(), is_digit)) {
        std::int64_t whole = 0;
        for (const char c : text) whole = whole * 10 + (c - '0');
        value = Decimal(whole);
        return !text.empty();
    }
    const Convention& own = number_rows(context.lexicon).convention;
    const std::string key = text::key_of(text);
    for (const auto& found : {read(key, own.decimal, own.group, own.inner_pairs), read(key, own.decimal, '\'', false),
                              read(key, own.group, '\'', false), read(key, own.group, own.decimal, false)})
        if (found) {
            value = *found;
            return true;
        }
    return false;
}

}  // namespace lupe::rules
