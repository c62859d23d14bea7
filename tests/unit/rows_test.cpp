// Rows that nothing tests are found here: hand-written ones must be met by a case line, generated ones by a property.
#include <catch_amalgamated.hpp>
#include <map>
#include <set>

#include "case_file.h"
#include "lang/language.h"
#include "text/key.h"
#include "text/segment.h"

using namespace lupe;

namespace {

bool starts_any(std::string_view place, std::initializer_list<std::string_view> names) {
    const std::string_view file = place.substr(place.find('/') + 1);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return file.starts_with(name); });
}

bool hand_written(std::string_view place) {
    return starts_any(place, {"numbers.tsv", "amounts.tsv", "currencies.tsv", "units.tsv", "currency-cues.tsv"});
}

// Rows that set what no text spells out.
bool is_setting(Class kind) { return kind == Class::space_group || kind == Class::home_currency; }

// The places of the rows that a text meets.
void mark_met(const Lexicon& lexicon, const std::string& text, std::set<std::string_view>& met) {
    const auto tokens = text::segment(text).tokens;
    const Terms terms(lexicon, text, tokens);
    for (std::size_t i = 0; i < tokens.size(); ++i)
        for (const Term& term : terms.at(i)) met.insert(term.row->place);
    const std::string key = text::key_of(text);
    for (const Class kind :
         {Class::below_twenty, Class::ten, Class::hundred, Class::half, Class::joiner, Class::ordinal_ending, Class::adjective_ending,
          Class::verb_ending, Class::substance_ending, Class::sum_noun, Class::group_mark, Class::decimal_mark})
        for (const Row* row : lexicon.rows(kind))
            if (key.find(text::key_of(row->form)) != std::string::npos) met.insert(row->place);
}

std::string analysed(const std::string& language, const std::string& text) {
    const Document document = analyze(text, {.language = language, .reference_date = "", .dictionary = {}});
    std::vector<cases::Expected> found;
    for (const Annotation& annotation : document.annotations) found.push_back({annotation.span, cases::describe(annotation)});
    return cases::marked(text, found);
}

}  // namespace

TEST_CASE("a case line meets every hand-written row of amounts", "[rows]") {
    std::map<std::string, std::set<std::string_view>> met;
    for (const cases::Case& one : cases::read_all(LUPE_CASES)) mark_met(*lexicon_of(one.language), one.text, met[one.language]);
    for (const Language& language : languages()) {
        std::set<std::string_view> missing;
        const auto& here = met[std::string(language.name)];
        for (const Row& row : language.rows) {
            const bool common = row.place.starts_with("common/");  // any language's case will do
            const bool found =
                here.contains(row.place) ||
                (common && std::any_of(met.begin(), met.end(), [&](const auto& other) { return other.second.contains(row.place); }));
            if (hand_written(row.place) && !is_setting(row.kind) && !found) missing.insert(row.place);
        }
        for (const std::string_view place : missing) FAIL_CHECK("core/data/" << place << ": no line of tests/cases meets this row");
    }
}

TEST_CASE("every currency and unit of CLDR is read behind a number", "[rows]") {
    for (const Language& language : languages())
        for (const Row& row : language.rows) {
            if (!starts_any(row.place, {"cldr-"})) continue;
            const std::string surface = "5 " + std::string(row.form), value(row.value);
            const std::string expected = "[" + surface + "|" + (row.kind == Class::unit ? "quantity 5 " : "money 5 ") + value + "]";
            INFO("core/data/" << row.place);
            CHECK(analysed(std::string(language.name), surface) == expected);
        }
}
