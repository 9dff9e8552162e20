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

/// "half a cup (65 g)", "about 3 1/2 bars (200 g)": `halves` halves of a measure that is `words` and weighs
/// `grams`. "About" where that is no such number of them within a tenth of a half; grams alone where no
/// number comes near, or where the measure is one of weight.
std::string portion_in_words(std::string_view words, double grams, double halves);

/// "2 slices": that many of "1 slice".
std::string times_in_words(std::string_view words, int times);

/// "85 g", "1.3 kg", as exactly as a kitchen scale is read.
std::string weight_in_words(double grams);

} // namespace rheobase::week
