// A household measure in words that people use: "1 cup (244 g)", "half a small handful (14 g)".
#pragma once

#include "model/diet/foods.hpp"

#include <string>

namespace rheobase::week {

struct HouseholdMeasure {
    std::string words; ///< without the grams: "1 cup"; empty where the table knows none
    double grams = unknown;
};

/// The household measure of a food that is nearest to `usual_grams`; that many grams where none is near.
HouseholdMeasure nearest_measure(diet::Foods const& table, diet::Food food, double usual_grams);

/// The table's name of a food without what it does not know: "Broccoli, cooked", and short enough to shop by.
std::string kitchen_name(std::string_view table_name);

/// "half a cup (65 g)", "1 1/2 cups (195 g)": `halves` halves of a measure that is `words` and weighs
/// `grams`.
std::string portion_in_words(std::string_view words, double grams, double halves);

} // namespace rheobase::week
