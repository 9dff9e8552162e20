// What the gut lets in. Food lies in the small bowel until it is taken up or passed on; calcium and magnesium are taken
// up by a transport that saturates and by leakage in proportion to the load, which is why a small intake is used better
// than a large one. Magnesium has longer than calcium, because the right half of the colon takes it up as well, so that
// meals are used nearly as well as the same food spread over the day. Left out: where along the bowel the rest happens,
// and adaptation of the colon.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/gut.rows.hpp"

namespace rheobase::ions {

/// mmol/h taken up from a load (mmol); `reach` is the share of it that phytate and oxalate leave free, `transport` what
/// calcitriol, age and medicines make of the active part.
template <class Load, class Transport, class Real>
RHEOBASE_INLINE constexpr auto calcium_uptake(Load const& load, Transport const& transport, Real const& reach,
                                              GutFacts<Real> const& f) {
    auto const within_reach = load * reach;
    return f.calcium_capacity * transport * engine::saturation(within_reach, f.calcium_half_load) +
           f.calcium_passive_rate * within_reach;
}

/// Active calcium transport by calcitriol (relative to ordinary): rises to its ceiling, 1 at ordinary.
template <class Calcitriol, class Real>
RHEOBASE_INLINE constexpr auto transport_by_calcitriol(Calcitriol const& relative, GutFacts<Real> const& f) {
    auto const raised = power(relative, f.calcium_calcitriol_exponent);
    return engine::up_to(raised, f.calcium_calcitriol_ceiling);
}

template <class Load, class Transport, class Real>
RHEOBASE_INLINE constexpr auto magnesium_uptake(Load const& load, Transport const& transport, Real const& reach,
                                                Real const& channel, GutFacts<Real> const& f) {
    auto const within_reach = load * reach;
    auto const vitamin_d = (transport - 1.0) * f.magnesium_calcitriol_share + 1.0;
    return (f.magnesium_capacity * channel * engine::saturation(within_reach, f.magnesium_half_load) +
            f.magnesium_passive_rate * within_reach) *
           vitamin_d;
}

template <class Load, class Transport, class Calcium, class Real>
RHEOBASE_INLINE constexpr auto phosphate_uptake(Load const& load, Transport const& transport,
                                                Calcium const& calcium_load, GutFacts<Real> const& f) {
    auto const free = 1.0 / (calcium_load * f.phosphate_calcium_binding + 1.0);
    return f.phosphate_rate * load * free * ((transport - 1.0) * f.phosphate_calcitriol_share + 1.0);
}

} // namespace rheobase::ions
