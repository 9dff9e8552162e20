// One step of an axon in time, and the gates that go with a potential held for long.
#pragma once

#include "model/nerve/axon_currents.hpp"
#include "model/nerve/axon_gates.hpp"

namespace rheobase::nerve {

template <class Real>
RHEOBASE_INLINE Real stepped(Real const& x, Gate<Real> const& gate, Real const& half_dt) {
    return step(x, gate.opening, gate.closing, half_dt);
}
template <class Real>
RHEOBASE_INLINE Real rested(Gate<Real> const& gate) {
    return at_rest(gate.opening, gate.closing);
}

/// Gates move for 2 half_dt ms while the potentials stand still.
template <class Real>
RHEOBASE_INLINE void advance_gates(AxonState<Real>& y, Membrane<Real> const& a, Real const& half_dt) {
    auto const node = node_gates(y.node, a);
    y.m = stepped(y.m, node.m, half_dt);
    y.h = stepped(y.h, node.h, half_dt);
    y.p = stepped(y.p, node.p, half_dt);
    y.awake = stepped(y.awake, node.awake, half_dt);
    y.node_n = stepped(y.node_n, node.n, half_dt);
    y.node_s = stepped(y.node_s, node.s, half_dt);
    auto const internode = internode_gates(y.internode, a);
    y.n = stepped(y.n, internode.n, half_dt);
    y.s = stepped(y.s, internode.s, half_dt);
    y.q = stepped(y.q, internode.q, half_dt);
}

/// Gates as they are after the potentials stood where they are for ever.
template <class Real>
RHEOBASE_INLINE void settle_gates(AxonState<Real>& y, Membrane<Real> const& a) {
    auto const node = node_gates(y.node, a);
    y.m = rested(node.m);
    y.h = rested(node.h);
    y.p = rested(node.p);
    y.awake = rested(node.awake);
    y.node_n = rested(node.n);
    y.node_s = rested(node.s);
    auto const internode = internode_gates(y.internode, a);
    y.n = rested(internode.n);
    y.s = rested(internode.s);
    y.q = rested(internode.q);
}

} // namespace rheobase::nerve
