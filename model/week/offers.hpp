// Foods of menu_foods.csv that may come onto this person's table.
#pragma once

#include "model/week/bans.hpp"
#include "model/week/item.hpp"
#include "model/week/wishes.hpp"

namespace rheobase::week {

/// Those that no ban, diet or wish rules out and that the person does not eat already.
std::vector<Item> offers(std::vector<Item> const& own, PlanBans const& bans, Wishes const& wishes,
                         diet::Foods const& table);

/// Gives own items the shelf, price and making of the same food in menu_foods.csv, or of its family.
void describe(std::vector<Item>& own, diet::Foods const& table);

} // namespace rheobase::week
