// Whether a food that a person eats already is outside a diet.
#pragma once

#include "model/diet/foods.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rheobase::week {

/// By its family and name, the diary's wordings `said`, and what a portion of so many grams holds
/// (diet_bars.csv). Synonyms of the table ("buttermilk bread") are too wide a net. A food that the menu marks
/// as fitting fits, and so does one that every wording of the diary calls by the diet ("vegan sausages").
bool off_diet(std::string_view diet, diet::Food food, double grams, diet::Foods const& table,
              std::span<std::string const> said);

} // namespace rheobase::week
