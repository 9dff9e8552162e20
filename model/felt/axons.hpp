// The crowd's blood at the nerve: one axon of the ensemble for each virtual person, asked in this blood, in
// this blood with ordinary potassium, and in the nearest ordinary one.
#pragma once

#include "model/felt/felt.hpp"

namespace rheobase::felt {

struct Asked {
    nerve::Medium<double> low, median, high;   ///< 5th, 50th and 95th percentile of each ion over the people
    twitch::Interval threshold_change_percent; ///< against nerve::ordinary_medium
    twitch::Excited excited;      ///< over people and axons; rate and strength stay unknown (muscles.hpp)
    double fires_alone = unknown; ///< mean share
    double share_beyond = 0;      ///< of the people
};

/// Needs the levels of all four ions.
Asked ask_axons(blood::Prediction const& blood, Surface surface);

} // namespace rheobase::felt
