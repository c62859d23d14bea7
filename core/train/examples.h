// Annotated text as the trainer sees it: documents of lines of words, and for every word the labels it may have.
#pragma once

#include <string>
#include <vector>

#include "names/labels.h"
#include "names/words.h"

namespace lupe::train {

struct Gold {
    std::uint32_t begin, end;  // bytes
    unsigned types;            // one bit a name type: either is right; 0 = unknown, neither wanted nor punished
};

struct Article {
    std::string text, language, source;
    std::vector<Gold> gold;   // ascending
    unsigned unlabelled = 0;  // types that this source does not annotate: outside its gold they may stand anywhere
    unsigned counted = 15;    // types that count when checking
    float weight = 1;
    bool development = false;
    bool is_piece = false;  // of plain text: see teaching.h
};

struct LabelledLine {
    names::Line line;
    std::vector<names::LabelSet> allowed;
    std::vector<names::Scores> taught;  // log probabilities of the labels, by word; empty: `allowed` tells all
};

// One article per file of FOLDER/*.txt in the markup of the guideline.
void read_markup(const std::string& folder, std::vector<Article>& out);
// Token files; sentences are joined to articles of a few lines each, unless they are loose: each of another text.
void read_conll(const std::string& path, const std::string& language, bool is_loose, std::vector<Article>& out);

// The analyzer's own words of the article, with what its gold allows. `misfits` counts gold that no words make up.
std::vector<LabelledLine> label_lines(const Article& article, int& misfits);

}  // namespace lupe::train
