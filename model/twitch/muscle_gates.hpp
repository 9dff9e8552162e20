// The gates of a muscle fibre's channels: sodium channels open (m), inactivate fast (h) and slowly; the
// delayed rectifier opens (n) and tires. Rates are those of rat muscle as two published models use them,
// speeded to the body's warmth, with inactivation moved to where human channels have it. Ions at the
// membrane's charges move the gates along the voltage axis.
#pragma once

#include "engine/curves.hpp"
#include "model/nerve/surface_potential.hpp"
#include "model/twitch/muscle_gates.rows.hpp"

namespace rheobase::twitch {

template <class Real>
struct Rates {
    Real opening; ///< 1/ms
    Real closing; ///< 1/ms
};

/// Where a gate comes to rest.
template <class Real>
constexpr Real steady(Rates<Real> const& rates) {
    return rates.opening / (rates.opening + rates.closing);
}

/// A gate after `ms` at constant rates, exactly.
template <class Real>
constexpr Real moved(Real gate, Rates<Real> const& rates, Real ms) {
    Real const rest = steady(rates);
    return rest + (gate - rest) * exp(-ms * (rates.opening + rates.closing));
}

/// slope x / (1 - e^(-x / step)): rises in a straight line above its centre, vanishes below.
template <class Real>
constexpr Real rising(Real x, Real slope, Real step) {
    // At the centre itself the quotient is 0 / 0; a step to the side is exact to fifteen digits.
    Real const aside(1e-7);
    Real const z = x / step;
    Real const safe = engine::select(z * z < aside * aside, aside, z);
    return slope * step * safe / (Real(1) - exp(-safe));
}

/// 1 / (1 + e^((x - half) / step)).
template <class Real>
constexpr Real falling(Real x, Real half, Real step) {
    return Real(1) / (Real(1) + exp((x - half) / step));
}

/// mV by which sodium gates move to the right in this medium: more calcium or magnesium shields the charges
/// of the membrane's face, as it does in nerve.
template <class Real>
constexpr Real charge_shift(nerve::Medium<Real> const& medium, nerve::Medium<Real> const& usual,
                            MuscleGatesFacts<Real> const& f) {
    auto const& charge = nerve::surface_charge;
    nerve::SurfaceSites<Real> const sites{f.site_density, f.calcium_binding,
                                          f.calcium_binding * Real(charge.magnesium_share),
                                          Real(charge.acid_binding)};
    return nerve::surface_potential(sites, medium) - nerve::surface_potential(sites, usual);
}

/// Where the gate rests is taken from human channels, how fast it gets there from the published rates.
template <class Real>
constexpr Rates<Real> sodium_rates(Real potential, Real shift, MuscleGatesFacts<Real> const& f) {
    Real const v = potential - shift;
    Real const speed = rising(v - f.m_opening_at, f.m_opening, f.m_opening_step) +
                       f.m_closing * exp((f.m_closing_at - v) / f.m_closing_step);
    Real const rest = falling(f.m_half, v, f.m_step);
    return {rest * speed, (Real(1) - rest) * speed};
}

template <class Real>
constexpr Rates<Real> inactivation_rates(Real potential, Real shift, MuscleGatesFacts<Real> const& f) {
    Real const v = potential - shift - f.inactivation_shift;
    return {f.h_opening * exp((f.h_opening_at - v) / f.h_opening_step),
            f.h_closing * falling(f.h_closing_at, v, f.h_closing_step)};
}

template <class Real>
constexpr Rates<Real> delayed_rates(Real potential, Real shift, MuscleGatesFacts<Real> const& f) {
    Real const v = potential - shift * f.potassium_gate_share;
    return {rising(v - f.n_opening_at, f.n_opening, f.n_opening_step),
            f.n_closing * exp((f.n_closing_at - v) / f.n_closing_step)};
}

/// Share of the sodium channels that slow inactivation, which takes seconds, leaves at this potential.
template <class Real>
constexpr Real slowly_kept(Real potential, Real shift, MuscleGatesFacts<Real> const& f) {
    return falling(potential - shift, f.slow_half, f.slow_step);
}

/// Share of the delayed rectifier that has not tired at this potential.
template <class Real>
constexpr Real delayed_kept(Real potential, Real shift, MuscleGatesFacts<Real> const& f) {
    return falling(potential - shift * f.potassium_gate_share, f.delayed_half, f.delayed_step);
}

} // namespace rheobase::twitch
