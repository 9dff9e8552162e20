// The answer as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
#pragma once

#include "model/rheobase.hpp"

#include <string>

namespace rheobase::report {

std::string answer_html(Answer const& answer);

} // namespace rheobase::report
