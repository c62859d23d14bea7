// Whether the words around a time expression speak of the past or of what is to come.
#pragma once

#include "rules/reader.h"

namespace lupe::rules {

// What was found and how sure it is: a row ("war", "will", "seit") is, the ending of a verb ("spielt", "sagte") is a hint.
struct TenseSign {
    Tense tense = Tense::unknown;
    bool sure = false;
    bool faint = false;        // "ist" and the like
    bool announced = false;    // no verb at all: "Seniorentanz: Sonntag, 15 Uhr"
    bool may_be_then = false;  // the future of today or of a past that is told: "sollte"
};

// Looks at most `reach` tokens to each side of [begin, end), within its sentence [from, to); nearer words and words of the same
// clause weigh more. "seit" and "ab" right before a date decide, but not before a clock time; "für" before a day ("lud für Freitag ein"),
// but not before a month ("die Zahl für Juni lag").
TenseSign tense_around(const Reader& reader, At begin, At end, At from, At to, Grain grain);

// The same by the words of its own clause alone.
Tense tense_of_clause(const Reader& reader, At begin, At end, At from, At to);

}  // namespace lupe::rules
