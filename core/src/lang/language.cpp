// Lexicons by language, and the function-word vote.
#include "lang/language.h"

#include <algorithm>
#include <deque>

namespace lupe {

namespace {

constexpr std::size_t vote_tokens = 4000;

const std::deque<Lexicon>& lexicons() {
    static const std::deque<Lexicon> all = [] {
        std::deque<Lexicon> made;
        for (const Language& language : languages()) made.emplace_back(language.rows);
        return made;
    }();
    return all;
}

std::size_t function_words(const Lexicon& lexicon, std::string_view text, std::span<const Token> tokens) {
    const Terms terms(lexicon, text, tokens);
    std::size_t count = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) count += terms.find(i, Class::function_word) != nullptr;
    return count;
}

}  // namespace

const Lexicon* lexicon_of(std::string_view language) {
    for (std::size_t i = 0; i < languages().size(); ++i)
        if (languages()[i].name == language) return &lexicons()[i];
    return nullptr;
}

std::string_view recognise_language(std::string_view text, std::span<const Token> tokens) {
    const auto sample = tokens.first(std::min(tokens.size(), vote_tokens));
    std::string_view best = languages().front().name;
    std::size_t most = 0;
    for (const Language& language : languages()) {
        const std::size_t votes = function_words(*lexicon_of(language.name), text, sample);
        if (votes > most) {
            most = votes;
            best = language.name;
        }
    }
    return best;
}

}  // namespace lupe
