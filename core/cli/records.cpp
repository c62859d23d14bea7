// Reads and writes the records of the streaming mode; see records.h.
#include "records.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "analyzer.h"

namespace lupe::cli {

namespace {

using Json = nlohmann::json;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// A field that may be missing or null; false if it is there and no string.
bool optional_string(const Json& record, const char* name, std::string& into) {
    const auto field = record.find(name);
    if (field == record.end() || field->is_null()) return true;
    if (!field->is_string()) return false;
    into = field->get<std::string>();
    return true;
}

// The record's id as JSON; objects and lists, which are not kept, are none.
std::string id_of(const Json& record) {
    const auto field = record.find("id");
    return field == record.end() || field->is_discarded() ? "null" : dump(*field);
}

}  // namespace

std::string json_string(std::string_view text) { return dump(text); }

std::string with_id(std::string_view id_json, std::string_view result_json) {
    return "{\"id\":" + std::string(id_json) + "," + std::string(result_json.substr(1));
}

std::string error_record(std::string_view id_json, std::string_view code, std::string_view message) {
    return with_id(id_json,
                   "{\"schema\":\"lupe/1\",\"error\":{\"code\":" + json_string(code) + ",\"message\":" + json_string(message) + "}}");
}

std::string analyze_record(std::string_view line, const Settings& settings, Options& options, bool& ok) {
    ok = false;
    // No field that is read holds others: they are not kept, however deep.
    const auto is_flat = [](int depth, Json::parse_event_t event, const Json&) {
        return depth == 0 || (event != Json::parse_event_t::object_start && event != Json::parse_event_t::array_start);
    };
    const Json record = Json::parse(line, is_flat, false);
    if (!record.is_object()) return error_record("null", "BAD_RECORD", "the line is not a JSON object in UTF-8");
    const std::string id = id_of(record);
    const auto text = record.find("text");
    if (text == record.end() || !text->is_string()) return error_record(id, "BAD_RECORD", "the record has no string 'text'");

    options.language = settings.options.language;
    options.reference_date = settings.options.reference_date;
    std::string problem;
    if (!optional_string(record, "language", options.language)) return error_record(id, "BAD_OPTION", "'language' is not a string");
    if (!optional_string(record, "date", options.reference_date)) return error_record(id, "BAD_OPTION", "'date' is not a string");
    if (!valid(options, problem)) return error_record(id, "BAD_OPTION", problem);

    const auto& article = text->get_ref<const std::string&>();
    if (article.size() > settings.max_bytes) {
        problem = "the text has " + std::to_string(article.size()) + " bytes, the limit is " + std::to_string(settings.max_bytes);
        return error_record(id, "INPUT_TOO_LARGE", problem);
    }
    ok = true;
    return with_id(id, to_json(thread_analyzer().analyze(article, options), settings.offsets));
}

}  // namespace lupe::cli
