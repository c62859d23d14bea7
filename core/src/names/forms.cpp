// Word forms and their sums; see forms.h.
#include "names/forms.h"

#include <algorithm>

namespace lupe::names {

void Forms::find(const Line& line, std::vector<const Form*>& forms) {
    keys_.clear();
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        keys_.push_back(std::max<Hash>(hash_of(line.slice(i), line.capitals), 1));  // in a line in capitals a word is read in lower case
        slots_.expect(keys_.back());
    }
    forms.clear();
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        Slot& slot = slots_.claim(keys_[i]);
        if (!slot.form) slot.form = &make(line, i);
        expect(*slot.form);
        forms.push_back(slot.form);
    }
}

// All of it will be read soon.
void Forms::expect(const Form& form) {
    constexpr std::size_t cache_line = 64;
    for (std::size_t at = 0; at < sizeof form; at += cache_line) __builtin_prefetch(reinterpret_cast<const char*>(&form) + at);
}

void Forms::clear() {
    blocks_.clear();
    size_ = 0;
    slots_.clear();
}

const Form& Forms::make(const Line& line, std::size_t i) {
    if (size_ % block == 0) blocks_.push_back(std::make_unique<std::array<Form, block>>());
    Form& form = (*blocks_.back())[size_++ % block];
    form.lexeme = make_lexeme(line.slice(i), line.words[i].letters, line.capitals, model_.tables);
    model_.first.atoms.add(form.lexeme.atoms, form.sums);
    form.lexeme.atoms = std::vector<Atom>();  // "= {}" would keep their room, a kilobyte a form
    return form;
}

}  // namespace lupe::names
