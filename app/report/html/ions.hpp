// The findings of a body experiment as one page that needs nothing else: every reported quantity drawn over
// time.
#pragma once

#include "model/ions/run.hpp"

#include <string>
#include <vector>

namespace rheobase::report {

/// `notes` are what reading the experiment had to say.
std::string ions_html(ions::Experiment const& experiment, ions::Findings const& findings,
                      std::vector<std::string> const& notes);

} // namespace rheobase::report
