// The output formats by name: what stands before all results, for each, and after all.
#pragma once

#include <string>

#include "lupe/formats.h"
#include "settings.h"

namespace lupe::cli {

std::string render_begin(const Settings& settings);
// `heading`: several results follow one another, so each tells whose it is where the format has no place for that.
std::string render(const Document& document, const Settings& settings, const std::string& source, bool heading);
std::string render_end(const Settings& settings);

// The ending of a file in this format: ".json", ".ann", ...
const char* extension(Format format);

}  // namespace lupe::cli
