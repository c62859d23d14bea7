// A hash table from keys to rows, built once per language, and the longest-first look-up along a text.
#include "lang/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "text/key.h"
#include "text/segment.h"
#include "text/utf.h"

namespace lupe {

namespace {

// Keys of several tokens are joined as the text has them: "bis zu", "mio.", "km/h".
void append_token(std::string_view text, const Token& token, bool first, std::string& key) {
    if (!first && !token.glued) key += ' ';
    text::append_key(text.substr(token.span.begin, token.span.size()), key);
}

CaseRule case_rule(std::string_view form) {
    int letters = 0, in_word = 0, most = 0;
    bool inside = false, word_start = true;
    for (std::size_t at = 0; at < form.size();) {
        const utf::CodePoint point = utf::decode(form, at);
        at += point.size;
        if (!text::is_letter(point.value)) {
            word_start = true;
            in_word = 0;
            continue;
        }
        ++letters;
        if (text::is_upper(point.value)) {
            most = std::max(most, ++in_word);
            inside = inside || !word_start;
        }
        word_start = false;
    }
    if (letters == 1 || most > 1 || inside) return CaseRule::exact;
    return most == 1 && text::is_upper(utf::decode(form, 0).value) ? CaseRule::capital : CaseRule::any;
}

template <typename Bytes>
std::uint64_t read(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

// Eight bytes at a time, the last ones together with some before them: keys are short. Nothing but the table's order depends on it.
std::uint32_t hash_of(std::string_view key) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;
    const char* const end = key.data() + key.size();
    std::uint64_t hash = key.size();
    const auto mix = [&](std::uint64_t bytes) { hash = std::rotl((hash ^ bytes) * odd, 29); };
    for (const char* at = key.data(); end - at > 8; at += 8) mix(read<std::uint64_t>(at));
    if (key.size() >= 8)
        mix(read<std::uint64_t>(end - 8));
    else if (key.size() >= 4)
        mix(read<std::uint32_t>(key.data()) << 32 | read<std::uint32_t>(end - 4));
    else if (!key.empty())
        mix(read<std::uint8_t>(key.data()) << 16 | read<std::uint8_t>(key.data() + key.size() / 2) << 8 | read<std::uint8_t>(end - 1));
    hash *= odd;
    return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

// ICU reads the forms that are not plain words, one a line: asking it for each of them alone takes six times as long.
Lexicon::Lexicon(std::span<const Row> rows) : slots_(std::bit_ceil(2 * rows.size() + 2)), seen_(std::bit_ceil(rows.size() / 8 + 1)) {
    entries_.reserve(rows.size());
    std::vector<std::uint32_t> entries(rows.size(), no_entry);
    std::string others;
    std::vector<Token> plain;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (text::latin_words(rows[i].form, plain))
            entries[i] = entry_of(rows[i].form, plain);
        else
            others.append(rows[i].form) += '\n';
    }
    const std::vector<Token> tokens = text::segment(others).tokens;
    std::size_t line_end = 0, first = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (entries[i] != no_entry) continue;
        line_end += rows[i].form.size() + 1;
        std::size_t last = first;
        while (last < tokens.size() && tokens[last].span.begin < line_end) ++last;
        entries[i] = entry_of(others, std::span(tokens).subspan(first, last - first));
        first = last;
    }
    place_rows(rows, entries);
}

std::uint32_t Lexicon::entry_of(std::string_view forms, std::span<const Token> tokens) {
    std::string key;
    std::uint32_t entry = no_entry;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        append_token(forms, tokens[i], i == 0, key);
        if (i > 0) continue;
        entry = find_or_add(key);
        entries_[entry].longest = std::max(entries_[entry].longest, static_cast<std::uint16_t>(tokens.size()));
    }
    return tokens.size() == 1 ? entry : find_or_add(key);
}

void Lexicon::place_rows(std::span<const Row> rows, std::span<const std::uint32_t> entries) {
    for (const std::uint32_t entry : entries) ++entries_[entry].end;
    std::uint32_t begin = 0;
    for (Entry& entry : entries_) {
        entry.begin = begin;
        begin += std::exchange(entry.end, begin);
    }
    rows_.resize(rows.size());
    rules_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const std::uint32_t at = entries_[entries[i]].end++;
        rows_[at] = &row;
        rules_[at] = case_rule(row.form);
        const auto index = static_cast<std::size_t>(row.kind);
        if (by_class_.size() <= index) by_class_.resize(index + 1);
        by_class_[index].push_back(&row);
    }
}

bool Lexicon::allowed(const Row& row, CaseRule rule, std::string_view text, std::span<const Token> tokens) const {
    if (rule == CaseRule::any) return true;
    const Token& first = tokens.front();
    if (rule == CaseRule::capital) return text::is_upper(utf::decode(text, first.span.begin).value);
    std::string_view form = row.form;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && !tokens[i].glued) form.remove_prefix(std::min<std::size_t>(1, form.size()));
        const std::string_view piece = text.substr(tokens[i].span.begin, tokens[i].span.size());
        if (!form.starts_with(piece)) return false;
        form.remove_prefix(piece.size());
    }
    return true;
}

const Lexicon::Entry* Lexicon::find(std::string_view key) const {
    const std::uint32_t hash = hash_of(key);
    if (!may_have(hash)) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.entry == no_entry) return nullptr;
        if (slot.hash == hash && key_of(entries_[slot.entry]) == key) return &entries_[slot.entry];
    }
}

void Lexicon::place(std::uint32_t hash, std::uint32_t entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != no_entry) at = (at + 1) & mask;
    slots_[at] = {hash, entry};
    seen_[(hash >> 6u) & (seen_.size() - 1)] |= std::uint64_t{1} << (hash & 63u);
}

std::uint32_t Lexicon::find_or_add(std::string_view key) {
    if (const Entry* found = find(key)) return static_cast<std::uint32_t>(found - entries_.data());
    if (2 * (entries_.size() + 1) > slots_.size()) {
        slots_.assign(2 * slots_.size(), {});
        for (std::uint32_t i = 0; i < entries_.size(); ++i) place(hash_of(key_of(entries_[i])), i);
    }
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    place(hash_of(key), entry);
    entries_.push_back({static_cast<std::uint32_t>(keys_.size()), static_cast<std::uint32_t>(key.size())});
    keys_ += key;
    return entry;
}

void Lexicon::match(std::string_view text, std::span<const Token> tokens, std::size_t at, std::string& key, std::vector<Term>& out) const {
    key.clear();
    append_token(text, tokens[at], true, key);
    const Entry* found = find(key);
    if (!found || found->longest == 0) return;
    const std::size_t longest = std::min<std::size_t>(found->longest, tokens.size() - at);
    const auto from = out.size();
    for (std::size_t length = 1;; ++length) {
        for (std::uint32_t i = found ? found->begin : 0; found && i < found->end; ++i)
            if (allowed(*rows_[i], rules_[i], text, tokens.subspan(at, length))) out.emplace_back(rows_[i], length);
        if (length == longest) break;
        append_token(text, tokens[at + length], false, key);
        found = find(key);
    }
    if (out.size() > from && out[from].length != out.back().length)
        std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
                         [](const Term& a, const Term& b) { return a.length > b.length; });
}

std::span<const Row* const> Lexicon::rows(std::string_view key) const {
    const Entry* found = find(key);
    return found ? std::span(rows_).subspan(found->begin, found->end - found->begin) : std::span<const Row* const>{};
}

std::span<const Row* const> Lexicon::rows(Class kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return index < by_class_.size() ? std::span<const Row* const>(by_class_[index]) : std::span<const Row* const>{};
}

Terms::Terms(const Lexicon& lexicon, std::string_view text, std::span<const Token> tokens) {
    first_.reserve(tokens.size() + 1);
    masks_.reserve(tokens.size());
    ends_.resize(tokens.size() + 1);
    terms_.reserve(2 * tokens.size());  // news has somewhat fewer; growing would copy them all
    std::string key;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        first_.push_back(static_cast<std::uint32_t>(terms_.size()));
        lexicon.match(text, tokens, i, key, terms_);
        ClassMask mask = 0;
        for (std::size_t term = first_.back(); term < terms_.size(); ++term) {
            mask |= mask_of(terms_[term].kind());
            ends_[i + terms_[term].length] |= mask_of(terms_[term].kind());
        }
        masks_.push_back(mask);
    }
    first_.push_back(static_cast<std::uint32_t>(terms_.size()));
}

}  // namespace lupe
