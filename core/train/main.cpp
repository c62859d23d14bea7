// lupe_train: makes the name model from annotated text and word clusters; core/train/run.sh calls it in order.
//
//   lupe_train words STEP                 plain text in, words for skipgram out, of every STEP-th line
//   lupe_train corpus-words RECIPE DATA   the same for the text that is trained on
//   lupe_train silver MODEL STEP          plain text in, every STEP-th piece of it out as the model tags it
//   lupe_train model RECIPE DATA CLUSTERS SILVER|- OUT [ERRORS]
//                                         trains, prints the report, writes the model
#include <filesystem>
#include <fstream>
#include <iostream>

#include "names/model.h"
#include "pack.h"
#include "recipe.h"
#include "report.h"
#include "silver.h"
#include "word_stream.h"

namespace {

using namespace lupe;
using namespace lupe::train;
using Arguments = std::vector<std::string>;

int corpus_words(const Arguments& a) {
    for (const auto& article : read_material(a[1], a[2]).articles)
        if (!article.development && article.weight >= 0.1f) write_words(article.text, std::cout);
    return 0;
}

int silver(const Arguments& a) {
    std::ifstream file(a[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    names::Model model;
    std::string error;
    if (!model.read({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, error)) {
        std::cerr << a[1] << ": " << error << "\n";
        return 1;
    }
    mark_silver(model, std::stoul(a[2]), std::cin, std::cout);
    return 0;
}

int make_model(const Arguments& a) {
    Material material = read_material(a[1], a[2]);
    if (a[4] != "-") read_silver(a[4], material.recipe.number("silver"), material.articles);
    const std::string rows = std::filesystem::path(a[1]).parent_path().string();
    const PackedTables tables(a[3], a[2] + "/data/names", rows.empty() ? "." : rows,
                              static_cast<int>(material.recipe.number("rarest clustered")));
    const Lines lines(material.articles);
    const TwoPass passes(material.recipe, material.articles, lines, tables.tables);
    Report(material.articles, lines, passes.first_result()).print("first pass");
    const Report report(material.articles, lines, passes.second_result());
    report.print("second pass");
    const auto thresholds = report.calibrate();
    if (a.size() > 6) report.write_errors(a[6]);
    const std::string bytes = pack(tables, passes, material.recipe, thresholds);
    std::ofstream(a[5], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::cerr << a[5] << ": " << bytes.size() << " bytes\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const Arguments a(argv + 1, argv + argc);
    const std::string command = a.empty() ? "" : a[0];
    if (command == "words" && a.size() == 2) {
        stream_words(std::cin, std::stoul(a[1]), std::cout);
        return 0;
    }
    if (command == "corpus-words" && a.size() == 3) return corpus_words(a);
    if (command == "silver" && a.size() == 3) return silver(a);
    if (command == "model" && a.size() >= 6) return make_model(a);
    std::cerr << "usage: see the head of core/train/main.cpp\n";
    return 2;
}
