// What flows through node and internode, in pA outward, and its slope against their potentials in nS.
#pragma once

#include "model/nerve/axon.hpp"

namespace rheobase::nerve {

template <class Real>
RHEOBASE_INLINE Flow<Real> node_current(AxonState<Real> const& y, Membrane<Real> const& a) {
    auto const sodium = sodium_flow(y.node, a);
    Real const open =
        a.sodium_scale * (a.transient * (y.m * y.m * y.m * y.h) + a.persistent * (y.p * y.p * y.p * y.awake));
    Real const n2 = y.node_n * y.node_n;
    Real const potassium = a.node_fast * (n2 * n2) + a.node_slow * y.node_s;
    return {open * sodium.current + potassium * (y.node - a.potassium_reversal) +
                a.node_leak * (y.node - a.node_leak_reversal) + a.sodium_leak * (y.node - a.sodium_reversal) +
                a.node_pump * pump_drive(a.potassium_out, a.pump_half),
            open * sodium.slope + potassium + a.node_leak + a.sodium_leak};
}

template <class Real>
struct InternodeFlow {
    Real current, slope;
    Real potassium_flux; ///< pA that potassium brings into the space under the myelin, less what the pump
                         ///< takes
};

template <class Real>
RHEOBASE_INLINE InternodeFlow<Real> internode_current(AxonState<Real> const& y, Membrane<Real> const& a) {
    Real const n2 = y.n * y.n;
    Real const potassium = a.fast * (n2 * n2) + a.slow * y.s;
    Real const reversed = reversal(y.potassium, Real(electrochemistry.axoplasm_potassium), a.thermal);
    Real const through_channels = potassium * (y.internode - reversed);
    Real const pump = a.pump * pump_drive(y.potassium, a.pump_half);
    Real const rectifier = a.rectifier * y.q;
    return {through_channels + rectifier * (y.internode - a.rectifier_reversal) +
                a.leak * (y.internode - a.leak_reversal) + pump,
            potassium + rectifier + a.leak, through_channels - (pump + pump)};
}

/// What leaves the node by its own membrane, and with what leaves it under the myelin: below nothing, its
/// channels drive it up, or it would rise without any stimulus.
template <class Real>
struct NodeOutflow {
    Real membrane, all;
};

/// The axon `dt` ms later (half_dt and inverse_dt its half and inverse), `stimulus` pA flowing into the node.
/// Potentials by the trapezoidal rule about where they stand; gates, half a step ahead of them, likewise:
/// second order in time.
/// Returns what flowed out of the node at the beginning of the step, in pA.
template <class Real>
RHEOBASE_INLINE NodeOutflow<Real> advance_potentials(AxonState<Real>& y, Membrane<Real> const& a,
                                                     Real const& stimulus, Real const& dt,
                                                     Real const& inverse_dt) {
    Real const half(0.5);
    auto const node = node_current(y, a);
    auto const internode = internode_current(y, a);
    Real const through = a.barrett * (y.internode - y.node);
    Real const joined = a.myelin_capacitance * inverse_dt + half * a.barrett;
    Real const at_node = a.node_capacitance * inverse_dt + half * node.slope + joined;
    Real const at_internode = a.internode_capacitance * inverse_dt + half * internode.slope + joined;
    Real const into_node = stimulus + a.holding - node.current + through;
    Real const into_internode = -internode.current - through;
    Real const inverse = reciprocal(at_node * at_internode - joined * joined);
    y.node = y.node + (at_internode * into_node + joined * into_internode) * inverse;
    y.internode = y.internode + (at_node * into_internode + joined * into_node) * inverse;
    Real const gathers = a.mmol_for_charge * (internode.potassium_flux - a.flux_at_rest);
    y.potassium =
        larger(y.potassium + dt * (gathers + a.exchange * (a.potassium_out - y.potassium)), Real(0.1));
    return {node.current, node.current - through};
}

} // namespace rheobase::nerve
