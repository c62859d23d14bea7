// Where texts come from: files, directories and standard input, read with a limit.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace lupe::cli {

// One input of the command line after directories are opened up.
struct Input {
    std::string path;  // "-" is standard input
    std::string name;  // where its result goes below --output, without the ending: "sub/article"
};

// The inputs that the operands stand for, directories sorted by path. A directory without texts stays in the list as it
// is, so that reading it fails and says so.
std::vector<Input> find_inputs(const std::vector<std::string>& operands);

// True for files that are one text each (.txt, .text, .md), whatever the format.
bool is_text_file(const std::string& path);

// An open file; closed at the end of its life, unless it is standard input.
class File {
public:
    explicit File(const std::string& path);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool ok() const { return problem_.empty(); }
    const std::string& problem() const { return problem_; }  // the system's words; empty if all is well

    // Up to `size` bytes, as soon as there are some; 0 at the end or on a problem.
    std::size_t read(char* into, std::size_t size);

private:
    int descriptor_ = -1;
    std::string problem_;
};

// The whole file, but at most `limit` + 1 bytes of it, so that a longer one is known by its size.
std::string read_all(File& file, std::size_t limit);

// Lines of a file, one at a time, none held longer than `limit` bytes.
class LineReader {
public:
    LineReader(const std::string& path, std::size_t limit) : file_(path), limit_(limit), buffer_(1u << 16, '\0') {}

    // The next line without its end; false at the end of the file or on a problem. A line that is too long comes cut
    // to `limit` bytes, with `too_long` set.
    bool next(std::string& line, bool& too_long);
    const std::string& problem() const { return file_.problem(); }

private:
    bool fill();

    File file_;
    std::size_t limit_;
    std::string buffer_;
    std::size_t at_ = 0, end_ = 0;
};

}  // namespace lupe::cli
