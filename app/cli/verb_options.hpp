// What some verbs take on the command line, each in a file of its own.
#pragma once

#include "app/cli/verbs.hpp"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace rheobase::cli {

/// --format, one of these.
CLI::Option* add_format(CLI::App& verb, std::string& format, std::vector<std::string> const& names);

/// --out, the file to write to.
void add_out(CLI::App& verb, std::string& out_path);

void add_foods_options(CLI::App& verb, FoodsOptions& options, std::string& out_path);
void add_ions_options(CLI::App& verb, IonsOptions& options, std::string& out_path);

} // namespace rheobase::cli
