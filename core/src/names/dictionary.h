// The user's own word on names: surfaces that are always of a type, or never a name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lupe/analyze.h"
#include "lupe/document.h"

namespace lupe::names {

// A name's value by its number: person, organization, location, misc.
Value name_value(int type);

// A user's entries, ready to be looked up. A large dictionary takes longer to make than an article to read: it is made once for many.
class Dictionary {
public:
    explicit Dictionary(std::vector<DictionaryEntry> entries);
    Dictionary(const Dictionary&) = delete;  // the look-up points at the entries
    Dictionary& operator=(const Dictionary&) = delete;

    const std::vector<DictionaryEntry>& entries() const { return entries_; }

    // Removes from `found` what the dictionary forbids, and puts in what it demands wherever the surface stands on whole
    // tokens; of entries that start at one token the longest counts, and a demanded name displaces found ones it overlaps.
    // Linear in the text for a dictionary of bounded entries.
    void apply(std::string_view text, std::span<const Token> tokens, std::vector<Annotation>& found) const;

private:
    // The longest entry at `begin` that ends where a token ends.
    const DictionaryEntry* longest(std::string_view text, std::uint32_t begin, std::span<const Token> tokens) const;

    static constexpr std::size_t head = 4;  // bytes; shorter surfaces are their own start
    std::vector<DictionaryEntry> entries_;
    // The sizes of the entries that begin so, largest first: only these can start at a token.
    std::unordered_map<std::string, std::vector<std::size_t>> by_start_;
    std::unordered_map<std::string_view, const DictionaryEntry*> by_surface_;
};

}  // namespace lupe::names
