// Document -> CoNLL-2002, BIO tags; see formats.h.
#include <algorithm>
#include <cctype>

#include "lupe/formats.h"
#include "text/utf.h"

namespace lupe {

namespace {

// The four names of the shared task, and our own types in the same manner.
std::string label(Type type) {
    if (type == Type::person) return "PER";
    if (type == Type::organization) return "ORG";
    if (type == Type::location) return "LOC";
    std::string name = type_name(type);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return name;
}

}  // namespace

std::string to_conll(const Document& document) {
    std::string out = "-DOCSTART- O\n\n";
    auto sentence = document.sentences.begin();
    auto annotation = document.annotations.begin();
    auto begun = document.annotations.end();  // the annotation that has its B- already
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const Span span = document.tokens[i].span;
        while (sentence != document.sentences.end() && *sentence < i) ++sentence;
        if (i > 0 && sentence != document.sentences.end() && *sentence == i) out += '\n';

        while (annotation != document.annotations.end() && annotation->span.end <= span.begin) ++annotation;
        out += document.slice(span);
        if (annotation == document.annotations.end() || !annotation->span.overlaps(span)) {
            out += " O\n";
        } else {
            out += (annotation == begun ? " I-" : " B-") + label(annotation->type()) + "\n";
            begun = annotation;
        }
    }
    if (!document.tokens.empty()) out += '\n';
    return utf::replace_invalid(std::move(out));
}

}  // namespace lupe
