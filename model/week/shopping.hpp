// What to buy for a week, by the shelves of a shop: eggs by number, what is cooked at home by its weight.
#pragma once

#include "model/week/item.hpp"

namespace rheobase::week {

struct ShoppingLine {
    std::string name;
    double grams = 0;
    std::string amount; ///< "2 cups (250 g)", "370 g when roasted", "5 eggs (220 g)"
    bool added = false; ///< not eaten now
};
struct Shelf {
    std::string name; ///< "Fruit and vegetables"
    std::vector<ShoppingLine> lines;
};

/// Everything of the week's portions, water apart; shelves and lines in a fixed order, the heaviest first.
std::vector<Shelf> shopping_list(std::vector<Item> const& items, std::vector<double> const& halves);

/// The shelf of a family of foods, as a key of aisles.csv.
std::string_view aisle_of(std::string_view family);

} // namespace rheobase::week
