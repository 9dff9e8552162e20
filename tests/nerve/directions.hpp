// What ions, currents, warmth and the pump do to a nerve, as published, and what they do to the ensemble.
#pragma once

#include "tests/nerve/tracked.hpp"

#include "engine/percentile.hpp"

#include <string>
#include <vector>

namespace rheobase::nerve {

/// A row of directions.csv.
struct Direction {
    std::string what, index, direction, source, because;
    Medium<double> medium{};
    double pump = 1, holding_percent = 0;
    double low = 0, high = 0; ///< of the change in the index's own unit; unknown where only its sign is known
};

struct Measured {
    Direction direction;
    engine::Summary change; ///< over axons, each against itself
    double share = 0;       ///< of axons that change in the published direction
    double tracked = 0;     ///< of the axons, those in which the index can be had at all
    bool sign_met = false;  ///< more than half of them do; of a level one, the median stays within its bounds
    bool size_met = true;   ///< the median lies within the bounds, where there are any
};

std::vector<Direction> directions();
std::vector<Measured> measured(std::vector<Direction> const& directions, std::size_t axons);

} // namespace rheobase::nerve
