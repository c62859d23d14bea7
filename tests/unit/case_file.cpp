// Reads and writes the lines of case files; see case_file.h.
#include "case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "lupe/json.h"

namespace lupe::cases {

namespace {

namespace fs = std::filesystem;

// Numbers may be written freely ("4e9"); they are compared as Decimal::to_string writes them.
std::string canonical(const std::string& word) {
    bool ok = false;
    if (const auto dots = word.find(".."); dots != std::string::npos)
        return canonical(word.substr(0, dots)) + ".." + canonical(word.substr(dots + 2));
    const Decimal number = Decimal::parse(word, &ok);
    return ok ? number.to_string() : word;
}

std::string canonical_value(const std::string& written) {
    std::istringstream words(written);
    std::string type, word, result;
    words >> type;
    result = type;
    const bool amount = type == "money" || type == "percent" || type == "quantity" || type == "number";
    while (words >> word) result += " " + (amount ? canonical(word) : word);
    return result;
}

void parse_line(const std::string& line, Case& into) {
    std::size_t at = 0;
    while (at < line.size()) {
        if (line[at] != '[') {
            into.text += line[at++];
            continue;
        }
        const auto bar = line.find('|', at), close = line.find(']', at);
        if (bar == std::string::npos || close == std::string::npos || close < bar)
            throw std::runtime_error("'[surface|value]' is not closed");
        const auto begin = static_cast<std::uint32_t>(into.text.size());
        into.text += line.substr(at + 1, bar - at - 1);
        into.expected.push_back(
            {{begin, static_cast<std::uint32_t>(into.text.size())}, canonical_value(line.substr(bar + 1, close - bar - 1))});
        at = close + 1;
    }
}

void read_file(const fs::path& path, std::vector<Case>& all) {
    std::ifstream in(path);
    Case header;
    header.file = path.filename().string();
    header.language = path.parent_path().filename().string();
    header.types = "all";
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.starts_with("# date:"))
            header.date = line.size() > 8 ? line.substr(8) : "";
        else if (line.starts_with("# types: "))
            header.types = line.substr(9);
        if (line.empty() || line[0] == '#') continue;
        Case made = header;
        made.line = number;
        try {
            parse_line(line, made);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": " + error.what());
        }
        all.push_back(std::move(made));
    }
}

std::string number_text(const Magnitude& amount) {
    return amount.is_range ? amount.min.to_string() + ".." + amount.max.to_string() : amount.min.to_string();
}

struct Describe {
    std::string operator()(const Money& money) const {
        return join({number_text(money.amount), money.currency, name_of(money.amount.modifier)});
    }
    std::string operator()(const Quantity& quantity) const {
        return join({number_text(quantity.amount), quantity.unit, name_of(quantity.amount.modifier)});
    }
    std::string operator()(const Percent& percent) const { return join({number_text(percent.amount), name_of(percent.amount.modifier)}); }
    std::string operator()(const Number& number) const { return join({number_text(number.amount), name_of(number.amount.modifier)}); }
    std::string operator()(const Timex& timex) const { return join({timex.value, name_of(timex.mod)}); }
    std::string operator()(const Person&) const { return ""; }
    std::string operator()(const Organization&) const { return ""; }
    std::string operator()(const Location&) const { return ""; }
    std::string operator()(const Misc&) const { return ""; }

private:
    static std::string join(std::initializer_list<std::string> parts) {
        std::string result;
        for (const std::string& part : parts)
            if (!part.empty()) result += " " + part;
        return result;
    }
};

}  // namespace

std::vector<Case> read_all(const std::string& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Case> all;
    for (const fs::path& path : paths) read_file(path, all);
    return all;
}

std::string describe(const Annotation& annotation) { return type_name(annotation.type()) + std::visit(Describe{}, annotation.value); }

bool covers(const std::string& types, Type type) {
    if (types == "names") return type <= Type::misc;
    if (types == "amounts") return type >= Type::money && type <= Type::number;
    if (types == "times") return type >= Type::date;
    return true;
}

std::string marked(const std::string& text, const std::vector<Expected>& annotations) {
    std::string result;
    std::size_t at = 0;
    for (const Expected& annotation : annotations) {
        result += text.substr(at, annotation.span.begin - at) + "[" + text.substr(annotation.span.begin, annotation.span.size()) + "|" +
                  annotation.value + "]";
        at = annotation.span.end;
    }
    return result + text.substr(at);
}

}  // namespace lupe::cases
