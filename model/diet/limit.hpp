// How likely what a person takes in is above an upper limit, counting what the limit counts.
#pragma once

#include "model/diet/need.hpp"
#include "model/diet/usual_intake.hpp"

namespace rheobase::diet {

struct LimitJudgement {
    Limit limit;
    double counted = unknown;           ///< what the limit counts, a day
    double probability_above = unknown; ///< 0 to 1
    std::string cannot_judge;           ///< why not, when it cannot be judged
};

LimitJudgement judge(Limit const& limit, NutrientIntake const& intake, UsualIntake const& usual);

} // namespace rheobase::diet
