// Measures the stages of the analysis on a text file, against ICU's bare segmentation pass in the same run.
//
//   bench TEXT_FILE [BYTES [RUNS]]     repeats the file's text up to BYTES (default 1,000,000) and prints a table of medians
//
// The same program runs natively and as WebAssembly under Node; run.sh puts both into one table with the page and others.
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lang/language.h"
#include "lang/sentences.h"
#include "lupe/analyze.h"
#include "lupe/json.h"
#include "names/dictionary.h"
#include "names/tagger.h"
#include "rules/amounts.h"
#include "rules/times.h"
#include "text/blocks.h"
#include "text/segment.h"

namespace {

std::size_t runs = 7;

double median(std::vector<double>& times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

double median_ms(const std::function<void()>& work) {
    std::vector<double> times;
    for (std::size_t i = 0; i < runs; ++i) {
        const std::clock_t start = std::clock();  // processor time: other programs on the machine do not count
        work();
        times.push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return median(times);
}

// Word and sentence boundaries over UTF-16, counted and thrown away: the yardstick.
std::size_t icu_pass(const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    std::size_t boundaries = 0;
    for (const UBreakIteratorType kind : {UBRK_WORD, UBRK_SENTENCE}) {
        UBreakIterator* iterator = ubrk_open(kind, "de", text.data(), static_cast<int32_t>(text.size()), &status);
        while (ubrk_next(iterator) != UBRK_DONE) ++boundaries;
        ubrk_close(iterator);
    }
    return boundaries;
}

std::u16string to_utf16(const std::string& text) {
    std::u16string wide(text.size(), u'\0');
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8WithSub(wide.data(), static_cast<int32_t>(wide.size()), &length, text.data(), static_cast<int32_t>(text.size()), 0xFFFD,
                         nullptr, &status);
    wide.resize(static_cast<std::size_t>(length));
    return wide;
}

std::string read_repeated(const char* path, std::size_t bytes) {
    std::ifstream in(path);
    const std::string once{std::istreambuf_iterator<char>(in), {}};
    std::string text;
    while (!once.empty() && text.size() < bytes) text += once + "\n\n";
    return text;
}

struct Row {
    const char* stage;
    double ms;
};

// The stages between tokens and resolver, which go through a text block by block.
constexpr std::array stages{"terms", "numerals", "amounts", "times", "names"};
using Taken = std::array<double, stages.size()>;  // milliseconds

Taken read_blocks(const std::string& text, const lupe::text::Segments& segments) {
    using namespace lupe;
    const Lexicon& lexicon = *lexicon_of(recognise_language(text, segments.tokens));
    names::Forms forms(names::Model::built_in());
    const names::Dictionary none({});
    Taken taken{};
    for (std::size_t begin = 0, end; begin < segments.tokens.size(); begin = end) {
        end = text::block_end(segments.tokens, begin);
        const auto tokens = std::span(segments.tokens).subspan(begin, end - begin);
        std::clock_t start = std::clock();
        const auto lap = [&](std::size_t stage) {
            const std::clock_t now = std::clock();
            taken[stage] += 1e3 * static_cast<double>(now - std::exchange(start, now)) / CLOCKS_PER_SEC;
        };
        const Terms terms(lexicon, text, tokens);
        std::vector<std::uint32_t> boundaries;
        for (const std::uint32_t at : segments.sentences)
            if (at >= begin && at < end) boundaries.push_back(at - static_cast<std::uint32_t>(begin));
        const auto sentences = join_after_abbreviations(boundaries, text, tokens, terms);
        lap(0);
        const rules::Context context{text, tokens, sentences, lexicon, terms, {2023, 9, 26}};
        const auto numerals = rules::find_numerals(context);
        lap(1);
        rules::Proposals proposals;
        rules::recognise_amounts(context, numerals, proposals);
        lap(2);
        rules::recognise_times(context, numerals, proposals);
        lap(3);
        names::recognise_names(forms, lexicon, text, tokens, none, proposals);
        lap(4);
    }
    return taken;
}

std::vector<Row> measure(const std::string& text) {
    using namespace lupe;
    std::vector<Row> rows;
    const std::u16string wide = to_utf16(text);
    volatile std::size_t sink = 0;
    rows.push_back({"ICU bare pass", median_ms([&] { sink = icu_pass(wide); })});
    const text::Segments segments = text::segment(text);
    rows.push_back({"tokens, sentences", median_ms([&] { sink = text::segment(text).tokens.size(); })});
    std::array<std::vector<double>, stages.size()> taken;
    for (std::size_t i = 0; i < runs; ++i) {
        const Taken once = read_blocks(text, segments);
        for (std::size_t stage = 0; stage < stages.size(); ++stage) taken[stage].push_back(once[stage]);
    }
    for (std::size_t stage = 0; stage < stages.size(); ++stage) rows.push_back({stages[stage], median(taken[stage])});
    Analyzer analyzer;
    const Document document = analyzer.analyze(text);
    rows.push_back({"JSON", median_ms([&] { sink = to_json(document, OffsetUnit::utf16).size(); })});
    rows.push_back({"whole analysis", median_ms([&] { sink = analyze(text).annotations.size(); })});
    rows.push_back({"the same once more", median_ms([&] { sink = analyzer.analyze(text).annotations.size(); })});
    return rows;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: bench TEXT_FILE [BYTES [RUNS]]\n"), 2;
    const std::string text = read_repeated(argv[1], argc > 2 ? std::stoul(argv[2]) : 1'000'000);
    if (argc > 3) runs = std::stoul(argv[3]);
    if (text.empty() || runs == 0) return std::fprintf(stderr, "bench: %s is empty or unreadable\n", argv[1]), 3;
    const std::vector<Row> rows = measure(text);
    std::printf("%zu bytes, medians of %zu runs\n%-20s %9s %9s %12s\n", text.size(), runs, "stage", "ms", "MB/s", "x ICU pass");
    for (const Row& row : rows)
        std::printf("%-20s %9.2f %9.1f %12.2f\n", row.stage, row.ms, static_cast<double>(text.size()) / 1e3 / row.ms, row.ms / rows[0].ms);
}
