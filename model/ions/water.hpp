// Body water and what guards it: vasopressin concentrates the urine as osmolality rises, thirst drinks. Blood sodium is the
// meeting point of the salt and the water in the body. Left out: pulses of drinking, and the cells of the brain.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/water.rows.hpp"

namespace rheobase::ions {

/// Soft excess over a threshold, in the same unit.
template <class X, class Threshold, class Real>
RHEOBASE_INLINE constexpr auto above(X const& x, Threshold const& threshold, Real const& softness) {
    return softplus((x - threshold) / softness) * softness;
}

/// How far a lack of volume lowers the threshold of vasopressin, in mOsm/kg: little for a tenth of it, much beyond, and
/// nothing to speak of the other way.
template <class Volume, class Real>
RHEOBASE_INLINE constexpr auto threshold_raised_by_volume(Volume const& volume_change, WaterFacts<Real> const& f) {
    auto const call = exp(volume_change * -f.vasopressin_volume_steepness);
    return (1.0 - engine::up_to(call, f.vasopressin_volume_most)) * f.vasopressin_volume_slope;
}

/// Share of habitual drinking that is given up when water is in excess.
template <class Osmolality, class Real>
RHEOBASE_INLINE constexpr auto aversion(Osmolality const& osmolality, WaterFacts<Real> const& f) {
    return 1.0 / (exp((osmolality - f.aversion_threshold) / f.aversion_softness) + 1.0);
}

/// Centimetres of a line of ten on which people mark their thirst.
template <class Osmolality, class Real>
RHEOBASE_INLINE constexpr auto thirst_rating(Osmolality const& osmolality, WaterFacts<Real> const& f) {
    return (osmolality - f.thirst_rating_threshold) * f.thirst_rating_slope;
}

} // namespace rheobase::ions
