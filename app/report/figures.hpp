// Numbers as people read them.
#pragma once

#include <string>

namespace rheobase::report {

/// So many digits behind the point, a minus that is a minus and no hyphen, and a dash for what is unknown.
std::string with_decimals(double value, int decimals);

} // namespace rheobase::report
