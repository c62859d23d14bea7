// The analyzer's boundary to JavaScript: a text goes in as UTF-8 in wasm memory, JSON comes out the same way.
//
//   lupe_allocate(size), lupe_free(memory)   room for what goes in; the caller writes it and frees it
//   lupe_analyze(request)                    ok or one of the codes below
//   lupe_result(), lupe_result_size()        the JSON of the last call that gave ok, valid until the next call
//
//   lupe_progress(done)                      called by the module during lupe_analyze, 0 to 1
//   lupe_out_of_memory()                     called when memory does not suffice; does not return, the instance is then spent
//
// Nothing here prints or throws. exports.txt is the reviewed list of what the module exports; lupe.mjs is the only caller.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "lupe/analyze.h"
#include "lupe/json.h"

namespace {

enum Status : std::int32_t { ok = 0, too_large = 1, bad_option = 2 };

struct Slice {
    const char* data;
    std::uint32_t size;
    std::string_view view() const { return {data, size}; }
};

// Five slices of UTF-8, as lupe.mjs lays them out: ten 32-bit words.
struct Request {
    Slice text;
    Slice language;        // "auto", "de", "en"
    Slice reference_date;  // empty: the text's own dateline
    Slice today;           // used where neither of them gives a date; may be empty
    Slice dictionary;      // lines "TYPE<tab>surface"; the type is a name type or "never"
};

// The last result. Its memory stays for the next one.
std::string result;

// What is analysed next is often what was analysed last, with a letter more.
lupe::Analyzer& analyzer() {
    static lupe::Analyzer only;
    return only;
}

bool read_name_type(std::string_view word, lupe::DictionaryEntry& entry) {
    entry.never = word == "never";
    for (const lupe::Type type : {lupe::Type::person, lupe::Type::organization, lupe::Type::location, lupe::Type::misc}) {
        if (word != lupe::type_name(type)) continue;
        entry.type = type;
        return true;
    }
    return entry.never;
}

bool read_dictionary(std::string_view rows, std::vector<lupe::DictionaryEntry>& dictionary) {
    while (!rows.empty()) {
        const std::string_view row = rows.substr(0, rows.find('\n'));
        rows.remove_prefix(row.size() < rows.size() ? row.size() + 1 : row.size());
        const std::size_t tab = row.find('\t');
        lupe::DictionaryEntry entry;
        if (tab == std::string_view::npos || tab + 1 == row.size() || !read_name_type(row.substr(0, tab), entry)) return false;
        entry.surface = row.substr(tab + 1);
        dictionary.push_back(std::move(entry));
    }
    return true;
}

}  // namespace

extern "C" {

// From JavaScript: the share of the stages that are done, for whoever waits.
[[clang::import_module("env"), clang::import_name("lupe_progress")]] void lupe_progress(double done);

[[clang::import_module("env"), clang::import_name("lupe_out_of_memory"), noreturn]] void lupe_out_of_memory();

// Null when there is no room.
void* lupe_allocate(std::size_t size) { return std::malloc(size == 0 ? 1 : size); }

void lupe_free(void* memory) { std::free(memory); }

std::int32_t lupe_analyze(const Request* request) {
    if (request->text.size > lupe::default_max_bytes) return too_large;
    std::set_new_handler(lupe_out_of_memory);

    lupe::Options options;
    options.language = request->language.view();
    options.reference_date = request->reference_date.view();
    options.today = request->today.view();
    options.on_progress = lupe_progress;
    std::string error;
    if (!lupe::valid(options, error) || !read_dictionary(request->dictionary.view(), options.dictionary)) return bad_option;

    result = lupe::to_json(analyzer().analyze(request->text.view(), options), lupe::OffsetUnit::utf16);
    return ok;
}

const char* lupe_result() { return result.data(); }

std::size_t lupe_result_size() { return result.size(); }

}  // extern "C"
