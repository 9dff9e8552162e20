// Adults as a survey of the United States met them: what they weigh, and what they eat and take, drawn
// together.
#pragma once

#include "model/ions/run.hpp"

namespace rheobase::ions {

struct AgeBand {
    double from = 20, to = 80; ///< years; up to but not with `to`
};

struct Adult {
    double age_years = 0;
    Sex sex = Sex::female;
    double weight_kg = 0, height_cm = 0;
    Amounts eaten{};      ///< supplements included; usual where the survey did not ask
    double alcohol_g = 0; ///< a day
    double vitamin_d_pills_ug = 0, b12_pills_ug = 0;     ///< part of what is eaten
    double calcium_pills_mg = 0, magnesium_pills_mg = 0; ///< likewise
};

/// The same seed, person and band give the same adult. `sex` any: female or male with even odds.
Adult adult(std::uint64_t seed, std::uint32_t person, AgeBand band = {}, Sex sex = Sex::any);

/// This adult as a participant who eats as usual.
Individual living_as_usual(Adult const& adult);

} // namespace rheobase::ions
