// A card, the list of cards and the comparison of nutrients as JSON.
#pragma once

#include "model/why/compare.hpp"
#include "model/why/explain.hpp"

#include <string>

namespace rheobase::report {

std::string json_of(why::Card const& card);
std::string json_of(std::vector<why::Named> const& all);
std::string json_of(std::vector<why::Compared> const& rows);

} // namespace rheobase::report
