// What the user asked for: the command line's options and operands, checked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lupe/analyze.h"
#include "lupe/json.h"

namespace lupe::cli {

// The exit codes, which spec and help promise.
enum ExitCode { all_well = 0, some_failed = 1, wrong_usage = 2, unreadable = 3, over_limit = 4 };

enum class Format { json, jsonl, csv, conll, brat, html, text };

struct Settings {
    Options options;
    Format format = Format::json;
    OffsetUnit offsets = OffsetUnit::utf16;
    std::size_t max_bytes = default_max_bytes;  // of one text
    unsigned jobs = 1;
    bool colour = false;
    std::string output;               // folder for one file per input; empty: standard output
    std::vector<std::string> inputs;  // files, directories or "-"; never empty
    bool help = false;
    bool version = false;
};

// Reads the arguments into `settings` (also the dictionary file, if one is named). False if they are wrong; then `error`
// says in one sentence what is.
bool read_arguments(int argc, char** argv, Settings& settings, std::string& error);

// What --help prints.
extern const char* const help_text;

}  // namespace lupe::cli
