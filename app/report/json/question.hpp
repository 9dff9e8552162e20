// A question of the interview as JSON, for a page that asks it.
#pragma once

#include "model/verdict/interview.hpp"

#include <string>

namespace rheobase::report {

/// {"question": {"id", "kind", "text", "why", "about", "answers": [{"code", "text"}]} or null, "finished",
/// "red", "counted", "urgency"}.
std::string next_question_json(verdict::NextQuestion const& next);

} // namespace rheobase::report
