// How easily a nerve fires, as JSON: the model's indices and curves with their norms, and a recording beside
// them.
#pragma once

#include "app/report/nerve_words.hpp"

#include <string>
#include <string_view>

namespace rheobase::report {

std::string nerve_json(NerveTold const& told);

/// The JSON schema of the above, as `rheobase nerve --answer-schema` prints it.
std::string_view nerve_schema();

} // namespace rheobase::report
