// What of a nerve would fire with nobody stimulating, for one virtual person's blood: what a body experiment
// reports.
#pragma once

#include "model/felt/felt.hpp"
#include "model/ions/run.hpp"

namespace rheobase::felt {

/// Share of fine motor-axon branches, 0 to 1, in the medium that medium_of makes of this blood; beyond the
/// surface's box, at its edge. Pure.
double firing_share(ions::BloodIons const& blood, Surface surface = nerve::response);

} // namespace rheobase::felt
