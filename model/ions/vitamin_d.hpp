// Vitamin D from food and skin, through the liver, to the store that laboratories measure (25-hydroxyvitamin D). The liver
// takes nearly all of a small supply and a share of what is beyond it, so the first micrograms raise the level most. Above
// some 180 nmol/L more is broken down; that has a most, past which the level climbs into poisoning, where the store itself
// acts on the receptor of calcitriol. Left out: D2 apart from D3.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/vitamin_d.rows.hpp"

namespace rheobase::ions {

/// nmol/h turned into 25-hydroxyvitamin D.
template <class Store, class Real>
RHEOBASE_INLINE constexpr auto liver_activation(Store const& vitamin_d3, VitaminDFacts<Real> const& f) {
    return f.activation_most * engine::saturation(vitamin_d3, f.activation_half) + f.activation_rest * vitamin_d3;
}

/// nmol/L/h of 25-hydroxyvitamin D broken down.
template <class Level, class Real>
RHEOBASE_INLINE constexpr auto stored_form_lost(Level const& level, VitaminDFacts<Real> const& f) {
    return f.clearance * level + f.defence_most * engine::hill(level, f.defence_half, f.defence_steepness);
}

/// What the stored form does at the receptor of calcitriol, as a share of ordinary calcitriol: next to nothing in health.
template <class Level, class Real>
RHEOBASE_INLINE constexpr auto stored_form_acting(Level const& level, VitaminDFacts<Real> const& f) {
    return power(level / f.receptor_equal, f.receptor_exponent);
}

} // namespace rheobase::ions
