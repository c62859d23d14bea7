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

const char* const stages[] = {"tokens", "sentences", "amounts", "times", "names", "entities", "JSON"};
// At most so many bytes a byte of a text that is dense in amounts and times; core/DESIGN.md says what holds them.
constexpr std::array<double, 7> budget = {4, 20, 26, 26, 40, 20, 23};

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

int measure(const std::string& text) {
    const std::size_t before = held;
    std::array<double, 7> used{};
    std::size_t stage = 0;
    const auto note = [&] {
        used[stage++] = static_cast<double>(peak - before) / static_cast<double>(text.size());
        peak = held;
    };
    peak = held;
    analysed(text, [&](double) { note(); });
    note();
    int failed = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const bool good = used[i] <= budget[i];
        std::printf("%-10s %5.1f bytes a byte of text, at most %.0f%s\n", stages[i], used[i], budget[i], good ? "" : "  TOO MUCH");
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
