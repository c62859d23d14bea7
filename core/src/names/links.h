// Names side by side that the text links: members of an enumeration ("Berlin und Paris"), a name and its abbreviation ("Deutsche
// Bahn (DB)"). They are mostly of one type, so one that the tagger is sure of speaks for its neighbours.
#pragma once

#include <vector>

#include "lang/lexicon.h"
#include "names/tagger.h"

namespace lupe::names {

// Weighs the types of linked mentions against each other (sum-product along each chain of links) and sets `type`, `types` and
// `probability`. `mentions` are in the order of the text, their lines those of `lines`; the lexicon's coordinators join members of
// an enumeration.
void agree_along_links(const std::vector<Line>& lines, const Lexicon& lexicon, std::vector<Mention>& mentions);

}  // namespace lupe::names
