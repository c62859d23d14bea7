// Collects the rows; built once per language, on first use.
#include "rules/number_rows.h"

#include <algorithm>
#include <map>

#include "lang/language.h"
#include "text/key.h"

namespace lupe::rules {

namespace {

constexpr std::array inside_words{Class::below_twenty, Class::ten,         Class::hundred, Class::scale,         Class::joiner,
                                  Class::half,         Class::denominator, Class::ordinal, Class::ordinal_ending};

bool is_bare(const Lexicon& lexicon, const std::string& key) {
    const auto rows = lexicon.rows(key);
    return std::any_of(rows.begin(), rows.end(), [](const Row* row) { return row->kind == Class::bare_scale; });
}

}  // namespace

NumberRows::NumberRows(const Lexicon& lexicon) {
    for (const Row* row : lexicon.rows(Class::decimal_mark)) convention.decimal = row->form[0];
    for (const Row* row : lexicon.rows(Class::group_mark))
        if (row->form != "'") {
            convention.group = row->form[0];
            convention.inner_pairs = row->value.size() > 1;
        }
    spaces_group = !lexicon.rows(Class::space_group).empty();
    dotted_ordinals = !lexicon.rows(Class::dotted_ordinal).empty();
    for (const Class kind : inside_words)
        for (const Row* row : lexicon.rows(kind)) {
            const std::string key = text::key_of(row->form);
            if (kind == Class::joiner) joiner_inside = row->value == "inside";
            if (key.size() > 1) buckets_[bucket(key)].push_back({key, kind, Decimal::parse(row->value), is_bare(lexicon, key)});
        }
    for (std::vector<Piece>& pieces : buckets_)
        std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.key.size() > b.key.size(); });
}

const std::vector<Piece>& NumberRows::pieces(std::string_view key) const { return key.size() < 2 ? none_ : buckets_[bucket(key)]; }

const NumberRows& number_rows(const Lexicon& lexicon) {
    static const std::map<const Lexicon*, NumberRows> all = [] {
        std::map<const Lexicon*, NumberRows> made;
        for (const Language& language : languages()) made.emplace(lexicon_of(language.name), *lexicon_of(language.name));
        return made;
    }();
    return all.at(&lexicon);
}

}  // namespace lupe::rules
