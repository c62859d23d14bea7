// Grouping of surface forms by union-find; see aliases.h.
#include "facts/aliases.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

namespace lupe::facts {

namespace {

constexpr std::size_t longest_name = 8;  // words; more are never short for anything

// A distinct written form of one type.
struct Form {
    Type type;
    std::string text;                // white space as single blanks
    std::vector<std::size_t> words;  // where each word begins
    std::size_t count = 0;
};

std::string key_of(Type type, std::string_view text) {
    return std::string(1, static_cast<char>('0' + static_cast<int>(type))) + std::string(text);
}

class Forms {
public:
    std::size_t of(Type type, std::string_view raw) {
        Form form{type, {}, {}, 0};
        bool gap = true;
        for (const char c : raw) {
            const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!blank && gap) {
                if (!form.text.empty()) form.text += ' ';
                form.words.push_back(form.text.size());
            }
            if (!blank) form.text += c;
            gap = blank;
        }
        const auto [it, fresh] = ids_.try_emplace(key_of(type, form.text), forms_.size());
        if (fresh) {
            forms_.push_back(std::move(form));
            parents_.push_back(parents_.size());
        }
        ++forms_[it->second].count;
        return it->second;
    }
    std::size_t find(std::size_t form) {
        while (parents_[form] != form) form = parents_[form] = parents_[parents_[form]];
        return form;
    }
    void join(std::size_t a, std::size_t b) { parents_[find(a)] = find(b); }
    void join_genitives();
    void join_short_forms();
    const Form& operator[](std::size_t i) const { return forms_[i]; }
    std::size_t size() const { return forms_.size(); }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1), several = none - 1;
    std::size_t known(Type type, std::string_view text) const {
        const auto it = ids_.find(key_of(type, text));
        return it == ids_.end() ? none : it->second;
    }
    void offer(std::unordered_map<std::string, std::size_t>& offers, const std::string& key, std::size_t form) {
        const auto [it, fresh] = offers.try_emplace(key, form);
        if (!fresh && it->second != several && find(it->second) != find(form)) it->second = several;
    }
    std::unordered_map<std::string, std::size_t> ids_;
    std::vector<Form> forms_;
    std::vector<std::size_t> parents_;
};

// "Musks" is "Musk" if the text has that too.
void Forms::join_genitives() {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        const std::string_view text = forms_[i].text;
        if (text.size() < 4 || text.back() != 's') continue;
        const std::size_t base = known(forms_[i].type, text.substr(0, text.size() - 1));
        if (base != none) join(i, base);
    }
}

// A person is called by the last words of the name or by the first one, an organization by its first words.
void Forms::join_short_forms() {
    std::unordered_map<std::string, std::size_t> by_last, by_first;
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        const Form& form = forms_[i];
        if (form.words.size() < 2 || form.words.size() > longest_name) continue;
        for (std::size_t w = 1; w < form.words.size(); ++w) {
            const std::string_view text = form.text;
            if (form.type == Type::person) offer(by_last, key_of(form.type, text.substr(form.words[w])), i);
            if (form.type == Type::organization || (form.type == Type::person && w == 1))
                offer(by_first, key_of(form.type, text.substr(0, form.words[w] - 1)), i);
        }
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        std::string key = key_of(forms_[i].type, forms_[i].text);
        for (const bool genitive : {false, true}) {
            if (genitive && (key.size() < 5 || key.back() != 's')) continue;
            if (genitive) key.pop_back();
            const auto last = by_last.find(key), first = by_first.find(key);
            const std::size_t full = last != by_last.end() ? last->second : first != by_first.end() ? first->second : none;
            if (full != none && full != several && full != i) join(i, full);
        }
    }
}

bool is_abbreviation(std::string_view text) {
    return text.size() >= 2 && text.size() <= 8 &&
           std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

bool is_genitive(std::string_view a, std::string_view of) { return a.size() == of.size() + 1 && a.back() == 's' && a.starts_with(of); }

// The name to show: the longest form of the group, but the one without a genitive s where both stand.
bool is_fuller(const Form& a, const Form& b) {
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    if (is_genitive(b.text, a.text)) return true;
    if (is_genitive(a.text, b.text)) return false;
    return a.text.size() > b.text.size();
}

}  // namespace

void group_mentions(Document& document) {
    Forms forms;
    auto& annotations = document.annotations;
    std::vector<std::size_t> form_of(annotations.size());
    for (std::size_t i = 0; i < annotations.size(); ++i)
        if (annotations[i].is_name()) form_of[i] = forms.of(annotations[i].type(), document.slice(annotations[i].span));
    forms.join_genitives();
    forms.join_short_forms();
    for (std::size_t i = 1; i < annotations.size(); ++i) {  // "Amazon Web Services (AWS)"
        const Annotation &name = annotations[i - 1], &in_brackets = annotations[i];
        if (!name.is_name() || name.type() != in_brackets.type() || in_brackets.span.begin < name.span.end) continue;
        const std::string_view between = document.text.substr(name.span.end, in_brackets.span.begin - name.span.end);
        const bool closed = in_brackets.span.end < document.text.size() && document.text[in_brackets.span.end] == ')';
        if (between == " (" && closed && is_abbreviation(document.slice(in_brackets.span))) forms.join(form_of[i], form_of[i - 1]);
    }
    std::unordered_map<std::size_t, std::uint32_t> entity_of;
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        if (!annotations[i].is_name()) continue;
        const Form& form = forms[form_of[i]];
        const auto [it, fresh] = entity_of.try_emplace(forms.find(form_of[i]), static_cast<std::uint32_t>(document.entities.size()));
        if (fresh) document.entities.push_back({form.type, form.text, {}});
        Entity& entity = document.entities[it->second];
        entity.mentions.push_back(static_cast<std::uint32_t>(i));
        annotations[i].entity = it->second;
    }
    std::vector<std::size_t> best(document.entities.size(), static_cast<std::size_t>(-1));
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        if (!annotations[i].is_name()) continue;
        std::size_t& at = best[annotations[i].entity];
        if (at == static_cast<std::size_t>(-1) || is_fuller(forms[form_of[i]], forms[at])) at = form_of[i];
    }
    for (std::size_t e = 0; e < best.size(); ++e) document.entities[e].name = forms[best[e]].text;
}

}  // namespace lupe::facts
