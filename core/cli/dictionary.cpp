// Reads a dictionary file; see dictionary.h.
#include "dictionary.h"

#include <fstream>
#include <string_view>

#include "lupe/json.h"

namespace lupe::cli {

namespace {

bool parse_row(std::string_view row, DictionaryEntry& entry) {
    const auto tab = row.find('\t');
    if (tab == 0 || tab == std::string_view::npos) return false;
    const std::string_view type = row.substr(tab + 1);
    entry.surface = row.substr(0, tab);
    entry.never = type == "never";
    if (entry.never) return true;
    for (const Type known : {Type::person, Type::organization, Type::location, Type::misc}) {
        entry.type = known;
        if (type == type_name(known)) return true;
    }
    return false;
}

}  // namespace

bool read_dictionary(const std::string& path, std::vector<DictionaryEntry>& entries, std::string& error) {
    std::ifstream in(path);
    std::string row;
    for (int line = 1; std::getline(in, row); ++line) {
        if (line == 1 && row.starts_with("\uFEFF")) row.erase(0, 3);  // as some editors begin a file
        if (row.ends_with('\r')) row.pop_back();
        if (row.empty() || row[0] == '#') continue;
        DictionaryEntry entry;
        if (first_invalid_utf8(row) != std::string::npos || !parse_row(row, entry)) {
            error = path + ":" + std::to_string(line) + ": a row is a name, a tab, and person, organization, location, misc or never";
            return false;
        }
        entries.push_back(std::move(entry));
    }
    if (in.eof() && !in.bad()) return true;
    error = "cannot read the dictionary '" + path + "'";
    return false;
}

}  // namespace lupe::cli
