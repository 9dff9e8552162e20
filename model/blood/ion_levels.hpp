// What is in the blood of each virtual person today, as it is and not as a test reads it: the crowd's own
// levels, or the person's own result where the crowd does not reach it.
#pragma once

#include "model/blood/crowd.hpp"

namespace rheobase::blood {

/// What the person's own recent result of one test was used for.
struct Result {
    enum class Kind {
        none,    ///< nobody measured it
        weighed, ///< the crowd counts by it
        instead, ///< it stands where the crowd says nothing, or nothing that fits it
        unseen   ///< neither the crowd nor a result tells of it
    };
    Kind kind = Kind::none;
    double value = unknown;
};
using Results = std::vector<Result>; ///< by test

/// By Ion. Ionised calcium stays unknown where whole calcium was measured outside of what the crowd holds and
/// the ionised was not: how much of it the proteins hold is then anybody's guess.
std::array<IonLevels, ion_count> ion_levels(Levels const& now, Results const& results,
                                            std::vector<double> const& weights, std::uint64_t seed);

} // namespace rheobase::blood
