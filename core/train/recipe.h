// Reads recipe.tsv: what is trained on, how, and what is checked.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "examples.h"

namespace lupe::train {

struct Recipe {
    std::map<std::string, std::string> settings;

    // A setting; stops the program if the recipe lacks it.
    float number(const std::string& name) const;
};

// Everything annotated that the recipe names, relabelled; what is held back or named by "check" has `development` set.
struct Material {
    Recipe recipe;
    std::vector<Article> articles;
};

Material read_material(const std::string& recipe, const std::string& data);

// Tab-separated cells of every line that is not empty or a comment.
std::vector<std::vector<std::string>> read_rows(const std::string& path);

}  // namespace lupe::train
