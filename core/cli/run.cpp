// Inputs -> tasks -> results -> output; see run.h.
#include "run.h"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <new>
#include <optional>
#include <set>

#include "analyzer.h"
#include "input.h"
#include "ordered.h"
#include "output.h"
#include "records.h"
#include "render.h"

namespace lupe::cli {

namespace {

// What can become of an input; the bad ones by the exit code they alone would give.
enum class Outcome { ok, failed, unreadable, over_limit };

// A text to read, or a record that was read already, or an input that could not be.
struct Task {
    Input input;
    std::optional<std::string> record;
    bool too_long = false;
    std::string problem;
};

struct Result {
    Outcome outcome = Outcome::ok;
    std::string text;     // for the output
    std::string message;  // for standard error; none for a bad record, whose result says what is wrong
    Input input;
};

// The tasks of all inputs, one after another; records are read line by line.
class Feed {
public:
    Feed(const std::vector<Input>& inputs, const Settings& settings)
        : inputs_(inputs), records_(settings.format == Format::jsonl), line_limit_(6 * settings.max_bytes + (1u << 16)) {}

    bool next(Task& task) {
        for (; at_ < inputs_.size(); ++at_) {
            task = {inputs_[at_], std::nullopt, false, ""};
            if (!records_ || is_text_file(task.input.path)) return ++at_, true;
            if (next_record(task)) return true;
            task.problem = lines_->problem();
            lines_.reset();
            if (!task.problem.empty()) return ++at_, true;
        }
        return false;
    }

private:
    bool next_record(Task& task) {
        if (!lines_) lines_.emplace(inputs_[at_].path, line_limit_);
        std::string line;
        while (lines_->next(line, task.too_long))
            if (line.find_first_not_of(" \t\r") != std::string::npos) return task.record = std::move(line), true;
        return false;
    }

    const std::vector<Input>& inputs_;
    bool records_;
    std::size_t line_limit_;  // JSON may write each byte of a text as six
    std::size_t at_ = 0;
    std::optional<LineReader> lines_;
};

Result failed(const Task& task, const Settings& settings, Outcome outcome, const std::string& why) {
    Result result{outcome, "", "'" + (task.input.path == "-" ? "standard input" : task.input.path) + "': " + why, task.input};
    const char* code = outcome == Outcome::over_limit   ? "INPUT_TOO_LARGE"
                       : outcome == Outcome::unreadable ? "INPUT_UNREADABLE"
                                                        : "OUT_OF_MEMORY";
    if (settings.format == Format::jsonl) result.text = error_record(json_string(task.input.path), code, why) + "\n";
    return result;
}

Result work_on_record(const Task& task, const Settings& settings) {
    bool ok = false;
    thread_local Options options = settings.options;  // a copy a record would copy the dictionary
    Result result{Outcome::ok, "", "", task.input};
    if (task.too_long)
        result.text = error_record("null", "INPUT_TOO_LARGE", "the line is longer than any text within the limit");
    else
        result.text = analyze_record(*task.record, settings, options, ok);
    result.text += '\n';
    result.outcome = ok ? Outcome::ok : Outcome::failed;
    return result;
}

Result work_on_text(const Task& task, const Settings& settings, bool heading) {
    File file(task.input.path);
    const std::string text = read_all(file, settings.max_bytes);
    if (!file.ok()) return failed(task, settings, Outcome::unreadable, file.problem());
    if (text.size() > settings.max_bytes)
        return failed(task, settings, Outcome::over_limit, "longer than " + std::to_string(settings.max_bytes) + " bytes, see --max-bytes");
    if (const std::size_t at = first_invalid_utf8(text); at != std::string::npos)
        return failed(task, settings, Outcome::unreadable, "not UTF-8 (byte " + std::to_string(at) + ")");

    const Document document = thread_analyzer().analyze(text, settings.options);
    return {Outcome::ok, render(document, settings, task.input.path, heading), "", task.input};
}

Result work_on(const Task& task, const Settings& settings, bool heading) try {
    if (!task.problem.empty()) return failed(task, settings, Outcome::unreadable, task.problem);
    return task.record ? work_on_record(task, settings) : work_on_text(task, settings, heading);
} catch (const std::bad_alloc&) { return failed(task, settings, Outcome::failed, "not enough memory"); }

// Takes the results, one at a time and in order.
class Sink {
public:
    Sink(const Settings& settings, std::size_t total)
        : settings_(settings), progress_(settings.format == Format::jsonl ? 0 : total, settings.output.empty() && isatty(STDOUT_FILENO)) {
        if (settings.output.empty()) write_out(render_begin(settings));
    }

    void take(Result&& result) {
        if (settings_.output.empty())
            write_out(result.text);
        else if (result.outcome == Outcome::ok)
            save(result);
        ++counts_[static_cast<std::size_t>(result.outcome)];
        if (!result.message.empty())
            report(result.message);
        else if (result.outcome == Outcome::failed)
            ++bad_records_;
        progress_.step();
    }

    ExitCode finish() {
        if (settings_.output.empty()) write_out(render_end(settings_));
        if (bad_records_ > 0) report(std::to_string(bad_records_) + " bad records, each with an error in its place");
        progress_.clear();
        return code();
    }

private:
    void save(Result& result) {
        const std::string path = settings_.output + "/" + result.input.name + extension(settings_.format);
        std::error_code ignored;
        const bool itself = std::filesystem::equivalent(path, result.input.path, ignored);
        const std::string problem =
            itself ? "it is the input" : write_file(path, render_begin(settings_) + result.text + render_end(settings_));
        if (problem.empty()) return;
        result.outcome = Outcome::failed;
        result.message = "cannot write '" + path + "': " + problem;
    }

    void report(const std::string& message) {
        progress_.clear();
        complain(message);
    }

    std::size_t count(Outcome outcome) const { return counts_[static_cast<std::size_t>(outcome)]; }

    ExitCode code() const {
        const std::size_t all = counts_[0] + counts_[1] + counts_[2] + counts_[3];
        if (count(Outcome::ok) == all) return all_well;
        if (count(Outcome::unreadable) == all) return unreadable;
        return count(Outcome::over_limit) == all ? over_limit : some_failed;
    }

    const Settings& settings_;
    Progress progress_;
    std::array<std::size_t, 4> counts_{};
    std::size_t bad_records_ = 0;
};

// Two inputs with one place below --output; empty if there are none.
std::string clash(const std::vector<Input>& inputs) {
    std::set<std::string> names;
    for (const Input& input : inputs)
        if (!names.insert(input.name).second) return input.name;
    return "";
}

}  // namespace

ExitCode run(const Settings& settings) {
    const std::vector<Input> inputs = find_inputs(settings.inputs);
    if (const std::string name = settings.output.empty() ? "" : clash(inputs); !name.empty()) {
        complain("two inputs would be written to '" + name + "'");
        return wrong_usage;
    }
    if (settings.inputs.front() == "-" && isatty(STDIN_FILENO)) complain("reading the text from the terminal; Ctrl-D ends it");
    const bool heading = inputs.size() > 1 && settings.output.empty();
    Feed feed(inputs, settings);
    Sink sink(settings, inputs.size());
    in_order<Task, Result>(
        settings.jobs, [&](Task& task) { return feed.next(task); }, [&](const Task& task) { return work_on(task, settings, heading); },
        [&](Result&& result) { sink.take(std::move(result)); });
    return sink.finish();
}

}  // namespace lupe::cli
