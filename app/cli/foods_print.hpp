// How the verbs of `foods` print an amount and a food's figures.
#pragma once

#include "app/cli/verbs.hpp"
#include "app/report/json/food.hpp"
#include "model/diet/foods.hpp"
#include "model/diet/matching.hpp"

namespace rheobase::cli {

diet::Origin origin_of(std::string_view source);

/// "79 mg", "unknown".
std::string amount(double value, diet::Nutrient nutrient);

Outcome search_foods(FoodsOptions const& options);
Outcome show_food(FoodsOptions const& options);
Outcome rank_foods(FoodsOptions const& options);

} // namespace rheobase::cli
