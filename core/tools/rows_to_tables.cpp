// Build tool: turns the rows of core/data into the C++ tables tables.h and tables.cpp.
//
//   rows_to_tables DATA_DIR OUT_DIR
//
// A row is `form TAB class TAB value`; '#' starts a comment line. A form may hold optional endings in brackets: "Jahr(e|en|es|)"
// stands for four forms. classes.tsv lists the classes. Rows of `common` belong to every language. The tool stops with
// file:line at an unknown class, a missing field, or two rows of one language that give one form and class different values.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct SourceRow {
    std::string form, kind, value, file;
    int line;
    std::string place() const { return file + ":" + std::to_string(line); }
};

[[noreturn]] void fail(const std::string& place, const std::string& what) { throw std::runtime_error(place + ": " + what); }

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

// "a(b|c)d" -> "abd", "acd"; brackets do not nest.
std::vector<std::string> expand(const std::string& form, const std::string& place) {
    const auto open = form.find('(');
    if (open == std::string::npos) return {form};
    const auto close = form.find(')', open);
    if (close == std::string::npos) fail(place, "bracket is not closed in '" + form + "'");
    std::vector<std::string> result;
    for (const std::string& ending : split(form.substr(open + 1, close - open - 1), '|'))
        for (const std::string& rest : expand(form.substr(close + 1), place)) result.push_back(form.substr(0, open) + ending + rest);
    return result;
}

template <typename Use>
void each_row(const fs::path& path, Use use) {
    std::ifstream in(path);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (!line.empty() && line[0] != '#') use(split(line, '\t'), number);
}

std::vector<std::string> read_classes(const fs::path& path) {
    std::vector<std::string> classes;
    each_row(path, [&](const std::vector<std::string>& fields, int) { classes.push_back(fields[0]); });
    return classes;
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void read_rows(const fs::path& folder, const fs::path& root, const std::vector<std::string>& classes, std::vector<SourceRow>& rows) {
    for (const fs::path& path : sorted_entries(folder)) {
        if (path.extension() != ".tsv") continue;
        const std::string file = fs::relative(path, root).generic_string();
        each_row(path, [&](const std::vector<std::string>& fields, int line) {
            const std::string place = file + ":" + std::to_string(line);
            if (fields.size() < 2 || fields[0].empty()) fail(place, "a row is 'form TAB class TAB value'");
            if (std::find(classes.begin(), classes.end(), fields[1]) == classes.end()) fail(place, "unknown class '" + fields[1] + "'");
            for (const std::string& form : expand(fields[0], place))
                rows.push_back({form, fields[1], fields.size() > 2 ? fields[2] : "", file, line});
        });
    }
}

void reject_duplicates(const std::vector<SourceRow>& rows) {
    std::map<std::pair<std::string, std::string>, const SourceRow*> seen;
    for (const SourceRow& row : rows) {
        const auto [before, fresh] = seen.emplace(std::pair(row.form, row.kind), &row);
        if (!fresh) fail(row.place(), "'" + row.form + "' as " + row.kind + " stands at " + before->second->place() + " already");
    }
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string header_text(const std::vector<std::string>& classes) {
    std::ostringstream out;
    out << "// Made by rows_to_tables; do not edit.\n#pragma once\n\n#include <cstdint>\n#include <span>\n#include "
           "<string_view>\n\nnamespace lupe {\n\n"
        << "enum class Class : std::uint8_t {\n";
    for (const std::string& name : classes) out << "    " << name << ",\n";
    out << "};\n\n"
        << "struct Row {\n    std::string_view form;\n    Class kind;\n    std::string_view value;\n    std::string_view place;  // "
           "file:line in core/data\n};\n\n"
        << "struct Language {\n    std::string_view name;\n    std::span<const Row> rows;\n};\n\n"
        << "std::span<const Language> languages();\n\n}  // namespace lupe\n";
    return out.str();
}

std::string tables_text(const std::map<std::string, std::vector<SourceRow>>& languages) {
    std::ostringstream out;
    out << "// Made by rows_to_tables; do not edit.\n#include \"tables.h\"\n\nnamespace lupe {\n\nnamespace {\n\n";
    for (const auto& [language, rows] : languages) {
        out << "constexpr Row rows_" << language << "[] = {\n";
        for (const SourceRow& row : rows)
            out << "    {" << quoted(row.form) << ", Class::" << row.kind << ", " << quoted(row.value) << ", " << quoted(row.place())
                << "},\n";
        out << "};\n\n";
    }
    out << "constexpr Language all[] = {\n";
    for (const auto& [language, rows] : languages) out << "    {" << quoted(language) << ", rows_" << language << "},\n";
    out << "};\n\n}  // namespace\n\nstd::span<const Language> languages() { return all; }\n\n}  // namespace lupe\n";
    return out.str();
}

void run(const fs::path& data, const fs::path& target) {
    const std::vector<std::string> classes = read_classes(data / "classes.tsv");
    std::map<std::string, std::vector<SourceRow>> languages;
    for (const fs::path& folder : sorted_entries(data)) {
        if (!fs::is_directory(folder) || folder.filename() == "common") continue;
        std::vector<SourceRow>& rows = languages[folder.filename().string()];
        read_rows(data / "common", data, classes, rows);
        read_rows(folder, data, classes, rows);
        reject_duplicates(rows);
    }
    fs::create_directories(target);
    std::ofstream(target / "tables.h") << header_text(classes);
    std::ofstream(target / "tables.cpp") << tables_text(languages);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: rows_to_tables DATA_DIR OUT_DIR\n";
        return 2;
    }
    try {
        run(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "core/data/" << error.what() << "\n";
        return 1;
    }
}
