// Times of any text: their spans lie inside it, a value that is a day is one of the calendar.
#include "rules/times.h"

#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const lupe::fuzz::Input input(data, size);
    lupe::fuzz::Reading reading(input);
    const auto numerals = lupe::rules::find_numerals(reading.context);
    const lupe::ReferenceDate dateline = lupe::rules::find_dateline(reading.context, numerals);
    if (dateline.day != 0) FUZZ_CHECK(lupe::calendar::is_date(dateline.year, dateline.month, dateline.day));
    if (reading.context.reference_date.year == 0) reading.context.reference_date = dateline;
    lupe::rules::Proposals proposals;
    lupe::rules::recognise_times(reading.context, numerals, proposals);
    lupe::fuzz::check_values(input.text, proposals);
    for (const lupe::Annotation& proposal : proposals) FUZZ_CHECK(proposal.type() >= lupe::Type::date);
    return 0;
}
