// Document -> JSON text, written from front to back; see json.h.
#include "lupe/json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lupe/analyze.h"
#include "text/utf.h"

namespace lupe {

namespace {

// Appends JSON to a text. The last byte written tells whether a comma is due.
class Writer {
public:
    explicit Writer(std::size_t expected) { out_.resize(expected); }
    Writer& open(char bracket) {
        separate();
        put(bracket);
        return *this;
    }
    Writer& close(char bracket) {
        put(bracket);
        return *this;
    }
    // Keys and names are words of the schema: nothing in them is to be escaped. What a document holds goes through string().
    Writer& key(std::string_view word) {
        char* at = quoted(word);
        *at++ = ':';
        return ended(at);
    }
    Writer& name(std::string_view word) { return ended(quoted(word)); }
    Writer& plain(std::string_view token) {
        separate();
        put(token);
        return *this;
    }
    Writer& number(std::uint64_t value) {
        constexpr std::size_t most_digits = 20;
        separate();
        char* const at = room(most_digits);
        return ended(std::to_chars(at, at + most_digits, value).ptr);
    }
    Writer& string(std::string_view text);

    std::string take() {
        out_.resize(size_);
        return std::move(out_);
    }

private:
    // Where the next bytes go; there is room for `most`.
    char* room(std::size_t most) {
        if (most > out_.size() - size_) out_.resize(out_.size() + out_.size() / 2 + most + 64);
        return out_.data() + size_;
    }
    Writer& ended(const char* end) {
        size_ = static_cast<std::size_t>(end - out_.data());
        return *this;
    }
    // Writes a word in quotation marks, in room for one byte more; returns its end.
    char* quoted(std::string_view word) {
        separate();
        char* at = room(word.size() + 3);
        *at++ = '"';
        at = std::copy(word.begin(), word.end(), at);
        *at++ = '"';
        return at;
    }
    void put(char byte) {
        *room(1) = byte;
        ++size_;
    }
    void put(std::string_view bytes) { ended(std::copy(bytes.begin(), bytes.end(), room(bytes.size()))); }
    void separate() {
        if (size_ == 0) return;
        const char last = out_[size_ - 1];
        if (last != '{' && last != '[' && last != ':') put(',');
    }
    void escape(char byte);

    std::string out_;  // longer than what is written: a string's own appending is a call for every byte in some libraries
    std::size_t size_ = 0;
};

void Writer::escape(char byte) {
    static constexpr std::string_view bytes = "\b\t\n\f\r\"\\", letters = "btnfr\"\\", hex = "0123456789abcdef";
    put('\\');
    if (const std::size_t at = bytes.find(byte); at != std::string_view::npos) {
        put(letters[at]);
    } else {
        put("u00");
        put(hex[static_cast<unsigned char>(byte) >> 4]);
        put(hex[byte & 15]);
    }
}

constexpr bool is_plain(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x20 && value < 0x80 && value != '"' && value != '\\';
}

Writer& Writer::string(std::string_view text) {
    separate();
    put('"');
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_plain(text[at])) {
            ++at;
            continue;
        }
        const utf::CodePoint point = utf::decode(text, at);
        if (point.value >= 0x80 && point.valid()) {
            at += point.size;
            continue;
        }
        put(text.substr(written, at - written));
        if (point.valid())
            escape(text[at]);
        else
            put("\uFFFD");
        written = at += point.size;
    }
    put(text.substr(written));
    put('"');
    return *this;
}

void write(Writer& json, const Magnitude& amount) {
    if (amount.is_range) {
        json.key("min").plain(amount.min.to_string());
        json.key("max").plain(amount.max.to_string());
    } else {
        json.key("number").plain(amount.min.to_string());
    }
}

void write_modifier(Writer& json, const Magnitude& amount) {
    if (amount.modifier != Modifier::none) json.key("modifier").name(name_of(amount.modifier));
}

// The fields of a value; a name has none.
struct WriteValue {
    Writer& json;

    void operator()(const Money& money) const {
        write(json, money.amount);
        if (!money.currency.empty()) json.key("currency").string(money.currency);
        write_modifier(json, money.amount);
    }
    void operator()(const Quantity& quantity) const {
        write(json, quantity.amount);
        json.key("unit").string(quantity.unit);
        write_modifier(json, quantity.amount);
    }
    void operator()(const Percent& percent) const {
        write(json, percent.amount);
        write_modifier(json, percent.amount);
    }
    void operator()(const Number& number) const {
        write(json, number.amount);
        write_modifier(json, number.amount);
    }
    void operator()(const Timex& timex) const {
        json.key("timex").string(timex.value);
        if (timex.mod != Mod::none) json.key("mod").name(name_of(timex.mod));
        if (timex.assumed) json.key("assumed").plain("true");
    }
    template <typename Name>
    requires(!std::is_base_of_v<Timex, Name>) void operator()(const Name&) const {}
};

void write(Writer& json, const Document& document, std::size_t id, std::uint32_t start, std::uint32_t end) {
    const Annotation& annotation = document.annotations[id];
    json.open('{').key("id").number(id).key("start").number(start).key("end").number(end);
    json.key("text").string(document.slice(annotation.span)).key("type").name(type_name(annotation.type()));
    if (!annotation.is_name()) {
        json.key("value").open('{');
        std::visit(WriteValue{json}, annotation.value);
        json.close('}');
    }
    if (annotation.entity != no_entity) json.key("entity").number(annotation.entity);
    json.key("rule").name(annotation.rule).key("confidence").name(name_of(annotation.confidence)).close('}');
}

void write(Writer& json, const Entity& entity, std::size_t id) {
    json.open('{').key("id").number(id).key("type").name(type_name(entity.type)).key("name").string(entity.name);
    json.key("mentions").open('[');
    for (const std::uint32_t mention : entity.mentions) json.number(mention);
    json.close(']').close('}');
}

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)}; }

std::string iso(const ReferenceDate& date) {
    std::string text = std::to_string(date.year);
    text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
    if (date.month) text += "-" + two_digits(date.month);
    if (date.day) text += "-" + two_digits(date.day);
    return text;
}

// About what the JSON will take: growing on the way would hold three times as much.
std::size_t expected_size(const Document& document) {
    constexpr std::size_t head = 300, annotation = 160, entity = 60, mention = 8;
    std::size_t size = head + document.annotations.size() * (annotation + mention) + document.entities.size() * entity;
    for (const Annotation& a : document.annotations) size += a.span.size();
    for (const Entity& e : document.entities) size += e.name.size();
    return size;
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
    Writer json(expected_size(document));
    json.open('{').key("schema").name("lupe/1");
    json.key("engine").open('{').key("version").name(version).close('}');
    json.key("language").string(document.language);
    if (document.reference_date.year) json.key("referenceDate").string(iso(document.reference_date));
    json.key("offsetUnit").name(name_of(unit));

    utf::Cursor cursor(document.text, unit == OffsetUnit::utf16);
    const auto offset = [&](std::uint32_t byte) { return unit == OffsetUnit::byte ? byte : cursor.at(byte); };
    json.key("annotations").open('[');
    for (std::size_t id = 0; id < document.annotations.size(); ++id) {
        const Span span = document.annotations[id].span;
        const std::uint32_t start = offset(span.begin);
        write(json, document, id, start, offset(span.end));
    }
    json.close(']').key("entities").open('[');
    for (std::size_t id = 0; id < document.entities.size(); ++id) write(json, document.entities[id], id);
    json.close(']').key("warnings").open('[');
    for (const std::string& warning : document.warnings) json.string(warning);
    json.close(']').close('}');
    return json.take();
}

}  // namespace lupe
