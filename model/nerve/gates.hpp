// How channels open and shut. Every gate x moves as dx/dt = opening (1 - x) - closing x, with rates that
// depend on the potential its sensor feels (Hodgkin and Huxley 1952; constants of human nodes from Schwarz,
// Reid and Bostock 1995).
#pragma once

#include "engine/curves.hpp"

namespace rheobase::nerve {

/// A rate as top / bottom, so that the one division of a step is done last.
template <class Real>
struct Rate {
    Real top;    ///< 1/ms times bottom
    Real bottom; ///< above 0
};

/// `scale` x / (1 - e^(-x / slope)), `fading` being that exponential: the rate of a channel that opens with
/// x.
template <class Real>
RHEOBASE_INLINE Rate<Real> linoid(Real const& x, Real const& scale, Real const& slope, Real const& fading) {
    // At x = 0 both parts vanish. A ten-millionth of the slope beside it the ratio is the same to eight
    // digits.
    Real const least = slope * Real(1e-7);
    auto const at_zero = larger(x, -x) < least;
    Real const bottom = select(at_zero, Real(1e-7), Real(1.0) - fading);
    // Where x is negative top and bottom both are; turning the signs of both keeps the bottom positive.
    Real const top = select(at_zero, scale * least, scale * x);
    auto const below = bottom < Real(0.0);
    return {select(below, -top, top), select(below, -bottom, bottom)};
}

/// Where the gate comes to rest.
template <class Real>
RHEOBASE_INLINE Real at_rest(Rate<Real> const& opening, Rate<Real> const& closing) {
    Real const open = opening.top * closing.bottom;
    return open / (open + closing.top * opening.bottom);
}

/// The gate a step of `dt` ms later, by the trapezoidal rule: second order, and stable however long the step.
template <class Real>
RHEOBASE_INLINE Real step(Real const& x, Rate<Real> const& opening, Rate<Real> const& closing,
                          Real const& half_dt) {
    Real const both = opening.bottom * closing.bottom;
    Real const open = half_dt * (opening.top * closing.bottom);
    Real const shut = half_dt * (closing.top * opening.bottom);
    Real const sum = open + shut;
    return (x * (both - sum) + (open + open)) / (both + sum);
}

} // namespace rheobase::nerve
