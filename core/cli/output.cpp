// Writes results, messages and progress; see output.h.
#include "output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "settings.h"

namespace lupe::cli {

namespace {

constexpr std::size_t many = 10;  // inputs from which a bar is of use
constexpr std::size_t bar_width = 30;
constexpr auto redraw = std::chrono::milliseconds(100);

}  // namespace

void write_out(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            std::_Exit(all_well);
        } else if (errno != EINTR) {
            complain(std::string("cannot write: ") + std::strerror(errno));
            std::_Exit(some_failed);
        }
    }
}

std::string write_file(const std::string& path, std::string_view text) {
    std::error_code problem;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), problem);
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    return out ? "" : std::strerror(errno ? errno : EIO);
}

void complain(std::string_view message) {
    std::string line = "lupe: " + std::string(message);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    std::fprintf(stderr, "%s\n", line.c_str());
}

Progress::Progress(std::size_t total, bool quiet)
    : total_(total),
      active_(!quiet && (total == 0 || total >= many) && isatty(STDERR_FILENO)),
      next_(std::chrono::steady_clock::now() + redraw) {}

void Progress::step() {
    ++done_;
    if (!active_ || std::chrono::steady_clock::now() < next_) return;
    next_ = std::chrono::steady_clock::now() + redraw;
    draw();
}

void Progress::draw() {
    drawn_ = true;
    if (total_ == 0) {
        std::fprintf(stderr, "\r%zu records", done_);
        return;
    }
    const std::size_t filled = std::min(done_, total_) * bar_width / total_;
    const std::string bar = std::string(filled, '#') + std::string(bar_width - filled, '.');
    std::fprintf(stderr, "\r[%s] %zu of %zu texts", bar.c_str(), done_, total_);
}

void Progress::clear() {
    if (drawn_) std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
}

}  // namespace lupe::cli
