// Document -> a page that stands alone; see formats.h.
#include <array>

#include "lupe/formats.h"
#include "text/utf.h"

namespace lupe {

namespace {

// Hue by group of types, underline by type, and the type's name behind each mark: colour is never the only cue.
// The names are made by the sheet, so that copied text stays the article's own.
constexpr std::string_view style = R"css(
:root { color-scheme: light dark; font: 1.1rem/1.6 Georgia, "Times New Roman", serif }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fffdf9 }
article { margin-bottom: 3rem; border-bottom: 1px solid #8888 }
h1, .legend { font: .85rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
.legend { padding: 0; list-style: none } .legend li { display: inline-block; margin-right: 1rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
mark { color: inherit; background: #e6e6e6; border-bottom: 3px solid #555; border-radius: 2px; padding: 0 1px }
mark[data-type]::after { content: attr(data-type); margin-left: .25em; font: .65em system-ui, sans-serif; opacity: .8 }
.person { background: #f3dcef } .organization { background: #dbe6f7 } .location { background: #dcefd9 } .misc { background: #d6efee }
.money, .percent { background: #fdebc4 } .quantity, .number { background: #f6e2d2 }
.date, .time { background: #f9dcdc } .duration, .set { background: #eadff0 }
.organization, .percent, .number, .time, .set { border-bottom-style: double } .location, .duration { border-bottom-style: dotted } .misc { border-bottom-style: dashed }
@media (prefers-color-scheme: dark) {
  body { color: #e8e6e1; background: #1d1d1f } mark { background: #444; border-color: #bbb }
  .person { background: #573350 } .organization { background: #2c4467 } .location { background: #2d4f2b } .misc { background: #22504e }
  .money, .percent { background: #59461a } .quantity, .number { background: #57402b }
  .date, .time { background: #5e3030 } .duration, .set { background: #48355a }
}
)css";

// SHA-256 of `style` in base64, as the content policy wants it; a test computes it anew.
constexpr std::string_view style_hash = "Skoc2aT+5hpGL+bFF9fOQns6pdmnCZKoyppYhQEFruM=";

// Characters that HTML gives a meaning as references; those it forbids as U+FFFD. A carriage return as a reference,
// or the reader's parser would turn it into a line feed.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\r')
            out += "&#13;";
        else if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F)
            out += "\uFFFD";
        else
            out += c;
    }
    return out;
}

std::string tag(std::string_view surface, const Annotation& annotation) {
    const std::string type = type_name(annotation.type());
    const std::string title = escaped(describe(annotation));
    return "<mark class=\"" + type + "\" data-type=\"" + type + "\" title=\"" + title + "\">" + escaped(surface) + "</mark>";
}

std::string legend(const Document& document) {
    std::array<std::size_t, std::variant_size_v<Value>> counts{};
    for (const Annotation& annotation : document.annotations) ++counts[annotation.value.index()];
    std::string out = "<ul class=\"legend\">\n";
    for (std::size_t type = 0; type < counts.size(); ++type) {
        if (counts[type] == 0) continue;
        const std::string name = type_name(static_cast<Type>(type));
        out.append("<li><mark class=\"").append(name).append("\">").append(name).append("</mark> ");
        out.append(std::to_string(counts[type])).append("</li>\n");
    }
    return out + "</ul>\n";
}

}  // namespace

std::string html_begin(std::string_view title) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-";
    out += style_hash;
    out += "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    out += escaped(title) + "</title>\n<style>";
    out += style;
    return utf::replace_invalid(std::move(out)) + "</style>\n</head>\n<body>\n";
}

std::string to_html(const Document& document, std::string_view source) {
    std::string out =
        "<article lang=\"" + document.language + "\">\n<h1>" + escaped(source) + "</h1>\n" + legend(document) + "<div class=\"text\">";
    std::uint32_t at = 0;
    for (const Annotation& annotation : document.annotations) {
        out += escaped(document.slice({at, annotation.span.begin}));
        out += tag(document.slice(annotation.span), annotation);
        at = annotation.span.end;
    }
    out += escaped(document.text.substr(at));
    return utf::replace_invalid(std::move(out)) + "</div>\n</article>\n";
}

std::string html_end() { return "</body>\n</html>\n"; }

}  // namespace lupe
