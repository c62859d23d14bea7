// Greedy by rank over clusters of overlapping proposals; n log n in the proposals.
#include "resolve.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

namespace lupe {

namespace {

// Between equal spans the type that says more wins: an amount of something over a bare number, a time over a name.
int specificity(const Annotation& annotation) {
    switch (annotation.type()) {
        case Type::number: return 1;
        case Type::person:
        case Type::organization:
        case Type::location:
        case Type::misc: return 0;
        default: return 2;
    }
}

// A strict weak order, without which the outcome would depend on the sorting algorithm.
bool outranks(const Annotation& a, const Annotation& b) {
    if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
    return specificity(a) > specificity(b);
}

bool is_bare_year(const Annotation& annotation) {
    const Date* date = std::get_if<Date>(&annotation.value);
    return date && date->value.size() == 4;
}

// Amounts with their unit and times say what they are; a bare number or year may well belong to a name ("Berlinale 2018").
bool says_what(const Annotation& annotation) {
    if (annotation.confidence == Confidence::possible) return false;
    if (annotation.type() >= Type::date) return !is_bare_year(annotation);
    return annotation.type() >= Type::money && annotation.type() < Type::number && annotation.confidence == Confidence::certain;
}

// Proposals by number, in the order of the text; where two begin alike, the first proposed comes first.
using Numbers = std::vector<std::uint32_t>;

// Stretches of text by their begin: the longest from each.
class Extents {
public:
    // In ascending order of begin.
    void add(Span span) {
        if (!spans_.empty() && spans_.back().begin == span.begin)
            spans_.back().end = std::max(spans_.back().end, span.end);
        else
            spans_.push_back(span);
    }
    // How many of them the span meets; more than two are not counted.
    int meets(Span span) const {
        int count = 0;
        for (auto at = first_from(span.end); at != spans_.begin() && count < 2; ++count)
            if ((--at)->end <= span.begin) break;
        return count;
    }
    // The end of the one that begins there; 0: there is none.
    std::uint32_t end_from(std::uint32_t begin) const {
        const auto at = first_from(begin);
        return at != spans_.end() && at->begin == begin ? at->end : 0;
    }

private:
    std::vector<Span>::const_iterator first_from(std::uint32_t begin) const {
        return std::partition_point(spans_.begin(), spans_.end(), [&](Span s) { return s.begin < begin; });
    }
    std::vector<Span> spans_;
};

// The proposals that are still in the running.
class Proposals {
public:
    Proposals(std::string_view text, std::vector<Annotation> all);

    void drop_unsure_names();
    void drop_numbers_in_times();
    void drop_postcodes();
    void drop_ages();
    // Leaves nothing behind.
    std::vector<Annotation> best();

private:
    template <typename Accept>
    Extents extents(Accept&& accept) const {
        Extents out;
        for (const std::uint32_t i : left_)
            if (accept(all_[i])) out.add(all_[i].span);
        return out;
    }
    template <typename Unwanted>
    void drop(Unwanted&& unwanted) {
        std::erase_if(left_, [&](std::uint32_t i) { return unwanted(all_[i]); });
    }
    void accept_best(std::span<std::uint32_t> cluster, Numbers& accepted) const;

    std::string_view text_;
    std::vector<Annotation> all_;
    Numbers left_;
};

Proposals::Proposals(std::string_view text, std::vector<Annotation> all) : text_(text), all_(std::move(all)) {
    left_.reserve(all_.size());
    for (std::uint32_t i = 0; i < all_.size(); ++i)
        if (!all_[i].span.empty()) left_.push_back(i);
    std::sort(left_.begin(), left_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(all_[a].span.begin, a) < std::pair(all_[b].span.begin, b); });
}

// What says what it is is no part of a name, unless the name is sure: "35 Kwanza" against a guess at "Lempira, 35 Kwanza". A
// mere guess at a name yields to any number but a bare year or a guess at a time ("Porsche 1600", "April Jones"), and nothing unsure
// holds two.
void Proposals::drop_unsure_names() {
    const Extents said = extents([](const Annotation& a) { return !a.is_name() && says_what(a); });
    const Extents all = extents([](const Annotation& a) { return !a.is_name(); });
    const Extents firm = extents([](const Annotation& a) {
        return !a.is_name() && !is_bare_year(a) && (a.type() < Type::date || a.confidence != Confidence::possible);
    });
    drop([&](const Annotation& a) {
        if (!a.is_name() || a.confidence == Confidence::certain) return false;
        return said.meets(a.span) > 0 || all.meets(a.span) > 1 || (a.confidence == Confidence::possible && firm.meets(a.span) > 0);
    });
}

// A bare number is what is left when nothing else claims the digits: "10 bis 16" of "10 bis 16 Uhr" are two clock times.
void Proposals::drop_numbers_in_times() {
    const Extents times = extents([](const Annotation& a) { return a.type() >= Type::date; });
    drop([&](const Annotation& a) { return a.type() == Type::number && times.meets(a.span) > 0; });
}

// "8008 Zürich": digits of a postcode's length, without a mark between thousands, right before a place.
void Proposals::drop_postcodes() {
    const Extents places = extents([](const Annotation& a) { return a.type() == Type::location; });
    drop([&](const Annotation& a) {
        if (a.type() != Type::number || a.confidence == Confidence::certain || (a.span.size() != 4 && a.span.size() != 5)) return false;
        const std::uint32_t end = places.end_from(a.span.end + 1);
        if (end == 0 || (end < text_.size() && text_[end] == '-')) return false;
        return text_[a.span.end] == ' ' &&
               text_.substr(a.span.begin, a.span.size()).find_first_not_of("0123456789") == std::string_view::npos;
    });
}

// "Müller (36)" is an age, "Leverkusen (36)" a count: a possible amount in brackets stays behind a place or an organization.
void Proposals::drop_ages() {
    Numbers ends;
    for (const std::uint32_t i : left_)
        if (all_[i].type() == Type::location || all_[i].type() == Type::organization) ends.push_back(all_[i].span.end);
    std::sort(ends.begin(), ends.end());
    drop([&](const Annotation& a) {
        const bool amount = (a.type() >= Type::money && a.type() <= Type::number) || a.type() == Type::duration;
        constexpr std::uint32_t gap = 2;  // " ("
        return amount && a.confidence == Confidence::possible &&
               !(a.span.begin > gap && std::binary_search(ends.begin(), ends.end(), a.span.begin - gap));
    });
}

// Of proposals that overlap, directly or through others.
void Proposals::accept_best(std::span<std::uint32_t> cluster, Numbers& accepted) const {
    const std::size_t before = accepted.size();
    std::sort(cluster.begin(), cluster.end());  // the first proposed wins among equals
    std::stable_sort(cluster.begin(), cluster.end(), [&](std::uint32_t a, std::uint32_t b) { return outranks(all_[a], all_[b]); });
    std::map<std::uint32_t, std::uint32_t> taken;  // begin -> end of what has been accepted
    for (const std::uint32_t i : cluster) {
        const auto after = taken.lower_bound(all_[i].span.end);
        if (after != taken.begin() && std::prev(after)->second > all_[i].span.begin) continue;
        taken.emplace(all_[i].span.begin, all_[i].span.end);
        accepted.push_back(i);
    }
    std::sort(accepted.begin() + static_cast<std::ptrdiff_t>(before), accepted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return all_[a].span.begin < all_[b].span.begin; });
}

std::vector<Annotation> Proposals::best() {
    Numbers accepted;
    for (std::size_t from = 0; from < left_.size();) {
        std::uint32_t end = all_[left_[from]].span.end;
        std::size_t to = from + 1;
        for (; to < left_.size() && all_[left_[to]].span.begin < end; ++to) end = std::max(end, all_[left_[to]].span.end);
        if (to == from + 1)
            accepted.push_back(left_[from]);
        else
            accept_best(std::span(left_).subspan(from, to - from), accepted);
        from = to;
    }
    std::vector<Annotation> out;
    out.reserve(accepted.size());
    for (const std::uint32_t i : accepted) out.push_back(std::move(all_[i]));
    return out;
}

}  // namespace

std::vector<Annotation> resolve(std::string_view text, std::vector<Annotation> all) {
    Proposals proposals(text, std::move(all));
    proposals.drop_unsure_names();
    proposals.drop_numbers_in_times();
    proposals.drop_postcodes();
    proposals.drop_ages();
    return proposals.best();
}

}  // namespace lupe
