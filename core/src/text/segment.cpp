// ICU gives the boundaries; this file splits its words where document.h says so and classifies each piece.
#include "text/segment.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/key.h"
#include "text/memory.h"
#include "text/utf.h"

namespace lupe::text {

namespace {

struct CloseIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

// A text without boundaries would have no tokens, and nobody would know: what ICU cannot do is the caller's trouble.
Iterator checked(UBreakIterator* iterator, UErrorCode status) {
    Iterator owned(iterator);
    if (owned && U_SUCCESS(status)) return owned;
    if (!owned || status == U_MEMORY_ALLOCATION_ERROR) no_memory();
    throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

// Opening an iterator reads its rules; one prototype per kind is kept and cloned. German rules serve English too:
// the two differ only in suppressions, which the abbreviation rows replace.
Iterator open(UBreakIteratorType kind) {
    const auto fresh = [](UBreakIteratorType of) {
        UErrorCode status = U_ZERO_ERROR;
        UBreakIterator* const iterator = ubrk_open(of, "de", nullptr, 0, &status);
        return checked(iterator, status);
    };
    static const Iterator words = fresh(UBRK_WORD), sentences = fresh(UBRK_SENTENCE);
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator* const copy = ubrk_clone((kind == UBRK_WORD ? words : sentences).get(), &status);
    return checked(copy, status);
}

enum class Kind : std::uint8_t { space, letter, digit, mark, lone, other };

constexpr char32_t latin_end = 0x250;

constexpr auto ascii_kinds = [] {
    std::array<Kind, 0x80> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c)
        kinds[c] = (c | 32) >= 'a' && (c | 32) <= 'z' ? Kind::letter
                   : c >= '0' && c <= '9'             ? Kind::digit
                   : c <= ' ' || c == 0x7F            ? Kind::space
                                                      : Kind::other;
    return kinds;
}();

Kind other_kind_of(char32_t point) {
    const auto icu = static_cast<UChar32>(point);
    if (u_isUWhiteSpace(icu)) return Kind::space;
    const int line_break = point < 0xE00 ? 0 : u_getIntPropertyValue(icu, UCHAR_LINE_BREAK);
    if (line_break == U_LB_COMPLEX_CONTEXT || line_break == U_LB_IDEOGRAPHIC || line_break == U_LB_CONDITIONAL_JAPANESE_STARTER)
        return Kind::lone;
    const auto mask = U_GET_GC_MASK(icu);
    if (mask & U_GC_ND_MASK) return Kind::digit;
    if (mask & (U_GC_M_MASK | U_GC_CF_MASK)) return Kind::mark;
    if (mask & U_GC_CC_MASK) return Kind::space;
    return u_isUAlphabetic(icu) ? Kind::letter : Kind::other;
}

// Hot: called for every code point. Latin text answers without a call.
inline Kind kind_of(char32_t point) {
    if (point < ascii_kinds.size()) return ascii_kinds[point];
    if (point >= 0xC0 && point < latin_end) return point == 0xD7 || point == 0xF7 ? Kind::other : Kind::letter;
    return other_kind_of(point);
}

struct Piece {
    std::string_view text;
    Span span;
    Kind kind;
};

Shape letter_shape(std::string_view word) {
    std::uint32_t upper = 0, letters = 0;
    bool first_upper = false;
    for (std::size_t at = 0; at < word.size();) {
        const utf::CodePoint point = utf::decode(word, at);
        if (is_letter(point.value)) {
            const bool is_up = is_upper(point.value);
            if (letters == 0) first_upper = is_up;
            ++letters;
            upper += is_up;
        }
        at += point.size;
    }
    if (upper == 0) return Shape::lower;
    if (upper == letters && letters > 1) return Shape::upper;
    return first_upper && upper == 1 ? Shape::title : Shape::mixed;
}

Shape shape_of(const Piece& piece) {
    if (piece.kind == Kind::letter) return letter_shape(piece.text);
    if (piece.kind == Kind::digit) return Shape::digits;
    const char32_t first = utf::decode(piece.text, 0).value;
    return u_ispunct(static_cast<UChar32>(first)) ? Shape::punct : Shape::symbol;
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) { tokens_.reserve(text.size() / 4 + 8); }

    // Takes one of ICU's segments. Inside it a token goes on over letters and marks, or over digits and their separators.
    void add(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t at = begin;
        while (at < end) {
            const utf::CodePoint point = utf::decode(text_, at);
            const Kind kind = kind_of(point.value);
            if (kind == Kind::space) {
                line_start_ = line_start_ || point.value == '\n' || point.value == '\r' || point.value == 0x2028 || point.value == 0x2029;
                at += point.size;
                continue;
            }
            const std::uint32_t stop =
                kind == Kind::letter || kind == Kind::digit ? piece_end(at, end, kind) : mark_end(at + point.size, end);
            emit(at, stop, kind);
            at = stop;
        }
    }

private:
    void emit(std::uint32_t begin, std::uint32_t end, Kind kind) {
        const Piece piece{text_.substr(begin, end - begin), {begin, end}, kind};
        const bool glued = !tokens_.empty() && tokens_.back().span.end == begin;
        tokens_.push_back({piece.span, shape_of(piece), glued, line_start_ || tokens_.empty()});
        line_start_ = false;
    }

    // Combining marks and joiners stay with the code point before them.
    std::uint32_t mark_end(std::uint32_t at, std::uint32_t end) const {
        while (at < end) {
            const utf::CodePoint point = utf::decode(text_, at);
            if (kind_of(point.value) != Kind::mark) break;
            at += point.size;
        }
        return at;
    }

    // End of the run of letters (or digits) that starts at `at`; separators ("1.234", "O'Neill", "dpa.de") go with it if
    // the same kind follows them. The run ends before an English genitive 's.
    std::uint32_t piece_end(std::uint32_t at, std::uint32_t end, Kind kind) const {
        std::uint32_t stop = at;
        while (at < end) {
            const utf::CodePoint point = utf::decode(text_, at);
            const Kind here = kind_of(point.value);
            at += point.size;
            if (here == kind || here == Kind::mark) {
                stop = at;
                continue;
            }
            const bool separates = here == Kind::other && !is_genitive(at - point.size, end);
            const bool goes_on = at < end && kind_of(utf::decode(text_, at).value) == kind;
            if (!separates || !goes_on) break;
        }
        return stop;
    }

    bool is_genitive(std::uint32_t apostrophe, std::uint32_t end) const {
        const utf::CodePoint point = utf::decode(text_, apostrophe);
        if (point.value != '\'' && point.value != 0x2019) return false;
        const std::uint32_t letter = apostrophe + point.size;
        return letter + 1 == end && (text_[letter] | 32) == 's';
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    bool line_start_ = true;
};

// The text as ICU reads it; the boundaries come back in bytes. It is widened, since ICU walks UTF-16 four times faster than UTF-8. Of a run
// of ASCII letters only the first and the last are kept: to the rules all letters of a word are alike, and of its case they ask only at
// its ends. That leaves ICU half of the text.
class Widened {
public:
    void set(std::string_view text) {
        units_.resize(text.size());
        bytes_.resize(text.size() + 1);
        size_ = 0;
        const auto is_letter = [&](std::uint32_t at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            return byte < ascii_kinds.size() && ascii_kinds[byte] == Kind::letter;
        };
        for (std::uint32_t at = 0; at < text.size();) {
            if (is_letter(at)) {
                add(static_cast<char16_t>(text[at]), at);
                const std::uint32_t first = at;
                while (++at < text.size() && is_letter(at)) {}
                if (at - first > 1) add(static_cast<char16_t>(text[at - 1]), at - 1);
                continue;
            }
            const utf::CodePoint point = utf::decode(text, at);
            if (point.value > 0xFFFF) {
                add(static_cast<char16_t>(0xD7C0 + (point.value >> 10)), at);
                add(static_cast<char16_t>(0xDC00 | (point.value & 0x3FF)), at + point.size);
            } else {
                add(static_cast<char16_t>(point.value), at);
            }
            at += point.size;
        }
        bytes_[size_] = static_cast<std::uint32_t>(text.size());
    }

    // Calls use(byte offset in the text) for each boundary but the first.
    template <typename Use>
    void each_boundary(Iterator& iterator, Use use) const {
        UErrorCode status = U_ZERO_ERROR;
        ubrk_setText(iterator.get(), units_.data(), static_cast<std::int32_t>(size_), &status);
        iterator = checked(iterator.release(), status);
        for (std::int32_t at = ubrk_next(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get()))
            use(bytes_[static_cast<std::size_t>(at)]);
    }

private:
    void add(char16_t unit, std::uint32_t byte) {
        units_[size_] = unit;
        bytes_[size_++] = byte;
    }

    // Both with room for a unit a byte.
    std::vector<char16_t> units_;
    std::vector<std::uint32_t> bytes_;  // where each unit begins, and the end
    std::size_t size_ = 0;
};

// Words and sentences end at a line's end, so a text can be widened a block of lines at a time. Only a line beyond what ICU's
// offsets reach is cut elsewhere.
std::string_view next_block(std::string_view text, std::size_t begin) {
    constexpr std::size_t usual = 1u << 16, longest = 1u << 30;
    if (text.size() - begin <= usual) return text.substr(begin);
    const std::size_t line_end = text.find('\n', begin + usual);
    std::size_t end = std::min(line_end == std::string_view::npos ? text.size() : line_end + 1, begin + longest);
    for (int i = 0; i < 3 && end < text.size() && utf::is_continuation(text[end]) && text[end - 1] != '\n'; ++i) ++end;
    return text.substr(begin, end - begin);
}

}  // namespace

Segments segment(std::string_view text) {
    Segments result;
    Iterator words = open(UBRK_WORD), sentences = open(UBRK_SENTENCE);
    Widened wide;
    Tokenizer tokenizer(text, result.tokens);
    std::uint32_t token = 0;
    const auto start_sentence = [&](std::size_t at) {
        while (token < result.tokens.size() && result.tokens[token].span.begin < at) ++token;
        if (token < result.tokens.size() && (result.sentences.empty() || result.sentences.back() != token))
            result.sentences.push_back(token);
    };
    for (std::uint32_t begin = 0; begin < text.size();) {
        const std::string_view block = next_block(text, begin);
        wide.set(block);
        std::uint32_t word = 0;
        wide.each_boundary(words, [&](std::uint32_t end) {
            tokenizer.add(begin + word, begin + end);
            word = end;
        });
        start_sentence(begin);
        wide.each_boundary(sentences, [&](std::uint32_t at) { start_sentence(begin + at); });
        begin += static_cast<std::uint32_t>(block.size());
    }
    result.tokens.shrink_to_fit();  // they stay as long as the document
    return result;
}

bool latin_words(std::string_view text, std::vector<Token>& tokens) {
    tokens.clear();
    std::uint32_t begin = 0, at = 0;
    const auto end_word = [&] {
        if (at == begin) return false;
        const Span span{begin, at};
        tokens.push_back({span, letter_shape(text.substr(begin, span.size())), false, tokens.empty()});
        return true;
    };
    while (at < text.size()) {
        const utf::CodePoint point = utf::decode(text, at);
        if (point.value == ' ') {
            if (!end_word()) return false;
            begin = at + 1;
        } else if (point.value >= latin_end || kind_of(point.value) != Kind::letter) {
            return false;
        }
        at += point.size;
    }
    return end_word();
}

}  // namespace lupe::text
