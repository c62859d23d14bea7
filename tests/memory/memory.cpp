// Memory: how much each stage of an analysis holds at most, per byte of text, and that an analysis that finds too little ends
// with std::bad_alloc and spoils none that follows. A program of its own, because it replaces operator new.
//
//   lupe_memory ARTICLE      repeated to 4 MB it is the text
#include <malloc.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <utility>

#include "lupe/analyze.h"
#include "lupe/json.h"

namespace {

std::size_t held = 0, peak = 0;
std::size_t most = static_cast<std::size_t>(-1);  // beyond it there is no memory

}  // namespace

void* operator new(std::size_t size) {
    void* const memory = held + size > most ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (!memory) throw std::bad_alloc();
    held += malloc_usable_size(memory);
    peak = std::max(peak, held);
    return memory;
}
void operator delete(void* memory) noexcept {
    if (memory) held -= malloc_usable_size(memory);
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

// What is held at most, in bytes.
struct Peaks {
    double tokens = 0, blocks = 0, entities = 0, json = 0;
};
constexpr std::pair<const char*, double Peaks::*> stages[] = {
    {"tokens", &Peaks::tokens}, {"blocks", &Peaks::blocks}, {"entities", &Peaks::entities}, {"JSON", &Peaks::json}};
// By how much the peaks of a text that is dense in amounts and times may grow a byte of text; core/DESIGN.md says what holds it.
constexpr Peaks budget = {6, 10, 10, 12};

std::string text_of(const char* path, std::size_t size) {
    std::ifstream in(path, std::ios::binary);
    const std::string once{std::istreambuf_iterator<char>(in), {}};
    std::string text;
    while (text.size() < size && !once.empty()) text += once;
    return text;
}

std::string analysed(const std::string& text, std::function<void(double)> on_progress = nullptr) {
    const lupe::Options options{.language = "de", .reference_date = "2023-09-26", .dictionary = {}, .on_progress = std::move(on_progress)};
    const lupe::Document document = lupe::analyze(text, options);
    return lupe::to_json(document, lupe::OffsetUnit::utf16);
}

Peaks peaks_of(const std::string& text) {
    const std::size_t before = held;
    Peaks peaks;
    double* next = &peaks.tokens;
    const auto note = [&] {
        *next = std::max(*next, static_cast<double>(peak - before));
        peak = held;
    };
    peak = held;
    analysed(text, [&](double done) {
        if (done == 1) next = &peaks.entities;
        note();
        next = done == 1 ? &peaks.json : &peaks.blocks;
    });
    note();
    return peaks;
}

// The text twice as long tells what a byte more costs; the rest is the same for every text.
int measure(const std::string& text) {
    const Peaks once = peaks_of(text), twice = peaks_of(text + text);
    int failed = 0;
    for (const auto& [name, stage] : stages) {
        const double growth = (twice.*stage - once.*stage) / static_cast<double>(text.size());
        const double fixed = once.*stage - growth * static_cast<double>(text.size());
        const bool good = growth <= budget.*stage;
        std::printf("%-10s %5.1f bytes a byte of text, at most %.0f, and %.1f MB%s\n", name, growth, budget.*stage, fixed / 1e6,
                    good ? "" : "  TOO MUCH");
        failed += !good;
    }
    return failed;
}

// Every limit gives the result or bad_alloc, and then all is as before.
int starve(const std::string& text) {
    const std::string expected = analysed(text);
    int refused = 0, failed = 0;
    for (std::size_t room = 1000; refused >= 0; room += room / 6) {
        const std::size_t before = held;
        most = held + room;
        try {
            const std::string result = analysed(text);
            most = static_cast<std::size_t>(-1);
            failed += result != expected || refused < 20;
            refused = -1;
        } catch (const std::bad_alloc&) {
            most = static_cast<std::size_t>(-1);
            ++refused;
            failed += held != before;  // all was given back
        }
    }
    failed += analysed(text) != expected;
    std::printf("without memory: %s\n", failed ? "WRONG" : "refused, and well afterwards");
    return failed;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    analysed("Anna zahlt am Montag 5 Euro.");  // what is made once
    return measure(text_of(argv[1], 4u << 20)) + starve(text_of(argv[1], 1u << 16).substr(0, 1u << 16)) ? 1 : 0;
}
