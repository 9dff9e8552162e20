// An axon put into a medium, and where it comes to rest there.
#pragma once

#include "model/nerve/axon_step.hpp"

namespace rheobase::nerve {

template <class Real>
RHEOBASE_INLINE Situation<Real> ordinary_situation() {
    auto const& o = ordinary_medium;
    return {{Real(o.calcium), Real(o.magnesium), Real(o.potassium), Real(o.sodium), Real(o.ph),
             Real(o.temperature)},
            Real(1.0),
            Real(1.0),
            Real(0.0)};
}

/// mV at which a leak of both ions stands still, `share` being its permeability to sodium against potassium.
template <class Real>
RHEOBASE_INLINE Real mixed_reversal(Medium<Real> const& m, Real const& share, Real const& thermal) {
    return reversal(
        m.potassium + share * m.sodium,
        Real(electrochemistry.axoplasm_potassium) + share * Real(electrochemistry.axoplasm_sodium), thermal);
}
/// The share that makes it stand still at `potential`; never less than none.
template <class Real>
RHEOBASE_INLINE Real sodium_share(Medium<Real> const& m, Real const& potential, Real const& thermal) {
    Real const e = exp(potential / thermal);
    Real const above = e * Real(electrochemistry.axoplasm_potassium) - m.potassium;
    Real const below = m.sodium - e * Real(electrochemistry.axoplasm_sodium);
    // A leak cannot turn beyond potassium's reversal, nor beyond sodium's.
    return smaller(larger(above, Real(0.0)) / larger(below, Real(1e-3)), Real(1e3));
}

template <class Real>
RHEOBASE_INLINE SurfaceSites<Real> sites_of(IonSensitivityFacts<Real> const& f) {
    return {f.site_density, f.calcium_binding, f.calcium_binding * Real(surface_charge.magnesium_share),
            Real(surface_charge.acid_binding)};
}

/// Everything but the reversals of the leaks; `shift` is by how many mV the sodium gates have moved.
template <class Real>
RHEOBASE_INLINE Membrane<Real> channels(Axon<Real> const& x, Situation<Real> const& in, Real const& shift) {
    auto const& f = x.membrane;
    auto const& ions = x.ions;
    auto const& g = gates;
    auto const& o = ordinary_medium;
    Medium<Real> const& m = in.medium;
    auto const warmth = [&](double q10, double reference) {
        return exp((m.temperature - Real(reference)) * Real(engine::log(q10) / 10));
    };
    Real const conducting = warmth(g.conductance_q10, o.temperature);
    Membrane<Real> a;
    a.thermal = thermal_voltage(m.temperature);
    // cm3/s times mmol/L is 1e-6 mol/s; times Faraday 1e-6 A, which are 1e6 pA.
    a.sodium_scale = conducting * f.sodium_permeability * Real(electrochemistry.faraday * 1e6);
    a.transient = Real(1.0) - f.persistent_share;
    a.persistent = f.persistent_share * power(Real(o.calcium) / m.calcium, ions.persistent_calcium_exponent) *
                   exp(ions.persistent_ph_slope * (m.ph - Real(o.ph)) * Real(2.302585092994046));
    a.sodium_out = m.sodium;
    a.sodium_in = Real(electrochemistry.axoplasm_sodium);
    a.node_fast = conducting * f.node_fast_potassium;
    a.node_slow = conducting * f.node_slow_potassium;
    a.node_leak = conducting * f.node_leak;
    auto const gated = [&](Real const& calcium) {
        return Real(1.0) /
               (Real(1.0) + power(calcium / Real(ions.calcium_leak_half), Real(ions.calcium_leak_power)));
    };
    a.sodium_leak =
        conducting * ions.calcium_leak * larger(gated(m.calcium) - gated(Real(o.calcium)), Real(0.0));
    a.fast = conducting * f.internode_fast_potassium;
    a.slow = conducting * f.internode_slow_potassium;
    a.rectifier = conducting * f.rectifier;
    a.leak = conducting * f.internode_leak;
    a.potassium_reversal = reversal(m.potassium, Real(electrochemistry.axoplasm_potassium), a.thermal);
    a.sodium_reversal = reversal(m.sodium, a.sodium_in, a.thermal);
    a.rectifier_reversal = mixed_reversal(m, Real(g.rectifier_sodium_share), a.thermal);
    a.node_pump = conducting * f.node_pump * in.pump;
    a.pump = conducting * f.internode_pump * in.pump;
    a.pump_half = Real(ions.pump_potassium_half);
    a.barrett = conducting * f.barrett_barrett / in.myelin;
    a.node_capacitance = f.node_capacitance;
    a.myelin_capacitance = f.myelin_capacitance / in.myelin;
    a.internode_capacitance = f.internode_capacitance;
    a.sodium_shift = shift;
    a.potassium_shift = shift * ions.potassium_gate_share;
    a.activation_shift = f.activation_shift;
    a.inactivation_shift = f.inactivation_shift;
    a.fast_shift = f.fast_shift;
    a.slow_shift = f.slow_shift;
    a.persistent_x = -(f.persistent_shift + Real(g.persistent_offset));
    a.persistent_opening = exp(a.persistent_x * Real(-1 / g.activation_opening_slope));
    a.persistent_closing = exp(a.persistent_x * Real(1 / g.activation_closing_slope));
    a.activation_rate = warmth(g.activation_q10, g.reference_temperature);
    a.inactivation_rate = f.inactivation_rate * warmth(g.inactivation_q10, g.reference_temperature);
    a.potassium_rate = warmth(g.potassium_q10, g.reference_temperature);
    a.slow_rate = f.slow_rate * a.potassium_rate;
    a.rectifier_rate = warmth(g.rectifier_q10, g.rectifier_temperature);
    a.slow_slope = f.slow_slope;
    a.potassium_out = m.potassium;
    // Charge for each mmol/L of the space: its area is that of the internode's membrane, in µm2 times nm:
    // 1e-21 m3 each, or 1e-18 mmol for each mmol/L, times Faraday: 1e-21 F coulombs, 1e-9 F pC.
    Real const volume = f.internode_capacitance / Real(ions.capacitance_for_area) * f.periaxonal_width;
    a.mmol_for_charge = Real(1e9 / electrochemistry.faraday) / volume;
    a.exchange = Real(1.0) / f.periaxonal_exchange;
    a.flux_at_rest = Real(0.0);
    a.holding = in.holding;
    return a;
}

/// The axon in its medium. In the ordinary medium all currents of node and internode cancel at its resting
/// potential: what channels and pump leave over is the leak's, and that is what its mixture of ions follows
/// from.
template <class Real>
RHEOBASE_INLINE Membrane<Real> membrane_in(Axon<Real> const& x, Situation<Real> const& in) {
    auto const usual = ordinary_situation<Real>();
    Membrane<Real> healthy = channels(x, usual, Real(0.0));
    healthy.node_leak_reversal = x.membrane.rest;
    healthy.leak_reversal = x.membrane.rest;
    AxonState<Real> y;
    y.node = y.internode = x.membrane.rest;
    y.potassium = usual.medium.potassium;
    settle_gates(y, healthy);
    auto const internode = internode_current(y, healthy);
    Real const node_leak_at = x.membrane.rest + node_current(y, healthy).current / healthy.node_leak;
    Real const leak_at = x.membrane.rest + internode.current / healthy.leak;

    auto const sites = sites_of(x.ions);
    Real const shift = surface_potential(sites, in.medium) - surface_potential(sites, usual.medium);
    Membrane<Real> a = channels(x, in, shift);
    a.node_leak_reversal =
        mixed_reversal(in.medium, sodium_share(usual.medium, node_leak_at, healthy.thermal), a.thermal);
    a.leak_reversal =
        mixed_reversal(in.medium, sodium_share(usual.medium, leak_at, healthy.thermal), a.thermal);
    a.flux_at_rest = internode.potassium_flux;
    return a;
}

/// mmol/L under the myelin at which what channels bring, the pump takes and what levels with the node cancel
/// (Newton).
template <class Real>
RHEOBASE_INLINE void level_potassium(AxonState<Real>& y, Membrane<Real> const& a) {
    Real const gain = a.mmol_for_charge / a.exchange;
    y.potassium = a.potassium_out;
    for (int i = 0; i < 6; ++i) {
        Real const k = y.potassium;
        Real const n2 = y.n * y.n;
        Real const conducting = a.fast * (n2 * n2) + a.slow * y.s;
        Real const pumped = a.pump * pump_drive(k, a.pump_half);
        Real const off =
            k - a.potassium_out - gain * (internode_current(y, a).potassium_flux - a.flux_at_rest);
        Real const slope = Real(1.0) + gain * (conducting * a.thermal / k +
                                               Real(4.0) * pumped * a.pump_half / (k * (k + a.pump_half)));
        y.potassium = smaller(larger(k - off / slope, Real(0.3) * k), Real(3.0) * k);
    }
}

/// pA by which the whole axon is off balance with its node held at y.node for ever and the internode
/// following.
template <class Real>
RHEOBASE_INLINE Real imbalance(AxonState<Real>& y, Membrane<Real> const& a) {
    y.internode = y.node;
    settle_gates(y, a);
    Real const through = node_current(y, a).current - a.holding;
    // A node far from rest would need an internode beyond anything that membranes stand.
    y.internode = larger(smaller(y.node + through / a.barrett, Real(150.0)), Real(-250.0));
    settle_gates(y, a);
    level_potassium(y, a);
    return internode_current(y, a).current + through;
}

/// The most negative potential at which the axon rests, found by a walk upwards from -125 mV; true where
/// there is one below -40 mV. Elsewhere y is where the walk ended.
template <class Real>
RHEOBASE_INLINE auto settle(AxonState<Real>& y, Membrane<Real> const& a) {
    Real low(-126.0);
    auto found = Real(1.0) < Real(0.0);
    for (int i = 0; i <= 85; ++i) {
        y.node = Real(-125.0 + i);
        auto const outward = imbalance(y, a) > Real(0.0);
        auto const open = ~found;
        found = found | outward;
        low = select(open & ~outward, y.node, low);
    }
    Real high = low + Real(1.0);
    for (int i = 0; i < 30; ++i) {
        y.node = Real(0.5) * (low + high);
        auto const outward = imbalance(y, a) > Real(0.0);
        high = select(outward, y.node, high);
        low = select(outward, low, y.node);
    }
    return found;
}

} // namespace rheobase::nerve
