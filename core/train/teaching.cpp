// Numbers for the network, and from it; see teaching.h.
#include "teaching.h"

#include <cmath>
#include <deque>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include "names/features.h"
#include "text/segment.h"

namespace lupe::train {

namespace {

using namespace names;

constexpr std::size_t lines_at_once = 40;

std::ofstream open(const std::string& path) {
    std::ofstream out(path, std::ios::binary);
    if (!out) {
        std::cerr << "cannot write " << path << "\n";
        std::exit(1);
    }
    return out;
}

template <typename... Numbers>
void put(std::ofstream& out, Numbers... numbers) {
    const std::array<std::uint32_t, sizeof...(numbers)> all{static_cast<std::uint32_t>(numbers)...};
    out.write(reinterpret_cast<const char*>(all.data()), sizeof all);
}

// Writes lines of words, and every form when it is first met.
class WordWriter {
public:
    WordWriter(const Tables& tables, const std::string& prefix)
        : tables_(tables),
          words_(open(prefix + "words")),
          lines_(open(prefix + "lines")),
          forms_(open(prefix + "forms")),
          atoms_(open(prefix + "atoms")) {}

    void write(const Line& line, const std::vector<LabelSet>& allowed, std::size_t article) {
        std::vector<std::uint32_t> forms;
        std::vector<const Lexeme*> lexemes;
        for (std::size_t i = 0; i < line.words.size(); ++i) forms.push_back(form_of(line, i));
        for (const auto form : forms) lexemes.push_back(&lexemes_[form]);
        evidence_.find(line, lexemes, tables_);
        put(lines_, count_, article);
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const PhrasePart& part = evidence_.phrases[i];
            put(words_, forms[i], unsigned(line.words[i].glued) | unsigned(part.place) << 1 | unsigned(part.classes) << 3,
                allowed.empty() ? all_labels : allowed[i]);
        }
        count_ += forms.size();
    }

private:
    std::uint32_t form_of(const Line& line, std::size_t word) {
        std::string key(line.slice(word));
        key += line.capitals ? '\1' : '\0';
        const auto [it, is_new] = ids_.try_emplace(std::move(key), static_cast<std::uint32_t>(ids_.size()));
        if (!is_new) return it->second;
        Lexeme lexeme = make_lexeme(line.slice(word), line.words[word].letters, line.capitals, tables_);
        const std::size_t without =
            tables_.ladder.size() + (unsigned(lexeme.capital) | unsigned(lexeme.letters) << 1 | unsigned(lexeme.plain) << 2);
        put(forms_, atom_count_, lexeme.cluster[0] == Lexeme::no_cluster ? without : lexeme.cluster[0]);
        for (const Atom& atom : lexeme.atoms) put(atoms_, atom.hash >> 14 & ((1u << atom_bits) - 1));
        atom_count_ += lexeme.atoms.size();
        lexeme.atoms = {};
        lexemes_.push_back(std::move(lexeme));
        return it->second;
    }

    const Tables& tables_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::deque<Lexeme> lexemes_;  // by form
    std::ofstream words_, lines_, forms_, atoms_;
    std::size_t count_ = 0, atom_count_ = 0;
    Evidence evidence_;
};

}  // namespace

void cut_pieces(std::istream& in, std::size_t kept, std::size_t of, std::ostream& out) {
    std::string text;
    std::size_t held = 0, pieces = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '=') continue;  // headings of the encyclopedia
        text += line + '\n';
        if (++held < lines_at_once) continue;
        if (pieces++ % of < kept) out << text << '\f';
        text.clear();
        held = 0;
    }
}

void read_pieces(const std::string& path, bool is_taught, float weight, std::vector<Article>& out) {
    std::ifstream in(path, std::ios::binary);
    for (std::string text; std::getline(in, text, '\f');) {
        Article a;
        a.text = text;
        a.source = "piece";
        a.language = "de";
        a.counted = 0;
        a.weight = weight;
        a.is_piece = true;
        a.development = !is_taught;
        out.push_back(std::move(a));
    }
}

void write_network_words(const std::vector<Article>& articles, const Lines& lines, const std::string& plain, const Tables& tables,
                         const std::string& prefix) {
    WordWriter writer(tables, prefix);
    for (std::size_t i = 0; i < lines.all.size(); ++i)
        writer.write(lines.all[i].line, articles[lines.article[i]].is_piece ? std::vector<LabelSet>{} : lines.all[i].allowed,
                     lines.article[i]);
    std::ofstream list = open(prefix + "articles");
    for (const Article& a : articles) list << a.development << '\t' << a.weight << '\n';
    std::ifstream in(plain, std::ios::binary);
    std::size_t number = articles.size();
    for (std::string text; std::getline(in, text, '\f'); ++number)
        for (const Line& line : lines_of(text, text::segment(text).tokens)) writer.write(line, {}, number);
}

void write_probabilities(const Lines& lines, const TwoPass::Result& result, const std::string& path) {
    std::ofstream out = open(path);
    const Lattice together(result.transitions), alone(result.alone);
    std::vector<Scores> marginals;
    for (std::size_t i = 0; i < lines.all.size(); ++i) {
        marginals.assign(lines.all[i].line.words.size(), {});
        if (result.scores[i].size() == marginals.size())
            (lines.is_alone(i) ? alone : together).marginals(result.scores[i], {}, {}, marginals);
        for (const Scores& word : marginals) out.write(reinterpret_cast<const char*>(word.data()), sizeof word);
    }
}

std::vector<std::vector<Scores>> read_logarithms(const Lines& lines, const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::vector<std::vector<Scores>> out;
    for (const LabelledLine& line : lines.all) {
        out.emplace_back(line.line.words.size());
        for (Scores& word : out.back()) in.read(reinterpret_cast<char*>(word.data()), sizeof word);
    }
    if (!in || in.peek() != std::ifstream::traits_type::eof()) {
        std::cerr << path << " belongs to another text\n";
        std::exit(1);
    }
    return out;
}

void teach(Lines& lines, const std::vector<Article>& articles, const std::string& path) {
    const float half = std::log(0.5f);
    auto said = read_logarithms(lines, path);
    for (std::size_t i = 0; i < lines.all.size(); ++i) {
        if (!articles[lines.article[i]].is_piece) continue;
        LabelledLine& line = lines.all[i];
        for (std::size_t w = 0; w < line.allowed.size(); ++w)
            line.allowed[w] = said[i][w][outside] > half ? all_labels : all_labels & ~(1u << outside);
        line.taught = std::move(said[i]);
    }
}

}  // namespace lupe::train
