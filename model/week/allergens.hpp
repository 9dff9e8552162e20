// Whether a food holds an allergen. Of a food of the menu its own row tells; of any other its names do, less
// the names that mean something else ("peanut butter" is no butter). Too much held to be in it is safer than
// too little.
#pragma once

#include "model/diet/foods.hpp"
#include "model/verdict/stop_kinds.rows.hpp"

#include <string_view>

namespace rheobase::week {

/// `code` is one of allergens.csv. Lactose is bound by its amount: hard cheese holds milk and hardly any of
/// it.
bool holds_allergen(diet::Food food, std::string_view code, diet::Foods const& table);

/// The same by these names alone, of a food of this family ("cheese"); for names that are not the table's
/// own.
bool named_after(std::string_view name, std::string_view others, std::string_view family,
                 std::string_view code);

/// Whether a stop's kind names this food; `plain_name` is what the menu calls it, empty where it does not.
bool stop_names(verdict::StopKindsRow const& kind, diet::Food food, std::string_view plain_name,
                diet::Foods const& table);

} // namespace rheobase::week
