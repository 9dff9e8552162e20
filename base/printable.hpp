// Text from a file on its way to a terminal: what would steer the terminal is shown as a mark instead.
#pragma once

#include <string>
#include <string_view>

namespace rheobase {

/// The text with every control character (but line ends and tabs) replaced by U+FFFD. The rest stays byte for
/// byte.
std::string printable(std::string_view text);

} // namespace rheobase
