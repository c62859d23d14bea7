// Document -> brat standoff; see formats.h.
#include <vector>

#include "lupe/formats.h"
#include "text/utf.h"

namespace lupe {

namespace {

std::string capitalised(std::string name) {
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// The parts of a span between line ends: brat's own text may hold none and knows discontinuous annotations instead.
std::vector<Span> fragments(std::string_view text, Span span) {
    std::vector<Span> parts;
    std::uint32_t begin = span.begin;
    for (std::uint32_t at = span.begin; at <= span.end; ++at) {
        if (at < span.end && text[at] != '\n' && text[at] != '\r') continue;
        if (at > begin) parts.push_back({begin, at});
        begin = at + 1;
    }
    return parts;
}

std::string text_bound(const Document& document, std::size_t id, utf::Cursor& cursor) {
    const Annotation& annotation = document.annotations[id];
    std::string offsets, surface;
    for (const Span part : fragments(document.text, annotation.span)) {
        offsets += offsets.empty() ? " " : ";";
        offsets += std::to_string(cursor.at(part.begin)) + " ";
        offsets += std::to_string(cursor.at(part.end));
        surface += surface.empty() ? "" : " ";
        surface += document.slice(part);
    }
    return "T" + std::to_string(id + 1) + "\t" + capitalised(type_name(annotation.type())) + offsets + "\t" + surface + "\n";
}

}  // namespace

std::string to_brat(const Document& document) {
    utf::Cursor cursor(document.text, false);
    std::string out;
    std::size_t notes = 0;
    for (std::size_t id = 0; id < document.annotations.size(); ++id) {
        out += text_bound(document, id, cursor);
        if (document.annotations[id].is_name()) continue;
        out += "#" + std::to_string(++notes) + "\tAnnotatorNotes T" + std::to_string(id + 1) + "\t" + describe(document.annotations[id]) +
               "\n";
    }
    for (const Entity& entity : document.entities) {
        if (entity.mentions.size() < 2) continue;
        out += "*\tEquiv";
        for (const std::uint32_t mention : entity.mentions) out += " T" + std::to_string(mention + 1);
        out += '\n';
    }
    return utf::replace_invalid(std::move(out));
}

}  // namespace lupe
