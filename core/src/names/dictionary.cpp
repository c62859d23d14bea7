// Matching of user entries; see dictionary.h.
#include "names/dictionary.h"

#include <algorithm>
#include <utility>

namespace lupe::names {

namespace {

struct Match {
    Span span;
    const DictionaryEntry* entry;
};

bool ends_token(std::span<const Token> tokens, std::size_t at) {
    const auto token = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end < at; });
    return token != tokens.end() && token->span.end == at;
}

}  // namespace

Value name_value(int type) {
    switch (type) {
        case 0: return Person{};
        case 1: return Organization{};
        case 2: return Location{};
        default: return Misc{};
    }
}

Dictionary::Dictionary(std::vector<DictionaryEntry> entries) : entries_(std::move(entries)) {
    constexpr std::size_t longest_entry = 1000;
    for (const auto& entry : entries_) {
        if (entry.surface.empty() || entry.surface.size() > longest_entry) continue;
        auto& lengths = by_start_[entry.surface.substr(0, head)];
        if (std::find(lengths.begin(), lengths.end(), entry.surface.size()) == lengths.end()) lengths.push_back(entry.surface.size());
        by_surface_[entry.surface] = &entry;
    }
    for (auto& [start, lengths] : by_start_) std::sort(lengths.rbegin(), lengths.rend());
}

const DictionaryEntry* Dictionary::longest(std::string_view text, std::uint32_t begin, std::span<const Token> tokens) const {
    const DictionaryEntry* best = nullptr;
    for (std::size_t k = 1; k <= head && begin + k <= text.size(); ++k) {
        const auto it = by_start_.find(std::string(text.substr(begin, k)));
        if (it == by_start_.end()) continue;
        for (const std::size_t length : it->second) {
            if (begin + length > text.size() || !ends_token(tokens, begin + length)) continue;
            const auto hit = by_surface_.find(text.substr(begin, length));
            if (hit == by_surface_.end() || (best && best->surface.size() >= length)) continue;
            best = hit->second;
            break;
        }
    }
    return best;
}

void Dictionary::apply(std::string_view text, std::span<const Token> tokens, std::vector<Annotation>& found) const {
    if (entries_.empty()) return;
    std::vector<Match> matches;
    std::uint32_t reached = 0;
    for (const Token& token : tokens) {
        if (token.span.begin < reached) continue;
        const DictionaryEntry* entry = longest(text, token.span.begin, tokens);
        if (!entry) continue;
        reached = token.span.begin + static_cast<std::uint32_t>(entry->surface.size());
        matches.push_back({{token.span.begin, reached}, entry});
    }
    std::vector<Annotation> kept;
    std::size_t next = 0;
    for (Annotation& annotation : found) {  // both ascending and free of overlaps among themselves
        while (next < matches.size() && matches[next].span.end <= annotation.span.begin) ++next;
        bool displaced = false;
        for (std::size_t m = next; m < matches.size() && matches[m].span.begin < annotation.span.end; ++m)
            displaced = displaced || !matches[m].entry->never || matches[m].span == annotation.span;
        if (!displaced) kept.push_back(std::move(annotation));
    }
    for (const Match& match : matches)
        if (!match.entry->never)
            kept.push_back({match.span, name_value(static_cast<int>(match.entry->type)), "dictionary", Confidence::certain});
    std::sort(kept.begin(), kept.end(), [](const Annotation& a, const Annotation& b) { return a.span.begin < b.span.begin; });
    found = std::move(kept);
}

}  // namespace lupe::names
