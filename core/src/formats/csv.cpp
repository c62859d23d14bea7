// Document -> CSV; see formats.h.
#include "lupe/formats.h"
#include "text/utf.h"

namespace lupe {

namespace {

// The columns that only some types have.
struct Cells {
    std::string number, min, max, currency, unit, modifier, timex, mod, assumed;
};

struct ToCells {
    Cells& cells;

    void operator()(const Money& money) { amount(money.amount), cells.currency = money.currency; }
    void operator()(const Quantity& quantity) { amount(quantity.amount), cells.unit = quantity.unit; }
    void operator()(const Percent& percent) { amount(percent.amount); }
    void operator()(const Number& number) { amount(number.amount); }
    void operator()(const Timex& timex) {
        cells.timex = timex.value;
        cells.mod = name_of(timex.mod);
        if (timex.assumed) cells.assumed = "true";
    }
    void operator()(const Person&) {}
    void operator()(const Organization&) {}
    void operator()(const Location&) {}
    void operator()(const Misc&) {}

private:
    void amount(const Magnitude& amount) {
        if (amount.is_range)
            cells.min = amount.min.to_string(), cells.max = amount.max.to_string();
        else
            cells.number = amount.min.to_string();
        cells.modifier = name_of(amount.modifier);
    }
};

// One line, cell by cell; the constructor writes the first.
class Line {
public:
    explicit Line(std::string_view first) { write(first); }

    Line& cell(std::string_view text) {
        line_ += ',';
        write(text);
        return *this;
    }
    const std::string& end() { return line_ += '\n'; }

private:
    void write(std::string_view cell) {
        if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
            line_ += cell;
            return;
        }
        line_ += '"';
        for (const char c : cell) line_.append(c == '"' ? 2 : 1, c);
        line_ += '"';
    }

    std::string line_;
};

}  // namespace

std::string csv_header() {
    return "source,id,start,end,text,type,number,min,max,currency,unit,modifier,timex,mod,assumed,entity,name,rule,confidence\n";
}

std::string to_csv(const Document& document, OffsetUnit unit, std::string_view source) {
    utf::Cursor cursor(document.text, unit == OffsetUnit::utf16);
    const auto offset = [&](std::uint32_t byte) { return std::to_string(unit == OffsetUnit::byte ? byte : cursor.at(byte)); };
    std::string out;
    for (std::size_t id = 0; id < document.annotations.size(); ++id) {
        const Annotation& annotation = document.annotations[id];
        const bool grouped = annotation.entity != no_entity;
        Cells cells;
        std::visit(ToCells{cells}, annotation.value);

        Line line(source);
        line.cell(std::to_string(id)).cell(offset(annotation.span.begin)).cell(offset(annotation.span.end));
        line.cell(document.slice(annotation.span)).cell(type_name(annotation.type()));
        line.cell(cells.number).cell(cells.min).cell(cells.max).cell(cells.currency).cell(cells.unit).cell(cells.modifier);
        line.cell(cells.timex).cell(cells.mod).cell(cells.assumed);
        line.cell(grouped ? std::to_string(annotation.entity) : "").cell(grouped ? document.entities[annotation.entity].name : "");
        line.cell(annotation.rule).cell(name_of(annotation.confidence));
        out += line.end();
    }
    return utf::replace_invalid(std::move(out));
}

}  // namespace lupe
