// The same person told otherwise: in other units, with results left out, with a slip in a medicine's name.
// Each is made from the case itself, always in the same way.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace rheobase::cases {

using Json = nlohmann::ordered_json;

/// Nothing where the case has nothing to turn: no results, no medicines, a pregnancy.
std::optional<Json> units_swapped(Json const& told);
std::optional<Json> labs_removed(Json const& told);
std::optional<Json> medicines_removed(Json const& told);
std::optional<Json> red_flags_denied(Json const& told);
std::optional<Json> sex_swapped(Json const& told);
std::optional<Json> medicine_misspelt(Json const& told);
std::optional<Json> lists_reversed(Json const& told);
std::optional<Json> idle_facts_added(Json const& told);

} // namespace rheobase::cases
