// The serialiser: a Document as JSON text ("lupe/1"), the only place where offsets change their unit.
#pragma once

#include <string>

#include "lupe/document.h"

namespace lupe {

// The unit in which `start` and `end` are counted.
enum class OffsetUnit { utf16, codepoint, byte };

// One JSON object, no trailing newline, UTF-8. Ill-formed bytes of the text appear as U+FFFD.
std::string to_json(const Document& document, OffsetUnit unit);

// "money", "organization", ... as the output names them; static strings.
const char* type_name(Type type);
const char* name_of(Modifier modifier);  // "at_most", ...; "" for none
const char* name_of(Mod mod);            // "START", ...; "" for none
const char* name_of(Confidence confidence);

}  // namespace lupe
