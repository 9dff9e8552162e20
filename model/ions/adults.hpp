// Adults as a survey of the United States met them: what they weigh, and what they eat and take, drawn
// together.
#pragma once

#include "model/ions/experiment.hpp"

namespace rheobase::ions {

struct AgeBand {
    double from = 20, to = 80; ///< years; up to but not with `to`
};

struct Adult {
    double age_years = 0;
    Sex sex = Sex::female;
    double weight_kg = 0, height_cm = 0;
    /// A day, in the units of ingested.csv, supplements included; nothing where the survey did not ask.
    std::array<std::optional<double>, ingested_count> intake{};
    double alcohol_g = 0; ///< a day
    double vitamin_d_pills_ug = 0, b12_pills_ug = 0, calcium_pills_mg = 0,
           magnesium_pills_mg = 0; ///< parts of intake
};

/// The same seed, person and band give the same adult. `sex` any: female or male with even odds.
Adult adult(std::uint64_t seed, std::uint32_t person, AgeBand band = {}, Sex sex = Sex::any);

/// An experiment in which this adult alone takes part, at the steady state of what this adult eats.
Experiment living_as_usual(Adult const& adult, std::uint64_t seed);

} // namespace rheobase::ions
