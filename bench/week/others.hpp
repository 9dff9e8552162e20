// The same program solved by those that one would otherwise reach for, each as a process of its own.
#pragma once

#include "engine/program/program.hpp"

#include <string>

namespace rheobase::bench {

struct Outcome {
    bool found = false;
    bool done = false; ///< proven within the gap asked for, before its time was up
    double objective = 0;
    double wall = 0, processor = 0; ///< s, of the whole process
};

/// Whether such a program can be started.
bool installed(std::string const& program);

/// Writes it as free MPS. False where the file cannot be written.
bool write_mps(engine::Program const& program, std::string const& path);

/// GLPK (GPL, so never linked) and CBC with their default settings, but for the gap and the time allowed.
Outcome by_glpsol(std::string const& path, double gap, int seconds);
Outcome by_cbc(std::string const& path, double gap, int seconds);

} // namespace rheobase::bench
