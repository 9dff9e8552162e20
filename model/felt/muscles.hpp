// The crowd's blood at the muscle: how strong a strong effort would be in it.
#pragma once

#include "model/felt/axons.hpp"

namespace rheobase::felt {

/// Against the nearest ordinary blood, over rival muscles in the middle blood and over the ends of the blood
/// in the middle muscle, so one thing at a time is at its far end; 1 where the blood is ordinary.
twitch::Interval strength(Asked const& asked, std::uint64_t seed);

} // namespace rheobase::felt
