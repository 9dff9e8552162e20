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

/// The order of meals in a day, whatever a diary calls them: breakfast, lunch, dinner, all between meals.
std::size_t place_of(std::string_view meal);

/// Every half portion of the plan lands in exactly one meal. The days repeat those of the diary, so that its
/// meals stay meals (as_eaten). What is new, and all where the diary does not tell its days apart, comes in
/// usual amounts on days as far apart as they can be, foods richer in energy first onto the emptiest days; of
/// the meals that a new food belongs to it joins the one with most to go with it.
std::vector<Day> spread(std::vector<Item> const& items, std::vector<double> const& halves,
                        Span span = Span::week);

} // namespace rheobase::week
