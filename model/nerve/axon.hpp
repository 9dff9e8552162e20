// A human motor axon as two compartments, a node and its internode, joined by the path under and through the
// myelin (Barrett and Barrett 1982; Bostock, Baker and Reid 1991). Here is what one axon is, where it stands
// at a moment, and what it becomes in a given medium: reversal potentials, shifted gates, persistent sodium
// and leak. Left out: propagation (the double cable has it), sodium gathering inside, channels of the myelin.
#pragma once

#include "model/nerve/gates.rows.hpp"
#include "model/nerve/ion_sensitivity.rows.hpp"
#include "model/nerve/motor_axon.rows.hpp"
#include "model/nerve/surface_potential.hpp"

namespace rheobase::nerve {

/// What differs between axons.
template <class Real>
struct Axon {
    MotorAxonFacts<Real> membrane;
    IonSensitivityFacts<Real> ions;
};

/// What an axon finds itself in.
template <class Real>
struct Situation {
    Medium<Real> medium;
    Real myelin;  ///< thickness against a healthy axon's
    Real pump;    ///< activity of the pump, 1 ordinarily, 0 without oxygen
    Real holding; ///< pA, steady current from outside, positive depolarises
};

/// Potentials and gates of an axon.
template <class Real>
struct AxonState {
    Real node, internode; ///< mV
    Real m, h;            ///< transient sodium of the node
    Real p, awake;        ///< persistent sodium of the node, and its share not slowly inactivated
    Real node_n, node_s;  ///< fast and slow potassium of the node
    Real n, s, q;         ///< fast and slow potassium and inward rectifier of the internode
    Real potassium;       ///< mmol/L between internode and myelin
    static constexpr int count = 12;
};

/// An axon in its medium: every constant that a step needs, worked out once.
template <class Real>
struct Membrane {
    Real thermal;                                      ///< mV
    Real sodium_scale, transient, persistent;          ///< pA for each mmol/L; shares
    Real sodium_out, sodium_in;                        ///< mmol/L
    Real node_fast, node_slow, node_leak, sodium_leak; ///< nS
    Real fast, slow, rectifier, leak;                  ///< nS, internode
    Real potassium_reversal, node_leak_reversal, sodium_reversal, leak_reversal, rectifier_reversal; ///< mV
    Real node_pump, pump, pump_half; ///< pA when potassium is ordinary; mmol/L
    Real barrett, node_capacitance, myelin_capacitance, internode_capacitance; ///< nS, pF
    Real sodium_shift, potassium_shift; ///< mV that sodium and potassium gates are moved by the medium
    Real activation_shift, inactivation_shift, fast_shift, slow_shift; ///< mV of this axon's own
    Real persistent_opening, persistent_closing; ///< how the exponentials of m become those of p
    Real persistent_x;                           ///< mV from the half of m to that of p
    Real activation_rate, inactivation_rate, potassium_rate, slow_rate,
        rectifier_rate; ///< factors of the rates
    Real slow_slope;
    Real potassium_out;             ///< mmol/L at the node
    Real mmol_for_charge, exchange; ///< mmol/L for each pC into the space; 1/ms
    Real flux_at_rest;              ///< pA, what the space's potassium is level at
    Real holding;                   ///< pA
};

/// Where the pump stands with so much potassium outside, 1 at the ordinary.
template <class Real>
RHEOBASE_INLINE Real pump_drive(Real const& potassium, Real const& half) {
    Real const ordinary = Real(ordinary_medium.potassium);
    Real const filled = potassium * (ordinary + half) / (ordinary * (potassium + half));
    return filled * filled;
}

/// Sodium current of one conducting unit (Goldman, Hodgkin, Katz): pA for each sodium_scale, and its slope in
/// 1/mV.
template <class Real>
struct Flow {
    Real current, slope;
};
template <class Real>
RHEOBASE_INLINE Flow<Real> sodium_flow(Real const& node, Membrane<Real> const& a) {
    Real const one(1.0);
    Real const least(1e-4);
    Real u = node / a.thermal;
    u = select(larger(u, -u) < least, least, u);
    Real const e = exp(u);
    Real const d = reciprocal(one - e);
    Real const f = u * d;
    Real const f_slope = (one + f * e) * d;
    Real const difference = a.sodium_out - a.sodium_in;
    return {difference * f + a.sodium_in * u, (difference * f_slope + a.sodium_in) / a.thermal};
}

} // namespace rheobase::nerve
