// ICU answers with a status where memory does not suffice; the rest of the program, with std::bad_alloc.
#pragma once

#include <new>

namespace lupe::text {

[[noreturn]] inline void no_memory() {
    if (const std::new_handler handler = std::get_new_handler()) handler();  // as operator new does
    throw std::bad_alloc();
}

}  // namespace lupe::text
