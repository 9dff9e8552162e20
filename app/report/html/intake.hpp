// The parts of the section on intake against need.
#pragma once

#include "app/report/html/sheet.hpp"

#include <string>

namespace rheobase::report {

/// From this share on, all of the food counts as known.
inline constexpr double nearly_all = 0.995;

/// "of 320 mg"; empty where there is no target.
std::string need_in_words(NutrientAnswer const& entry);

/// How much of the food the figure rests on; empty when that is not known.
std::string coverage_in_words(diet::NutrientIntake const& intake);

/// The nutrients that matter to nerve and muscle, drawn. Those of which nothing is known are named instead.
void write_chart(Sheet& sheet);

} // namespace rheobase::report
