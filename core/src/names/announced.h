// Names in quotation marks that the word before announces: "die Serie „Kaiserin“", "the novel “Flesh”". Titles are made of
// common words, so the tagger alone leaves many of them out; a kind right before the marks hardly ever announces anything else.
#pragma once

#include <vector>

#include "names/agreement.h"
#include "names/tagger.h"

namespace lupe::names {

// Adds what the kinds of the document's lines announce and takes away what lies over it, unless that is sure. The mentions stay in
// the order of the text.
void add_announced(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions);

}  // namespace lupe::names
