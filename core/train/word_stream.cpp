// Words for the word vectors; see word_stream.h.
#include "word_stream.h"

#include <istream>
#include <ostream>
#include <string>

#include "names/words.h"
#include "text/segment.h"

namespace lupe::train {

void write_words(std::string_view text, std::ostream& out) {
    const auto segments = text::segment(text);
    for (const auto& line : names::lines_of(text, segments.tokens)) {
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            if (i > 0) out << ' ';
            for (const char c : line.slice(i)) out << (c >= '0' && c <= '9' ? '0' : c);
        }
        if (!line.words.empty()) out << '\n';
    }
}

void stream_words(std::istream& in, std::size_t step, std::ostream& out) {
    std::string text;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line); ++number) {
        if (number % step != 0) continue;
        text += line;
        text += '\n';
        if (text.size() < 1u << 16) continue;
        write_words(text, out);
        text.clear();
    }
    write_words(text, out);
}

}  // namespace lupe::train
