// All facts of junction and muscle together: as the tables give them, and in rival sets that are drawn from
// their spreads, since most were measured in rats, some in frogs, and some in nobody.
#pragma once

#include "model/twitch/junction.hpp"
#include "model/twitch/muscle_force.hpp"
#include "model/twitch/muscle_membrane.hpp"

#include <cstdint>

namespace rheobase::twitch {

struct MuscleFacts {
    MembraneFacts<double> fibre;
    MuscleForceFacts<double> force;
    MuscleUnitsFacts<double> units;
    JunctionFacts<double> junction;
};

/// The facts as the tables give them.
MuscleFacts usual_muscle();

/// One of the rival sets: every fact drawn from its spread. Depends on seed and number alone.
MuscleFacts rival_muscle(std::uint64_t seed, std::uint32_t number);

/// The usual medium at a muscle's own warmth.
nerve::Medium<double> usual_in_muscle(MuscleFacts const& facts);

} // namespace rheobase::twitch
