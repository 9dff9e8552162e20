// The amount cell of an export: "600.00 g", "4.00 medium", "1.00 tsp", "2 x 30 g", "1.00 x 1000.0 IU", "3
// tablets".
#pragma once

#include "model/diet/diary.hpp"

#include <string>
#include <string_view>

namespace rheobase::read {

struct DiaryAmount {
    double count = 1;
    double grams = unknown;       ///< of the whole amount, where the cell itself tells
    double millilitres = unknown; ///< of the whole amount
    double units = unknown;       ///< international units of the whole amount
    std::string measure;          ///< what is left to look up: "medium", "cup, sliced"; "" when nothing
    bool dose = false;            ///< tablets, capsules, drops, international units: a supplement's amount
    bool understood = false;      ///< some figure stands in it
};

DiaryAmount diary_amount(std::string_view written);

/// False for less than nothing and for more than 100 kg.
bool can_be_eaten(DiaryAmount const& amount);

/// The grams as a range where they can be eaten, else unknown.
diet::Range possible(double grams);

/// Grams of the whole amount for one food: as weighed, by volume and the food's own measures, or by its
/// household measures; unknown when none of these tells.
double grams_of(DiaryAmount const& amount, diet::Food food, diet::Foods const& foods);

/// What an amount such as "1 bowl" or "2 servings" usually weighs, for want of anything surer; unknown where
/// it says nothing.
diet::Range usual_grams(std::string_view written, diet::Food food, diet::Foods const& foods);

/// What people usually eat of a food at once, where a diary names it and no amount; unknown for a table of
/// one's own.
diet::Range usual_helping(std::string_view name, diet::Food food, diet::Foods const& foods);

} // namespace rheobase::read
