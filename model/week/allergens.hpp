// Whether a food holds an allergen. Of a food of the menu its own row tells; of any other its names do, less
// the names that mean something else ("peanut butter" is no butter), and of dishes and families what cooks
// and factories usually put into them. The diary's own words are heard beside the table's name, which may say
// less ("prawn sandwich" is found as a sandwich). Too much held to be in it is safer than too little.
#pragma once

#include "model/diet/foods.hpp"
#include "model/verdict/stop_kinds.rows.hpp"

#include <span>
#include <string>
#include <string_view>

namespace rheobase::week {

/// What counts as held: what the name speaks of, also what such a dish holds in most kitchens, or also what
/// is often in it. An allergy asks for the last, a wish or a diet for the second.
enum class Held { by_name, mostly, often };

/// `code` is one of allergens.csv; `said` are the diary's wordings of the food. Lactose is bound by its
/// amount: hard cheese holds milk and hardly any of it.
bool holds_allergen(diet::Food food, std::string_view code, diet::Foods const& table,
                    std::span<std::string const> said = {}, Held held = Held::often);

/// The same by these names alone, of a food of this family ("cheese"); for names that are not the table's
/// own.
bool named_after(std::string_view name, std::string_view others, std::string_view family,
                 std::string_view code, Held held = Held::often);

/// Whether the food is said to be made without it: by each of the diary's wordings, or by the table's name
/// where the diary has none.
bool said_free_of(diet::Food food, std::string_view code, diet::Foods const& table,
                  std::span<std::string const> said);

/// Whether any of the patterns, separated by ;, stands in the name and none of `excludes`, each a phrase.
bool called(std::string_view name, std::string_view patterns, std::string_view excludes);

/// Whether the menu has a row for this food, or for the same bread untoasted: then that row tells all.
bool judged_by_menu(diet::Food food, diet::Foods const& table);

/// Whether a stop's kind names this food; `plain_name` is what the menu calls it, empty where it does not.
bool stop_names(verdict::StopKindsRow const& kind, diet::Food food, std::string_view plain_name,
                diet::Foods const& table, std::span<std::string const> said = {});

} // namespace rheobase::week
