// From plain words to foods with grams: "two slices of whole wheat toast with butter and a 12 oz latte".
#pragma once

#include "model/diet/diary.hpp"

#include <string_view>

namespace rheobase::diet {

/// What a meal in plain words was understood to be. Words nothing could be made of stand in `unread`.
Diary read_words(std::string_view meal, Foods const& table);

} // namespace rheobase::diet
