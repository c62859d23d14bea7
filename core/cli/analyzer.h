// The analyzer of a thread, which remembers word forms and the dictionary from one text to the next.
#pragma once

#include "lupe/analyze.h"

namespace lupe::cli {

inline Analyzer& thread_analyzer() {
    thread_local Analyzer analyzer;
    return analyzer;
}

}  // namespace lupe::cli
