// The findings of a body experiment as JSON, with the experiment as it was read: the echo is itself an
// experiment that gives the same findings.
#pragma once

#include "model/ions/run.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::report {

/// The experiment as a file would say it, with everything that was taken for granted written out.
nlohmann::ordered_json experiment_json(ions::Experiment const& experiment);

/// `notes` are what reading it had to say.
std::string ions_json(ions::Experiment const& experiment, ions::Findings const& findings,
                      std::vector<std::string> const& notes);

/// The JSON schema of the above, as `rheobase ions --answer-schema` prints it.
std::string_view ions_schema();

} // namespace rheobase::report
