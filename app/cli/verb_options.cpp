#include "app/cli/verb_options.hpp"

#include "app/cli/options.hpp"

namespace rheobase::cli {

CLI::Option* add_format(CLI::App& verb, std::string& format, std::vector<std::string> const& names) {
    return verb.add_option("--format", format, "How to print the answer")
        ->check(one_of(names, "format"))
        ->capture_default_str();
}

void add_out(CLI::App& verb, std::string& out_path) {
    verb.add_option("--out", out_path, "Write to this file instead of the screen");
}

} // namespace rheobase::cli
