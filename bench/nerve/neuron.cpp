#include "bench/nerve/neuron.hpp"

#include <array>
#include <cstdio>
#include <sstream>

namespace rheobase::bench {

namespace {

std::string const scripts = RHEOBASE_ROOT "/bench/nerve/neuron";
std::string const folder = RHEOBASE_BUILD "/neuron";

std::string output_of(std::string const& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return text;
    std::array<char, 4096> part{};
    while (std::size_t const n = fread(part.data(), 1, part.size(), pipe))
        text.append(part.data(), n);
    return pclose(pipe) == 0 ? text : "";
}

/// The compiled mechanism; empty where NEURON is not there.
std::string const& library() {
    static std::string const path = [] {
        std::string text = output_of("'" + scripts + "/build.sh' '" + folder + "' 2>/dev/null");
        while (!text.empty() && text.back() == '\n')
            text.pop_back();
        return text;
    }();
    return path;
}

} // namespace

NeuronRun neuron(std::string const& what) {
    NeuronRun run;
    if (library().empty())
        return run;
    // Debian's own Python is the one that knows Debian's NEURON.
    std::istringstream words(
        output_of("/usr/bin/python3 '" + scripts + "/fibre.py' '" + library() + "' " + what + " 2>/dev/null"));
    std::string key;
    while (words >> key) {
        if (key == "seconds")
            run.ran = static_cast<bool>(words >> run.seconds);
        else if (key == "steps")
            words >> run.steps;
        else if (key == "segments")
            words >> run.segments;
        else if (key == "velocity")
            words >> run.velocity;
    }
    return run;
}

std::string neuron_file() {
    return folder + "/nodes.bin";
}

} // namespace rheobase::bench
