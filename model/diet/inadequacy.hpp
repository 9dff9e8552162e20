// How likely what a person usually eats falls short of what such a person needs.
#pragma once

#include "model/diet/need.hpp"
#include "model/diet/usual_intake.hpp"

namespace rheobase::diet {

/// Probability that usual intake is below this person's own requirement, by the probability approach:
/// requirements vary between people around the EAR. Unknown where only an adequate intake is set, or where
/// the intake or the spread of requirements is not known.
double probability_inadequate(UsualIntake const& usual, Need const& need, Person const& person,
                              Nutrient nutrient);

/// What an adequate intake allows one to say: reaching it is enough, staying below it says nothing.
enum class AgainstAdequate { meets, cannot_say };
AgainstAdequate against_adequate_intake(NutrientIntake const& intake, double adequate_intake);

} // namespace rheobase::diet
