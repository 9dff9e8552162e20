// The portions of a plan spread over its days and their meals.
#pragma once

#include "model/week/item.hpp"

namespace rheobase::week {

struct Serving {
    std::size_t item = 0;
    double halves = 0;
};
struct Meal {
    std::string name; ///< as the diary calls it, or Breakfast, Lunch, Dinner, Snack
    std::vector<Serving> servings;
};
struct Day {
    std::vector<Meal> meals;
    double energy = 0; ///< kcal
};

/// Every half portion of the plan lands in exactly one meal. A food comes in the amounts it is usually eaten
/// in, on days as far apart as they can be, in the meal it belongs to; foods richer in energy choose their
/// days first, so that days come out alike.
std::vector<Day> spread(std::vector<Item> const& items, std::vector<double> const& halves,
                        Span span = Span::week);

} // namespace rheobase::week
