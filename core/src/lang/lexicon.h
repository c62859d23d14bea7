// The lexicon: rows of `form class value`, and which of them stand where in a text.
//
// A row's form is matched on whole tokens by its folded key (text/key.h). How it is written decides how strictly:
//   "milliarde"  no capital             any case: milliarde, Milliarde, MILLIARDE
//   "Mai"        one capital in a word  the text's first letter must be a capital too: Mai, MAI, not mai
//   "kWh", "EUR", "p"  several capitals in a word, a capital inside, or a single letter: exactly so
// White space in a form stands for any white space (or none is allowed where it has none): "bis zu", "Mio.", "km/h".
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lupe/document.h"
#include "tables.h"  // made by the build from core/data: enum class Class, struct Row, languages()

namespace lupe {

enum class CaseRule : std::uint8_t { any, capital, exact };

// A row that matches `length` tokens.
struct Term {
    Term(const Row* given, std::size_t tokens) : row(given), length(static_cast<std::uint16_t>(tokens)), row_kind(given->kind) {}

    const Row* row;
    std::uint16_t length;
    Class row_kind;  // the row's, kept here because it is asked for most
    Class kind() const { return row_kind; }
    std::string_view value() const { return row->value; }
};

class Lexicon {
public:
    explicit Lexicon(std::span<const Row> rows);

    // Appends the terms that start at token `at`, longest first. `key` is scratch space, so that a walk over a text
    // allocates once.
    void match(std::string_view text, std::span<const Token> tokens, std::size_t at, std::string& key, std::vector<Term>& out) const;

    // The rows whose form has exactly this key, whatever their case rule; for parts of words ("neun" in "neunzig").
    // Empty when there is none.
    std::span<const Row* const> rows(std::string_view key) const;

    // All rows of a class, in the order of the files.
    std::span<const Row* const> rows(Class kind) const;

private:
    struct Entry {
        std::uint32_t key_begin = 0, key_size = 0;  // in keys_
        std::uint32_t begin = 0, end = 0;           // in rows_ and rules_
        std::uint16_t longest = 0;                  // tokens of the longest form that starts with this key, 0 if the key starts none
    };
    // The entry of a form, given as its tokens somewhere in `forms`; made if it is new.
    std::uint32_t entry_of(std::string_view forms, std::span<const Token> tokens);
    // Puts each entry's rows side by side; entries[i] is that of rows[i].
    void place_rows(std::span<const Row> rows, std::span<const std::uint32_t> entries);
    std::string_view key_of(const Entry& entry) const { return std::string_view(keys_).substr(entry.key_begin, entry.key_size); }
    bool allowed(const Row& row, CaseRule rule, std::string_view text, std::span<const Token> tokens) const;

    std::vector<std::vector<const Row*>> by_class_;
    // Open addressing over a power of two, at most half full: most words of a text have no entry and meet an empty slot at once.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = no_entry;
    };
    static constexpr std::uint32_t no_entry = 0xFFFFFFFF;
    const Entry* find(std::string_view key) const;
    std::uint32_t find_or_add(std::string_view key);
    void place(std::uint32_t hash, std::uint32_t entry);

    std::vector<Slot> slots_;
    // A bit for each hash, several hashes sharing one: small enough to stay near, it says "no" of most words without a look at the slots.
    std::vector<std::uint64_t> seen_;
    bool may_have(std::uint32_t hash) const { return (seen_[(hash >> 6u) & (seen_.size() - 1)] >> (hash & 63u) & 1u) != 0; }
    std::vector<Entry> entries_;
    std::string keys_;
    // By entry, each entry's in the order of the files.
    std::vector<const Row*> rows_;
    std::vector<CaseRule> rules_;
};

// Most questions about a token's terms are answered by "no": a bit per class, two classes sharing one, says so without a look at them.
using ClassMask = std::uint64_t;
constexpr ClassMask mask_of(Class kind) { return ClassMask{1} << (static_cast<unsigned>(kind) & 63u); }

// Several classes, to be asked for at once.
class ClassSet {
public:
    template <std::size_t n>
    constexpr explicit ClassSet(const std::array<Class, n>& kinds) {
        for (const Class kind : kinds) {
            mask_ |= mask_of(kind);
            has_[static_cast<std::size_t>(kind)] = true;
        }
    }
    constexpr bool has(Class kind) const { return has_[static_cast<std::size_t>(kind)]; }
    constexpr ClassMask mask() const { return mask_; }

private:
    ClassMask mask_ = 0;
    std::array<bool, 256> has_{};
};

// The terms of a whole text, by token.
class Terms {
public:
    Terms(const Lexicon& lexicon, std::string_view text, std::span<const Token> tokens);

    // Longest first; empty for most tokens.
    std::span<const Term> at(std::size_t token) const {
        if (token + 1 >= first_.size()) return {};
        return std::span(terms_).subspan(first_[token], first_[token + 1] - first_[token]);
    }
    // Whether a term of one of these classes is at `token`.
    bool has_any(std::size_t token, const ClassSet& kinds) const {
        if (!may_have(token, kinds.mask())) return false;
        for (const Term& term : at(token))
            if (kinds.has(term.kind())) return true;
        return false;
    }
    // The longest term of this class at `token`, or null.
    const Term* find(std::size_t token, Class kind) const {
        if (!may_have(token, mask_of(kind))) return nullptr;
        for (const Term& term : at(token))
            if (term.kind() == kind) return &term;
        return nullptr;
    }
    // The longest term of this class that ends right before `token`, or null; terms of more than `longest` tokens are not seen.
    const Term* find_before(std::size_t token, Class kind, std::size_t longest) const {
        if (token >= ends_.size() || (ends_[token] & mask_of(kind)) == 0) return nullptr;
        for (std::size_t length = std::min(longest, token); length > 0; --length) {
            if (!may_have(token - length, mask_of(kind))) continue;
            for (const Term& term : at(token - length))
                if (term.kind() == kind && term.length == length) return &term;
        }
        return nullptr;
    }

private:
    // False only if no term of these classes is at `token`.
    bool may_have(std::size_t token, ClassMask kinds) const { return token < masks_.size() && (masks_[token] & kinds) != 0; }

    std::vector<std::uint32_t> first_;  // first_[i]..first_[i+1] are the terms of token i
    std::vector<ClassMask> masks_;      // by token: the classes of its terms
    std::vector<ClassMask> ends_;       // by token: the classes of terms that end right before it
    std::vector<Term> terms_;
};

}  // namespace lupe
