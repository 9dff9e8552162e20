#include "bench/week/others.hpp"

#include <fmt/core.h>

#include <sys/resource.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace rheobase::bench {

namespace {

double of_children() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    return static_cast<double>(used.ru_utime.tv_sec) + 1e-6 * static_cast<double>(used.ru_utime.tv_usec);
}

std::string output_of(std::string const& command, Outcome& outcome) {
    auto const begun = std::chrono::steady_clock::now();
    double const before = of_children();
    std::string text;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        std::array<char, 4096> part{};
        while (std::size_t const n = fread(part.data(), 1, part.size(), pipe))
            text.append(part.data(), n);
        pclose(pipe);
    }
    outcome.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    outcome.processor = of_children() - before;
    return text;
}

/// The number after the last of these words.
bool number_after(std::string const& text, std::string const& words, double& number) {
    auto const at = text.rfind(words);
    if (at == text.npos)
        return false;
    number = std::strtod(text.c_str() + at + words.size(), nullptr);
    return true;
}

} // namespace

bool installed(std::string const& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

bool write_mps(engine::Program const& program, std::string const& path) {
    std::ofstream file(path);
    auto const number = [](double x) { return fmt::format("{:.12g}", x); };
    file << "NAME menu FREE\nROWS\n N cost\n";
    auto const bounded = [](double x) { return std::isfinite(x); };
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        auto const& row = program.rows[r];
        file << (bounded(row.lower) ? " G " : bounded(row.upper) ? " L " : " N ") << "R" << r << "\n";
    }
    std::vector<std::vector<engine::Program::Entry>> of_column(program.columns.size());
    for (auto const& entry : program.entries)
        of_column[static_cast<std::size_t>(entry.column)].push_back(entry);
    file << "COLUMNS\n";
    for (int const whole : {1, 0}) {
        file << " M" << whole << " 'MARKER' " << (whole ? "'INTORG'" : "'INTEND'") << "\n";
        for (std::size_t c = 0; c < program.columns.size(); ++c) {
            if (program.columns[c].integer != (whole == 1))
                continue;
            file << " C" << c << " cost " << number(program.columns[c].cost) << "\n";
            for (auto const& entry : of_column[c])
                file << " C" << c << " R" << entry.row << " " << number(entry.value) << "\n";
        }
    }
    file << "RHS\n";
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        auto const& row = program.rows[r];
        double const side = bounded(row.lower) ? row.lower : bounded(row.upper) ? row.upper : 0;
        if (side != 0)
            file << " RHS R" << r << " " << number(side) << "\n";
    }
    file << "RANGES\n";
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        auto const& row = program.rows[r];
        if (bounded(row.lower) && bounded(row.upper))
            file << " RNG R" << r << " " << number(row.upper - row.lower) << "\n";
    }
    file << "BOUNDS\n";
    for (std::size_t c = 0; c < program.columns.size(); ++c)
        file << " UP BND C" << c << " " << number(program.columns[c].upper) << "\n";
    file << "ENDATA\n";
    return static_cast<bool>(file.flush());
}

Outcome by_glpsol(std::string const& path, double gap, int seconds) {
    Outcome out;
    auto const text = output_of(
        fmt::format("glpsol --freemps '{}' --mipgap {} --tmlim {} -o /dev/stdout 2>&1", path, gap, seconds),
        out);
    // With a gap asked for, it calls an answer within it optimal.
    out.done = text.find("TIME LIMIT EXCEEDED") == text.npos && text.find("INTEGER") != text.npos;
    out.found =
        (text.find("INTEGER OPTIMAL") != text.npos || text.find("INTEGER NON-OPTIMAL") != text.npos) &&
        number_after(text, "Objective:  cost = ", out.objective);
    out.done = out.done && out.found;
    return out;
}

Outcome by_cbc(std::string const& path, double gap, int seconds) {
    Outcome out;
    auto const text = output_of(
        fmt::format("cbc '{}' -ratio {} -sec {} -timeMode elapsed -solve -quit 2>&1", path, gap, seconds),
        out);
    out.found = number_after(text, "Objective value:", out.objective);
    out.done = out.found && text.find("Result - Optimal solution found") != text.npos;
    return out;
}

} // namespace rheobase::bench
