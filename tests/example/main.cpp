// An example of the C++ library: reads an article from standard input and prints every amount of money in it, with its
// sentence; then the whole result as JSON if an argument asks for it.
#include <iostream>
#include <iterator>
#include <string>

#include "lupe/analyze.h"
#include "lupe/json.h"

namespace {

// The sentence around a byte offset: sentences are known by their first tokens.
std::string_view sentence_at(const lupe::Document& document, std::uint32_t byte) {
    std::uint32_t begin = 0;
    for (const std::uint32_t first : document.sentences) {
        const std::uint32_t start = document.tokens[first].span.begin;
        if (start > byte) return document.slice({begin, start});
        begin = start;
    }
    return document.text.substr(begin);
}

void print(const lupe::Document& document, const lupe::Annotation& annotation, const lupe::Money& money) {
    const lupe::Magnitude& amount = money.amount;
    std::cout << amount.min.to_string();
    if (amount.is_range) std::cout << " to " << amount.max.to_string();
    std::cout << ' ' << (money.currency.empty() ? "?" : money.currency) << " (" << document.slice(annotation.span)
              << "): " << sentence_at(document, annotation.span.begin) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    const std::string article{std::istreambuf_iterator<char>(std::cin), {}};
    const lupe::Document document = lupe::analyze(article, {.language = "auto", .reference_date = "2023-09-26", .dictionary = {}});
    for (const lupe::Annotation& annotation : document.annotations)
        if (const auto* money = std::get_if<lupe::Money>(&annotation.value)) print(document, annotation, *money);
    if (argc > 1 && std::string(argv[1]) == "--json") std::cout << lupe::to_json(document, lupe::OffsetUnit::codepoint) << '\n';
}
