// The model that is part of the library: the bytes of core/models, put into the object file by the assembler.
#include "names/model.h"

// LUPE_NAME_MODEL is the file's path, given by the build.
__asm__(
#if defined(__wasm__)
    ".section .rodata.lupe_name_model,\"\",@\n"
    ".global lupe_name_model\n.global lupe_name_model_end\n"
    ".type lupe_name_model,@object\n"
    ".type lupe_name_model_end,@object\n"
    "lupe_name_model:\n.incbin \"" LUPE_NAME_MODEL
    "\"\n"
    "lupe_name_model_end:\n.byte 0\n"
    ".size lupe_name_model, lupe_name_model_end - lupe_name_model\n"
    ".size lupe_name_model_end, 1\n"
    ".text\n"
#else
    ".pushsection .rodata\n.balign 16\n"
    ".global lupe_name_model\n.global lupe_name_model_end\n"
    "lupe_name_model:\n.incbin \"" LUPE_NAME_MODEL
    "\"\n"
    "lupe_name_model_end:\n.byte 0\n"
    ".popsection\n"
#endif
);

extern "C" {
extern const std::uint8_t lupe_name_model[];
extern const std::uint8_t lupe_name_model_end[];
}

namespace lupe::names {

std::span<const std::uint8_t> Model::built_in_bytes() {
    return {lupe_name_model, static_cast<std::size_t>(lupe_name_model_end - lupe_name_model)};
}

const Model& Model::built_in(std::string* error) {
    static std::string reason;
    static const Model model = [] {
        Model m;
        m.read_unsummed(built_in_bytes(), reason);  // summing them up was a tenth of the time until the first answer
        return m;
    }();
    if (error) *error = reason;
    return model;
}

}  // namespace lupe::names
