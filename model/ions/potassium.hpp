// Potassium between plasma, the fluid around cells and the cells, which hold fifty times as much, and what the kidney
// excretes. Some cells, those of the liver first, follow the fluid around them within minutes and hold more under insulin
// and beta-agonists; the others pump and leak within hours, which alkali and magnesium alter. The kidney answers plasma, the
// gut, aldosterone and the flow of sodium within hours and adapts over days. Left out: where along the tubule.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/potassium.rows.hpp"

namespace rheobase::ions {

/// L around the cells and, as potassium counts, in those cells that follow within minutes: what is there for each mmol/L.
template <class LogInsulin, class Real>
RHEOBASE_INLINE constexpr auto quick_space(LogInsulin const& log_insulin, Real const& uptake, PotassiumFacts<Real> const& f) {
    return f.quick_cells * uptake * exp(log_insulin * f.quick_insulin_exponent) + f.interstitial_volume;
}

/// mmol/h pumped into the cells; `drive` is 1 at rest.
template <class Outside, class Drive, class Real>
RHEOBASE_INLINE constexpr auto pumped_in(Outside const& interstitial, Drive const& drive, PotassiumFacts<Real> const& f) {
    return f.pump * drive * engine::saturation(interstitial, f.pump_half);
}

/// mmol/h leaking out, level with the pump when all is ordinary.
template <class Inside, class Real>
RHEOBASE_INLINE constexpr auto leaked_out(Inside const& cell, PotassiumFacts<Real> const& f) {
    return f.pump * (f.serum / (f.serum + f.pump_half)) * power(cell / f.cell, f.leak_exponent);
}

/// How far the potassium in the gut calls for excretion, 1 at an ordinary filling.
template <class Load, class Real>
RHEOBASE_INLINE constexpr auto called_by_gut(Load const& relative_load, PotassiumFacts<Real> const& f) {
    return (relative_load + f.gut_floor) / (f.gut_floor + 1.0);
}

} // namespace rheobase::ions
