#include "tests/cli/program.hpp"

#include <algorithm>
#include <csignal>
#include <gtest/gtest.h>

using namespace rheobase::cli;

namespace {

/// Started in the background; its number and address once it has printed them.
struct Serving {
    pid_t process = 0;
    std::string out;
};

Serving serve(std::string const& store) {
    auto const out = scratch() / "serve_out";
    std::filesystem::remove(out);
    auto const process = fork();
    if (process == 0) {
        auto const words =
            "exec " + std::string(RHEOBASE_PROGRAM) + " serve --store " + store + " >" + out.string();
        execl("/bin/sh", "sh", "-c", words.c_str(), nullptr);
        _exit(127);
    }
    constexpr int most_waits = 3000;
    for (int i = 0; i < most_waits && slurp(out).find("Ctrl-C") == std::string::npos; ++i)
        usleep(20'000);
    return {process, slurp(out)};
}

} // namespace

TEST(Serve, SaysWhereItIsAndStopsCleanlyOnASignal) {
    for (int const signal : {SIGINT, SIGTERM}) {
        auto const running = serve((scratch() / "serve.sqlite").string());
        EXPECT_NE(running.out.find("http://127.0.0.1:"), std::string::npos) << running.out;
        EXPECT_NE(running.out.find("?token="), std::string::npos);
        ASSERT_EQ(kill(running.process, signal), 0);
        int status = -1;
        ASSERT_EQ(waitpid(running.process, &status, 0), running.process);
        EXPECT_TRUE(WIFEXITED(status));
        EXPECT_EQ(WEXITSTATUS(status), 0);
        EXPECT_NE(slurp(scratch() / "serve_out").find("Stopped."), std::string::npos);
    }
}

TEST(Serve, OnATakenPortIsOneSentenceAndThree) {
    auto const running = serve((scratch() / "serve.sqlite").string());
    auto const from = running.out.find("127.0.0.1:") + 10;
    auto const port = running.out.substr(from, running.out.find('/', from) - from);
    auto const second =
        run_program("serve --port " + port + " --store " + (scratch() / "other.sqlite").string());
    EXPECT_EQ(second.exit, 3);
    EXPECT_TRUE(second.err.starts_with("port " + port + ": ")) << second.err;
    EXPECT_EQ(std::count(second.err.begin(), second.err.end(), '\n'), 1);
    kill(running.process, SIGTERM);
    waitpid(running.process, nullptr, 0);
}

TEST(Serve, DoesNotGoOverAFileThatIsNoStore) {
    auto const path = kept("notes.txt", "my notes");
    auto const refused = run_program("serve --store " + path);
    EXPECT_EQ(refused.exit, 3);
    EXPECT_EQ(slurp(path), "my notes");
}
