// Calcium between blood, the surface of bone and its depth, and what the kidney spills. Blood calcium is defended by the
// hormone-driven surface within hours, by turnover within weeks, and by a threshold of the kidney that the same hormone
// moves. Left out: bone cells one by one, the shape and strength of bone.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/calcium.rows.hpp"

namespace rheobase::ions {

/// mmol/L of free calcium from what exchanges (as total at ordinary albumin); citrate, phosphate and bicarbonate bind some.
template <class Total, class Citrate, class Phosphate, class Bicarbonate, class Real>
RHEOBASE_INLINE constexpr auto ionised_calcium(Total const& total, Citrate const& citrate,
                                               Phosphate const& phosphate_change,
                                               Bicarbonate const& bicarbonate_change, CalciumFacts<Real> const& f) {
    auto const ordinary = f.serum / f.ionised;
    return total * exp(bicarbonate_change * -f.ionised_per_bicarbonate) /
           (citrate * f.citrate_binding + phosphate_change * f.phosphate_binding + ordinary);
}

/// mmol/h from blood to the bone's surface; phosphate takes calcium there with it.
template <class Total, class Phosphate, class Real>
RHEOBASE_INLINE constexpr auto to_bone_surface(Total const& total, Phosphate const& phosphate_relative,
                                               CalciumFacts<Real> const& f) {
    return f.surface_flux * (total / f.serum) * power(phosphate_relative, f.surface_phosphate_exponent);
}

/// mmol/h back; parathyroid hormone opens the way.
template <class Store, class Effect, class Real>
RHEOBASE_INLINE constexpr auto from_bone_surface(Store const& store, Effect const& pth_effect,
                                                 CalciumFacts<Real> const& f) {
    auto const opened = engine::saturation(pth_effect, Real(1.0)) * f.surface_pth_reach + f.surface_pth_floor;
    return f.surface_flux * (store / f.surface_store) * opened;
}

/// Resorption against ordinary: rises with parathyroid effect towards its most, 1 at ordinary.
template <class Effect, class Real>
RHEOBASE_INLINE constexpr auto resorption_by_hormone(Effect const& pth_effect, CalciumFacts<Real> const& f) {
    auto const raised = power(pth_effect, f.resorption_steepness);
    return engine::up_to(raised, f.resorption_most);
}

/// mmol/h laid down.
template <class Remodelling, class Total, class Phosphate, class Real>
RHEOBASE_INLINE constexpr auto bone_formation(Remodelling const& remodelling, Total const& total,
                                              Phosphate const& phosphate_relative, CalciumFacts<Real> const& f) {
    return f.turnover * remodelling *
           exp(log(total / f.serum) * f.formation_calcium_exponent +
               log(phosphate_relative) * f.formation_phosphate_exponent);
}

/// mmol/h in urine: what is filtered above a soft threshold.
template <class Total, class Threshold, class Real>
RHEOBASE_INLINE constexpr auto calcium_spilled(Total const& total, Threshold const& threshold, Real const& gfr,
                                               CalciumFacts<Real> const& f) {
    return gfr * f.kidney_splay * softplus((total * f.filterable - threshold) / f.kidney_splay);
}

} // namespace rheobase::ions
