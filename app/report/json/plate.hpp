// The plate's part of the JSON answer.
#pragma once

#include "model/rheobase.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::report {

using Json = nlohmann::ordered_json;

/// A number with six figures, null for an unknown one.
Json figure(double value);

Json intake_json(PlateAnswer const& plate);
Json diary_json(PlateAnswer const& plate);

} // namespace rheobase::report
