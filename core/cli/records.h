// The streaming mode: one JSON record a line in, one JSON object a line out.
//
//   {"id": "a1", "text": "Amazon zahlt ...", "language": "de", "date": "2023-09-26"}
//   -> {"id":"a1","schema":"lupe/1", ... }                                            the result, as to_json gives it
//   -> {"id":"a1","schema":"lupe/1","error":{"code":"BAD_RECORD","message":"..."}}    if the record cannot be used
#pragma once

#include <string>
#include <string_view>

#include "settings.h"

namespace lupe::cli {

// The result for one line, without the line's end. `ok` is false if it is an error record. `options` are a copy of the settings' own,
// in which the record's language and date are set.
std::string analyze_record(std::string_view line, const Settings& settings, Options& options, bool& ok);

// An error record; `id_json` is the id as JSON text ("null", "\"a1\"", "7").
std::string error_record(std::string_view id_json, std::string_view code, std::string_view message);

// The result with the id in front.
std::string with_id(std::string_view id_json, std::string_view result_json);

// Any text (a path, which need not be UTF-8) as a JSON string.
std::string json_string(std::string_view text);

}  // namespace lupe::cli
