// Amounts of any text: their spans lie inside it, their values are sane.
#include "rules/amounts.h"

#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const lupe::fuzz::Input input(data, size);
    const lupe::fuzz::Reading reading(input);
    lupe::rules::Proposals proposals;
    lupe::rules::recognise_amounts(reading.context, lupe::rules::find_numerals(reading.context), proposals);
    lupe::fuzz::check_values(input.text, proposals);
    for (const lupe::Annotation& proposal : proposals)
        FUZZ_CHECK((proposal.type() >= lupe::Type::money && proposal.type() <= lupe::Type::number) ||
                   proposal.type() == lupe::Type::duration);
    return 0;
}
