// The findings of a body experiment as CSV: phase,hour,what,mean,sd,p5,p50,p95, or a line a person when asked
// for.
#pragma once

#include "model/ions/run.hpp"

#include <string>

namespace rheobase::report {

std::string ions_csv(ions::Experiment const& experiment, ions::Findings const& findings);

} // namespace rheobase::report
