// What the diet stage found, as far as the verdict asks: one small value a nutrient, so that the verdict can
// be tested without a diary and the diet stage can change without the verdict.
#pragma once

#include "model/diet/diary.hpp"
#include "model/diet/nutrients.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rheobase::verdict {

/// A limit of one authority and how likely the usual intake is above it.
struct LimitFinding {
    std::string authority;              ///< NASEM, EFSA, …
    std::string scope;                  ///< total, supplements, fortified_and_supplements
    double value = unknown;             ///< in the nutrient's unit, a day
    double probability_above = unknown; ///< 0 to 1; unknown when the tables cannot judge it
};

/// Usual daily intake of one nutrient against the need of this person. Amounts in the nutrient's unit.
struct NutrientFinding {
    diet::Range per_day;       ///< everything: food, fortified food, supplements
    double coverage = unknown; ///< share of eaten grams whose value is known, 0 to 1
    double ear = unknown, rda = unknown, ai = unknown;
    double probability_inadequate = unknown; ///< 0 to 1; unknown where only an AI exists or nothing is known
    diet::Range from_supplements;            ///< a day, over all products
    std::vector<LimitFinding> limits;
};

/// All nutrients, in the order of nutrients.csv. Everything unknown when there is no diary.
struct Findings {
    std::array<NutrientFinding, diet::nutrient_count> nutrient;
    bool diary = false;          ///< a diary or stated daily amounts were there
    double days = unknown;       ///< days logged
    double share_read = unknown; ///< of the diary's lines, 0 to 1
    double energy_to_resting = unknown;
    std::optional<bool> energy_plausible; ///< nothing where weight, age or days do not allow a judgement
};

struct Evidence;

/// The findings that the case itself states (`diet.per_day`, `supplements`), where no diary stage ran.
Findings findings_from_case(Evidence const& evidence);

} // namespace rheobase::verdict
