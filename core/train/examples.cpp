// Readers of annotated text; see examples.h.
#include "examples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "text/segment.h"

namespace lupe::train {

namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::cerr << "cannot read " << path << "\n";
        std::exit(1);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

unsigned name_type(std::string_view name) {
    constexpr std::string_view names[] = {"person", "organization", "location", "misc"};
    for (unsigned i = 0; i < 4; ++i)
        if (names[i] == name) return 1u << i;
    return 0;
}

// "organization/misc" to bits; amounts and times give `is_name` false.
unsigned types_of(std::string_view head, bool& is_name) {
    head = head.substr(0, head.find(' '));
    unsigned types = 0;
    is_name = head == "ignore";
    while (true) {
        const std::size_t slash = head.find('/');
        types |= name_type(head.substr(0, slash));
        if (slash == std::string_view::npos) break;
        head.remove_prefix(slash + 1);
    }
    is_name = is_name || types;
    return types;
}

constexpr std::string_view open_mark = "\u27E6", close_mark = "\u27E7";

void parse_markup(std::string_view marked, Article& a) {
    while (marked.substr(0, 2) == "# ") {
        const std::size_t end = std::min(marked.find('\n'), marked.size());
        const std::string_view line = marked.substr(2, end - 2);
        if (line.substr(0, 10) == "language: ") a.language = line.substr(10);
        marked.remove_prefix(std::min(end + 1, marked.size()));
    }
    while (!marked.empty()) {
        const std::size_t open = marked.find(open_mark);
        a.text += marked.substr(0, open);
        if (open == std::string_view::npos) break;
        marked.remove_prefix(open + open_mark.size());
        const std::size_t bar = marked.find('|'), close = marked.find(close_mark);
        if (bar == std::string_view::npos || close == std::string_view::npos || bar > close) break;
        bool is_name = false;
        const unsigned types = types_of(marked.substr(0, bar), is_name);
        const auto begin = static_cast<std::uint32_t>(a.text.size());
        a.text += marked.substr(bar + 1, close - bar - 1);
        if (is_name) a.gold.push_back({begin, static_cast<std::uint32_t>(a.text.size()), types});
        marked.remove_prefix(close + close_mark.size());
    }
}

struct TokenTag {
    std::string token, tag;
};

bool no_space_before(const std::string& t) {
    return t == "." || t == "," || t == ":" || t == ";" || t == "!" || t == "?" || t == ")" || t == "]" || t == "\u201C" ||
           t == "\u2019s" || t == "'s" || t == "n't" || t == "%" || t == "...";
}
bool no_space_after(const std::string& t) { return t == "(" || t == "[" || t == "\u201E" || t == "@" || t == "#" || t == "$"; }

unsigned conll_type(std::string_view tag) {
    if (tag == "PER") return 1;
    if (tag == "ORG") return 2;
    if (tag == "LOC") return 4;
    if (tag == "MISC" || tag == "OTH") return 8;
    return 0;
}

// A compound with a name in it (GermEval's ORGpart, ...): with a hyphen the name is what stands before it ("SPD-Chef"); written
// in one word, where it ends is not told, and our guideline has no name there: left open.
Gold compound_part(std::string_view token, std::string_view type, std::uint32_t begin) {
    const std::size_t hyphen = token.rfind('-');
    if (hyphen == 0 || hyphen == token.npos) return {begin, begin + static_cast<std::uint32_t>(token.size()), 0};
    return {begin, begin + static_cast<std::uint32_t>(hyphen), conll_type(type)};
}

void append_sentence(const std::vector<TokenTag>& sentence, Article& a) {
    const auto line_begin = static_cast<std::uint32_t>(a.text.size());
    bool tight = true;
    int quotes = 0;
    for (const auto& [token, tag] : sentence) {
        const bool plain_quote = token == "\"" || token == "''" || token == "``";
        const bool closing = plain_quote && quotes % 2 == 1;
        if (!tight && !no_space_before(token) && !closing) a.text += ' ';
        const auto begin = static_cast<std::uint32_t>(a.text.size());
        a.text += token;
        tight = no_space_after(token) || (plain_quote && !closing);
        quotes += plain_quote;
        if (tag.size() < 3) continue;
        if (constexpr std::string_view part = "part"; tag.ends_with(part)) {
            a.gold.push_back(compound_part(token, std::string_view(tag).substr(2, tag.size() - 2 - part.size()), begin));
            continue;
        }
        const unsigned types = conll_type(std::string_view(tag).substr(2));
        if (types == 0) continue;
        const auto end = static_cast<std::uint32_t>(a.text.size());
        if (tag[0] == 'I' && !a.gold.empty() && a.gold.back().types == types && a.gold.back().end >= line_begin)
            a.gold.back().end = end;
        else
            a.gold.push_back({begin, end, types});
    }
    a.text += '\n';
}

}  // namespace

void read_markup(const std::string& folder, std::vector<Article>& out) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    const std::size_t train = files.size() - files.size() / 5;
    for (std::size_t i = 0; i < files.size(); ++i) {
        Article a;
        a.source = fs::path(folder).filename().string();
        a.language = a.source.substr(0, 2);
        a.development = i >= train;
        parse_markup(slurp(files[i]), a);
        out.push_back(std::move(a));
    }
}

void read_conll(const std::string& path, const std::string& language, bool is_loose, std::vector<Article>& out) {
    const std::size_t sentences_per_article = is_loose ? 1 : 8;
    std::istringstream in(slurp(path));
    std::vector<TokenTag> sentence;
    std::size_t sentences = 0;
    const auto flush = [&] {
        if (sentence.empty()) return;
        if (sentences++ % sentences_per_article == 0) {
            Article a;
            a.source = fs::path(path).filename().string();
            a.language = language;
            out.push_back(std::move(a));
        }
        append_sentence(sentence, out.back());
        sentence.clear();
    };
    for (std::string row; std::getline(in, row);) {
        const std::size_t tab = row.find('\t');
        if (tab == std::string::npos)
            flush();
        else
            sentence.push_back({row.substr(0, tab), row.substr(tab + 1)});
    }
    flush();
}

std::vector<LabelledLine> label_lines(const Article& a, int& misfits) {
    using namespace names;
    const auto segments = text::segment(a.text);
    std::vector<LabelledLine> out;
    LabelSet free = 1u << outside;
    for (int l = 0; l < label_count; ++l)
        if (l != outside && (a.unlabelled >> type_of(l) & 1)) free |= 1u << l;
    for (Line& line : lines_of(a.text, segments.tokens)) {
        LabelledLine l{std::move(line), {}};
        l.allowed.assign(l.line.words.size(), free);
        for (const Gold& g : a.gold) {
            std::size_t first = 0;
            while (first < l.line.words.size() && l.line.words[first].span.end <= g.begin) ++first;
            std::size_t last = first;
            while (last < l.line.words.size() && l.line.words[last].span.begin < g.end) ++last;
            if (first == last) continue;
            const bool fits = l.line.words[first].span.begin == g.begin && l.line.words[last - 1].span.end == g.end;
            misfits += !fits;
            for (std::size_t i = first; i < last; ++i) {
                LabelSet set = 0;
                const Part part = last - first == 1 ? Part::single : i == first ? Part::begin : i + 1 == last ? Part::end : Part::inside;
                for (int t = 0; t < type_count; ++t)
                    if (g.types >> t & 1) set |= 1u << label(t, part);
                l.allowed[i] = g.types && fits ? set : all_labels;
            }
        }
        out.push_back(std::move(l));
    }
    return out;
}

}  // namespace lupe::train
