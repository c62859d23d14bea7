// From settings to the writers of lupe/formats.h; see render.h.
#include "render.h"

#include <array>

#include "records.h"

namespace lupe::cli {

std::string render_begin(const Settings& settings) {
    switch (settings.format) {
        case Format::csv: return csv_header();
        case Format::html: return html_begin("Lupe");
        default: return "";
    }
}

std::string render(const Document& document, const Settings& settings, const std::string& source, bool heading) {
    const std::string head = heading ? "==> " + source + " <==\n" : "";
    switch (settings.format) {
        case Format::json: return to_json(document, settings.offsets) + "\n";
        case Format::jsonl: return with_id(json_string(source), to_json(document, settings.offsets)) + "\n";
        case Format::csv: return to_csv(document, settings.offsets, source);
        case Format::conll: return to_conll(document);
        case Format::brat: return head + to_brat(document);
        case Format::html: return to_html(document, source);
        case Format::text: return head + to_text(document, settings.colour);
    }
    return "";
}

std::string render_end(const Settings& settings) { return settings.format == Format::html ? html_end() : ""; }

const char* extension(Format format) {
    static constexpr std::array extensions{".json", ".jsonl", ".csv", ".conll", ".ann", ".html", ".marked.txt"};
    return extensions[static_cast<std::size_t>(format)];
}

}  // namespace lupe::cli
