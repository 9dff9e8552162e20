// Reads a body experiment. All that is wrong with it is listed at once; what is sound is a value the model
// can run.
#pragma once

#include "base/result.hpp"
#include "model/ions/experiment.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct ExperimentRead {
    ions::Experiment experiment; ///< sound when there are no faults
    std::vector<Problem> faults;
    std::vector<std::string> notes; ///< sentences: what was taken for granted, what was named and is not used
};

/// What the command line says goes before what the file says.
struct Overrides {
    std::optional<double> people;
    std::optional<std::uint64_t> seed;
};

/// More bytes than this are no experiment.
inline constexpr std::size_t largest_experiment = 4'000'000;

/// `name` is the file's name for messages. Never throws; any bytes are met with an answer.
ExperimentRead read_experiment(std::string_view json, std::string_view name, Overrides const& overrides = {});

/// The JSON schema of an experiment, as `rheobase ions --schema` prints it.
std::string_view experiment_schema();

} // namespace rheobase::read
