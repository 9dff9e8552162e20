// Text from a file on its way to a terminal or a page: what would steer it is shown as a mark instead.
#pragma once

#include <string>
#include <string_view>

namespace rheobase {

/// The text with every control character (but line ends and tabs) and every mark that turns the direction of
/// writing replaced by U+FFFD. The rest stays byte for byte.
std::string printable(std::string_view text);

} // namespace rheobase
