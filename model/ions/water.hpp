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

/// mOsm/kg of urine at a level of vasopressin (pg/mL).
template <class Hormone, class Real>
RHEOBASE_INLINE constexpr auto urine_concentration(Hormone const& vasopressin, Real const& most, WaterFacts<Real> const& f) {
    return f.urine_least + (most - f.urine_least) * engine::hill(vasopressin, f.vasopressin_half, f.vasopressin_steepness);
}

} // namespace rheobase::ions
