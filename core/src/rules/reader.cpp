// Looks at tokens only; every answer takes a bounded number of them.
#include "rules/reader.h"

#include <algorithm>

namespace lupe::rules {

namespace {

constexpr std::size_t longest_run = 24;  // bytes

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_int(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

bool is_run_mark(std::string_view token) {
    return token == "." || token == ":" || token == "/" || token == "-" || token == "–" || token == "," || token == "\xE2\x80\x91";
}

}  // namespace

Reader::Reader(const Context& context, std::span<const Numeral> numerals)
    : context_(context),
      numerals_(numerals),
      starts_(context.tokens.size(), none),
      ends_(context.tokens.size(), none),
      tense_endings_(context.lexicon.rows(Class::tense_ending)),
      month_first_(!context.lexicon.rows(Class::month_first).empty()),
      bare_day_(context.lexicon.rows(Class::dotted_ordinal).empty()) {
    const auto parts = context.lexicon.rows(Class::part_ending);
    part_endings_.assign(parts.begin(), parts.end());
    std::stable_sort(part_endings_.begin(), part_endings_.end(),
                     [](const Row* a, const Row* b) { return a->form.size() > b->form.size(); });
    for (std::uint32_t i = 0; i < numerals.size(); ++i) {
        starts_[numerals[i].begin] = i;
        ends_[numerals[i].end - 1] = i;
    }
}

bool Reader::may_be_compound(At at) const {
    constexpr std::uint32_t shortest = 9;  // bytes: "Montagfrüh" has more
    const Token& token = context_.tokens[at];
    if (token.span.size() < shortest || token.shape == Shape::lower || token.shape > Shape::mixed) return false;
    if (token.shape == Shape::upper) return true;
    const std::string_view word = context_.slice(at);
    return std::any_of(part_endings_.begin(), part_endings_.end(), [&](const Row* row) { return word.ends_with(row->form); });
}

bool Reader::dash(At at) const {
    if (at >= size()) return false;
    const std::string_view text = context_.slice(at);
    return text == "-" || text == "–" || text == "—" || text == "‑" || text == "‐";
}

std::optional<Read> Reader::integer(At at, std::size_t most) const {
    if (!digits(at)) return {};
    const std::string_view text = context_.slice(at);
    if (text.size() > most || !all_digits(text)) return {};
    return Read{to_int(text), at + 1};
}

std::optional<Read> Reader::ordinal(At at) const {
    const Numeral* found = numeral(at);
    if (found && found->ordinal && found->value.is_integer()) return Read{static_cast<int>(found->value.to_int(0) % 100000), found->end};
    const auto plain = integer(at, 3);
    if (plain && mark(plain->end, '.') && glued(plain->end)) return Read{plain->value, plain->end + 1};
    return {};
}

std::optional<Read> Reader::year(At at) const {
    const auto found = integer(at, 4);
    if (!found || context_.slice(at).size() != 4 || found->value < 1000 || found->value > 2199) return {};
    if (glued(found->end) && (word(found->end) || mark(found->end, '%'))) return {};
    return found;
}

std::string_view Reader::run(At at) const {
    if (!digits(at)) return {};
    if (last_run_at_ != at) {
        last_run_ = find_run(at);
        last_run_at_ = at;
    }
    return last_run_;
}

std::string_view Reader::find_run(At at) const {
    const std::uint32_t begin = context_.tokens[at].span.begin;
    std::uint32_t end = context_.tokens[at].span.end;
    for (At next = at + 1; next < size() && end - begin < longest_run && context_.tokens[next].glued; ++next) {
        if (!digits(next) && !is_run_mark(context_.slice(next))) break;
        end = context_.tokens[next].span.end;
    }
    return context_.text.substr(begin, std::min<std::size_t>(end - begin, longest_run));
}

At Reader::run_end(At at, std::size_t bytes) const {
    const std::uint32_t wanted = context_.tokens[at].span.begin + static_cast<std::uint32_t>(bytes);
    while (at < size() && context_.tokens[at].span.end < wanted) ++at;
    if (at >= size() || context_.tokens[at].span.end != wanted) return 0;
    const bool more = glued(at + 1) && (digits(at + 1) || context_.tokens[at + 1].shape <= Shape::mixed);
    return more && digits(at + 1) ? 0 : at + 1;
}

}  // namespace lupe::rules
