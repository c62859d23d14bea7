// The analyzer's one entrance: text in, Document out.
//
//   std::string article = ...;                                  // UTF-8
//   lupe::Document document = lupe::analyze(article, {.reference_date = "2023-09-26"});
//   std::string json = lupe::to_json(document, lupe::OffsetUnit::utf16);
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lupe/document.h"

namespace lupe {

namespace names {
class Dictionary;
class Forms;
}  // namespace names

inline constexpr const char* version = "0.1.0";

// Default upper limit of one text, in bytes of UTF-8. analyze() itself takes any size below 4 GiB;
// the command line, the binding and the page refuse longer input before any work.
inline constexpr std::size_t default_max_bytes = 32u << 20;

// One row of a user's dictionary: a surface form that is always of a type, or never a name.
struct DictionaryEntry {
    std::string surface;     // as it stands in the text, UTF-8; matched on whole tokens, case-sensitive
    bool never = false;      // true: no name annotation on this surface
    Type type = Type::misc;  // a name type; ignored when `never`
    bool operator==(const DictionaryEntry&) const = default;
};

struct Options {
    std::string language = "auto";  // "auto" or a folder of core/data: "de", "en"
    std::string reference_date;     // "2023-09-26", "2023-09", "2023" or empty (then the article's own dateline)
    std::string today = {};         // the reference date where neither of them gives one; the same forms, or empty: none
    std::vector<DictionaryEntry> dictionary;
    // Called after each stage of analyze(), on its thread, with the share of the stages that are done: ascending, 1 at the
    // end. A long text has most stages once a block of some 300 KB. Stages take unequal time. Must not throw.
    std::function<void(double)> on_progress = nullptr;
};

// True if the options' language and dates can be used; else `error` says in one sentence what is wrong:
//   if (std::string error; !lupe::valid(options, error)) std::cerr << error << '\n';
bool valid(const Options& options, std::string& error);

// Offset of the first byte that makes `text` ill-formed UTF-8, or npos: for callers that refuse what analyze() would mend.
std::size_t first_invalid_utf8(std::string_view text);

// Total: any bytes give a document. Invalid UTF-8 is analysed as if each bad byte were U+FFFD (offsets stay those of the input).
// Options that are not valid() are treated as if not given. The document refers to `text` and must not outlive it.
// A text of more than some 300 KB is taken for a collection: names, currencies and days told in one such part of it, cut between
// lines, say nothing about those of another.
Document analyze(std::string_view text, const Options& options = {});

// Analyses one text after the other and remembers the word forms it has met, a third of the work on an article, and the last dictionary:
// the same documents as those of analyze(), sooner where texts are alike, as before and after a keystroke. For one thread at a time.
class Analyzer {
public:
    Analyzer();
    ~Analyzer();
    Document analyze(std::string_view text, const Options& options = {});

private:
    std::unique_ptr<names::Forms> forms_;            // null before the first text
    std::unique_ptr<names::Dictionary> dictionary_;  // of the last options; null before the first text
};

}  // namespace lupe
