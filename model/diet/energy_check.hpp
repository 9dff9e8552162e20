// The diary against the body: a diary that holds far less energy than the body uses misses food.
#pragma once

#include "model/diet/intake.hpp"
#include "model/diet/person.hpp"

namespace rheobase::diet {

/// Energy a body uses at rest, kcal a day: Mifflin and St Jeor for adults whose height is known, else Henry's
/// equations from weight alone; unknown without age, sex and weight.
double resting_energy(Person const& person);

struct EnergyCheck {
    double resting_kcal = unknown;
    double ratio = unknown;         ///< energy eaten over energy at rest
    double plausible_low = unknown; ///< below this ratio the diary very likely misses food (Goldberg)
    double plausible_high = unknown;
    std::optional<bool> plausible; ///< nothing when age, sex, weight or energy is unknown
};
EnergyCheck check_energy(Intake const& intake, Person const& person);

} // namespace rheobase::diet
