// Several things in a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// "a, b and c".
std::string listed(std::vector<std::string> const& parts, std::string_view last = "and");

} // namespace rheobase
