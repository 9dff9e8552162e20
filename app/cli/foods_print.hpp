// How the verbs of `foods` print an amount and a food's figures.
#pragma once

#include "app/cli/verbs.hpp"
#include "model/diet/foods.hpp"
#include "model/diet/matching.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::cli {

diet::Origin origin_of(std::string_view source);

/// Single precision holds seven figures; more would be noise in print.
double printed(double value);

/// What is known of 100 g by nutrient key; an absent key is unknown.
nlohmann::ordered_json per_100_g(diet::Foods const& table, diet::Food food);

/// "79 mg", "unknown".
std::string amount(double value, diet::Nutrient nutrient);

Outcome search_foods(FoodsOptions const& options);
Outcome show_food(FoodsOptions const& options);
Outcome rank_foods(FoodsOptions const& options);

} // namespace rheobase::cli
