// The membrane of a node of Ranvier: fast and persistent sodium, slow potassium and leak, after McIntyre,
// Richardson and Grill (2002). Left out: fast potassium channels, which a healthy human node hardly has, and
// pumps.
#pragma once

#include "model/nerve/cable_channels.rows.hpp"
#include "model/nerve/cable_exp.hpp"
#include "model/nerve/cable_node_channels.hpp"
#include "model/nerve/gates.rows.hpp"

namespace rheobase::nerve::cable {

/// What one node's membrane is, whole node, for one fibre a lane. µS, mV, nF / ms = µS.
template <class Real>
struct NodeMembrane {
    Real capacitance_per_step;           ///< µS: capacitance over the step
    Real sodium, persistent, slow, leak; ///< µS with all gates open
    Real e_sodium, e_potassium;          ///< mV
    Real leak_drive;                     ///< nA: leak times its reversal potential
    Real shift_sodium, shift_potassium;  ///< mV added to where gates open
    Real step_m, step_h, step_s; ///< ms: the step times the speed of the gates at this warmth; p goes with m
};

template <class Real>
struct Gates {
    Real m, h, p, s;
};

/// Opening rate a / da and closing rate b / db, left as fractions: one division a gate is enough.
template <class Real>
struct Rates {
    Real a, da, b, db;
};

// x / (1 - exp(-x / slope)) as numerator and denominator. At x = 0 both would be 0: each gets a trifle whose
// quotient is the limit and which is lost in rounding everywhere else.
template <class Real>
struct Linear {
    Real over, under;
};
template <class Real>
RHEOBASE_INLINE Linear<Real> linear(Real const& x, double slope) {
    constexpr double trifle = 1e-30;
    return {x + Real(slope * trifle), (Real(1.0) - two_to_the(x * Real(-log2_e / slope))) + Real(trifle)};
}

template <class Real>
RHEOBASE_INLINE Rates<Real> rates_m(Real const& v) {
    constexpr auto& c = cable_channels;
    auto const a = linear<Real>(v + Real(c.m_open_at), c.m_open_slope);
    auto const b = linear<Real>(Real(-c.m_close_at) - v, c.m_close_slope);
    return {a.over * Real(c.m_open_rate), a.under, b.over * Real(c.m_close_rate), b.under};
}

template <class Real>
RHEOBASE_INLINE Rates<Real> rates_p(Real const& v) {
    constexpr auto& c = cable_channels;
    auto const a = linear<Real>(v + Real(c.p_open_at), c.p_open_slope);
    auto const b = linear<Real>(Real(-c.p_close_at) - v, c.p_close_slope);
    return {a.over * Real(c.p_open_rate), a.under, b.over * Real(c.p_close_rate), b.under};
}

template <class Real>
RHEOBASE_INLINE Rates<Real> rates_h(Real const& v) {
    constexpr auto& c = cable_channels;
    auto const a = linear<Real>(Real(-c.h_open_at) - v, c.h_open_slope);
    Real const b = Real(1.0) + two_to_the((v + Real(c.h_close_at)) * Real(-log2_e / c.h_close_slope));
    return {a.over * Real(c.h_open_rate), a.under, Real(c.h_close_rate), b};
}

template <class Real>
RHEOBASE_INLINE Rates<Real> rates_s(Real const& v) {
    constexpr auto& c = cable_channels;
    Real const a = Real(1.0) + two_to_the((v + Real(c.s_open_at)) * Real(-log2_e / c.s_open_slope));
    Real const b = Real(1.0) + two_to_the((v + Real(c.s_close_at)) * Real(-log2_e / c.s_close_slope));
    return {Real(c.s_open_rate), a, Real(c.s_close_rate), b};
}

/// Slow potassium of human nodes: the published curve opens again below -90 mV, where low potassium brings a
/// fibre.
template <class Real>
RHEOBASE_INLINE Rates<Real> rates_s_human(Real const& v) {
    auto const a = linear<Real>(v - Real(gates.slow_opening_half), gates.slow_opening_slope);
    auto const b = linear<Real>(Real(gates.slow_closing_half) - v, gates.slow_closing_slope);
    return {a.over * Real(gates.slow_opening), a.under, b.over * Real(gates.slow_closing), b.under};
}

/// Where the gate comes to rest.
template <class Real>
RHEOBASE_INLINE Real settled(Rates<Real> const& r) {
    Real const open = r.a * r.db, close = r.b * r.da;
    return open / (open + close);
}

/// The gate a step later by the trapezoid rule, the voltage held at the middle of the step: second order,
/// bounded for any step.
template <class Real>
RHEOBASE_INLINE Real trapezoid(Real const& x, Rates<Real> const& r, Real const& step) {
    Real const open = r.a * r.db, both = open + r.b * r.da;
    return x + step * (open - both * x) / (r.da * r.db + Real(0.5) * step * both);
}

/// The gate a step later, exactly, the voltage held.
template <class Real>
RHEOBASE_INLINE Real relaxed(Real const& x, Rates<Real> const& r, Real const& step) {
    Real const open = r.a * r.db, both = open + r.b * r.da;
    Real const rest = open / both;
    constexpr double nothing_left = -1000; // powers of two
    Real const fading = larger(step * both * Real(-log2_e) / (r.da * r.db), Real(nothing_left));
    return rest + (x - rest) * two_to_the(fading);
}

/// update(gate, rates, step) for each gate at membrane potential v.
template <NodeChannels channels, class Real, class Update>
RHEOBASE_INLINE Gates<Real> move_gates(Gates<Real> const& g, NodeMembrane<Real> const& node, Real const& v,
                                       Update const& update) {
    Real const v_sodium = v - node.shift_sodium, v_potassium = v - node.shift_potassium;
    auto const s = [&] {
        if constexpr (channels == NodeChannels::published)
            return rates_s(v_potassium);
        else
            return rates_s_human(v_potassium);
    }();
    return {update(g.m, rates_m(v_sodium), node.step_m), update(g.h, rates_h(v_sodium), node.step_h),
            update(g.p, rates_p(v_sodium), node.step_m), update(g.s, s, node.step_s)};
}

/// Ionic current is conductance * v - drive, outward, nA.
template <class Real>
struct Membrane {
    Real conductance, drive;
};
template <class Real>
RHEOBASE_INLINE Membrane<Real> membrane(NodeMembrane<Real> const& node, Gates<Real> const& g) {
    Real const sodium = node.sodium * (g.m * g.m * (g.m * g.h)) + node.persistent * (g.p * g.p * g.p);
    Real const potassium = node.slow * g.s;
    return {sodium + potassium + node.leak,
            sodium * node.e_sodium + potassium * node.e_potassium + node.leak_drive};
}

} // namespace rheobase::nerve::cable
