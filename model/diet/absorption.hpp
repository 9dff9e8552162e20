// How much of a food's calcium can be absorbed at all: oxalate and phytate hold it back.
#pragma once

#include "model/diet/foods.hpp"

namespace rheobase::diet {

struct Absorption {
    std::string_view oxalate; ///< low, medium, high, very_high; "" unknown
    std::string_view phytate; ///< low, medium, high; "" unknown
    double oxalate_mg_per_100_g = unknown;
    double calcium_fraction = unknown; ///< of the calcium in it, absorbed by an adult
    std::string_view source;
};

/// What is known of a food of this name; everything unknown where no row of absorption.csv fits.
Absorption absorption_of(Foods const& table, Food food);

} // namespace rheobase::diet
