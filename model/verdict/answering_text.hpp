// What a person writes of medicines, supplements and blood results in one line, with commas between.
#pragma once

#include "model/verdict/questions.hpp"

namespace rheobase::verdict {

/// Adds what was written. "omeprazole for 3 years, sertraline stopped 5 days ago" is two medicines; "none"
/// makes a list whole and empty. What cannot be read goes to `set_aside`.
void put_text(Evidence& evidence, QuestionKind kind, std::string_view text);

} // namespace rheobase::verdict
