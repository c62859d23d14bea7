// More text to train on: plain text as a model tags it, so that the words around names are met in many more places.
#pragma once

#include <iosfwd>

#include "names/model.h"

namespace lupe::train {

// Reads plain text and writes every `step`-th piece of it in the markup of the guideline, pieces ended by a form feed; of what the
// model is not sure is "ignore", so that nothing is learnt there.
void mark_silver(const names::Model& model, std::size_t step, std::istream& in, std::ostream& out);

}  // namespace lupe::train
