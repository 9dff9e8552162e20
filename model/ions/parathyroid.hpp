// Parathyroid hormone: made at a steady pace, stored, broken down in the gland, and let go as free calcium falls. A sudden
// fall empties the store (the peak), a lasting one lives from what is made (the plateau); over months the gland grows.
// Without magnesium it can neither let go nor be heard. Left out: pulses, fragments of the hormone, nodules.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/parathyroid.rows.hpp"

namespace rheobase::ions {

/// The ionised calcium at which release is half of its reach, such that release is ordinary at ordinary calcium.
template <class Real>
RHEOBASE_INLINE constexpr Real release_midpoint(Real const& ordinary_calcium, ParathyroidFacts<Real> const& f) {
    auto const open = (f.release_most - f.release_ordinary) / (f.release_ordinary - f.release_least);
    return ordinary_calcium * power(open, -reciprocal(f.set_point_steepness));
}

/// 1/h of the store that is released. `midpoint` as above, moved by the person's set point and by lithium.
template <class Calcium, class Real>
RHEOBASE_INLINE constexpr auto release_rate(Calcium const& sensed, Real const& midpoint,
                                            ParathyroidFacts<Real> const& f) {
    auto const closed = power(sensed / midpoint, f.set_point_steepness);
    return f.release_least + (f.release_most - f.release_least) / (closed + 1.0);
}

/// What magnesium leaves of secretion or of the hormone's effect: 1 at ordinary magnesium, 0 at none.
template <class Magnesium, class Real>
RHEOBASE_INLINE constexpr auto left_by_magnesium(Magnesium const& relative, Real const& half, Real const& steepness) {
    auto const at_ordinary = power(half, steepness) + 1.0;
    return at_ordinary * engine::hill(relative, half, steepness);
}

/// What the gland's mass tends to.
template <class Calcitriol, class Phosphate, class Calcium, class Real>
RHEOBASE_INLINE constexpr auto gland_called_for(Calcitriol const& calcitriol, Phosphate const& phosphate,
                                                Calcium const& ionised, ParathyroidFacts<Real> const& f) {
    auto const call = exp(log(phosphate) * f.gland_phosphate_exponent - log(calcitriol) * f.gland_calcitriol_exponent -
                          log(ionised) * f.gland_calcium_exponent);
    return f.gland_least + (1.0 - f.gland_least) * engine::up_to(call, f.gland_most);
}

} // namespace rheobase::ions
