// Every line of tests/cases is analysed on its own and must give exactly the annotations written into it.
#include <catch_amalgamated.hpp>

#include "case_file.h"

using namespace lupe;

namespace {

std::string found_in(const cases::Case& one) {
    const Document document = analyze(one.text, {.language = one.language, .reference_date = one.date, .dictionary = {}});
    std::vector<cases::Expected> found;
    for (const Annotation& annotation : document.annotations)
        if (cases::covers(one.types, annotation.type())) found.push_back({annotation.span, cases::describe(annotation)});
    return cases::marked(one.text, found);
}

}  // namespace

TEST_CASE("each case line gives its annotations", "[cases]") {
    for (const cases::Case& one : cases::read_all(LUPE_CASES)) {
        INFO(one.file << ":" << one.line);
        CHECK(found_in(one) == cases::marked(one.text, one.expected));
    }
}
