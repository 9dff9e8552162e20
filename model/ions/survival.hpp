// What a virtual person does not live through: the rows of survival.csv, each about a quantity that can be reported or about
// water and bone as a share of the person's own ordinary.
#pragma once

#include "model/ions/block.hpp"

namespace rheobase::ions {

/// Why the person of a lane has died or could not be computed; empty while they live. `read` are the momentary observables.
std::string_view not_survived(LaneArray const& read, LaneArray const& state, LaneArray const& physiology, int lane);

} // namespace rheobase::ions
