// Document -> what a terminal shows; see formats.h.
#include <array>

#include "lupe/formats.h"
#include "text/utf.h"

namespace lupe {

namespace {

constexpr std::size_t type_count = std::variant_size_v<Value>;

// Select graphic rendition, in the order of Type: names bold, amounts and times in their own hues. The sixteen basic
// colours follow the reader's own theme.
constexpr std::array<const char*, type_count> colours{"1;35", "1;34", "1;32", "1;36", "33",   "93",
                                                      "33;3", "93;3", "31",   "91",   "31;3", "91;3"};

std::string painted(Type type, const std::string& text) {
    return std::string("\x1b[4;") + colours[static_cast<std::size_t>(type)] + "m" + text + "\x1b[0m";
}

// Control characters as the pictures that Unicode has for them (U+2400 ...); the C1 range as U+FFFD.
std::string visible(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const utf::CodePoint point = utf::decode(text, at);
        if (point.value == 0x7F)
            out += "\u2421";
        else if (point.value < 0x20 && point.value != '\n' && point.value != '\t')
            out += {'\xE2', '\x90', static_cast<char>(0x80 + point.value)};
        else if (!point.valid() || (point.value >= 0x80 && point.value < 0xA0))
            out += "\uFFFD";
        else
            out += text.substr(at, point.size);
        at += point.size;
    }
    return out;
}

std::string without_carriage_returns(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] != '\r' || at + 1 == text.size() || text[at + 1] != '\n') out += text[at];
    return out;
}

std::string shown(std::string_view text) { return visible(without_carriage_returns(text)); }

std::string legend(const Document& document, bool colour) {
    std::array<std::size_t, type_count> counts{};
    for (const Annotation& annotation : document.annotations) ++counts[annotation.value.index()];
    std::string out;
    for (std::size_t type = 0; type < type_count; ++type) {
        if (counts[type] == 0) continue;
        const std::string name = type_name(static_cast<Type>(type));
        out += (out.empty() ? "" : "  ") + (colour ? painted(static_cast<Type>(type), name) : name) + " " + std::to_string(counts[type]);
    }
    return "-- " + (out.empty() ? "nothing found" : out) + "\n";
}

}  // namespace

std::string to_text(const Document& document, bool colour) {
    std::string out;
    std::uint32_t at = 0;
    for (const Annotation& annotation : document.annotations) {
        const std::string surface = shown(document.slice(annotation.span));
        out += shown(document.slice({at, annotation.span.begin}));
        out += colour ? painted(annotation.type(), surface) : "[" + surface + "|" + describe(annotation) + "]";
        at = annotation.span.end;
    }
    out += shown(document.text.substr(at));
    if (!out.empty() && out.back() != '\n') out += '\n';
    return out + legend(document, colour);
}

}  // namespace lupe
