// For the recipes' test: reads a text and prints it with what was found written into it, as case files write it.
#include <iostream>
#include <iterator>
#include <string>

#include "lupe/analyze.h"
#include "lupe/formats.h"

int main(int argc, char** argv) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    lupe::Options options;
    if (argc > 1) options.language = argv[1];
    std::string error;
    if (!valid(options, error)) {
        std::cerr << error << '\n';
        return 1;
    }
    const lupe::Document document = analyze(text, options);
    std::cout << document.language << '\n' << to_text(document, false);
}
