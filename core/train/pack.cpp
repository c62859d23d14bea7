// Packing; see pack.h and core/src/names/model.h for the layout.
#include "pack.h"

#include <algorithm>
#include <iostream>

#include "lists.h"
#include "names/model.h"

namespace lupe::train {

namespace {

constexpr unsigned print_bits = 12, phrase_print_bits = 16;  // a phrase that is none would be taken for a name

void load(names::FingerprintMap& map, const std::string& bytes, const char* what) {
    names::ByteReader reader({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    map.read(reader);
    std::cerr << map.size() << " " << what << ", " << bytes.size() << " bytes\n";
}

// A pass's weights apart: those of word forms, and those of words in their lines.
struct Parts {
    std::vector<names::AtomTable::Weight> atoms;
    std::vector<std::pair<names::Hash, names::Scores>> features;

    explicit Parts(const Crf& crf) {
        for (std::size_t i = 0; i < crf.features().size(); ++i)
            if (const auto& [key, offset] = crf.features()[i]; offset == Feature::in_line)
                features.emplace_back(key, crf.weights_of(i));
            else
                atoms.push_back({key, offset, crf.weights_of(i)});
    }
};

}  // namespace

PackedTables::PackedTables(const std::string& cluster_file, const std::string& names, const std::string& rows, int rarest) {
    std::vector<std::pair<names::Hash, std::uint16_t>> entries;
    for (const auto& row : read_rows(cluster_file)) {  // word, count, cluster
        if (std::stoi(row.at(1)) < rarest) continue;
        entries.emplace_back(names::cluster_key(row[0]), static_cast<std::uint16_t>(std::stoi(row.at(2))));
    }
    for (const auto& row : read_rows(cluster_file + ".ladder"))
        tables.ladder.push_back(
            {std::uint16_t(std::stoi(row.at(0))), std::uint16_t(std::stoi(row.at(1))), std::uint16_t(std::stoi(row.at(2)))});
    names::FingerprintMap::write(entries, print_bits, clusters);
    load(tables.clusters, clusters, "words with clusters");
    Lists listed = build_lists(names, rows);
    names::FingerprintMap::write(listed.words, print_bits, lists);
    load(tables.lists, lists, "words in lists");
    names::FingerprintMap::write(listed.phrases, phrase_print_bits, phrases);
    load(tables.phrases, phrases, "phrases in lists");
}

std::string pack(const PackedTables& tables, const TwoPass& passes, const Recipe& recipe, Report::Thresholds thresholds) {
    std::string body = tables.clusters;
    names::append_ladder(body, tables.tables.ladder);
    body += tables.lists;
    body += tables.phrases;
    names::append_f32(body, thresholds.certain);
    names::append_f32(body, thresholds.likely);
    names::append_transitions(body, passes.first_result().transitions);
    const Parts first(passes.first()), second(passes.second());
    const float step = recipe.number("step"), smallest = recipe.number("smallest");
    names::AtomTable::write(first.atoms, step, smallest, body);
    names::FeatureTable::write(first.features, step, smallest, body);
    std::cerr << first.atoms.size() << " rows of word forms, " << first.features.size() << " of words in lines\n";
    names::append_transitions(body, passes.second_result().transitions);
    names::FeatureTable::write(second.features, 0.02f, 0.02f, body);
    return names::seal(body);
}

}  // namespace lupe::train
