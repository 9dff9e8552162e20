// The membrane of a muscle fibre at rest: potassium through an inward rectifier and a leak, sodium through a
// leak, the pump that carries out what leaked in, and the delayed rectifier, which a depolarised fibre opens.
// Chloride is where the membrane's potential puts it when the fibre has rested, so it carries nothing at
// rest. The tubules count to the surface. Left out: what transports chloride against that (it depolarises a
// little), calcium's own current, ATP-gated channels.
#pragma once

#include "engine/curves.hpp"
#include "model/nerve/medium.hpp"
#include "model/twitch/muscle_gates.hpp"
#include "model/twitch/muscle_membrane.rows.hpp"

namespace rheobase::twitch {

/// What moves a fibre beside its medium: 1, 1 and 0 in a healthy rested one.
template <class Real>
struct FibreCondition {
    Real pump; ///< rate of the pump against what it does unasked, before sodium inside follows; adrenaline
               ///< raises it
    Real chloride;    ///< chloride conductance against rest; exercise and acid lower it
    Real sodium_leak; ///< mS/cm2 that a mutant channel's gating pore leaks in addition
};

template <class Real>
struct MembraneFacts {
    MuscleMembraneFacts<Real> membrane;
    MuscleGatesFacts<Real> gates;
};

/// mV at which an ion of one positive charge does not move.
template <class Real>
constexpr Real nernst(Real outside, Real inside, Real temperature) {
    return nerve::reversal(outside, inside, nerve::thermal_voltage(temperature));
}

/// mS/cm2 of the inward rectifier, which opens with potassium outside and shuts above the potassium
/// equilibrium.
template <class Real>
constexpr Real rectifier_conductance(Real potential, Real equilibrium, Real potassium, Real usual_potassium,
                                     MuscleMembraneFacts<Real> const& f) {
    using engine::power;
    Real const opened =
        f.inward_rectifier * power(potassium / usual_potassium, f.rectifier_potassium_exponent);
    return opened / (Real(1) + exp(f.rectifier_steepness * (potential - equilibrium - f.rectifier_shift)));
}

/// Share of the pump's sites that are filled from inside.
template <class Real>
constexpr Real pump_filled_inside(Real sodium_inside, MuscleMembraneFacts<Real> const& f) {
    Real const site = engine::saturation(sodium_inside, f.pump_sodium_half);
    return site * site * site;
}

/// Share of the pump's sites that are filled from outside.
template <class Real>
constexpr Real pump_filled_outside(Real potassium, MuscleMembraneFacts<Real> const& f) {
    Real const site = engine::saturation(potassium, f.pump_potassium_half);
    return site * site;
}

/// µA/cm2 that the pump moves outward when every site is filled: set by the balance in the usual medium,
/// where one of three sodium ions that leak in goes out without potassium coming in for it.
template <class Real>
constexpr Real pump_most(nerve::Medium<Real> const& usual, MuscleMembraneFacts<Real> const& f) {
    Real const leaked =
        f.sodium_leak * (nernst(usual.sodium, f.sodium_inside, usual.temperature) - f.balance_potential);
    return leaked /
           (Real(3) * pump_filled_inside(f.sodium_inside, f) * pump_filled_outside(usual.potassium, f));
}

/// mmol/L of sodium inside a fibre that has leaked so for hours in the usual medium: it rises until the pump
/// keeps up. That the leak's driving force shrinks meanwhile is left out.
template <class Real>
constexpr Real settled_sodium(FibreCondition<Real> const& condition, MuscleMembraneFacts<Real> const& f) {
    using engine::power;
    Real const faster = (f.sodium_leak + condition.sodium_leak) / f.sodium_leak;
    Real const most_filled(0.95);
    Real const site = engine::smaller(
        engine::saturation(f.sodium_inside, f.pump_sodium_half) * power(faster, Real(1.0 / 3)), most_filled);
    return f.pump_sodium_half * site / (Real(1) - site);
}

/// All that stays the same while a fibre's potential moves: its medium, and what is inside it.
template <class Real>
struct Bath {
    Real potassium_equilibrium; ///< mV
    Real sodium_equilibrium;    ///< mV
    Real potassium;             ///< mmol/L outside
    Real usual_potassium;       ///< mmol/L
    Real pump;                  ///< µA/cm2 outward
    Real sodium_leak;           ///< mS/cm2
    Real chloride;              ///< mS/cm2
    Real gate_shift;            ///< mV by which sodium gates have moved to the right
    Real gate_speed;            ///< against the temperature at which the rates were recorded
};

/// `usual` is the medium in which the fibre has lived, `medium` the one in which it is now; `shift` what
/// charge_shift says of the two, which takes long enough to be worked out once for all fibres.
template <class Real>
constexpr Bath<Real> bath(nerve::Medium<Real> const& medium, nerve::Medium<Real> const& usual,
                          FibreCondition<Real> const& condition, MembraneFacts<Real> const& facts,
                          Real shift) {
    auto const& f = facts.membrane;
    using engine::power;
    Real const inside = settled_sodium(condition, f);
    return {.potassium_equilibrium = nernst(medium.potassium, f.potassium_inside, medium.temperature),
            .sodium_equilibrium = nernst(medium.sodium, inside, medium.temperature),
            .potassium = medium.potassium,
            .usual_potassium = usual.potassium,
            .pump = condition.pump * pump_most(usual, f) * pump_filled_inside(inside, f) *
                    pump_filled_outside(medium.potassium, f),
            .sodium_leak = f.sodium_leak + condition.sodium_leak,
            .chloride = f.chloride * condition.chloride,
            .gate_shift = shift,
            .gate_speed = power(facts.gates.gate_q10,
                                (medium.temperature - facts.gates.recorded_temperature) / Real(10))};
}

/// mS/cm2 of sodium channels that neither inactivation has shut though the potential stays, where activation
/// and inactivation overlap; surface and tubules together.
template <class Real>
constexpr Real window_conductance(Real potential, Bath<Real> const& b, MembraneFacts<Real> const& facts) {
    auto const& f = facts.membrane;
    Real const m = steady(sodium_rates(potential, b.gate_shift, facts.gates));
    Real const h = steady(inactivation_rates(potential, b.gate_shift, facts.gates));
    Real const all = f.sodium / (Real(1) - f.tubule_share_sodium);
    return all * m * m * m * h * slowly_kept(potential, b.gate_shift, facts.gates);
}

/// µA/cm2 outward through a fibre that has rested at this potential long enough for gates and chloride to
/// follow.
template <class Real>
constexpr Real steady_current(Real potential, Bath<Real> const& b, MembraneFacts<Real> const& facts) {
    auto const& f = facts.membrane;
    Real const n = steady(delayed_rates(potential, b.gate_shift, facts.gates));
    Real const open =
        f.delayed_rectifier * n * n * n * n * delayed_kept(potential, b.gate_shift, facts.gates);
    Real const potassium =
        rectifier_conductance(potential, b.potassium_equilibrium, b.potassium, b.usual_potassium, f) +
        f.potassium_leak + open;
    Real const sodium = b.sodium_leak + window_conductance(potential, b, facts);
    return potassium * (potential - b.potassium_equilibrium) + sodium * (potential - b.sodium_equilibrium) +
           b.pump;
}

} // namespace rheobase::twitch
