// The program as a person starts it: words of a command line and standard input in, what it prints and how it
// ends out.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace rheobase::cli {

struct Run {
    int exit = -1;
    std::string out, err;
};

inline std::string slurp(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A folder of this process alone.
inline std::filesystem::path scratch() {
    static auto const folder = [] {
        auto const made = std::filesystem::temp_directory_path() / ("rheobase_test_" + std::to_string(::getpid()));
        std::filesystem::create_directories(made);
        return made;
    }();
    return folder;
}

/// The text as a file of that name in the scratch folder.
inline std::string kept(std::string const& name, std::string const& text) {
    auto const path = scratch() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

/// `words` go through a shell.
inline Run run_program(std::string const& words, std::string const& input = "") {
    auto const in = kept("in", input);
    auto const out = scratch() / "out", err = scratch() / "err";
    auto const command = std::string(RHEOBASE_PROGRAM) + " " + words + " <" + in + " >" + out.string() + " 2>" + err.string();
    int const status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, slurp(out), slurp(err)};
}

} // namespace rheobase::cli
