// A line of a diary in words, put among what was eaten.
#pragma once

#include "model/diet/diary.hpp"

#include <string_view>

namespace rheobase::read {

/// Adds each food that the words name, with day, time, meal and line of `frame`, and lists what was not understood.
/// Figures that `frame` states are for the whole line: of several foods they make one without a name, since sharing
/// them out would be a guess.
void add_words(diet::Diary& diary, std::string_view words, diet::Eaten const& frame, diet::Foods const& foods);

} // namespace rheobase::read
