// The answer as one JSON object, the one that every other report is made from.
#pragma once

#include "model/rheobase.hpp"

#include <string>

namespace rheobase::report {

std::string answer_json(Answer const& answer);

/// The `intake` and `diary` parts alone, for `rheobase diet`.
std::string diet_json(PlateAnswer const& plate);

} // namespace rheobase::report
