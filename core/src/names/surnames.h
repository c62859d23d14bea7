// Surnames after full names: where the model is unsure of a lone name, a person introduced in full elsewhere in the document
// decides. A surname may be a compound ("Anna Beispiel-Muster"); it is then one name wherever it stands.
#pragma once

#include <vector>

#include "names/agreement.h"
#include "names/tagger.h"

namespace lupe::names {

// Makes mentions of a surname persons: unsure ones, and all that end in a part of a compound one, which they then cover whole. The
// mentions stay in the order of the text.
void follow_surnames(const std::vector<TaggedLine>& lines, std::vector<Mention>& mentions);

}  // namespace lupe::names
