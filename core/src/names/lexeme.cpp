// Features of a single word form; see lexeme.h.
#include "names/lexeme.h"

#include <algorithm>
#include <span>
#include <string>

#include "names/letters.h"
#include "text/utf.h"

namespace lupe::names {

namespace {

// Seeds of the feature groups. A group's number is part of the model; never reuse one.
enum Group : Hash {
    word_g = 1,
    lower_g,
    prefix_g,
    suffix_g,
    shape_g,
    long_shape_g,
    cluster_g,
    list_g,
    lists_g,
    length_g = 11,
    ngram_g,
    lemma_g,
    head_g,
    head_class_g,
    head_front_g,
    no_head_g,
    stem_g,
    kind_g,
    cluster_key_g = 100,
    list_key_g,
};

constexpr int max_affix = 5;

// What is inside a word is asked for only this far: hardly a name is longer, the time stays linear, and all rows of a word
// (at most 254 with those of its neighbours and surroundings) fit the tagger's sums.
constexpr int longest = 44;
constexpr std::size_t usual_atoms = 64;  // more than most words have

struct Letters {
    std::string lower;
    std::vector<std::uint32_t> starts;  // byte offset of each code point in `lower`, and its end
    std::string shape, long_shape;
    bool capital = false;
};

// "Inneren" and "Innere", "Kreuzes" and "Kreuz" are one: the endings of German adjectives and of the genitive are taken off.
std::string_view without_ending(std::string_view lower_case) {
    constexpr std::size_t least = 4;
    for (const std::string_view endings : {"snrm", "e"})
        if (lower_case.size() > least && endings.find(lower_case.back()) != std::string_view::npos) lower_case.remove_suffix(1);
    return lower_case;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Letters study(std::string_view word) {
    Letters out;
    out.lower.reserve(word.size());
    out.starts.reserve(word.size() + 1);
    char last = 0;
    int run = 0;
    for (std::size_t at = 0; at < word.size();) {
        const utf::CodePoint point = utf::decode(word, at);
        out.starts.push_back(static_cast<std::uint32_t>(out.lower.size()));
        char kind;
        if (point.value < 0x80) {
            const auto c = static_cast<char>(point.value);
            const bool is_upper = c >= 'A' && c <= 'Z';
            kind = is_upper ? 'X' : c >= 'a' && c <= 'z' ? 'x' : is_digit(c) ? 'd' : c;
            out.lower += static_cast<char>(c + is_upper * 32);
        } else {
            const char32_t low = lower(point.value);
            kind = low != point.value ? 'X' : 'x';
            append_utf8(out.lower, low);
        }
        if (at == 0) out.capital = kind == 'X';
        run = kind == last ? run + 1 : 1;
        if (run <= 2) out.shape += kind;
        if (run <= 4) out.long_shape += kind;
        last = kind;
        at += point.size;
    }
    out.starts.push_back(static_cast<std::uint32_t>(out.lower.size()));
    return out;
}

char mark_of(std::string_view s) {
    const char32_t point = utf::decode(s, 0).value;
    if (point < 0x80) return point == '"' ? 'q' : static_cast<char>(point);
    if (point == 0x2010 || point == 0x2011) return '-';
    if (point == 0x2019) return '\'';
    if (point == 0xAB || point == 0xBB || (point >= 0x2018 && point <= 0x201F) || point == 0x2039 || point == 0x203A) return 'q';
    return point >= 0x2012 && point <= 0x2015 ? '_' : '~';  // a dash, anything else
}

// Looks a word up as it stands, by the key that was made for it, then written with only a capital first letter, then without a
// genitive s.
template <typename Key>
std::uint32_t find_form(const FingerprintMap& map, std::string_view word, Hash own, const Letters& letters, Key key) {
    std::uint32_t at = map.find(own);
    if (at != FingerprintMap::absent || !letters.capital) return at;
    const std::string titled = title(word);
    if (titled != word) at = map.find(key(titled));
    if (at == FingerprintMap::absent && titled.size() > 4 && titled.back() == 's')
        at = map.find(key(std::string_view(titled).substr(0, titled.size() - 1)));
    return at;
}

void add_affixes(const Letters& letters, bool plain, std::vector<Atom>& atoms) {
    const std::string_view all = letters.lower;
    const int n = static_cast<int>(letters.starts.size()) - 1;
    for (int k = 1; k <= (plain ? 3 : max_affix) && k < n; ++k) {
        const std::uint8_t reach = k == 3 ? 1 : 0;
        atoms.push_back(
            {hash_of(all.substr(0, letters.starts[std::size_t(k)]), prefix_g), reach, k > 3 ? Source::identity : Source::spelling});
        atoms.push_back(
            {hash_of(all.substr(letters.starts[std::size_t(n - k)]), suffix_g), reach, k > 4 ? Source::identity : Source::spelling});
    }
    for (int k = 3; k <= 4 && !plain; ++k)
        for (int i = 1; i + k < std::min(n, longest); ++i) {
            const auto from = letters.starts[std::size_t(i)];
            atoms.push_back({hash_of(all.substr(from, letters.starts[std::size_t(i + k)] - from), ngram_g), 0, Source::spelling});
        }
}

// Coarser clusters of a finest one, null if the file is inconsistent.
const std::array<std::uint16_t, 3>* rungs(const Tables& tables, std::uint16_t fine) {
    return fine < tables.ladder.size() ? &tables.ladder[fine] : nullptr;
}

// A word's keys in the tables. They are made first, so that their slots are fetched while its letters are looked at.
struct TableKeys {
    Hash cluster, list;
};

void add_tables(Lexeme& lexeme, std::string_view word, TableKeys keys, const Letters& letters, const Tables& tables) {
    lexeme.cluster.fill(Lexeme::no_cluster);
    tables.clusters.expect_print(keys.cluster);
    tables.lists.expect_print(keys.list);
    const auto cluster_at = find_form(tables.clusters, word, keys.cluster, letters, cluster_key);
    if (cluster_at != FingerprintMap::absent) {
        const std::uint16_t fine = tables.clusters.value(cluster_at);
        if (const auto* up = rungs(tables, fine)) lexeme.cluster = {fine, (*up)[0], (*up)[1], (*up)[2]};
    }
    if (!lexeme.letters) return;
    const auto list_at = find_form(tables.lists, word, keys.list, letters, list_key);
    if (list_at != FingerprintMap::absent) lexeme.lists = tables.lists.value(list_at);
}

// Of which types a word is a kind, as ListBits; 0: it is no kind.
std::uint16_t kinds_of(std::uint16_t lists) {
    constexpr auto kinds = static_cast<std::uint16_t>(list_bit(ListBit::kind) | list_bit(ListBit::company) | list_bit(ListBit::place) |
                                                      list_bit(ListBit::product));
    return lists & list_bit(ListBit::kind) ? static_cast<std::uint16_t>(lists & kinds) : std::uint16_t{0};
}

void add_kind(Lexeme& lexeme, std::uint16_t lists) {
    const std::uint16_t kinds = kinds_of(lists);
    if (!kinds) return;
    lexeme.kinds = kinds;
    lexeme.atoms.push_back({mix(kind_g, kinds), 2, Source::table});
}

bool is_known(const Tables& tables, std::string_view lower_case) {
    const auto has = [&](std::string_view form) { return tables.clusters.find(cluster_key(form)) != FingerprintMap::absent; };
    if (has(lower_case)) return true;
    std::string titled(lower_case);
    raise(titled, 0);
    return has(titled);
}

// Whether a compound may begin so: a word, or one with a linking letter ("Arbeits-", "Sonnen-").
bool is_front(const Tables& tables, std::string_view lower_case) {
    if (is_known(tables, lower_case)) return true;
    const bool linked = lower_case.size() > 3 && std::string_view("sne").find(lower_case.back()) != std::string_view::npos;
    return linked && is_known(tables, lower_case.substr(0, lower_case.size() - 1));
}

// Sets the keys of `count` ends of a word from its letter `first` on, each written as a noun, which will be asked for next.
void expect_ends(const Tables& tables, const Letters& letters, std::size_t first, std::size_t count, std::string& raised,
                 std::span<Hash> keys) {
    for (std::size_t k = 0; k < count; ++k) {
        raise(raised, letters.starts[first + k]);  // letters before it do not matter
        keys[k] = cluster_key(std::string_view(raised).substr(letters.starts[first + k]));
        tables.clusters.expect(keys[k]);
    }
    for (std::size_t k = 0; k < count; ++k) tables.clusters.expect_print(keys[k]);
}

// German writes compounds in one word: the longest end of a capitalised word that is a noun by itself tells of what kind the whole
// is ("Greifhand"). A word that the table does not have gets that noun's coarser clusters; a made-up name has no such end.
void add_head(Lexeme& lexeme, const Letters& letters, const Tables& tables) {
    constexpr std::size_t least = 6, least_front = 2, least_head = 3;
    const std::size_t n = letters.starts.size() - 1;
    if (!letters.capital || n < least || n > longest) return;
    const Hash unknown = lexeme.cluster[0] == Lexeme::no_cluster;
    const auto add = [&](Hash group, Hash what) { lexeme.atoms.push_back({mix(mix(group, unknown), what), 1, Source::spelling}); };
    const auto lower = std::string_view(letters.lower);
    std::string raised(lower);
    std::array<Hash, 4> keys;  // of so many ends at once, that the processor fetches their slots together
    for (std::size_t i = least_front; i + least_head <= n; ++i) {
        const std::size_t in_batch = (i - least_front) % keys.size();
        if (in_batch == 0) expect_ends(tables, letters, i, std::min(keys.size(), n - least_head + 1 - i), raised, keys);
        const auto at = tables.clusters.find(keys[in_batch]);
        const auto* up = at == FingerprintMap::absent ? nullptr : rungs(tables, tables.clusters.value(at));
        if (!up) continue;
        add(head_g, (*up)[0]);
        add(head_class_g, (*up)[1]);
        add(head_front_g, is_front(tables, lower.substr(0, letters.starts[i])));
        if (unknown) lexeme.cluster = {Lexeme::no_cluster, (*up)[0], (*up)[1], (*up)[2]};
        if (kinds_of(lexeme.lists)) return;
        std::string head(lower.substr(letters.starts[i]));
        raise(head, 0);
        if (const auto list_at = tables.lists.find(list_key(head)); list_at != FingerprintMap::absent)
            add_kind(lexeme, tables.lists.value(list_at));
        return;
    }
    add(no_head_g, 0);
}

}  // namespace

Hash cluster_key(std::string_view word) {
    if (std::none_of(word.begin(), word.end(), is_digit)) return hash_of(word, cluster_key_g);
    std::string as_zero(word);
    std::replace_if(as_zero.begin(), as_zero.end(), is_digit, '0');
    return hash_of(as_zero, cluster_key_g);
}
Hash list_key(std::string_view word) { return hash_of(word, list_key_g); }

Lexeme make_lexeme(std::string_view original, bool is_letters, bool capitals_line, const Tables& tables) {
    const std::string titled = capitals_line && is_letters ? title(original) : std::string();
    const std::string_view form = titled.empty() ? original : titled;
    const TableKeys keys{cluster_key(form), list_key(form)};
    tables.clusters.expect(keys.cluster);
    tables.lists.expect(keys.list);
    const Letters letters = study(form);
    Lexeme out;
    out.letters = is_letters;
    out.mark = is_letters || form.empty() ? '\0' : mark_of(form);
    out.plain = letters.shape.find_first_of("Xd") == std::string::npos;
    out.capital = letters.capital;
    out.word = hash_of(form, word_g);
    out.lower = hash_of(letters.lower, lower_g);
    out.shape = hash_of(letters.shape, shape_g);
    const bool genitive = letters.lower.size() > 4 && letters.lower.back() == 's';
    out.lemma = hash_of(std::string_view(letters.lower).substr(0, letters.lower.size() - genitive), lemma_g);
    out.stem = is_letters ? hash_of(without_ending(letters.lower), stem_g) : mix(stem_g, static_cast<Hash>(out.mark));
    out.atoms.reserve(usual_atoms);
    out.atoms = {{out.word, 2, Source::identity},
                 {out.lower, 1, Source::identity},
                 {out.shape, 2, Source::spelling},
                 {hash_of(letters.long_shape, long_shape_g), 0, Source::spelling}};
    add_tables(out, form, keys, letters, tables);
    constexpr std::array<std::uint8_t, 4> cluster_reach = {1, 2, 3, 2};
    for (std::size_t level = 0; level < 4; ++level)
        out.atoms.push_back({mix(mix(cluster_g, level), out.cluster[level]), cluster_reach[level], Source::table});
    if (!is_letters) return out;
    add_head(out, letters, tables);
    add_affixes(letters, out.plain, out.atoms);
    const auto n = static_cast<Hash>(letters.starts.size()) - 1;
    out.atoms.push_back({mix(length_g, n < 12 ? n : 12), 0, Source::spelling});
    for (unsigned bit = 0; bit < static_cast<unsigned>(ListBit::count_); ++bit)
        if (out.lists >> bit & 1) out.atoms.push_back({mix(list_g, bit), 2, Source::table});
    add_kind(out, out.lists);
    if (out.lists) out.atoms.push_back({mix(lists_g, out.lists), 1, Source::table});
    return out;
}

}  // namespace lupe::names
