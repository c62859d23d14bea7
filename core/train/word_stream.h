// Plain text as the lines of words that skipgram reads: the tagger's own words, digits as 0.
#pragma once

#include <iosfwd>
#include <string_view>

namespace lupe::train {

// Writes the words of each line of `text`, parted by blanks; lines without words are left out.
void write_words(std::string_view text, std::ostream& out);
// The same for all of `in`, of whose lines every `step`-th is taken.
void stream_words(std::istream& in, std::size_t step, std::ostream& out);

}  // namespace lupe::train
