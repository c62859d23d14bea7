// Tokens into words and lines; see words.h.
#include "names/words.h"

namespace lupe::names {

namespace {

bool is_word(Shape shape) { return shape <= Shape::digits; }

bool is_apostrophe(std::string_view s) { return s == "'" || s == "\u2019"; }

// Whether most of the longer words are written one way. Few words prove nothing.
void judge_case(Line& line, const std::vector<Shape>& shapes) {
    int upper = 0, title = 0, all = 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (shapes[i] > Shape::mixed || line.words[i].span.size() < 4) continue;
        ++all;
        upper += shapes[i] == Shape::upper;
        title += shapes[i] != Shape::lower;
    }
    line.capitals = all >= 3 && upper * 10 >= all * 7;
    line.title_case = all >= 4 && title * 10 >= all * 8;
}

// A line goes on in another one where it is longer than any of news: what a line takes beside its words stays small.
bool is_full(const Line& line, const Token& next) {
    constexpr std::size_t usual = 2000, most = 4000;
    return line.words.size() >= (next.glued ? most : usual);
}

}  // namespace

std::vector<Line> lines_of(std::string_view text, std::span<const Token> tokens) {
    std::vector<Line> lines;
    std::vector<Shape> shapes;
    for (const Token& token : tokens) {
        if (lines.empty() || token.line_start || is_full(lines.back(), token)) {
            if (!lines.empty()) judge_case(lines.back(), shapes);
            shapes.clear();
            lines.push_back({text, {}, false, false});
        }
        auto& words = lines.back().words;
        const bool letters = is_word(token.shape);
        const auto piece = [&] { return text.substr(token.span.begin, token.span.size()); };
        if (token.glued && letters && !words.empty() && words.back().letters) {
            words.back().span.end = token.span.end;
            shapes.back() = Shape::mixed;
        } else if (token.glued && words.size() >= 2 && is_apostrophe(lines.back().slice(words.size() - 1)) && words.back().glued &&
                   (piece() == "s" || piece() == "S")) {
            words.back().span.end = token.span.end;
        } else {
            words.push_back({token.span, token.glued && !words.empty(), letters});
            shapes.push_back(token.shape);
        }
    }
    if (!lines.empty()) judge_case(lines.back(), shapes);
    return lines;
}

}  // namespace lupe::names
