// The public value types: what an analysed article consists of.
//
//   text     A  m  a  z  o  n     z  a  h  l  t     v  i  e  r     M  r  d  .     D  o  l  l  a  r
//   byte     0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
//   tokens   [---------------]  [-------------]     [--------]     [-----][-]     [--------------]
//            {0,6}              {7,12}              {13,17}        {18,21}{21,22} {23,29}
//   annotations                                     [------------ Money 4e9 USD --------------]
//                                                   {13,29}
//
// Every offset is a UTF-8 byte offset into the reader's own text and every span is half-open. The text is never changed;
// other offset units (UTF-16, code points) exist only in the serialiser, see json.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lupe/decimal.h"

namespace lupe {

// Half-open range of UTF-8 bytes, [begin, end).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool empty() const { return begin == end; }
    bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    bool operator==(const Span&) const = default;
};

// What a token is made of. Tokens are small: words end at hyphens, apostrophes of an English 's, and where letters meet
// digits ("30bn" is two tokens, "VW-Aktie" three), numerals keep their inner separators ("1.234,56", "26.9.2023").
enum class Shape : std::uint8_t {
    lower,   // letters, none of them upper case
    title,   // first letter upper case, the rest lower case
    upper,   // upper case only, at least two letters
    mixed,   // any other word of letters ("iPhone", "GmbH")
    digits,  // starts with a digit; may hold separators
    punct,   // one code point of punctuation
    symbol,  // one code point of any other visible kind (currency signs, emoji, ...)
};

struct Token {
    Span span;
    Shape shape = Shape::symbol;
    bool glued = false;       // no white space between this token and the one before it
    bool line_start = false;  // first token of a line
};

// How far to trust an annotation; how often each is right is measured in core/DESIGN.md.
enum class Confidence : std::uint8_t { possible, likely, certain };

// What the words around an amount do to it: "bis zu" at_most, "mindestens" at_least, "mehr als" more_than, ...
enum class Modifier : std::uint8_t { none, at_most, at_least, more_than, less_than, approximate };

// TIMEX3's mod attribute, as far as Lupe gives it.
enum class Mod : std::uint8_t {
    none,
    start,
    mid,
    end,
    approx,
    on_or_after,
    on_or_before,
    less_than,
    more_than,
    equal_or_less,
    equal_or_more,
};

// A number or, when `is_range`, a closed range of numbers. Without a range, min == max == the number.
struct Magnitude {
    Decimal min;
    Decimal max;
    bool is_range = false;
    Modifier modifier = Modifier::none;
    bool operator==(const Magnitude&) const = default;
};

// The values, one type each, so that an annotation's type and its value cannot disagree.
struct Person {
    bool operator==(const Person&) const = default;
};
struct Organization {
    bool operator==(const Organization&) const = default;
};
struct Location {
    bool operator==(const Location&) const = default;
};
struct Misc {
    bool operator==(const Misc&) const = default;
};

struct Money {
    Magnitude amount;
    std::string currency;  // ISO 4217, empty when the text does not tell
    bool operator==(const Money&) const = default;
};
struct Percent {
    Magnitude amount;
    bool operator==(const Percent&) const = default;
};
struct Quantity {
    Magnitude amount;
    std::string unit;  // CLDR unit name in US spelling ("kilometer-per-hour"), else the noun
    bool operator==(const Quantity&) const = default;
};
struct Number {
    Magnitude amount;
    bool operator==(const Number&) const = default;
};

// A TIMEX3 value: "2023-09-25", "2023-W39", "P3Y", "XXXX-WXX-1", "PAST_REF", ...
struct Timex {
    std::string value;
    Mod mod = Mod::none;
    bool assumed = false;  // year or day was inferred from the reference date
    bool operator==(const Timex&) const = default;
};
struct Date : Timex {
    bool operator==(const Date&) const = default;
};
struct Time : Timex {
    bool operator==(const Time&) const = default;
};
struct Duration : Timex {
    bool operator==(const Duration&) const = default;
};
struct Set : Timex {
    bool operator==(const Set&) const = default;
};

// The order of the alternatives is the order of Type.
using Value = std::variant<Person, Organization, Location, Misc, Money, Percent, Quantity, Number, Date, Time, Duration, Set>;

enum class Type : std::uint8_t {
    person,
    organization,
    location,
    misc,
    money,
    percent,
    quantity,
    number,
    date,
    time,
    duration,
    set,
};

constexpr std::uint32_t no_entity = 0xFFFFFFFF;

struct Annotation {
    Span span;
    Value value;
    const char* rule = "";  // static string, which rule or model proposed it: "money.number-currency", "names"
    Confidence confidence = Confidence::certain;
    std::uint32_t entity = no_entity;  // index into Document::entities

    Type type() const { return static_cast<Type>(value.index()); }
    bool is_name() const { return type() <= Type::misc; }
};

// Mentions of one thing: indices into Document::annotations, ascending, and the fullest name among them.
struct Entity {
    Type type = Type::misc;
    std::string name;
    std::vector<std::uint32_t> mentions;
};

// A calendar date known to the day (day != 0), to the month (month != 0), to the year, or not at all (year == 0).
struct ReferenceDate {
    std::int32_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    bool operator==(const ReferenceDate&) const = default;
};

struct Document {
    std::string_view text;  // the caller's bytes, not owned; must outlive the document
    std::string language;   // name of the folder in core/data whose rows were used: "de", "en"
    ReferenceDate reference_date;
    std::vector<Token> tokens;             // ascending, not overlapping; white space belongs to none
    std::vector<std::uint32_t> sentences;  // index of each sentence's first token, ascending
    std::vector<Annotation> annotations;   // sorted by begin, never overlapping
    std::vector<Entity> entities;
    std::vector<std::string> warnings;  // what could not be done, for a person to read; English

    std::string_view slice(Span span) const { return text.substr(span.begin, span.size()); }
};

}  // namespace lupe
