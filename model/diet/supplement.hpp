// A product taken beside food, with what one unit of it holds.
#pragma once

#include "model/diet/diary.hpp"

#include <array>
#include <string>
#include <vector>

namespace rheobase::diet {

struct Supplement {
    std::string name;
    std::string dose;                       ///< as written: "400 mg twice daily"
    double per_day = unknown;               ///< units taken a day
    std::array<Range, nutrient_count> each; ///< per unit, elemental; a dose of a salt gives a range
    std::vector<std::string> times;
};

/// The product with what its name and dose say, where the case does not say it: "magnesium oxide", "400 mg
/// twice daily" is two units a day of 241 to 400 mg magnesium, because a label may mean the salt or the
/// magnesium in it.
Supplement understood(Supplement product);

/// Whether anything is known of what the product holds.
bool holds_anything_known(Supplement const& product);

/// How often a day a dose is taken, from words: "twice daily" 2, "every other day" 0.5, "weekly" 1/7; once a
/// day when they say nothing.
double times_a_day(std::string_view words);

} // namespace rheobase::diet
