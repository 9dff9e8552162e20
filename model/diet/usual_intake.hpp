// What someone usually eats, from a few days: a few days vary, and people resemble each other.
#pragma once

#include "model/diet/intake.hpp"
#include "model/diet/person.hpp"

namespace rheobase::diet {

/// Lognormal: the median and the spread of its logarithm.
struct UsualIntake {
    double median = unknown; ///< a day, in the nutrient's unit
    double log_sd = unknown;
    double weight_of_diary =
        1; ///< 1: the diary alone; less: drawn toward what people of this age and sex eat
};

/// Shrinks the mean of the days logged toward the survey's distribution for such people, as far as day-to-day
/// variation and the width of the figures themselves leave it open. `use_prior` false: the diary alone.
UsualIntake usual_intake(NutrientIntake const& intake, Nutrient nutrient, Person const& person, double days,
                         bool use_prior);

} // namespace rheobase::diet
