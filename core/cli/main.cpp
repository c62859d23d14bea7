// The command line `lupe`: UTF-8 files or standard input -> one result each on standard output.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "lupe/analyze.h"
#include "lupe/json.h"

int main(int argc, char** argv) {
    lupe::Options options;
    lupe::OffsetUnit unit = lupe::OffsetUnit::utf16;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::string value = i + 1 < argc ? argv[i + 1] : "";
        if (argument == "--lang")
            options.language = value, ++i;
        else if (argument == "--date")
            options.reference_date = value, ++i;
        else if (argument == "--format")
            ++i;
        else if (argument == "--offsets")
            unit = value == "codepoint" ? lupe::OffsetUnit::codepoint
                   : value == "byte"    ? lupe::OffsetUnit::byte
                                        : lupe::OffsetUnit::utf16,
            ++i;
    }
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    std::cout << lupe::to_json(lupe::analyze(text, options), unit) << "\n";
}
