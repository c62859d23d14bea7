// The serialiser: a Document as JSON text ("lupe/1"), the only place where offsets change their unit.
//
//   std::string json = lupe::to_json(lupe::analyze(article), lupe::OffsetUnit::codepoint);   // Python's str counts so
//
// core/schema/lupe-1.schema.json describes the result.
#pragma once

#include <string>

#include "lupe/document.h"

namespace lupe {

// The unit in which `start` and `end` are counted: of a JavaScript or Java string, of a Python string, or of the UTF-8 bytes.
enum class OffsetUnit { utf16, codepoint, byte };

// One JSON object, no trailing newline, UTF-8, owned by the caller. Ill-formed bytes of the text appear as U+FFFD. Never fails; the
// document's text must still be there.
std::string to_json(const Document& document, OffsetUnit unit);

// "money", "organization", ... as the output names them; static strings.
const char* type_name(Type type);
const char* name_of(Modifier modifier);  // "at_most", ...; "" for none
const char* name_of(Mod mod);            // "START", ...; "" for none
const char* name_of(Confidence confidence);

}  // namespace lupe
