// Kinds of food that a person may want none of, wider than a word and no allergen: vegetables, sweets, pork,
// drinks with alcohol.
#pragma once

#include "model/diet/foods.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rheobase::week {

/// Whether a food is of a kind of avoided_kinds.csv: by its family, its names and the diary's wordings
/// `said`, or by what a portion of so many grams holds. Where every wording says otherwise ("vegan sausage")
/// the table's name is not asked.
bool is_of_kind(std::string_view kind, diet::Food food, double grams, std::string_view plain_name,
                diet::Foods const& table, std::span<std::string const> said = {});

} // namespace rheobase::week
