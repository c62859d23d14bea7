// A Document in the other forms that programs and people read; JSON is in json.h.
//
//   lupe::Document document = lupe::analyze(article);
//   std::cout << lupe::csv_header() << lupe::to_csv(document, lupe::OffsetUnit::codepoint, "article.txt");
//
// Every function returns UTF-8 that the caller owns, whose lines end in "\n". None fails or throws on any document;
// ill-formed bytes of the text appear as U+FFFD. All take time linear in the text.
#pragma once

#include <string>
#include <string_view>

#include "lupe/document.h"
#include "lupe/json.h"

namespace lupe {

// Type and value in one line, as case files write them: "money 4000000000 USD at_most", "date 2023-09-25", "person".
std::string describe(const Annotation& annotation);

// CSV (RFC 4180, but lines end in "\n"): one line an annotation. Cells are never altered, so a spreadsheet that
// evaluates cells starting with '=', '+', '-' or '@' should be told that the column `text` is text.
std::string csv_header();
// `source` names the text in the first column. `start` and `end` count in `unit`.
std::string to_csv(const Document& document, OffsetUnit unit, std::string_view source);

// CoNLL-2002: "-DOCSTART- O", then "token tag" a line and an empty line after each sentence. Tags are B- or I- and PER,
// ORG, LOC, MISC or the type in capitals (MONEY, DATE ...), or O. A token that an annotation only partly covers has its tag.
std::string to_conll(const Document& document);

// brat standoff, the .ann beside a .txt with the same text. Offsets are code points, as brat counts; mentions of one
// entity are an Equiv, values are notes.
std::string to_brat(const Document& document);

// A page that stands alone, loads nothing and runs nothing (its content policy forbids both): the concatenation of
// html_begin, any number of to_html and html_end. `title` and `source` are plain text.
std::string html_begin(std::string_view title);
std::string to_html(const Document& document, std::string_view source);
std::string html_end();

// For a terminal: the text with its annotations in colour (`colour`), else written into it as "[surface|type value]";
// then a legend with counts. Control characters of the text are made visible, so that none can steer the terminal.
std::string to_text(const Document& document, bool colour);

}  // namespace lupe
