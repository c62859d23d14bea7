// Greedy by rank over clusters of overlapping proposals; n log n in the proposals.
#include "resolve.h"

#include <algorithm>
#include <map>
#include <set>
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

// Amounts with their unit and times say what they are; a bare number or year may well belong to a name ("Berlinale 2018").
bool says_what(const Annotation& annotation) {
    if (annotation.confidence == Confidence::possible) return false;
    if (const Date* date = std::get_if<Date>(&annotation.value)) return date->value.size() != 4;
    if (annotation.type() > Type::date) return true;
    return annotation.type() >= Type::money && annotation.type() < Type::number && annotation.confidence == Confidence::certain;
}

using Extents = std::map<std::uint32_t, std::uint32_t>;  // begin -> end; the longest from each begin

void note(Extents& extents, Span span) {
    std::uint32_t& end = extents[span.begin];
    end = std::max(end, span.end);
}

// How many of the extents the span meets; more than two are not counted.
int meets(const Extents& extents, Span span) {
    int count = 0;
    for (auto at = extents.lower_bound(span.end); at != extents.begin() && count < 2; ++count)
        if ((--at)->second <= span.begin) break;
    return count;
}

// What says what it is is no part of a name, unless the name is sure: "35 Kwanza" against a guess at "Lempira, 35 Kwanza". A
// mere guess at a name yields to any number, and nothing unsure holds two.
void drop_unsure_names(std::vector<Annotation>& proposals) {
    Extents said, all;
    for (const Annotation& proposal : proposals) {
        if (proposal.is_name()) continue;
        note(all, proposal.span);
        if (says_what(proposal)) note(said, proposal.span);
    }
    std::erase_if(proposals, [&](const Annotation& proposal) {
        if (!proposal.is_name() || proposal.confidence == Confidence::certain) return false;
        return meets(said, proposal.span) > 0 || meets(all, proposal.span) > (proposal.confidence == Confidence::possible ? 0 : 1);
    });
}

// A bare number is what is left when nothing else claims the digits: "10 bis 16" of "10 bis 16 Uhr" are two clock times.
void drop_numbers_in_times(std::vector<Annotation>& proposals) {
    Extents times;
    for (const Annotation& proposal : proposals)
        if (proposal.type() >= Type::date) note(times, proposal.span);
    std::erase_if(proposals,
                  [&](const Annotation& proposal) { return proposal.type() == Type::number && meets(times, proposal.span) > 0; });
}

// "8008 Zürich": digits of a postcode's length, without a mark between thousands, right before a place.
void drop_postcodes(std::string_view text, std::vector<Annotation>& proposals) {
    std::map<std::uint32_t, std::uint32_t> places;
    for (const Annotation& proposal : proposals)
        if (proposal.type() == Type::location) note(places, proposal.span);
    std::erase_if(proposals, [&](const Annotation& proposal) {
        const Span span = proposal.span;
        if (proposal.type() != Type::number || proposal.confidence == Confidence::certain || (span.size() != 4 && span.size() != 5))
            return false;
        const auto place = places.find(span.end + 1);
        if (place == places.end() || (place->second < text.size() && text[place->second] == '-')) return false;
        return text[span.end] == ' ' && text.substr(span.begin, span.size()).find_first_not_of("0123456789") == std::string_view::npos;
    });
}

// "Müller (36)" is an age, "Leverkusen (36)" a count: a possible amount in brackets stays behind a place or an organization.
void drop_ages(std::vector<Annotation>& proposals) {
    std::set<std::uint32_t> ends;
    for (const Annotation& proposal : proposals)
        if (proposal.type() == Type::location || proposal.type() == Type::organization) ends.insert(proposal.span.end);
    std::erase_if(proposals, [&](const Annotation& proposal) {
        const bool amount = (proposal.type() >= Type::money && proposal.type() <= Type::number) || proposal.type() == Type::duration;
        constexpr std::uint32_t gap = 2;  // " ("
        return amount && proposal.confidence == Confidence::possible &&
               !(proposal.span.begin > gap && ends.contains(proposal.span.begin - gap));
    });
}

}  // namespace

std::vector<Annotation> resolve(std::string_view text, std::vector<Annotation> proposals) {
    std::erase_if(proposals, [](const Annotation& proposal) { return proposal.span.empty(); });
    drop_unsure_names(proposals);
    drop_numbers_in_times(proposals);
    drop_postcodes(text, proposals);
    drop_ages(proposals);
    std::stable_sort(proposals.begin(), proposals.end(), outranks);
    std::map<std::uint32_t, std::uint32_t> taken;  // begin -> end of what has been accepted
    std::vector<Annotation> accepted;
    for (Annotation& proposal : proposals) {
        const auto after = taken.lower_bound(proposal.span.end);
        if (after != taken.begin() && std::prev(after)->second > proposal.span.begin) continue;
        taken.emplace(proposal.span.begin, proposal.span.end);
        accepted.push_back(std::move(proposal));
    }
    std::sort(accepted.begin(), accepted.end(), [](const Annotation& a, const Annotation& b) { return a.span.begin < b.span.begin; });
    return accepted;
}

}  // namespace lupe
