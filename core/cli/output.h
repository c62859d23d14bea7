// Where results and messages go.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace lupe::cli {

// Writes to standard output at once. If nobody reads it any more, the program ends quietly with success: what was asked
// for has been had. Any other problem ends it with a message and `some_failed`.
void write_out(std::string_view text);

// Writes a file, making the folders above it. Returns the problem in the system's words, empty if there was none.
std::string write_file(const std::string& path, std::string_view text);

// One line on standard error: "lupe: " and the message, control characters (of file names) replaced.
void complain(std::string_view message);

// A bar on standard error while many inputs are worked on; silent unless standard error is a terminal and standard
// output is not writing to one. Redrawn at most ten times a second, removed at the end.
class Progress {
public:
    // `total` is 0 if it is not known.
    Progress(std::size_t total, bool quiet);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step();
    void clear();  // before anything else is written to the terminal

private:
    void draw();

    std::size_t total_, done_ = 0;
    bool active_, drawn_ = false;
    std::chrono::steady_clock::time_point next_;
};

}  // namespace lupe::cli
