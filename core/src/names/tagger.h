// Finds the names of people, organizations, places and other named things in a text.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "lang/lexicon.h"
#include "lupe/analyze.h"
#include "lupe/document.h"
#include "names/forms.h"
#include "names/labels.h"
#include "names/words.h"

namespace lupe::names {

// A name in a line, with the probability the model gives it.
struct Mention {
    std::size_t line, first, last;  // words, both inclusive
    int type;
    float probability;
    std::array<float, type_count> types{};  // how likely it is of each type; zeros where the tagger does not say
};

// Names of a whole document: a first pass over every line, then a second one that knows what the document says elsewhere. What
// `forms` already holds makes it faster and changes nothing.
std::vector<Mention> tag(Forms& forms, const std::vector<Line>& lines);

// Annotations with rule "names". The dictionary goes first: surfaces that are always a name of some type, or never one.
// What `forms` remembers stays bounded. Of the lexicon only the words are asked for that join names.
void recognise_names(Forms& forms, const Lexicon& lexicon, std::string_view text, std::span<const Token> tokens,
                     const Dictionary& dictionary, std::vector<Annotation>& out);

}  // namespace lupe::names
