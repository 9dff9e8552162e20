// What stands behind the options of the command line: which values they take, and one sentence where they do
// not.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace rheobase::cli {

/// "'abc' is no number of people. Give a whole number from 1 to 1000000."
CLI::Validator whole_number(int low, int high, std::string what);

/// A seed is a whole number that fits: a minus sign or a digit too many would quietly become another seed.
CLI::Validator whole_seed();

/// "'pdf' is no format. Take csv, json or html."
CLI::Validator one_of(std::vector<std::string> names, std::string what);

/// What is wrong with the words of a command line, in one sentence that says what to do.
std::string slip_in_words(CLI::App const& app, CLI::ParseError const& problem);

} // namespace rheobase::cli
