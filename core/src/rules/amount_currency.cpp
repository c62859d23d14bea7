// Which currency cents, crowns and pesos mean, and which degrees: the text decides.
#include <map>

#include "rules/amount.h"

namespace lupe::rules {

namespace {

// "USD", "KES UGX TZS": the words of a row's value.
std::vector<std::string_view> words(std::string_view value) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find(' ', at), value.size());
        parts.push_back(value.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// The row that reads the amount's currency as a weight: pounds.
const Term* weight_name(const Context& context, const Amount& amount) {
    if (amount.prefixed || amount.elided || amount.numeral.scaled) return nullptr;
    if (capitalises_nouns(context) && !counts_noun(context, amount.end)) return nullptr;  // "zwei Pfund Kartoffeln"
    const Term* name = term_at_end(context, amount.unit_end, Class::weighing);
    const std::uint32_t hyphen = context.is(amount.numeral.end, "-") ? 1 : 0;
    return name && amount.unit_end - name->length == amount.numeral.end + hyphen ? name : nullptr;  // "British pounds" weigh nothing
}

// What the text names: how often each currency or unit is said outright, and how often a country hints at one.
class Evidence {
public:
    Evidence(const Context& context, const Amounts& amounts) {
        for (const Amount& amount : amounts)
            if (!amount.unit.empty() && amount.measure != Measure::percent && !weight_name(context, amount)) ++said_[amount.unit];
        for (std::size_t i = 0; i < context.tokens.size(); ++i)
            if (const Term* cue = context.terms.find(i, Class::currency_cue)) ++hinted_[cue->value()];
    }

    bool none_for(std::string_view name) const { return of(said_, name) == 0 && of(hinted_, name) == 0; }

    // Of several names the one with most evidence, else the first, which may be "-" for none.
    std::string_view choose(std::string_view names) const {
        return choose(words(names).front() == "-" ? std::string_view{} : words(names).front(), names);
    }
    std::string_view choose(std::string_view otherwise, std::string_view names) const {
        std::string_view best = otherwise;
        int most = 0;
        for (const std::string_view name : words(names)) {
            const int count = 3 * of(said_, name) + of(hinted_, name);
            if (count <= most) continue;
            most = count;
            best = name;
        }
        return best;
    }

private:
    static int of(const std::map<std::string_view, int>& counts, std::string_view name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    }
    std::map<std::string_view, int> said_, hinted_;
};

// The currency of the nearest sum that names one, before or else behind.
std::string_view nearest_currency(const Amounts& amounts, std::size_t at) {
    for (std::size_t i = at; i-- > 0;)
        if (amounts[i].measure == Measure::money && !amounts[i].unit.empty()) return amounts[i].unit;
    for (std::size_t i = at + 1; i < amounts.size(); ++i)
        if (amounts[i].measure == Measure::money && !amounts[i].unit.empty()) return amounts[i].unit;
    return {};
}

// Cents belong to the currency of the sum before them that has cents, else to the one that the text names most.
void set_cents(const Context& context, const Evidence& evidence, Amounts& amounts) {
    const auto home = context.lexicon.rows(Class::home_currency);
    std::string_view last;
    for (Amount& amount : amounts) {
        if (amount.measure != Measure::money) continue;
        const bool cents = amount.noun && amount.noun->kind == Class::minor;
        if (!cents) {
            last = amount.unit;
            continue;
        }
        const std::string_view names = amount.noun->value.substr(std::min(amount.noun->value.find(' ', 2) + 1, amount.noun->value.size()));
        const std::string_view most = evidence.choose(home.empty() ? names : std::string_view(home.front()->form), names);
        amount.unit = most;
    }
}

// "1.5 pounds" in a text that names no other sterling and not the country is a weight.
void weigh_pounds(const Context& context, const Evidence& evidence, Amounts& amounts) {
    for (Amount& amount : amounts) {
        const Term* name = amount.measure == Measure::money ? weight_name(context, amount) : nullptr;
        if (!name || !evidence.none_for(amount.unit)) continue;
        amount.measure = Measure::quantity;
        amount.unit = name->value();
        amount.rule = "quantity.number-unit";
    }
}

}  // namespace

void set_currencies(const Context& context, Amounts& amounts) {
    const Evidence evidence(context, amounts);
    for (Amount& amount : amounts)
        if (amount.noun && amount.noun->kind != Class::minor) amount.unit = evidence.choose(amount.noun->value);
    weigh_pounds(context, evidence, amounts);
    set_cents(context, evidence, amounts);
    const auto home = context.lexicon.rows(Class::home_currency);
    std::string_view last;
    for (Amount& amount : amounts) {
        if (amount.measure != Measure::money) continue;
        if (amount.unit.empty() && !amount.noun) {
            if (last.empty()) last = nearest_currency(amounts, static_cast<std::size_t>(&amount - amounts.data()));
            amount.unit = !last.empty() || home.empty() ? last : std::string_view(home.front()->form);
        }
        if (!amount.unit.empty()) last = amount.unit;
    }
}

}  // namespace lupe::rules
