// How word forms are usually tagged in a large unlabelled text: what a small annotated corpus cannot say of a rare name.
#pragma once

#include <iosfwd>
#include <string>

#include "names/model.h"

namespace lupe::train {

// Tags the lines of `text` and writes rows "word code" for forms seen often enough. Codes, four bits:
//   1 + 3 * type + level   a name of this type in at least 20, 50 or 80 % of the cases (level 0, 1, 2)
//   13                     a name of changing type          14   hardly ever a name
void count_usual(const names::Model& model, std::istream& text, std::ostream& out);

}  // namespace lupe::train
