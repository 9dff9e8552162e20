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
    /// It is known to hold these, but not how much: their totals over products have no upper end.
    std::array<bool, nutrient_count> uncounted{};
    bool contents_unknown = false; ///< nothing is known of what it holds: no limit can be called kept
};

/// Fills what the product holds and how often it is taken from its name and dose, where the case does not say
/// it in figures: "magnesium oxide", "400 mg twice daily" is two units a day of 241 to 400 mg magnesium,
/// because a label may mean the salt or the magnesium in it. Returns what could not be read or was assumed,
/// as sentences; none when all is plain.
std::vector<std::string> understand(Supplement& product);

/// Whether anything is known of what the product holds.
bool holds_anything_known(Supplement const& product);

} // namespace rheobase::diet
