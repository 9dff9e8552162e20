// A dose in words: "400 mg twice daily", "2 x 200 mg", "one 400 mg tablet at night", "50,000 IU once weekly".
#pragma once

#include "base/number.hpp"

#include <string_view>

namespace rheobase::diet {

struct Dose {
    double amount = unknown; ///< of one unit, in grams or international units
    bool international_units = false;
    double units_at_a_time = 1;
    double times_a_day = 1; ///< once a day when the words do not say; unknown for "as needed"
};

/// What the words say of a dose. The first figure with a unit of mass or activity is the amount; a figure or
/// number word in front of it or of "tablet" is how many are taken at a time.
Dose dose_in(std::string_view words);

} // namespace rheobase::diet
