// What passes between this program and the network that teaches the model (network.py): the words of all text as numbers, and
// label probabilities by word. Numbers are as the machine holds them.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "lines.h"
#include "names/lexeme.h"
#include "two_pass.h"

namespace lupe::train {

// Reads plain text, a sentence or paragraph a line, and writes `kept` of every `of` pieces of it, pieces ended by a form feed:
// neighbouring lines, which in these texts mostly belong to one article.
void cut_pieces(std::istream& in, std::size_t kept, std::size_t of, std::ostream& out);

// Pieces as articles that nobody has annotated: trained on with `weight` where a teacher says what is in them (teach), else only read.
void read_pieces(const std::string& path, bool is_taught, float weight, std::vector<Article>& out);

// Writes all words for the network, first those of `lines`, then those of the pieces of `plain`, which have no articles:
//   PREFIXwords     per word u32 form, u32 hints (bit 0 glued, 1-2 place in a listed name, 3-7 its classes), u32 allowed labels
//   PREFIXlines     per line u32 its first word, u32 its article
//   PREFIXforms     per word form u32 its first atom, u32 its finest cluster; more than any: of a form without one, by how it looks
//   PREFIXatoms     u32, the hashes of the forms' atoms, of `atom_bits`
//   PREFIXarticles  per article a line: 1 if held back, its weight
inline constexpr unsigned atom_bits = 18;
void write_network_words(const std::vector<Article>& articles, const Lines& lines, const std::string& plain, const names::Tables& tables,
                         const std::string& prefix);

// Label probabilities, label_count f32 a word, in the order of the words.
void write_probabilities(const Lines& lines, const TwoPass::Result& result, const std::string& path);
// Their logarithms, f32 as well, by line; stops the program if the file has not as many as the lines have words.
std::vector<std::vector<names::Scores>> read_logarithms(const Lines& lines, const std::string& path);

// Lets the lines of pieces learn from what the file says of them.
void teach(Lines& lines, const std::vector<Article>& articles, const std::string& path);

}  // namespace lupe::train
