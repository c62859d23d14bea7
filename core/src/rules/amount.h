// An amount while it is being made: a numeral, or two of a range, with what has been found around it so far.
//
//   read_amounts   [-][CHF] numeral [scale letter][Euro | % | km/h]     amount_reader.cpp
//   join_ranges    fünf bis | zehn Prozent  ->  one amount              amount_ranges.cpp
//   drop_others    scores, years, labels, phone numbers                 amount_filter.cpp
//   share_units    statt 94 nun 81 Milliarden Euro                      amount_sharing.cpp, amount_taking.cpp
//   drop_unsure    at 26, Hannover 96                                   amount_unsure.cpp
//   set_currencies cents and crowns: which ones the text means          amount_currency.cpp
//   set_bounds     rund, bis zu, at least  ->  modifier                 amount_bounds.cpp
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/context.h"
#include "rules/numbers.h"

namespace lupe::rules {

enum class Measure : std::uint8_t { none, money, percent, quantity, duration };

struct Amount {
    std::uint32_t begin = 0;  // tokens [begin, end)
    std::uint32_t end = 0;
    Span span;
    std::uint32_t unit_end = 0;  // token behind its currency or unit, 0 if none stands behind it
    Magnitude magnitude;
    Numeral numeral;  // the last one of a range
    Measure measure = Measure::none;
    std::string_view unit;      // ISO 4217 code, unit name or row value of a time unit; empty if it is not known (yet)
    std::string_view below;     // "square-meter" of liter-per-square-meter
    const Row* noun = nullptr;  // names several units, the text decides which
    Decimal share{1};           // of the currency: 0.01 where the numbers count cents
    bool prefixed = false;      // the currency stands before the number
    bool is_signed = false;
    Decimal loose_scale;       // "m" read as a unit, but a multiplier beside sums of money; else 0
    bool elided = false;       // takes its unit from a neighbour
    bool in_brackets = false;  // "Müller (36)", "Leverkusen (36)": an age unless it is a place's or a team's
    const char* rule = "number.numeral";
};

using Amounts = std::vector<Amount>;

Amounts read_amounts(const Context& context, std::span<const Numeral> numerals);
void join_ranges(const Context& context, Amounts& amounts);
void drop_others(const Context& context, Amounts& amounts);
void share_units(const Context& context, Amounts& amounts);
void drop_unsure(const Context& context, Amounts& amounts);  // what sharing could not explain
void set_currencies(const Context& context, Amounts& amounts);
void set_bounds(const Context& context, Amounts& amounts);

// Multiplies what was read, and remembers by what.
void multiply(Amount& amount, const Decimal& scale);
// Gives a number the measure of another one, and its multiplier where that fits: 94 ... 81 Milliarden Euro.
void take_measure(Amount& amount, const Amount& giver);

// Does a word for one count something, here behind `before` or null?
bool counts_one(const Context& context, const Amount& one, const Amount* before);

inline bool looks_like_year(const Decimal& value) { return value >= Decimal(1500) && value <= Decimal(2100); }

// "Hannover 96", "Marktgasse 8": digits right behind a capitalised word, that count nothing.
bool names_it(const Context& context, const Amount& amount);

// "L 1105", "A 3": digits right behind a single capital.
bool numbers_road(const Context& context, std::uint32_t at);

// Does the language write nouns with a capital? It then tells how adjectives end.
bool capitalises_nouns(const Context& context);

// Does the token end as rows of the class do?
bool ends_as(const Context& context, std::uint32_t at, Class kind);

// Does a noun follow that a number before token `at` counts, perhaps behind adjectives?
bool counts_noun(const Context& context, std::uint32_t at);

// A currency's sign or code may stand before a number, its name may not ("Euro 2024").
bool may_precede(const Row& row);

// "Mo. bis Fr. 8 bis 12 Uhr": a weekday, though the franc is written so, too.
bool closes_weekdays(const Context& context, std::uint32_t at);

// "a dollar" is money, "a pound" may be a weight and "a barrel" what a price is for.
bool is_coin(const Context& context, const Term& term, std::uint32_t at);

// "2023 $5m": a sign that stands apart from this number and at the next one is the next one's.
bool opens_next_amount(const Context& context, const Term& term, std::uint32_t at);

// Is the "minus" at this token the second part of "plus or minus", "plus/minus"?
bool is_plus_or_minus(const Context& context, std::uint32_t minus);

// The longest term of the class that ends right before token `at`; null if there is none, or if a new line starts in between.
const Term* term_before(const Context& context, std::uint32_t at, Class kind);
// The same, but as the last tokens of what ends there: a line may start behind it.
const Term* term_at_end(const Context& context, std::uint32_t end, Class kind);

}  // namespace lupe::rules
