// One step of a double-cable fibre in lanes. The internodes are linear, so each is two sets of modes, one for
// what is the same at both its ends and one for what is opposite, that fade on their own
// (cable_internode.hpp); what is left to solve is a row of nodes, each coupled to its neighbours: a
// tridiagonal system.
#pragma once

#include "model/nerve/cable_node.hpp"

#include <cstddef>

namespace rheobase::nerve::cable {

/// What an internode is to its two nodes, for one fibre a lane.
template <class Real>
struct InternodeCoupling {
    Real rest;      ///< mV: at this voltage of both nodes no current flows
    Real near, far; ///< µS: current of a step into a node's neighbour by its own change and by the other's
    Real steady_same, steady_opposite; ///< µS: steady conductance for equal and for opposite voltages
};
inline constexpr std::size_t coupling_count = sizeof(InternodeCoupling<double>) / sizeof(double);
inline constexpr std::size_t membrane_count = sizeof(NodeMembrane<double>) / sizeof(double);

/// A pair of modes: what is left of each after a step and what a change of the nodes puts in.
template <class Real>
struct ModePair {
    Real keep_same, put_same, keep_opposite, put_opposite;
};

template <class Real>
struct NodeState {
    Real v; ///< mV inside; outside is 0
    Gates<Real> gates;
    Real pull;   ///< nA into the node from its internodes, if its neighbours and it stayed where they are
    Real change; ///< mV of the last step
    Real share;  ///< of the next node's change that is this node's too, while solving
};
template <class Real>
struct ModeState {
    Real same, opposite; ///< nA
};

/// A bundle of fibres in lanes: where everything stands. Arrays are of Real.
template <class Real>
struct Bundle {
    int nodes = 0;
    int mode_pairs = 0;
    int const* site_of = nullptr; ///< of each node
    int const* kind_of = nullptr; ///< of each internode
    NodeMembrane<Real> const* sites = nullptr;
    InternodeCoupling<Real> const* kinds = nullptr;
    ModePair<Real> const* modes = nullptr; ///< mode_pairs of each kind
    NodeState<Real>* node = nullptr;
    ModeState<Real>* mode = nullptr; ///< mode_pairs of each internode
    int stimulated = 0;
    Real const* stimulus = nullptr; ///< nA
};

/// Implicit says how much of the change in a step counts for the steady currents in it: 1/2 or 1.
template <class Real>
RHEOBASE_INLINE void solve_voltages(Bundle<Real> const& b, double implicit) {
    int const last = b.nodes - 1;
    Real share(0.0), change(0.0), far(0.0), near(0.0);
    for (int i = 0; i <= last; ++i) {
        NodeState<Real>& n = b.node[i];
        NodeMembrane<Real> const& site = b.sites[b.site_of[i]];
        Membrane<Real> const open = membrane(site, n.gates);
        Real diagonal = site.capacitance_per_step + Real(implicit) * open.conductance + near;
        Real current = open.drive - open.conductance * n.v + n.pull;
        if (i == b.stimulated)
            current = current + *b.stimulus;
        diagonal = diagonal - far * share;
        current = current + far * change;
        if (i < last) {
            InternodeCoupling<Real> const& kind = b.kinds[b.kind_of[i]];
            near = kind.near;
            far = kind.far;
            diagonal = diagonal + near;
        }
        Real const inverse = Real(1.0) / diagonal;
        share = far * inverse;
        change = current * inverse;
        n.share = share;
        n.change = change;
    }
}

/// From the last node to the first: what each changes, and with it the internode to its right.
template <class Real>
RHEOBASE_INLINE void move_on(Bundle<Real> const& b) {
    int const last = b.nodes - 1;
    NodeState<Real>& end = b.node[last];
    end.v = end.v + end.change;
    Real right_change = end.change, right_v = end.v, right_pull(0.0);
    for (int i = last - 1; i >= 0; --i) {
        NodeState<Real>& n = b.node[i];
        Real const change = n.change + n.share * right_change;
        n.change = change;
        n.v = n.v + change;
        int const k = b.kind_of[i];
        InternodeCoupling<Real> const& kind = b.kinds[k];
        ModePair<Real> const* const modes = b.modes + static_cast<std::ptrdiff_t>(k) * b.mode_pairs;
        ModeState<Real>* const state = b.mode + static_cast<std::ptrdiff_t>(i) * b.mode_pairs;
        Real const same_change = Real(0.5) * (change + right_change);
        Real const opposite_change = Real(0.5) * (change - right_change);
        Real same = kind.steady_same * (kind.rest - Real(0.5) * (n.v + right_v));
        Real opposite = kind.steady_opposite * (Real(0.5) * (right_v - n.v));
        for (int m = 0; m < b.mode_pairs; ++m) {
            state[m].same = modes[m].keep_same * state[m].same - modes[m].put_same * same_change;
            state[m].opposite =
                modes[m].keep_opposite * state[m].opposite - modes[m].put_opposite * opposite_change;
            same = same + state[m].same;
            opposite = opposite + state[m].opposite;
        }
        b.node[i + 1].pull = right_pull + (same - opposite);
        right_pull = same + opposite;
        right_change = change;
        right_v = n.v;
    }
    b.node[0].pull = right_pull;
}

/// Gates stand half a step before the voltages: they pass them by the trapezoid rule, then the voltages pass
/// the gates.
template <NodeChannels channels, class Real>
RHEOBASE_INLINE void staggered_step(Bundle<Real> const& b) {
    for (int i = 0; i < b.nodes; ++i) {
        NodeState<Real>& n = b.node[i];
        n.gates = move_gates<channels>(
            n.gates, b.sites[b.site_of[i]], n.v,
            [](Real const& x, Rates<Real> const& r, Real const& step) { return trapezoid(x, r, step); });
    }
    solve_voltages(b, 0.5);
    move_on(b);
}

/// Backward Euler for the voltages, then gates exactly as if these had held: what NEURON does by default.
template <NodeChannels channels, class Real>
RHEOBASE_INLINE void euler_step(Bundle<Real> const& b) {
    solve_voltages(b, 1.0);
    move_on(b);
    for (int i = 0; i < b.nodes; ++i) {
        NodeState<Real>& n = b.node[i];
        n.gates = move_gates<channels>(
            n.gates, b.sites[b.site_of[i]], n.v,
            [](Real const& x, Rates<Real> const& r, Real const& step) { return relaxed(x, r, step); });
    }
}

} // namespace rheobase::nerve::cable
