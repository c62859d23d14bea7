// The command's work: every input through the analyzer and out, in order.
#pragma once

#include "settings.h"

namespace lupe::cli {

// Analyses all inputs, several at once if asked to, and returns the exit code.
ExitCode run(const Settings& settings);

}  // namespace lupe::cli
