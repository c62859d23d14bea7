// lupe_train: makes the name model from annotated text and word clusters; core/train/run.sh calls it in order.
//
//   lupe_train words STEP                 plain text in, words for skipgram out, of every STEP-th line
//   lupe_train corpus-words RECIPE DATA   the same for the text that is trained on
//   lupe_train pieces KEPT/OF             plain text in, KEPT of every OF pieces of it out
//   lupe_train network-words RECIPE DATA CLUSTERS PIECES PLAIN PREFIX
//                                         what network.py reads: the text that is trained on, PIECES, and the pieces of PLAIN
//   lupe_train model RECIPE DATA CLUSTERS OUT [pieces FILE] [taught FILE] [probabilities FILE] [errors FILE]
//                                         trains, prints the report, writes the model. With `taught`, label probabilities of
//                                         text and pieces, the model learns from those of the pieces; `probabilities` gets
//                                         what it says itself
//   lupe_train judge RECIPE DATA PIECES PROBABILITIES
//                                         prints the report of what something else said
#include <filesystem>
#include <fstream>
#include <iostream>

#include "pack.h"
#include "recipe.h"
#include "report.h"
#include "teaching.h"
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

PackedTables make_tables(const Recipe& recipe, const std::string& recipe_path, const std::string& data, const std::string& clusters) {
    const std::string rows = std::filesystem::path(recipe_path).parent_path().string();
    return {clusters, data + "/data/names", rows.empty() ? "." : rows, static_cast<int>(recipe.number("rarest clustered"))};
}

int network_words(const Arguments& a) {
    Material material = read_material(a[1], a[2]);
    const PackedTables tables = make_tables(material.recipe, a[1], a[2], a[3]);
    read_pieces(a[4], false, 0, material.articles);
    write_network_words(material.articles, Lines(material.articles), a[5], tables.tables, a[6]);
    return 0;
}

int make_model(const Arguments& a) {
    std::map<std::string, std::string> files;
    for (std::size_t i = 5; i + 1 < a.size(); i += 2) files[a[i]] = a[i + 1];
    Material material = read_material(a[1], a[2]);
    const PackedTables tables = make_tables(material.recipe, a[1], a[2], a[3]);
    const bool is_taught = files.contains("taught");
    if (files.contains("pieces")) read_pieces(files["pieces"], is_taught, material.recipe.number("pieces"), material.articles);
    Lines lines(material.articles);
    if (is_taught) teach(lines, material.articles, files["taught"]);
    const TwoPass passes(material.recipe, material.articles, lines, tables.tables);
    Report(material.articles, lines, passes.first_result()).print("first pass");
    const Report report(material.articles, lines, passes.second_result());
    report.print("second pass");
    const auto thresholds = report.calibrate();
    if (files.contains("probabilities")) write_probabilities(lines, passes.second_result(), files["probabilities"]);
    if (files.contains("errors")) report.write_errors(files["errors"]);
    const std::string bytes = pack(tables, passes, material.recipe, thresholds);
    std::ofstream(a[4], std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::cerr << a[4] << ": " << bytes.size() << " bytes\n";
    return 0;
}

int judge(const Arguments& a) {
    Material material = read_material(a[1], a[2]);
    read_pieces(a[3], false, 0, material.articles);
    const Lines lines(material.articles);
    const Report report(material.articles, lines, {read_logarithms(lines, a[4]), {}, {}});
    report.print(a[4]);
    report.calibrate();
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
    if (command == "pieces" && a.size() == 2) {
        const std::size_t slash = a[1].find('/');
        if (slash == std::string::npos) {
            std::cerr << "pieces: KEPT/OF, as 1/40\n";
            return 2;
        }
        cut_pieces(std::cin, std::stoul(a[1]), std::stoul(a[1].substr(slash + 1)), std::cout);
        return 0;
    }
    if (command == "corpus-words" && a.size() == 3) return corpus_words(a);
    if (command == "network-words" && a.size() == 7) return network_words(a);
    if (command == "model" && a.size() >= 5) return make_model(a);
    if (command == "judge" && a.size() == 5) return judge(a);
    std::cerr << "usage: see the head of core/train/main.cpp\n";
    return 2;
}
