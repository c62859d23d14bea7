// Work on several things at once, results in the order of the things, with bounded memory.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace lupe::cli {

// Takes tasks from `next` (bool next(Task&), false at the end), turns each into a result by `work` (Result work(Task&&))
// on `jobs` threads, and gives the results to `sink` (void sink(Result&&)) in the order of the tasks. Only `work` runs on
// several threads at once. At most four results a thread wait for an earlier one. A result reaches the sink although
// `next` waits for input, so a program that sends its next task only after an answer gets one.
template <typename Task, typename Result, typename Next, typename Work, typename Sink>
class Ordered {
public:
    Ordered(unsigned jobs, Next next, Work work, Sink sink) : window_(std::uint64_t{4} * jobs), next_(next), work_(work), sink_(sink) {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([this] { run(); });
        run();
    }

private:
    void run() {
        Task task;
        std::uint64_t number = 0;
        while (take(task, number)) put(work_(std::move(task)), number);
    }

    bool take(Task& task, std::uint64_t& number) {
        const std::lock_guard only_one_reads(input_);
        {
            std::unique_lock lock(output_);
            moved_.wait(lock, [&] { return taken_ < written_ + window_; });
        }
        if (ended_) return false;
        ended_ = !next_(task);
        number = taken_++;
        return !ended_;
    }

    void put(Result&& result, std::uint64_t number) {
        const std::lock_guard lock(output_);
        waiting_.emplace(number, std::move(result));
        for (auto first = waiting_.begin(); first != waiting_.end() && first->first == written_; first = waiting_.begin(), ++written_) {
            sink_(std::move(first->second));
            waiting_.erase(first);
        }
        moved_.notify_all();
    }

    const std::uint64_t window_;
    Next next_;
    Work work_;
    Sink sink_;

    std::mutex input_;  // guards taken_, ended_ and next_
    std::uint64_t taken_ = 0;
    bool ended_ = false;

    std::mutex output_;  // guards the rest and sink_
    std::condition_variable moved_;
    std::uint64_t written_ = 0;
    std::map<std::uint64_t, Result> waiting_;
};

template <typename Task, typename Result, typename Next, typename Work, typename Sink>
void in_order(unsigned jobs, Next next, Work work, Sink sink) {
    Ordered<Task, Result, Next, Work, Sink>(jobs, next, work, sink);
}

}  // namespace lupe::cli
