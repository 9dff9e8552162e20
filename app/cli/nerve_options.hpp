// The command line of `rheobase nerve`. It is taken as it was typed and held against its bounds afterwards, so
// that all that is wrong with it is said at once.
#pragma once

#include "app/cli/verbs.hpp"
#include "base/result.hpp"

#include <CLI/CLI.hpp>

namespace rheobase::cli {

/// Which options the verb has, and what they say of themselves.
void add_nerve_options(CLI::App& verb);

/// What was typed behind them.
NerveOptions nerve_options(CLI::App const& verb);

/// What does not depend on the medium, once it is found good.
struct NerveAsked {
    std::string recording_path; ///< "-" is standard input
    std::string format = "text";
    std::optional<int> people; ///< axons of the ensemble
    std::uint64_t seed = nerve::Crowd{}.seed;
    int threads = 0; ///< 0: all cores
};

/// Adds a fault for every option that is given twice, is out of its bounds or does not exist.
NerveAsked nerve_asked(NerveOptions const& typed, std::vector<Problem>& faults);

} // namespace rheobase::cli
