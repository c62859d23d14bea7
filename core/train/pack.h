// The tables and weights as the model file.
#pragma once

#include <string>

#include "report.h"
#include "two_pass.h"

namespace lupe::train {

// Tables as bytes, and as the lexemes need them.
struct PackedTables {
    std::string clusters, lists, phrases;
    names::Tables tables;

    // `clusters` is skipgram's output (with its .ladder). Words seen less than `rarest` times in the plain texts are left out.
    PackedTables(const std::string& clusters, const std::string& names, const std::string& rows, int rarest);
};

std::string pack(const PackedTables& tables, const TwoPass& passes, const Recipe& recipe, Report::Thresholds thresholds);

}  // namespace lupe::train
