// A plan's portions of a food of one's own, on the days and in the meals in which the diary has it: cream
// cheese stays with its bagel.
#pragma once

#include "model/week/item.hpp"

namespace rheobase::week {

struct Placed {
    std::size_t day = 0; ///< of the plan, from 0
    std::string meal;    ///< as the diary calls it
    double halves = 0;
};

/// Days of the diary that these items were eaten on; 0 where it does not tell them apart.
std::size_t diary_days(std::vector<Item> const& items);

/// The day of the diary that a day of the plan repeats: one after the other, again from the first where the
/// plan is longer, and as far apart as may be where the diary is.
std::size_t repeated(std::size_t day, std::size_t plan_days, std::size_t diary_days);

/// `halves` at most. Less than usual comes on fewer occasions, more on each of them more as far as a helping
/// may grow; what is over is left for helpings of its own. In whole halves where a usual helping is at least
/// one. Empty where the repeated days do not have the food. `turn` differs from food to food, so that not all
/// of them leave the same days.
std::vector<Placed> as_eaten(Item const& item, double halves, std::size_t plan_days, std::size_t diary_days,
                             std::size_t turn = 0);

} // namespace rheobase::week
