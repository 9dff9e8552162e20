// The other signs that people notice: cramp, tingling, weakness, hands that lock. How common they are anyway
// is counted; what low or high ions add is a handful of rival curves, each a row of sign_curves.csv. Of one
// chain of causes (`route`) the curves are rivals, of different chains they add up; a rival of the whole is
// laid beside their sum. Left out: sodium, phosphate, nerves hurt by lack of vitamin B12.
#pragma once

#include "model/nerve/medium.hpp"
#include "model/twitch/excited.hpp"
#include "model/twitch/habits.hpp"

#include <array>
#include <string_view>

namespace rheobase::twitch {

struct Sign {
    std::string_view name;  ///< cramp, tingling, weakness, tetany
    Interval in_a_month;    ///< chance to have it at least once in a month of this blood and these habits
    Interval without_blood; ///< the same in ordinary blood
};

/// In the order tingling, cramp, weakness, tetany. Weakness is felt, not measured.
std::array<Sign, 4> signs(Excited const& nerve, Habits const& habits, nerve::Medium<double> const& blood);

/// Chance that the blood alone brings a sign, beyond what ordinary blood brings: over the rival curves and
/// their numbers.
Interval brought_by_blood(std::string_view sign, Excited const& nerve, nerve::Medium<double> const& blood);

} // namespace rheobase::twitch
