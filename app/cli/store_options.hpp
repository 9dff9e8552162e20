// The words of `rheobase store` on the command line.
#pragma once

#include "app/cli/verbs.hpp"

#include <CLI/CLI.hpp>

namespace rheobase::cli {

/// Adds the verbs of the store and what they take; `out_path` is where an export goes.
void add_store_options(CLI::App& verb, StoreOptions& options, std::string& out_path);

} // namespace rheobase::cli
