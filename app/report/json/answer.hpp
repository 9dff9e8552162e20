// The answer as one JSON object, the one that every other report is made from.
#pragma once

#include "model/rheobase.hpp"

#include <string>
#include <string_view>

namespace rheobase::report {

std::string answer_json(Answer const& answer);

/// The JSON schema that every answer keeps to, as it is carried in the program.
std::string_view answer_schema();

/// The `intake` and `diary` parts alone, for `rheobase diet`.
std::string diet_json(PlateAnswer const& plate);

} // namespace rheobase::report
