// Finds and reads inputs; see input.h.
#include "input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace lupe::cli {

namespace fs = std::filesystem;

namespace {

std::string last_problem() { return std::strerror(errno); }

// Links to directories are not followed, so the walk ends.
void add_directory(const fs::path& directory, std::vector<Input>& inputs) {
    std::error_code problem;
    std::vector<fs::path> found;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(directory, options, problem), end; !problem && entry != end; entry.increment(problem))
        if (is_text_file(entry->path().string()) && entry->is_regular_file(problem)) found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    for (const fs::path& path : found) inputs.push_back({path.string(), path.lexically_relative(directory).replace_extension().string()});
    if (found.empty()) inputs.push_back({directory.string(), directory.filename().string()});
}

}  // namespace

bool is_text_file(const std::string& path) {
    const fs::path extension = fs::path(path).extension();
    return extension == ".txt" || extension == ".text" || extension == ".md";
}

std::vector<Input> find_inputs(const std::vector<std::string>& operands) {
    std::vector<Input> inputs;
    for (const std::string& operand : operands) {
        std::error_code ignored;
        if (operand == "-")
            inputs.push_back({operand, "stdin"});
        else if (fs::is_directory(operand, ignored))
            add_directory(operand, inputs);
        else
            inputs.push_back({operand, fs::path(operand).filename().replace_extension().string()});
    }
    return inputs;
}

File::File(const std::string& path) {
    std::error_code ignored;
    if (path == "-") {
        descriptor_ = STDIN_FILENO;
    } else if (fs::is_directory(path, ignored)) {
        problem_ = "no .txt, .text or .md file in this directory";
    } else {
        descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) problem_ = last_problem();
    }
}

File::~File() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::size_t File::read(char* into, std::size_t size) {
    if (!ok()) return 0;
    ssize_t got = 0;
    do got = ::read(descriptor_, into, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) problem_ = last_problem();
    return got < 0 ? 0 : static_cast<std::size_t>(got);
}

std::string read_all(File& file, std::size_t limit) {
    constexpr std::size_t step = 1u << 16;
    std::string text;
    std::size_t used = 0;
    do {
        text.resize(std::min(limit + 1, std::max(used + step, used * 2)));
        const std::size_t got = file.read(text.data() + used, text.size() - used);
        if (got == 0) break;
        used += got;
    } while (used <= limit);
    text.resize(used);
    return text;
}

bool LineReader::fill() {
    at_ = 0;
    end_ = file_.read(buffer_.data(), buffer_.size());
    return end_ > 0;
}

bool LineReader::next(std::string& line, bool& too_long) {
    line.clear();
    too_long = false;
    while (at_ < end_ || fill()) {
        const char* begin = buffer_.data() + at_;
        const void* found = std::memchr(begin, '\n', end_ - at_);
        const std::size_t size = found ? static_cast<std::size_t>(static_cast<const char*>(found) - begin) : end_ - at_;
        const std::size_t room = limit_ - line.size();
        line.append(begin, std::min(size, room));
        too_long = too_long || size > room;
        at_ += size + (found ? 1 : 0);
        if (found) return true;
    }
    return !line.empty();
}

}  // namespace lupe::cli
