// Makes other people's annotation follow our guideline.
#pragma once

#include <vector>

#include "examples.h"

namespace lupe::train {

// `rules` is a comma-separated list of:
//   place-adjectives  drops locations that are adjectives of a place ("italienische", "Berliner Start-up")
//   currencies        drops misc that is a currency ("Euro")
//   languages         drops misc that is a language ("Deutsch", "Englisch")
//   marks             leaves out of a name the # or @ that it begins with ("#Hamburg")
//   demonyms          drops misc that is an adjective or a people ("French", "Americans")
void relabel(const std::string& rules, std::vector<Article>& articles);

}  // namespace lupe::train
