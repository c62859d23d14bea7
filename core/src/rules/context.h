// What every recogniser of amounts and times sees: the text, its tokens, and the lexicon's terms on them.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lang/lexicon.h"
#include "lupe/document.h"

namespace lupe::rules {

struct Context {
    std::string_view text;
    std::span<const Token> tokens;
    std::span<const std::uint32_t> sentences;  // first token of each sentence
    const Lexicon& lexicon;
    const Terms& terms;
    ReferenceDate reference_date;  // year 0 if none
    bool is_today = false;         // it is only the reader's day: the text may be older

    std::string_view slice(std::size_t token) const { return text.substr(tokens[token].span.begin, tokens[token].span.size()); }
    // The bytes from the first token's begin to the end of the token before `end`.
    Span span(std::size_t begin, std::size_t end) const { return {tokens[begin].span.begin, tokens[end - 1].span.end}; }
    // Whether the token follows another of the context without white space; the first follows none, though it may in the text.
    bool glued(std::size_t token) const { return token > 0 && token < tokens.size() && tokens[token].glued; }
    // True if token `at` exists and is exactly this text.
    bool is(std::size_t at, std::string_view text_of_token) const { return at < tokens.size() && slice(at) == text_of_token; }
};

using Proposals = std::vector<Annotation>;

}  // namespace lupe::rules
