// Magnesium between blood, the cells that exchange within a day and those that take weeks, and what the kidney spills. One
// soft threshold gives the saving on a poor diet and the spilling on a rich one. Left out: single tissues.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/magnesium.rows.hpp"

namespace rheobase::ions {

/// mmol/h into a store whose content is level with serum when both are ordinary.
template <class Serum, class Store, class Real>
RHEOBASE_INLINE constexpr auto magnesium_into(Serum const& serum, Store const& store, Real const& flux,
                                              Real const& ordinary_store, MagnesiumFacts<Real> const& f) {
    return flux * (serum / f.serum - store / ordinary_store);
}

/// mmol/h in urine.
template <class Serum, class Threshold, class Real>
RHEOBASE_INLINE constexpr auto magnesium_spilled(Serum const& serum, Threshold const& threshold, Real const& gfr,
                                                 MagnesiumFacts<Real> const& f) {
    return gfr * f.kidney_splay * softplus((serum * f.filterable - threshold) / f.kidney_splay);
}

} // namespace rheobase::ions
