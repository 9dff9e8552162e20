// Calcitriol, the form of vitamin D that acts, made in the kidney on the call of parathyroid hormone and low phosphate, and
// FGF23, the hormone of bone that restrains it and makes the kidney spill phosphate. Left out: making of calcitriol outside
// the kidney, and its breakdown products.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/calcitriol.rows.hpp"

namespace rheobase::ions {

/// What the enzyme tends to, 1 at ordinary. All calls are relative to ordinary; `kidney` is what the share of kidney left makes of it.
template <class Pth, class Phosphate, class Fgf23, class Calcium, class Magnesium, class Stored, class Real>
RHEOBASE_INLINE constexpr auto enzyme_called_for(Pth const& pth_effect, Phosphate const& phosphate, Fgf23 const& fgf23,
                                                 Calcium const& ionised, Magnesium const& cell_magnesium,
                                                 Stored const& stored, Real const& kidney,
                                                 CalcitriolFacts<Real> const& f) {
    auto const gain = f.pth_exponent_low + (f.pth_exponent_high - f.pth_exponent_low) * f.gain_is_high;
    auto const supply = (1.0 + f.substrate_half / f.substrate_ordinary) * stored /
                        (stored + f.substrate_half / f.substrate_ordinary);
    // One exponential for all the powers.
    auto const call = exp(log(pth_effect) * gain - log(phosphate) * f.phosphate_exponent -
                          log(fgf23) * f.fgf23_exponent - log(ionised) * f.calcium_exponent +
                          log(cell_magnesium) * f.magnesium_exponent) *
                      supply;
    // The kidney that is left holds its share of the enzyme; no call makes it hold more, and none takes all of it away.
    return (f.least + (1.0 - f.least) * engine::up_to(call, f.ceiling)) * kidney;
}

/// `stored` is 25-hydroxyvitamin D, which bone activates for its own use.
template <class Phosphate, class Calcitriol, class Stored, class Real>
RHEOBASE_INLINE constexpr auto fgf23_called_for(Phosphate const& phosphate, Calcitriol const& calcitriol,
                                                Stored const& stored, Real const& kidney,
                                                CalcitriolFacts<Real> const& f) {
    return exp(log(phosphate) * f.fgf23_phosphate_exponent + log(calcitriol) * f.fgf23_calcitriol_exponent +
               log(stored) * f.fgf23_stored_exponent) *
           kidney;
}

} // namespace rheobase::ions
