// Word forms and their sums; see forms.h.
#include "names/forms.h"

#include <cstdlib>

namespace lupe::names {

const Form& Forms::of(const Line& line, std::size_t i) {
    const Hash key = hash_of(line.slice(i), line.capitals) | 1;  // in a line in capitals a word is read in lower case
    for (std::size_t at = static_cast<std::size_t>(key >> 8);; ++at) {
        const Slot& slot = slots_[at & (slots_.size() - 1)];
        if (slot.key == key) return *slot.form;
        if (slot.key == 0) break;
    }
    make(line, i);
    if (forms_.size() * 2 > slots_.size()) grow();
    std::size_t at = static_cast<std::size_t>(key >> 8) & (slots_.size() - 1);
    while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key, &forms_.back()};
    return forms_.back();
}

void Forms::make(const Line& line, std::size_t i) {
    Form& form = forms_.emplace_back();
    form.lexeme = make_lexeme(line.slice(i), line.words[i].letters, line.capitals, model_.tables);
    for (int d = -max_reach; d <= max_reach; ++d) {
        features_.clear();
        for (const Atom& atom : form.lexeme.atoms)
            if (std::abs(d) <= atom.reach) features_.push_back(at_offset(atom.hash, d));
        model_.first.features.add(features_, form.sums[static_cast<std::size_t>(d + max_reach)]);
    }
    form.lexeme.atoms = {};
}

void Forms::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.key == 0) continue;
        std::size_t at = static_cast<std::size_t>(slot.key >> 8) & (slots_.size() - 1);
        while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

}  // namespace lupe::names
