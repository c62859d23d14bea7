// Builds the word list table; see lists.h.
#include "lists.h"

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "names/letters.h"
#include "names/lexeme.h"
#include "names/phrases.h"
#include "names/words.h"
#include "recipe.h"
#include "text/segment.h"

namespace lupe::train {

using names::ListBit;
using names::PhraseBit;

namespace {

class Builder {
public:
    void add(std::string_view word, ListBit bit) { bits_[std::string(word)] |= static_cast<std::uint16_t>(1u << unsigned(bit)); }
    // A name of one word gets `whole`, the words of a longer one `first` and `later`.
    void add_words(std::string_view name, ListBit whole, ListBit first, ListBit later) {
        const auto segments = text::segment(name);
        std::vector<std::string_view> parts;
        for (const auto& line : names::lines_of(name, segments.tokens))
            for (std::size_t i = 0; i < line.words.size(); ++i)
                if (line.words[i].letters) parts.push_back(line.slice(i));
        if (parts.size() == 1) return add(parts[0], whole);
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (tells(parts[i])) add(parts[i], i == 0 ? first : later);
    }
    void add_phrase(std::string_view name, PhraseBit bit) {
        const auto segments = text::segment(name);
        const auto lines = names::lines_of(name, segments.tokens);
        if (lines.size() != 1 || lines[0].words.size() > names::max_phrase) return;
        const names::Line& line = lines[0];
        const std::size_t n = line.words.size();
        names::Hash key = names::phrase_start;
        for (std::size_t i = 0; i < n; ++i) {
            key = names::longer_phrase(key, names::make_lexeme(line.slice(i), line.words[i].letters, line.capitals, {}).stem);
            if (i > 0) phrases_[key] |= names::phrase_bit(i + 1 < n ? PhraseBit::longer : bit);
        }
    }
    Lists take() const {
        Lists out;
        for (const auto& [word, bits] : bits_) out.words.emplace_back(names::list_key(word), bits);
        out.phrases.assign(phrases_.begin(), phrases_.end());
        return out;
    }

private:
    // "Der", "of" and "Im" are parts of many names and tell nothing; "DFB" does.
    static bool tells(std::string_view part) {
        const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) || (c & 0x80); };
        return upper(part[0]) && (part.size() > 3 || part.size() == 1 || upper(part[1]));
    }
    std::map<std::string, std::uint16_t> bits_;
    std::map<names::Hash, std::uint16_t> phrases_;
};

template <typename F>
void each_row(const std::string& path, F&& f) {
    for (const auto& cells : read_rows(path)) f(cells);
}

// "Salzgitter AG" -> "Salzgitter": legal forms are rows of their own.
std::string without_legal_form(std::string name) {
    for (const char* form :
         {" AG",   " SE",      " GmbH",   ", Inc.", " Inc.",    " Inc",      " Corporation", " Corp.", " plc", " PLC",     " Ltd.",
          " Ltd",  " Limited", " S.A.",   " SA",    " N.V.",    " NV",       " AB",          " ASA",   " A/S", " (publ)",  " (publ.)",
          " KGaA", " & Co.",   " S.p.A.", " Oyj",   " Holding", " Holdings", " Group",       ", LLC",  " Co.", " Company", ", Ltd."})
        if (const std::string_view f = form; name.size() > f.size() && name.ends_with(f)) name.resize(name.size() - f.size());
    return name;
}

void add_people(Builder& b, const std::string& names) {
    each_row(names + "/first-names-de.tsv", [&](auto& c) {
        const int count = c.size() > 1 ? std::atoi(c[1].c_str()) : 0;
        if (count >= 2 && c[0].find(' ') == std::string::npos)
            b.add(c[0], count >= 60 ? ListBit::frequent_first_name : ListBit::first_name);
    });
    each_row(names + "/politicians-de.tsv", [&](auto& c) {
        if (c.size() <= 3) return;
        b.add(c[3], ListBit::surname);
        b.add(c[1], ListBit::first_name);
        b.add_phrase(c[1] + " " + c[3], PhraseBit::person);
    });
    for (const char* file : {"faker_de_AT_person.json", "faker_de_CH_person.json", "faker_de_person.json", "faker_en_person.json"}) {
        std::ifstream in(names + "/" + file);
        const auto all = nlohmann::json::parse(in);
        for (const auto& [kind, list] : all.at("first_name").items())
            for (const auto& name : list) b.add(name.template get<std::string>(), ListBit::frequent_first_name);
        for (const auto& [kind, list] : all.at("last_name").items())
            for (const auto& name : list) b.add(name.template get<std::string>(), ListBit::surname);
    }
}

void add_places(Builder& b, const std::string& names) {
    // Towns all over the world are too many to be phrases, too.
    const auto town = [&](const std::string& name) { b.add_words(name, ListBit::place, ListBit::place_first, ListBit::place_later); };
    const auto place = [&](const std::string& name) { town(name), b.add_phrase(name, PhraseBit::place); };
    const auto country = [&](const std::string& name) {
        b.add_words(name, ListBit::country, ListBit::place_first, ListBit::place_later);
        b.add_phrase(name, PhraseBit::place);
    };
    each_row(names + "/cities-world.tsv", [&](auto& c) { town(c[0]); });
    each_row(names + "/places-de.tsv", [&](auto& c) {
        if (c.size() > 1) place(c[1]);
    });
    each_row(names + "/places-en.tsv", [&](auto& c) {
        if (c.size() > 1) town(c[1]);
    });
    each_row(names + "/countries-de.txt", [&](auto& c) { country(c[0]); });
    for (const char* file : {"/countries-en-de.tsv", "/regions-en-de.tsv"})
        each_row(names + file, [&](auto& c) {
            for (auto& name : c) country(name);
        });
    each_row(names + "/cldr_territories.tsv", [&](auto& c) {
        if (c.size() > 2) country(c[1]), country(c[2]);
    });
}

void add_companies(Builder& b, const std::string& names) {
    for (const char* file : {"/companies.tsv", "/companies-sp500.tsv", "/companies-nasdaq.txt", "/companies-tech.txt"})
        each_row(names + file, [&](auto& c) {
            const std::string name = without_legal_form(c[0]);
            b.add_words(name, ListBit::listed, ListBit::listed, ListBit::company_later);
            b.add_phrase(name, PhraseBit::listed);
        });
}

void add_known(Builder& b, const std::string& rows) {
    struct Class {
        std::string_view name;
        ListBit whole, first, later;
        PhraseBit phrase;
    };
    constexpr Class classes[] = {{"company", ListBit::company, ListBit::company_first, ListBit::company_later, PhraseBit::company},
                                 {"product", ListBit::product, ListBit::product_part, ListBit::product_part, PhraseBit::product},
                                 {"place", ListBit::place, ListBit::place_first, ListBit::place_later, PhraseBit::place},
                                 {"person", ListBit::surname, ListBit::first_name, ListBit::surname, PhraseBit::person}};
    each_row(rows + "/known.tsv", [&](auto& c) {
        for (const auto& k : classes)
            if (c.size() > 1 && c[1] == k.name) b.add_words(c[0], k.whole, k.first, k.later), b.add_phrase(c[0], k.phrase);
    });
}

void add_evidence(Builder& b, const std::string& rows) {
    struct Class {
        std::string_view name;
        ListBit bit, type;  // type: what a kind announces
    };
    constexpr Class classes[] = {{"function", ListBit::function, ListBit::function},     {"kind", ListBit::kind, ListBit::kind},
                                 {"kind-organization", ListBit::kind, ListBit::company}, {"kind-location", ListBit::kind, ListBit::place},
                                 {"kind-misc", ListBit::kind, ListBit::product},         {"legal-form", ListBit::tail, ListBit::tail},
                                 {"address", ListBit::function, ListBit::function},      {"tail", ListBit::tail, ListBit::tail}};
    each_row(rows + "/evidence.tsv", [&](auto& c) {
        for (const auto& k : classes)
            if (c.size() > 1 && c[1] == k.name) b.add(c[0], k.bit), b.add(c[0], k.type);
    });
}

}  // namespace

Lists build_lists(const std::string& names, const std::string& rows) {
    Builder b;
    add_people(b, names);
    add_places(b, names);
    add_companies(b, names);
    add_known(b, rows);
    add_evidence(b, rows);
    return b.take();
}

}  // namespace lupe::train
