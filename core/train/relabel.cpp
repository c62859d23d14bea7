// The relabelling rules named in mix.tsv; see relabel.h.
#include "relabel.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

namespace lupe::train {

namespace {

constexpr unsigned location = 4, misc = 8;

std::string_view surface(const Article& a, const Gold& g) { return std::string_view(a.text).substr(g.begin, g.end - g.begin); }

bool ends_with_any(std::string_view s, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](auto e) { return s.size() > e.size() && s.ends_with(e); });
}

bool is_mark(char c) { return c == '#' || c == '@'; }

bool one_word(std::string_view s) { return s.find(' ') == s.npos; }

bool is_currency(std::string_view s) {
    static const std::set<std::string_view> names = {
        "Euro",     "Dollar", "US-Dollar", "Franken", "Pfund",      "Yen",    "Rubel",     "Mark",   "D-Mark", "DM",    "EUR",  "USD",
        "CHF",      "Cent",   "Kronen",    "Krone",   "Reichsmark", "Gulden", "Schilling", "Rupien", "Peso",   "Pesos", "Real", "Yuan",
        "Renminbi", "Lira",   "Euros",     "Dollars", "€",          "$",      "Zloty",     "Forint", "RM",     "Taler"};
    return names.contains(s);
}

bool is_language(std::string_view s) {
    return one_word(s) && (ends_with_any(s, {"isch", "ische", "ischen", "ischem", "isches"}) || s == "Deutsch" || s == "Deutschen" ||
                           s == "Deutsche" || s == "Latein" || s == "Hochdeutsch" || s == "Deutschem");
}

bool is_demonym(std::string_view s) {
    return one_word(s) &&
           (ends_with_any(s, {"ish", "ese", "ian", "ians", "ean", "eans", "icans", "ican", "tch", "Swiss", "eek", "eeks"}) ||
            s == "French" || s == "German" || s == "Germans" || s == "Dutch" || s == "Greek" || s == "Jews" || s == "Jewish");
}

// Adjectives in -er are told from names in -er by the place they come from being annotated elsewhere.
std::set<std::string> place_adjectives(const std::vector<Article>& articles) {
    std::set<std::string> out;
    for (const auto& a : articles)
        for (const auto& g : a.gold)
            if (const auto s = surface(a, g); g.types == location && one_word(s)) {
                out.insert(std::string(s) + "er");
                if (s.ends_with("en"))
                    out.insert(std::string(s.substr(0, s.size() - 2)) + "er"), out.insert(std::string(s.substr(0, s.size() - 2)) + "ner");
                if (s.ends_with("e")) out.insert(std::string(s) + "r");
            }
    return out;
}

}  // namespace

void relabel(const std::string& rules, std::vector<Article>& articles) {
    const auto has = [&](std::string_view rule) { return ("," + rules + ",").find("," + std::string(rule) + ",") != std::string::npos; };
    const auto adjectives = has("place-adjectives") ? place_adjectives(articles) : std::set<std::string>{};
    for (auto& a : articles) {
        for (Gold& g : a.gold)
            if (has("marks") && is_mark(a.text[g.begin])) ++g.begin;
        std::erase_if(a.gold, [&](const Gold& g) {
            const auto s = surface(a, g);
            if (s.empty()) return true;
            if (g.types == location && has("place-adjectives")) {
                const bool lower = s[0] >= 'a' && s[0] <= 'z';
                if (one_word(s) && (lower || ends_with_any(s, {"ische", "ischen", "ischer", "isches", "ischem"}))) return true;
                if (one_word(s) && adjectives.contains(std::string(s)) && g.end + 1 < a.text.size() && a.text[g.end] == ' ') return true;
            }
            if (g.types != misc) return false;
            return (has("currencies") && is_currency(s)) || (has("languages") && is_language(s)) || (has("demonyms") && is_demonym(s));
        });
    }
}

}  // namespace lupe::train
