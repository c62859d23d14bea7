// The recipe and the annotated text it names; see recipe.h.
#include "recipe.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "relabel.h"

namespace lupe::train {

namespace {

namespace fs = std::filesystem;

unsigned type_letters(const std::string& letters) {
    unsigned types = 0;
    for (const char c : letters) types |= c == 'P' ? 1u : c == 'O' ? 2u : c == 'L' ? 4u : c == 'M' ? 8u : 0u;
    return types;
}

std::vector<std::string> expand(const std::string& path) {
    if (!path.ends_with('*')) return {path};
    std::vector<std::string> out;
    const fs::path pattern = path.substr(0, path.size() - 1);
    for (const auto& entry : fs::directory_iterator(pattern.parent_path()))
        if (entry.path().filename().string().starts_with(pattern.filename().string())) out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Article> read(const std::string& path, const std::string& language, bool is_loose) {
    std::vector<Article> out;
    if (fs::is_directory(path))
        read_markup(path, out);
    else
        read_conll(path, language, is_loose, out);
    return out;
}

}  // namespace

std::vector<std::vector<std::string>> read_rows(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        std::cerr << "cannot read " << path << "\n";
        std::exit(1);
    }
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        rows.emplace_back(1);
        for (const char c : line) {
            if (c == '\t')
                rows.back().emplace_back();
            else if (c != '\r')
                rows.back().back() += c;
        }
    }
    return rows;
}

float Recipe::number(const std::string& name) const {
    const auto it = settings.find(name);
    if (it == settings.end()) {
        std::cerr << "the recipe does not set '" << name << "'\n";
        std::exit(1);
    }
    return std::stof(it->second);
}

Material read_material(const std::string& recipe, const std::string& data) {
    Material material;
    for (const auto& row : read_rows(recipe)) {
        if (row[0] == "set" && row.size() == 3) material.recipe.settings[row[1]] = row[2];
        const bool check = row[0] == "check";
        if ((row[0] != "train" && !check) || row.size() != 7) continue;
        for (const auto& path : expand(data + "/" + row[1])) {
            auto articles = read(path, row[2], row[5] == "loose");
            relabel(row[6], articles);
            for (auto& a : articles) {
                if (check) {
                    a.development = true;
                    a.source = row[3];
                    a.counted = type_letters(row[4]);
                } else {
                    a.weight = std::stof(row[3]);
                    a.unlabelled = type_letters(row[4]);
                    if (a.development) a.source = "corpus, " + a.language;
                }
                material.articles.push_back(std::move(a));
            }
        }
    }
    return material;
}

}  // namespace lupe::train
