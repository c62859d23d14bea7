// Word forms and their sums; see forms.h.
#include "names/forms.h"

#include <algorithm>
#include <cstdlib>

namespace lupe::names {

const Form& Forms::of(const Line& line, std::size_t i) {
    const Hash key = std::max<Hash>(hash_of(line.slice(i), line.capitals), 1);  // in a line in capitals a word is read in lower case
    Slot& slot = slots_.claim(key);
    if (!slot.form) slot.form = &make(line, i);
    return *slot.form;
}

void Forms::clear() {
    forms_.clear();
    slots_.clear();
}

const Form& Forms::make(const Line& line, std::size_t i) {
    Form& form = forms_.emplace_back();
    form.lexeme = make_lexeme(line.slice(i), line.words[i].letters, line.capitals, model_.tables);
    for (int d = -max_reach; d <= max_reach; ++d) {
        features_.clear();
        for (const Atom& atom : form.lexeme.atoms)
            if (std::abs(d) <= atom.reach) features_.push_back(at_offset(atom.hash, d));
        model_.first.features.add(features_, form.sums[static_cast<std::size_t>(d + max_reach)]);
    }
    form.lexeme.atoms = std::vector<Atom>();  // "= {}" would keep their room, a kilobyte a form
    return form;
}

}  // namespace lupe::names
