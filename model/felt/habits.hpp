// How the person of a case lives, in the words of the twitch stage. What the case does not tell stays
// unknown.
#pragma once

#include "model/twitch/habits.hpp"
#include "model/verdict/chart.hpp"

namespace rheobase::felt {

/// Numbers the case gives are taken as they are, of caffeine what it says before what its diary adds up to.
/// The rest follows the first row of habit_signs.csv of each habit that surely holds. Medicines are those
/// that count today by the verdict's own windows.
twitch::Habits habits(verdict::Chart const& chart);

} // namespace rheobase::felt
