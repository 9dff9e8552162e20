// A card, the list of cards and the comparison of nutrients as a page of text.
#pragma once

#include "model/why/compare.hpp"
#include "model/why/explain.hpp"

#include <string>

namespace rheobase::report {

std::string text_of(why::Card const& card, bool colour);
std::string text_of(std::vector<why::Named> const& all, bool colour);
std::string text_of(std::vector<why::Compared> const& rows, bool colour);

} // namespace rheobase::report
