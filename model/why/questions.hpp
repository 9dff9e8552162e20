// Which question is asked, in whatever words.
#pragma once

#include <string_view>

namespace rheobase::why {

/// Whether some question holds the word among its telling ones.
bool known_to_a_question(std::string_view word);

/// The code of the question that shares most telling words with what was asked; empty when none is near
/// enough, or holds less than half of them. A word tells the less the more questions use it.
std::string_view question_meant(std::string_view asked);

} // namespace rheobase::why
