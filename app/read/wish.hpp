// A wish in words: "vegan", "no nuts", "keep cheddar", "cheap", "no cooking", "few changes".
#pragma once

#include "base/result.hpp"
#include "model/week/wishes.hpp"

#include <string_view>

namespace rheobase::read {

/// The wish that the words name, alone. A problem where no diet, food or manner is known by them.
Result<week::Wishes> read_wish(std::string_view words);

} // namespace rheobase::read
