// A muscle fibre's action potential: the surface and, behind a resistance, the tubules that carry it inward.
// Both have the same channels in different number. Gates stand half a step beside the potentials and move
// exactly at constant potential; the two potentials take the trapezoidal rule with what is not linear in them
// looked up half a step ahead. So the error falls with the square of the step, and no step is unstable. Left
// out: spread along the fibre (one length of it fires at once), potassium that gathers in the tubules, what
// changes slower than ten milliseconds.
#pragma once

#include "model/twitch/muscle_membrane.hpp"

namespace rheobase::twitch {

template <class Real>
struct Spike {
    Real surface_peak; ///< mV
    Real tubule_peak;  ///< mV
    Real steepest;     ///< mV/ms of the surface
    Real surface_end;  ///< mV at the end of the time followed
};

namespace spike {

template <class Real>
struct Gates {
    Real m, h, n;
};

template <class Real>
constexpr Gates<Real> resting_gates(Real potential, Bath<Real> const& b, MuscleGatesFacts<Real> const& f) {
    return {steady(sodium_rates(potential, b.gate_shift, f)),
            steady(inactivation_rates(potential, b.gate_shift, f)),
            steady(delayed_rates(potential, b.gate_shift, f))};
}

template <class Real>
constexpr void move(Gates<Real>& g, Real potential, Bath<Real> const& b, MuscleGatesFacts<Real> const& f,
                    Real ms) {
    Real const faster = ms * b.gate_speed;
    g.m = moved(g.m, sodium_rates(potential, b.gate_shift, f), faster);
    g.h = moved(g.h, inactivation_rates(potential, b.gate_shift, f), faster);
    g.n = moved(g.n, delayed_rates(potential, b.gate_shift, f), faster);
}

/// How much of the fibre's membrane lies here.
template <class Real>
struct Part {
    Real area, sodium, rectifier, delayed, chloride;
};

/// A straight line: current outward = conductance potential - drive.
template <class Real>
struct Line {
    Real conductance; ///< mS/cm2
    Real drive;       ///< µA/cm2
};

/// What holds for the whole of one action potential.
template <class Real>
struct Held {
    Real chloride_equilibrium, sodium_kept, delayed_kept;
};

template <class Real>
constexpr Line<Real> currents(Real ahead, Gates<Real> const& g, Part<Real> const& part,
                              Held<Real> const& held, Bath<Real> const& b,
                              MuscleMembraneFacts<Real> const& f) {
    Real const sodium = f.sodium * part.sodium * held.sodium_kept * g.m * g.m * g.m * g.h;
    Real const potassium = part.rectifier * rectifier_conductance(ahead, b.potassium_equilibrium, b.potassium,
                                                                  b.usual_potassium, f) +
                           part.area * f.potassium_leak +
                           part.delayed * f.delayed_rectifier * held.delayed_kept * g.n * g.n * g.n * g.n;
    Real const leak = part.area * b.sodium_leak;
    Real const chloride = part.chloride * b.chloride;
    return {sodium + potassium + leak + chloride,
            (sodium + leak) * b.sodium_equilibrium + potassium * b.potassium_equilibrium +
                chloride * held.chloride_equilibrium - part.area * b.pump};
}

} // namespace spike

/// The endplate opens for `stimulus_ms` in a fibre that rests at `resting` (mV, a stable root of its steady
/// current), followed for `ms` in steps of `step` ms. Lanes are fibres.
template <class Real>
Spike<Real> fired(Real resting, Bath<Real> const& b, MembraneFacts<Real> const& facts, double stimulus_ms,
                  double ms, double step) {
    using namespace spike;
    auto const& f = facts.membrane;
    auto const& gates = facts.gates;
    Held<Real> const held{resting, slowly_kept(resting, b.gate_shift, gates),
                          delayed_kept(resting, b.gate_shift, gates)};
    Real const one(1), half(0.5), dt(step);
    Real const outer = one / (one + f.tubule_area);
    Part<Real> const surface{outer, one, one - f.tubule_share_rectifier, one - f.tubule_share_delayed,
                             one - f.tubule_share_chloride};
    // Sodium's largest conductance is the surface's own; the tubules' stands in proportion beside it.
    Part<Real> const tubules{one - outer, f.tubule_share_sodium / (one - f.tubule_share_sodium),
                             f.tubule_share_rectifier, f.tubule_share_delayed, f.tubule_share_chloride};
    Real const through = one / f.tubule_access;
    Real const surface_held = f.surface_capacity / dt, tubules_held = f.surface_capacity * f.tubule_area / dt;

    Gates<Real> g = resting_gates(resting, b, gates), t = g;
    Real v = resting, u = resting, v_before = resting, u_before = resting;
    Spike<Real> seen{resting, resting, Real(0), resting};
    int const steps = static_cast<int>(ms / step + 0.5),
              stimulated = static_cast<int>(stimulus_ms / step + 0.5);
    move(g, v, b, gates, half * dt);
    move(t, u, b, gates, half * dt);
    for (int i = 0; i < steps; ++i) {
        Real const v_ahead = v + half * (v - v_before), u_ahead = u + half * (u - u_before);
        auto const s = currents(v_ahead, g, surface, held, b, f);
        auto const d = currents(u_ahead, t, tubules, held, b, f);
        Real const endplate = i < stimulated ? f.endplate : Real(0);
        // The potential half a step ahead solves a pair of linear equations; a whole step is twice as far.
        Real const a11 = surface_held + half * (s.conductance + through + endplate),
                   a22 = tubules_held + half * (d.conductance + through);
        Real const a12 = half * through;
        Real const r1 = surface_held * v + half * (s.drive + endplate * f.endplate_reversal),
                   r2 = tubules_held * u + half * d.drive;
        Real const determinant = a11 * a22 - a12 * a12;
        Real const v_half = (r1 * a22 + a12 * r2) / determinant, u_half = (a11 * r2 + a12 * r1) / determinant;
        v_before = v;
        u_before = u;
        v = v_half + (v_half - v);
        u = u_half + (u_half - u);
        move(g, v, b, gates, dt);
        move(t, u, b, gates, dt);
        seen.surface_peak = engine::larger(seen.surface_peak, v);
        seen.tubule_peak = engine::larger(seen.tubule_peak, u);
        seen.steepest = engine::larger(seen.steepest, (v - v_before) / dt);
    }
    seen.surface_end = v;
    return seen;
}

} // namespace rheobase::twitch
