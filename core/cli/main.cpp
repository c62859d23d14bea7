// The command line `lupe`: articles in, findings out; --help says how. Settings from settings.h, work in run.h.
#include <csignal>
#include <new>
#include <system_error>

#include "output.h"
#include "run.h"
#include "settings.h"

int main(int argc, char** argv) try {
    using namespace lupe::cli;
    std::signal(SIGPIPE, SIG_IGN);  // write_out() ends the program, with its own exit code

    Settings settings;
    std::string error;
    if (!read_arguments(argc, argv, settings, error)) {
        complain(error + "; see lupe --help");
        return wrong_usage;
    }
    if (settings.help) return write_out(help_text), all_well;
    if (settings.version) return write_out(std::string("lupe ") + lupe::version + "\n"), all_well;
    return run(settings);
} catch (const std::bad_alloc&) {
    lupe::cli::complain("not enough memory");
    return lupe::cli::some_failed;
} catch (const std::system_error& error) {  // of threads
    lupe::cli::complain(error.what());
    return lupe::cli::some_failed;
}
