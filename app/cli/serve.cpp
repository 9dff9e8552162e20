// The page on this machine: starts the server, says where it is, and stops on a signal.
#include "app/cli/verbs.hpp"
#include "app/server/server.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <spawn.h>
#include <thread>

extern char** environ;

namespace rheobase::cli {

namespace {

using namespace std::chrono_literals;

/// Signals that end it, taken by no thread but the one that waits for them.
sigset_t ends() {
    sigset_t set;
    sigemptyset(&set);
    for (int const one : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, one);
    return set;
}

/// In a browser. Whether it comes up is the desktop's business; the address stands there in any case.
void open_in_browser(std::string address) {
    std::string program = "xdg-open";
    std::array<char*, 3> words{program.data(), address.data(), nullptr};
    posix_spawnattr_t plain;
    posix_spawnattr_init(&plain);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&plain, &none);
    posix_spawnattr_setflags(&plain, POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    if (posix_spawnp(&child, "xdg-open", nullptr, &plain, words.data(), environ) != 0)
        std::fputs("No browser could be opened (xdg-open is not there). Open the address yourself.\n",
                   stderr);
    posix_spawnattr_destroy(&plain);
}

/// Long work under way keeps nothing that is not on the disk already, so nobody need wait for its end.
void leave_work_behind(server::Server const& server) {
    for (auto left = 1000ms; !server.idle() && left > 0ms; left -= 20ms)
        std::this_thread::sleep_for(20ms);
    if (!server.idle()) {
        std::fflush(nullptr);
        std::_Exit(answered);
    }
}

} // namespace

Outcome serve(ServeOptions const& options) {
    auto const wanted = ends();
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &wanted, &before);
    // A browser that closes its end, or children that ended, are no reason to end.
    std::signal(SIGPIPE, SIG_IGN);
    auto server = server::Server::start({.port = options.port, .store_path = options.store});
    if (!server) {
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        return {outside_failure, "", in_words(server.error()) + "\n"};
    }
    std::printf("Open this address in a browser on this machine:\n  %s\n"
                "What you enter is kept in %s and leaves this machine on no way but your own export.\n"
                "Stop it with Ctrl-C.\n",
                (*server)->address().c_str(), (*server)->store_path().c_str());
    std::fflush(stdout);
    if (options.open)
        open_in_browser((*server)->address());
    timespec const second{1, 0};
    while (sigtimedwait(&wanted, nullptr, &second) < 0 && (errno == EAGAIN || errno == EINTR))
        (*server)->look_round();
    (*server)->stop();
    leave_work_behind(**server);
    server->reset();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return {answered, "Stopped. Everything that was logged is kept.\n", ""};
}

} // namespace rheobase::cli
