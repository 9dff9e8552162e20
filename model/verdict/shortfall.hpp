// What is short in what a person eats: nutrients of plan_nutrients.csv whose usual intake is probably below
// the need. Below an adequate intake (where no requirement is known) counts only when it is well below.
#pragma once

#include "model/verdict/findings.hpp"
#include "model/verdict/kleene.hpp"

#include <vector>

namespace rheobase::verdict {

struct Shortfall {
    diet::Nutrient nutrient = 0;
    double per_day = unknown; ///< what is eaten, in the nutrient's unit
    double target = unknown;  ///< the recommended or adequate intake
    double gap() const { return target - per_day; }
};

/// Whether one nutrient is short; unknown where the diary or the need cannot tell.
Truth is_short(NutrientFinding const& finding);

/// Everything short, the largest gap against its target first.
std::vector<Shortfall> shortfalls(Findings const& findings);

/// Yes when anything is short, no when all that could be judged is not, unknown when nothing could be judged.
Truth anything_short(Findings const& findings);

/// Whether the diary was read well enough, and holds enough food, to rest a plan on.
bool diary_usable(Findings const& findings);

} // namespace rheobase::verdict
