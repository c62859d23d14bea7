// What the recognisers see of a fuzzer's bytes, and what must hold of what they propose.
#pragma once

#include <string_view>
#include <vector>

#include "check.h"
#include "lang/language.h"
#include "lang/sentences.h"
#include "lupe/analyze.h"
#include "rules/calendar.h"
#include "rules/context.h"
#include "rules/times.h"
#include "text/segment.h"

namespace lupe::fuzz {

// The first byte chooses language and reference date, so that one corpus serves all.
struct Input {
    std::string_view language = "de", date, text;
    Input(const unsigned char* data, std::size_t size) {
        static constexpr std::string_view languages[] = {"auto", "de", "en"};
        static constexpr std::string_view dates[] = {"", "2023-09-26", "2023-09", "2024-02-29"};
        if (size == 0) return;
        language = languages[data[0] % 3];
        date = dates[data[0] / 3 % 4];
        text = {reinterpret_cast<const char*>(data + 1), size - 1};
    }
    Options options() const { return {.language = std::string(language), .reference_date = std::string(date), .dictionary = {}}; }
};

// A text up to the point where the recognisers begin.
struct Reading {
    text::Segments segments;
    const Lexicon& lexicon;
    Terms terms;
    std::vector<std::uint32_t> sentences;
    rules::Context context;

    explicit Reading(const Input& input)
        : segments(text::segment(input.text)),
          lexicon(*lexicon_of(input.language == "auto" ? recognise_language(input.text, segments.tokens) : input.language)),
          terms(lexicon, input.text, segments.tokens),
          sentences(join_after_abbreviations(segments.sentences, input.text, segments.tokens, terms)),
          context{input.text, segments.tokens, sentences, lexicon, terms, {}} {
        rules::parse_reference_date(input.date, context.reference_date);
    }
};

inline void check_span(std::string_view text, Span span) { FUZZ_CHECK(span.begin < span.end && span.end <= text.size()); }

inline void check_amount(const Magnitude& amount) {
    FUZZ_CHECK(amount.is_range ? amount.min <= amount.max : amount.min == amount.max);
    FUZZ_CHECK(Decimal::parse(amount.min.to_string()) == amount.min && Decimal::parse(amount.max.to_string()) == amount.max);
}

// A value that begins like a calendar date is one.
inline void check_timex(const std::string& value) {
    FUZZ_CHECK(!value.empty() && value.size() <= 40);
    FUZZ_CHECK(value.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_-:.+/") == std::string::npos);
    int year = 0, month = 0, day = 0;
    if (std::sscanf(value.c_str(), "%4d-%2d-%2d", &year, &month, &day) == 3) FUZZ_CHECK(calendar::is_date(year, month, day));
}

inline void check_values(std::string_view text, const std::vector<Annotation>& annotations) {
    for (const Annotation& annotation : annotations) {
        check_span(text, annotation.span);
        FUZZ_CHECK(annotation.rule[0] != '\0');
        std::visit(
            [](const auto& value) {
                if constexpr (requires { value.amount; }) check_amount(value.amount);
                if constexpr (requires { value.value; }) check_timex(value.value);
                if constexpr (requires { value.unit; }) FUZZ_CHECK(!value.unit.empty());
                if constexpr (requires { value.currency; }) FUZZ_CHECK(value.currency.empty() || value.currency.size() == 3);
            },
            annotation.value);
    }
}

}  // namespace lupe::fuzz
