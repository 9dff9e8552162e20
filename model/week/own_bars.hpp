// What allergies, wishes and stops do to the foods that a person eats already.
#pragma once

#include "model/week/bans.hpp"
#include "model/week/item.hpp"
#include "model/week/wishes.hpp"

namespace rheobase::week {

/// Sets may_grow, may_shrink, must_go and why_barred of each own item. A food that is avoided or barred by
/// its name or kind must go; one that a stop wants no more of may not grow; one that must stay steady may not
/// move; one that is kept may not shrink. A mixed dish whose makings no table tells may not grow for a person
/// with an allergy, named or not. Returns the names of such dishes.
std::vector<std::string> bar_own(std::vector<Item>& items, PlanBans const& bans,
                                 std::vector<verdict::HardStop> const& stops, Wishes const& wishes,
                                 bool allergic, diet::Foods const& table);

} // namespace rheobase::week
