// The rates of every gate of the axon at a potential, in its medium. Each is that of human nodes (gates.csv),
// shifted and speeded as this axon's own and as warmth and surface charge have it.
#pragma once

#include "model/nerve/axon.hpp"
#include "model/nerve/gates.hpp"

namespace rheobase::nerve {

template <class Real>
struct Gate {
    Rate<Real> opening, closing;
};

template <class Real>
struct NodeGates {
    Gate<Real> m, h, p, awake, n, s;
};
template <class Real>
struct InternodeGates {
    Gate<Real> n, s, q;
};

template <class Real>
RHEOBASE_INLINE Gate<Real> fast_potassium(Real const& felt, Membrane<Real> const& a) {
    auto const& g = gates;
    Real const shifted = felt - a.fast_shift;
    Real const opening = shifted - Real(g.fast_opening_half);
    Real const closing = Real(g.fast_closing_half) - shifted;
    return {linoid(opening, a.potassium_rate * Real(g.fast_opening), Real(g.fast_opening_slope),
                   exp(opening * Real(-1 / g.fast_opening_slope))),
            linoid(closing, a.potassium_rate * Real(g.fast_closing), Real(g.fast_closing_slope),
                   exp(closing * Real(-1 / g.fast_closing_slope)))};
}

template <class Real>
RHEOBASE_INLINE Gate<Real> slow_potassium(Real const& felt, Membrane<Real> const& a) {
    auto const& g = gates;
    Real const shifted = felt - a.slow_shift;
    Real const opening = shifted - Real(g.slow_opening_half);
    Real const closing = Real(g.slow_closing_half) - shifted;
    Real const opening_slope = Real(g.slow_opening_slope) * a.slow_slope;
    Real const closing_slope = Real(g.slow_closing_slope) * a.slow_slope;
    return {
        linoid(opening, a.slow_rate * Real(g.slow_opening), opening_slope, exp(-opening / opening_slope)),
        linoid(closing, a.slow_rate * Real(g.slow_closing), closing_slope, exp(-closing / closing_slope))};
}

template <class Real>
RHEOBASE_INLINE NodeGates<Real> node_gates(Real const& node, Membrane<Real> const& a) {
    auto const& g = gates;
    Real const one(1.0);
    Real const felt = node - a.sodium_shift;
    NodeGates<Real> out;

    Real const active = felt - a.activation_shift;
    Real const opening = active - Real(g.activation_opening_half);
    Real const closing = Real(g.activation_closing_half) - active;
    Real const opening_fading = exp(opening * Real(-1 / g.activation_opening_slope));
    Real const closing_fading = exp(closing * Real(-1 / g.activation_closing_slope));
    Real const opening_rate = a.activation_rate * Real(g.activation_opening);
    Real const closing_rate = a.activation_rate * Real(g.activation_closing);
    out.m = {linoid(opening, opening_rate, Real(g.activation_opening_slope), opening_fading),
             linoid(closing, closing_rate, Real(g.activation_closing_slope), closing_fading)};
    // The same curves further down: their exponentials differ from those of m by a factor of this axon's.
    Real const slowly(g.persistent_speed);
    out.p = {linoid(opening + a.persistent_x, slowly * opening_rate, Real(g.activation_opening_slope),
                    opening_fading * a.persistent_opening),
             linoid(closing - a.persistent_x, slowly * closing_rate, Real(g.activation_closing_slope),
                    closing_fading * a.persistent_closing)};

    Real const shutting = felt - a.inactivation_shift;
    Real const recovering = Real(g.inactivation_closing_half) - shutting;
    out.h = {
        linoid(recovering, a.inactivation_rate * Real(g.inactivation_closing),
               Real(g.inactivation_closing_slope), exp(recovering * Real(-1 / g.inactivation_closing_slope))),
        {a.inactivation_rate * Real(g.inactivation_opening),
         one + exp((Real(g.inactivation_opening_half) - shutting) * Real(1 / g.inactivation_opening_slope))}};

    Real const sleepy = exp((felt - Real(g.slow_inactivation_half)) * Real(1 / g.slow_inactivation_slope));
    Real const slow_time(1 / g.slow_inactivation_time);
    out.awake = {{slow_time, one + sleepy}, {slow_time * sleepy, one + sleepy}};

    Real const potassium = node - a.potassium_shift;
    out.n = fast_potassium(potassium, a);
    out.s = slow_potassium(potassium, a);
    return out;
}

template <class Real>
RHEOBASE_INLINE InternodeGates<Real> internode_gates(Real const& internode, Membrane<Real> const& a) {
    auto const& g = gates;
    Real const felt = internode - a.potassium_shift;
    Real const z = exp((felt - Real(g.rectifier_half)) * Real(1 / g.rectifier_slope));
    Real const rate = a.rectifier_rate * Real(g.rectifier_rate);
    return {fast_potassium(felt, a), slow_potassium(felt, a), {{rate, z}, {rate * z, Real(1.0)}}};
}

} // namespace rheobase::nerve
