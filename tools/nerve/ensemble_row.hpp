// A member of the ensemble as the committed table has it.
#pragma once

#include "tools/nerve/branch_choice.hpp"

namespace rheobase::nerve {

std::string ensemble_header();
/// One line without its break, every number to five digits.
std::string ensemble_row(Fit const& fit, Chosen const& chosen);

} // namespace rheobase::nerve
