// When a word for one counts and is no article or pronoun: "one vote", "16 votes to one", "three in Rome, one in Paris".
#include "rules/amount.h"

namespace lupe::rules {

namespace {

class One {
public:
    One(const Context& context, const Amount& one, const Amount* before) : context_(context), one_(one) {
        if (before && before->measure == Measure::none && !before->numeral.fraction && !before->numeral.ordinal &&
            !looks_like_year(before->magnitude.max))
            before_ = before;
    }

    bool counts() const {
        if (one_.magnitude.is_range) return true;
        if (follows_number() && (is_opposed() || is_listed())) return true;
        const bool counting = is(one_.begin, Class::counting_one);
        if (!counting && !is(one_.begin, Class::pronoun_one)) return false;
        const std::uint32_t at = one_.end;
        if (is(at, Class::of_them) || (counting && is(at, Class::link))) return starts_number(at + 1);
        return is(at, Class::one_compared) || (counting && counts_noun()) || (is_contrasted() && (counting || mark(at)));
    }

private:
    bool is(std::uint32_t at, Class kind) const { return context_.terms.find(at, kind) != nullptr; }
    bool starts_number(std::uint32_t at) const {
        if (at >= context_.tokens.size()) return false;
        return context_.tokens[at].shape == Shape::digits || is(at, Class::below_twenty) || is(at, Class::ten) || is(at, Class::hundred);
    }
    bool mark(std::uint32_t at) const {
        return at < context_.tokens.size() && context_.tokens[at].shape == Shape::punct && !context_.glued(at + 1);
    }

    // "one vote", but not "one analyst" nor "one brought by".
    bool counts_noun() const {
        const std::uint32_t at = one_.end;
        const bool person = is(at, Class::person_noun) || is(at + 1, Class::person_noun);
        return rules::counts_noun(context_, at) && !person && !ends_as(context_, at, Class::verb_ending);
    }

    // "just one", "becomes one", "nearly one"
    bool is_contrasted() const {
        return term_before(context_, one_.begin, Class::before_one) || term_before(context_, one_.begin, Class::bound);
    }

    // Was a number told a few words before, in the same line?
    bool follows_number() const {
        constexpr std::uint32_t near = 9;
        if (!before_ || before_->end > one_.begin || one_.begin - before_->end > near) return false;
        for (std::uint32_t at = before_->end; at <= one_.begin; ++at)
            if (context_.tokens[at].line_start || context_.is(at, ".") || context_.is(at, "(")) return false;
        return true;
    }
    // "sechs zu einer Stimme", "16 votes to one"
    bool is_opposed() const {
        return one_.begin == before_->end + 1 && is(before_->end, Class::versus) && !numbers_road(context_, before_->begin);
    }

    // "vier in Bremen, eines in Celle", "327 athletes, NRU one"
    bool is_listed() const {
        if (!is(one_.begin, Class::pronoun_one)) return false;
        const bool behind = mark(one_.end) || is(one_.end, Class::adjunct) || is(one_.end, Class::one_verb);
        const std::uint32_t name = one_.begin - 1;
        const std::uint32_t article = name > 0 && is(name - 1, Class::before_ordinal) ? 1 : 0;  // "drei Sitze, die SPÖ eines"
        const bool named = name > article && context_.tokens[name].shape != Shape::lower && mark(name - article - 1);
        return behind && (mark(name) || named);
    }

    const Context& context_;
    const Amount& one_;
    const Amount* before_ = nullptr;
};

}  // namespace

bool counts_one(const Context& context, const Amount& one, const Amount* before) { return One(context, one, before).counts(); }

}  // namespace lupe::rules
