// An annotation's type and value as one line of words; see formats.h.
#include <initializer_list>
#include <type_traits>

#include "lupe/formats.h"

namespace lupe {

namespace {

std::string number_text(const Magnitude& amount) {
    return amount.is_range ? amount.min.to_string() + ".." + amount.max.to_string() : amount.min.to_string();
}

std::string words(std::initializer_list<std::string> parts) {
    std::string result;
    for (const std::string& part : parts)
        if (!part.empty()) result += " " + part;
    return result;
}

struct Describe {
    template <typename Alternative>
    std::string operator()(const Alternative& value) const {
        if constexpr (std::is_base_of_v<Timex, Alternative>)
            return words({value.value, name_of(value.mod)});
        else if constexpr (std::is_same_v<Alternative, Money>)
            return words({number_text(value.amount), value.currency, name_of(value.amount.modifier)});
        else if constexpr (std::is_same_v<Alternative, Quantity>)
            return words({number_text(value.amount), value.unit, name_of(value.amount.modifier)});
        else if constexpr (requires { value.amount; })
            return words({number_text(value.amount), name_of(value.amount.modifier)});
        else
            return "";
    }
};

}  // namespace

std::string describe(const Annotation& annotation) { return type_name(annotation.type()) + std::visit(Describe{}, annotation.value); }

}  // namespace lupe
