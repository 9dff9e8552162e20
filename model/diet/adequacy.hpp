// How likely what a person usually eats falls short of what such a person needs, and how likely it is too
// much.
#pragma once

#include "model/diet/intake.hpp"
#include "model/diet/need.hpp"

namespace rheobase::diet {

/// What someone usually eats, from a few days: a few days vary, and people resemble each other.
/// Lognormal: the median and the spread of its logarithm.
struct UsualIntake {
    double median = unknown;
    double log_sd = unknown;
    double weight_of_diary =
        1; ///< 1: the diary alone; less: drawn toward what people of this age and sex eat
};

UsualIntake usual_intake(NutrientIntake const& intake, Nutrient nutrient, Person const& person, double days,
                         bool use_prior);

/// Probability that usual intake is below this person's own requirement (probability approach); unknown where
/// only an adequate intake is set, or where the intake or the spread of requirements is not known.
double probability_inadequate(UsualIntake const& usual, Need const& need, Person const& person,
                              Nutrient nutrient);

/// Verdict on one limit.
struct LimitJudgement {
    Limit limit;
    double counted = unknown; ///< what the limit counts: a day
    double probability_above = unknown;
    std::string cannot_judge; ///< why not, when it cannot be judged
};
LimitJudgement judge(Limit const& limit, NutrientIntake const& intake, UsualIntake const& usual,
                     Nutrient nutrient);

/// What an adequate intake allows one to say.
enum class AgainstAdequate { meets, cannot_say };
AgainstAdequate against_adequate_intake(NutrientIntake const& intake, double adequate_intake);

/// Energy a body uses at rest, kcal a day: Mifflin and St Jeor for adults whose height is known, else Henry's
/// equations from weight alone; unknown without age, sex and weight.
double resting_energy(Person const& person);

/// The diary against the body: energy eaten over energy at rest.
struct DiaryCheck {
    double resting_kcal = unknown;
    double ratio = unknown;
    double plausible_low = unknown; ///< below this ratio the diary very likely misses food (Goldberg)
    double plausible_high = unknown;
    std::optional<bool> plausible; ///< nothing when age, sex, weight or energy is unknown
};
DiaryCheck check_diary(Intake const& intake, Person const& person);

} // namespace rheobase::diet
