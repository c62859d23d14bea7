// Finds the names of people, organizations, places and other named things in a text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lupe/analyze.h"
#include "lupe/document.h"
#include "names/forms.h"
#include "names/words.h"

namespace lupe::names {

// A name in a line, with the probability the model gives it.
struct Mention {
    std::size_t line, first, last;  // words, both inclusive
    int type;
    float probability;
};

// Names of a whole document: a first pass over every line, then a second one that knows what the document says elsewhere. What
// `forms` already holds makes it faster and changes nothing.
std::vector<Mention> tag(Forms& forms, const std::vector<Line>& lines);

// Annotations with rule "names". `dictionary` rows go first: surfaces that are always a name of some type, or never one.
// What `forms` remembers stays bounded.
void recognise_names(Forms& forms, std::string_view text, std::span<const Token> tokens, const std::vector<DictionaryEntry>& dictionary,
                     std::vector<Annotation>& out);

}  // namespace lupe::names
