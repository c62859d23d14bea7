// Reads the command line; see settings.h.
#include "settings.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

#include "dictionary.h"

namespace lupe::cli {

namespace {

constexpr std::array<std::string_view, 7> format_names{"json", "jsonl", "csv", "conll", "brat", "html", "text"};
constexpr std::array<std::string_view, 3> unit_names{"utf16", "codepoint", "byte"};
constexpr std::array<std::string_view, 3> colour_names{"auto", "always", "never"};
constexpr std::size_t most_bytes = 0xFFFFFFFE;  // offsets have 32 bits
constexpr std::size_t most_jobs = 256;

std::string alternatives(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

class Parser {
public:
    Parser(Settings& settings, std::string& error) : settings_(settings), error_(error) {}

    bool parse(std::span<char* const> arguments) {
        bool only_operands = false;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string_view argument = arguments[i];
            if (only_operands || argument == "-" || !argument.starts_with('-')) {
                settings_.inputs.emplace_back(argument);
            } else if (argument == "--") {
                only_operands = true;
            } else if (!option(argument, arguments, i)) {
                return false;
            }
        }
        return true;
    }

    bool finish() {
        if (settings_.inputs.empty()) settings_.inputs.emplace_back("-");
        settings_.colour = colour_ == "always" || (colour_ == "auto" && terminal_wants_colour());
        if (!settings_.output.empty() && settings_.format == Format::jsonl)
            return wrong("--output is not for jsonl, whose results are lines");
        if (dictionary_ && !read_dictionary(*dictionary_, settings_.options.dictionary, error_)) return false;
        return valid(settings_.options, error_);
    }

private:
    bool wrong(const std::string& what) {
        error_ = what;
        return false;
    }

    // One option with its value, either "--name=value" or "--name value"; moves `i` to the last argument it took.
    bool option(std::string_view argument, std::span<char* const> arguments, std::size_t& i) {
        const auto equals = argument.starts_with("--") ? argument.find('=') : std::string_view::npos;
        const std::string_view name = argument.substr(0, equals);
        if (name == "--help" || name == "-h") return settings_.help = true;
        if (name == "--version" || name == "-V") return settings_.version = true;
        const auto set = setter(name);
        if (!set) return wrong("there is no option '" + std::string(name) + "'");
        if (equals != std::string_view::npos) return set(argument.substr(equals + 1));
        if (i + 1 == arguments.size()) return wrong("'" + std::string(name) + "' needs a value");
        return set(arguments[++i]);
    }

    std::function<bool(std::string_view)> setter(std::string_view name) {
        const auto store = [](std::string& into) {
            return [&into](std::string_view value) {
                into = value;
                return true;
            };
        };
        if (name == "--lang" || name == "-l") return store(settings_.options.language);
        if (name == "--date" || name == "-d") return store(settings_.options.reference_date);
        if (name == "--output" || name == "-o") return store(settings_.output);
        if (name == "--dictionary") return store(dictionary_.emplace());
        if (name == "--format" || name == "-f")
            return [this](std::string_view value) { return choose("format", format_names, value, settings_.format); };
        if (name == "--offsets")
            return [this](std::string_view value) { return choose("offset unit", unit_names, value, settings_.offsets); };
        if (name == "--color") return [this](std::string_view value) { return colour(value); };
        if (name == "--max-bytes")
            return [this](std::string_view value) { return count("--max-bytes", value, 1, most_bytes, settings_.max_bytes); };
        if (name == "--jobs" || name == "-j") return [this](std::string_view value) { return jobs(value); };
        return nullptr;
    }

    template <typename Choice, std::size_t size>
    bool choose(std::string_view what, const std::array<std::string_view, size>& names, std::string_view value, Choice& into) {
        const auto found = std::find(names.begin(), names.end(), value);
        if (found == names.end())
            return wrong("there is no " + std::string(what) + " '" + std::string(value) + "'; there are " + alternatives(names));
        into = static_cast<Choice>(found - names.begin());
        return true;
    }

    bool count(std::string_view name, std::string_view value, std::size_t least, std::size_t most, std::size_t& into) {
        const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), into);
        if (problem == std::errc{} && end == value.data() + value.size() && into >= least && into <= most) return true;
        return wrong(std::string(name) + " is a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", not '" +
                     std::string(value) + "'");
    }

    bool jobs(std::string_view value) {
        std::size_t number = 0;
        if (!count("--jobs", value, 0, most_jobs, number)) return false;
        settings_.jobs = number > 0 ? static_cast<unsigned>(number) : std::max(1u, std::thread::hardware_concurrency());
        return true;
    }

    bool colour(std::string_view value) {
        std::size_t ignored = 0;
        colour_ = value;
        return choose("use of colour", colour_names, value, ignored);
    }

    // no-color.org: any value that is not empty says no.
    static bool terminal_wants_colour() {
        const char* no = std::getenv("NO_COLOR");
        const char* terminal = std::getenv("TERM");
        return isatty(STDOUT_FILENO) && !(no && *no) && !(terminal && std::string_view(terminal) == "dumb");
    }

    Settings& settings_;
    std::string& error_;
    std::optional<std::string> dictionary_;
    std::string colour_ = "auto";
};

}  // namespace

bool read_arguments(int argc, char** argv, Settings& settings, std::string& error) {
    Parser parser(settings, error);
    if (!parser.parse(std::span(argv, static_cast<std::size_t>(argc)).subspan(argc > 0 ? 1 : 0))) return false;
    return settings.help || settings.version || parser.finish();
}

}  // namespace lupe::cli
