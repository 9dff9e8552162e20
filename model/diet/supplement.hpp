// A product taken beside food, with what one unit of it holds.
#pragma once

#include "model/diet/diary.hpp"

#include <string>
#include <vector>

namespace rheobase::diet {

struct Supplement {
    std::string name;
    std::string dose;                      ///< as written: "400 mg twice daily"
    double per_day = unknown;              ///< units taken a day
    std::array<Range, nutrient_count> each; ///< per unit, elemental; a dose of a salt gives a range
    std::vector<std::string> times;
};

} // namespace rheobase::diet
