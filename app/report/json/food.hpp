// Foods of the table as JSON: what a search found, and everything that is known of one.
#pragma once

#include "app/report/json/plate.hpp"
#include "model/diet/foods.hpp"
#include "model/diet/matching.hpp"

#include <string_view>

namespace rheobase::report {

/// Single precision holds seven figures; more would be noise in print.
double printed(double value);

/// What is known of 100 g by nutrient key; an absent key is unknown.
Json per_100_g_json(diet::Foods const& table, diet::Food food);

/// {"results": […]}, best first.
Json found_json(std::string_view text, diet::Foods const& table, int limit,
                diet::Origin origin = diet::Origin::any);

Json food_json(diet::Foods const& table, diet::Food food);

} // namespace rheobase::report
