// A food that a plan may hold, in halves of a household portion: what the person eats now, and what may be
// added.
#pragma once

#include "model/diet/diary.hpp"
#include "model/week/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::week {

/// When the diary has a food, and how much of it then.
struct Occasion {
    std::size_t day = 0; ///< of the days that the diary tells apart, from 0
    std::string meal;    ///< as the diary calls it
    double halves = 0;
};

struct Item {
    diet::Food food = diet::no_food;
    std::string id, name, measure; ///< "FNDDS:43101150", "pumpkin seeds", "a small handful (28 g)"
    double grams = unknown;        ///< of a whole portion
    bool own = false;              ///< the diary has it
    std::vector<std::string> said; ///< the diary's own words for it, each once; they may say more than `name`
    double now = 0;                ///< half portions that are eaten now, in the days of the plan
    int most = 0;                  ///< half portions that it may come to, where it may grow
    int step = 1;                  ///< half portions it comes in: 2 where half of it makes no sense (an egg)
    bool may_grow = true, may_shrink = true;
    bool must_go = false;                         ///< a wish or a stop bars it altogether
    std::string why_barred;                       ///< in a few words, where it must go or may not grow
    std::string_view aisle, kind, prepare, group; ///< as in menu_foods.csv; empty where not known
    std::vector<std::string> meals;               ///< most usual first
    std::vector<Occasion> eaten;                  ///< empty where the diary does not tell its days apart
    double price = unknown;                       ///< class 1 to 3
    int processing = 0;                           ///< 1 to 4, 0 not classed

    /// A half portion as tables have it: for limits, where what nobody measured counts as similar foods hold.
    diet::Nutrients held;
    /// Of that, what was added to the food when it was made.
    diet::Nutrients added;
    /// A half portion as it counts toward needs: less where the food holds it fast, nothing where nobody
    /// measured.
    diet::Nutrients counted;
};

/// What a person eats now.
struct Now {
    Span span = Span::week;  ///< that the items are for
    std::vector<Item> items; ///< in the order of the diary
    diet::Nutrients
        fixed; ///< a day: of lines that no plan moves, and of supplements; unknown where not known
    diet::Nutrients fixed_added; ///< of that, from products and food it was added to
    double days = 0;             ///< that the diary has
    double energy = unknown;     ///< kcal a day
};

} // namespace rheobase::week
