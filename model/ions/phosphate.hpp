// Phosphate between blood and cells, and what the kidney spills above the maximum that it can take back. Left out: the
// phosphate inside cells that is bound to energy and membranes.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/phosphate.rows.hpp"

namespace rheobase::ions {

/// L in which phosphate exchanges within the hour: more under insulin, which draws it into cells.
template <class LogInsulin, class Real>
RHEOBASE_INLINE constexpr auto phosphate_space(LogInsulin const& log_insulin, PhosphateFacts<Real> const& f) {
    return f.volume * exp(log_insulin * f.insulin_exponent);
}

/// mmol/h into cells.
template <class Serum, class Store, class Real>
RHEOBASE_INLINE constexpr auto phosphate_into_cells(Serum const& serum, Store const& store, PhosphateFacts<Real> const& f) {
    return f.cell_flux * (serum / f.serum - store / f.cell_store);
}

/// mmol/h in urine. `fgf23` is relative to ordinary.
template <class Serum, class Pth, class Fgf23, class Real>
RHEOBASE_INLINE constexpr auto phosphate_spilled(Serum const& serum, Pth const& pth_effect, Fgf23 const& fgf23,
                                                 Real const& threshold, Real const& gfr, PhosphateFacts<Real> const& f) {
    auto const now = threshold * exp(-(log(pth_effect) * f.threshold_pth_exponent + log(fgf23) * f.threshold_fgf23_exponent));
    return gfr * f.kidney_splay * softplus((serum - now) / f.kidney_splay);
}

} // namespace rheobase::ions
