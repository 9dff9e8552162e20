// The answer as text: one calm screen first, the details below it.
#pragma once

#include "model/rheobase.hpp"

#include <string>

namespace rheobase::report {

std::string answer_text(Answer const& answer, bool colour);

} // namespace rheobase::report
