// Document -> JSON by nlohmann_json; see json.h.
#include "lupe/json.h"

#include <array>
#include <nlohmann/json.hpp>

#include "lupe/analyze.h"
#include "text/utf.h"

namespace lupe {

namespace {

using Json = nlohmann::ordered_json;

// Exact for every number a double holds exactly; JSON readers use doubles as well.
Json to_number(const Decimal& number) {
    const std::int64_t missing = INT64_MIN;
    if (const std::int64_t integer = number.to_int(missing); integer != missing) return integer;
    return Json::parse(number.to_string(), nullptr, false);
}

Json value_of(const Magnitude& amount) {
    Json json = Json::object();
    if (amount.is_range) {
        json["min"] = to_number(amount.min);
        json["max"] = to_number(amount.max);
    } else {
        json["number"] = to_number(amount.min);
    }
    return json;
}

void add_modifier(Json& json, const Magnitude& amount) {
    if (amount.modifier != Modifier::none) json["modifier"] = name_of(amount.modifier);
}

struct ToJson {
    Json operator()(const Money& money) const {
        Json json = value_of(money.amount);
        if (!money.currency.empty()) json["currency"] = money.currency;
        add_modifier(json, money.amount);
        return json;
    }
    Json operator()(const Quantity& quantity) const {
        Json json = value_of(quantity.amount);
        json["unit"] = quantity.unit;
        add_modifier(json, quantity.amount);
        return json;
    }
    Json operator()(const Percent& percent) const { return plain(percent.amount); }
    Json operator()(const Number& number) const { return plain(number.amount); }
    Json operator()(const Timex& timex) const {
        Json json{{"timex", timex.value}};
        if (timex.mod != Mod::none) json["mod"] = name_of(timex.mod);
        if (timex.assumed) json["assumed"] = true;
        return json;
    }
    template <typename Name>
    Json operator()(const Name&) const {
        return nullptr;
    }

private:
    static Json plain(const Magnitude& amount) {
        Json json = value_of(amount);
        add_modifier(json, amount);
        return json;
    }
};

Json value_of(const Value& value) {
    return std::visit(
        [](const auto& alternative) {
            using Alternative = std::decay_t<decltype(alternative)>;
            if constexpr (std::is_base_of_v<Timex, Alternative>)
                return ToJson{}(static_cast<const Timex&>(alternative));
            else
                return ToJson{}(alternative);
        },
        value);
}

Json annotation_json(const Document& document, std::size_t id, std::uint32_t start, std::uint32_t end) {
    const Annotation& annotation = document.annotations[id];
    Json json{
        {"id", id}, {"start", start}, {"end", end}, {"text", document.slice(annotation.span)}, {"type", type_name(annotation.type())}};
    if (Json value = value_of(annotation.value); !value.is_null()) json["value"] = std::move(value);
    if (annotation.entity != no_entity) json["entity"] = annotation.entity;
    json["rule"] = annotation.rule;
    json["confidence"] = name_of(annotation.confidence);
    return json;
}

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)}; }

std::string iso(const ReferenceDate& date) {
    std::string text = std::to_string(date.year);
    text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
    if (date.month) text += "-" + two_digits(date.month);
    if (date.day) text += "-" + two_digits(date.day);
    return text;
}

const char* name_of(OffsetUnit unit) { return std::array{"utf16", "codepoint", "byte"}[static_cast<std::size_t>(unit)]; }

}  // namespace

const char* type_name(Type type) {
    static constexpr std::array names{"person",   "organization", "location", "misc", "money",    "percent",
                                      "quantity", "number",       "date",     "time", "duration", "set"};
    return names[static_cast<std::size_t>(type)];
}

const char* name_of(Modifier modifier) {
    static constexpr std::array names{"", "at_most", "at_least", "more_than", "less_than", "approximate"};
    return names[static_cast<std::size_t>(modifier)];
}

const char* name_of(Mod mod) {
    static constexpr std::array names{"",          "START",     "MID",           "END",          "APPROX", "ON_OR_AFTER", "ON_OR_BEFORE",
                                      "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
    return names[static_cast<std::size_t>(mod)];
}

const char* name_of(Confidence confidence) {
    static constexpr std::array names{"possible", "likely", "certain"};
    return names[static_cast<std::size_t>(confidence)];
}

std::string to_json(const Document& document, OffsetUnit unit) {
    Json json{{"schema", "lupe/1"}, {"engine", {{"version", version}}}, {"language", document.language}};
    if (document.reference_date.year) json["referenceDate"] = iso(document.reference_date);
    json["offsetUnit"] = name_of(unit);

    utf::Cursor cursor(document.text, unit == OffsetUnit::utf16);
    const auto offset = [&](std::uint32_t byte) { return unit == OffsetUnit::byte ? byte : cursor.at(byte); };
    Json annotations = Json::array();
    for (std::size_t id = 0; id < document.annotations.size(); ++id) {
        const Span span = document.annotations[id].span;
        const std::uint32_t start = offset(span.begin);
        annotations.push_back(annotation_json(document, id, start, offset(span.end)));
    }
    json["annotations"] = std::move(annotations);

    Json entities = Json::array();
    for (std::size_t id = 0; id < document.entities.size(); ++id) {
        const Entity& entity = document.entities[id];
        entities.push_back({{"id", id}, {"type", type_name(entity.type)}, {"name", entity.name}, {"mentions", entity.mentions}});
    }
    json["entities"] = std::move(entities);
    json["warnings"] = document.warnings;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace lupe
