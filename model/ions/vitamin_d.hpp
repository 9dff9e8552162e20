// Vitamin D from food and skin, through the liver, to the store that laboratories measure (25-hydroxyvitamin D). The liver's
// enzyme saturates, so large doses raise it less and less. Left out: D2 apart from D3.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/vitamin_d.rows.hpp"

namespace rheobase::ions {

/// nmol/h turned into 25-hydroxyvitamin D.
template <class Store, class Real>
RHEOBASE_INLINE constexpr auto liver_activation(Store const& vitamin_d3, VitaminDFacts<Real> const& f) {
    return f.activation_most * engine::saturation(vitamin_d3, f.activation_half);
}

/// nmol/L/h of 25-hydroxyvitamin D broken down.
template <class Level, class Real>
RHEOBASE_INLINE constexpr auto stored_form_lost(Level const& level, VitaminDFacts<Real> const& f) {
    return f.clearance * level * (power(level / f.clearance_rise, f.clearance_rise_exponent) + 1.0);
}

} // namespace rheobase::ions
