// A meal in plain words as it was understood, as JSON.
#pragma once

#include "app/report/json/plate.hpp"

#include <string>

namespace rheobase::report {

Json range_json(diet::Range const& range);

/// What a diary holds as if of one day, by nutrient key; {} where nothing was recognised.
Json totals_json(diet::Diary const& diary, diet::Foods const& table);

/// One line of `rheobase diet --words -`.
Json meal_json(std::string const& meal, diet::Foods const& table);

} // namespace rheobase::report
