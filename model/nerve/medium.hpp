// What bathes a nerve: the ions that are free in the fluid around it, its acidity and its warmth. Left out:
// proteins, chloride and everything that blood does not show of the space between fibres.
#pragma once

#include "model/nerve/ordinary_medium.rows.hpp"

namespace rheobase::nerve {

/// The constant `ordinary_medium` is what healthy blood brings.
/// calcium, magnesium, potassium, sodium in mmol/L (calcium and magnesium ionised), ph, temperature in °C.
template <class Real>
using Medium = OrdinaryMediumFacts<Real>;

} // namespace rheobase::nerve
