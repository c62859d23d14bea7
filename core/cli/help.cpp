// The text of --help.
#include "settings.h"

namespace lupe::cli {

const char* const help_text =
    R"(lupe - find who, how much and when in news articles

usage: lupe [OPTION]... [FILE|DIRECTORY|-]...

Reads German or English articles as UTF-8 text and writes, for each, the names, amounts and times in it with their
values. A directory stands for all .txt, .text and .md files below it; '-' or nothing is standard input.

examples:
  lupe --format text article.txt                    show an article with everything found in it
  lupe --date 2023-09-26 article.txt                JSON; 'yesterday' is then 2023-09-25
  lupe --format csv articles/ > found.csv           a table of a whole folder
  lupe --format brat --output corpus corpus         an .ann beside each .txt, as the brat tool wants them
  lupe --format jsonl --jobs 4 < in.jsonl > out.jsonl    millions of articles, one JSON record a line

options:
  -f, --format FORMAT     json    one JSON object an input (the default)
                          jsonl   one JSON object a line, see below
                          csv     a table, one line a finding
                          conll   CoNLL-2002: a token and its tag a line
                          brat    standoff annotations (.ann)
                          html    a page with highlights that stands alone
                          text    highlights for the terminal, with a legend
  -l, --lang LANGUAGE     auto (the default: recognised by frequent words), de or en
  -d, --date DATE         when the article appeared, for words like 'yesterday': 2023-09-26, 2023-09 or 2023;
                          without it the article's own dateline is taken, if it has one
      --offsets UNIT      what 'start' and 'end' count in json, jsonl and csv: utf16 (the default), codepoint or byte
      --dictionary FILE   own names, one a line: the name, a tab, and person, organization, location, misc or never
  -o, --output DIRECTORY  one file an input there, named like the input, instead of standard output
  -j, --jobs NUMBER       how many articles are analysed at once; 0 = one a processor core; the default is 1
      --max-bytes NUMBER  refuse longer texts; the default is 33554432 (32 MiB)
      --color WHEN        colours in format text: auto (on a terminal, unless NO_COLOR is set), always or never
  -h, --help              this text
  -V, --version           the version

jsonl:
  Standard input and every file not named .txt, .text or .md hold one record a line:
      {"id": "a1", "text": "Amazon zahlt ...", "language": "de", "date": "2023-09-26"}
  'text' is needed, the others are not. Each record gives one line, in the same order: the result with the record's id,
  or {"schema": "lupe/1", "id": ..., "error": {"code": ..., "message": ...}}. Memory does not grow with the input.

exit status:
  0  all well                            3  the input cannot be read or is not UTF-8
  1  some of the inputs failed           4  the input is over the limit of --max-bytes
  2  wrong usage
)";

}  // namespace lupe::cli
