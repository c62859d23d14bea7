// The stream of JSON records: any line gives one line that is a JSON object with an id and the schema's name.
#include "../../core/cli/records.h"

#include <nlohmann/json.hpp>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const lupe::cli::Settings settings{.options = {}, .max_bytes = 300, .output = {}, .inputs = {}};
    bool ok = false;
    lupe::Options options = settings.options;
    const std::string result = lupe::cli::analyze_record(line, settings, options, ok);
    const nlohmann::json json = nlohmann::json::parse(result, nullptr, false);
    FUZZ_CHECK(json.is_object() && json.contains("id") && json["schema"] == "lupe/1" && json.contains("error") != ok);
    FUZZ_CHECK(result.find('\n') == std::string::npos);
    FUZZ_CHECK(lupe::cli::json_string(line).find('\n') == std::string::npos);
    return 0;
}
