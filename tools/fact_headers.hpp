// A checked table as the text of a C++ header.
#pragma once

#include "tools/fact_table.hpp"

namespace rheobase::facts {

std::string header(Table const& table);

} // namespace rheobase::facts
