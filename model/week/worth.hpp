// How much of what a portion holds counts toward a need. Needs are set for ordinary mixed food, so a portion
// that the gut takes up worse counts for less; none counts for more.
#pragma once

#include "model/diet/foods.hpp"

namespace rheobase::week {

/// Of `amount` mg of calcium in one portion: spinach holds its own fast, and a large load is taken up to a
/// smaller share (Heaney 1990). `fraction` is that of the food alone at an ordinary load, unknown for mixed
/// food.
double calcium_counted(double amount, double fraction);

/// Of magnesium, by the class of phytate in the food: "low", "medium", "high", "" unknown.
double magnesium_counted(double amount, std::string_view phytate);

/// Of `amount` µg of vitamin B12 in one portion: its carrier fills up.
double b12_counted(double amount);

/// What a portion of a food of these nutrients counts for.
diet::Nutrients counted(diet::Foods const& table, diet::Food food, diet::Nutrients const& portion);

} // namespace rheobase::week
