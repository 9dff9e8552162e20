// From nerve to muscle: an impulse lets calcium into the terminal, some four calcium ions together release a
// packet (quantum) of acetylcholine, and the packets depolarise the endplate. Magnesium takes calcium's place
// at the site and dulls the endplate. An ordinary impulse releases several times what the fibre needs, which
// is why little of this is ever noticed. In a train the packets that stand ready run down and are replaced.
// Left out: facilitation (with little release the first impulses of a train grow), receptors that tire,
// antibodies and drugs.
#pragma once

#include "engine/curves.hpp"
#include "engine/elementary.hpp"
#include "model/nerve/medium.hpp"
#include "model/twitch/junction.rows.hpp"

namespace rheobase::twitch {

/// Share of release sites that hold calcium, calcium and magnesium (mmol/L, ionised) competing for them.
/// Source: Dodge and Rahamimoff 1967.
template <class Real>
constexpr Real sites_with_calcium(Real calcium, Real magnesium, JunctionFacts<Real> const& f) {
    Real const filled = calcium / f.calcium_half;
    return filled / (filled + magnesium / f.magnesium_half + Real(1));
}

/// Release of a rested impulse against that in the usual medium.
template <class Real>
constexpr Real relative_release(nerve::Medium<Real> const& medium, nerve::Medium<Real> const& usual,
                                JunctionFacts<Real> const& f) {
    using engine::power;
    return power(sites_with_calcium(medium.calcium, medium.magnesium, f) /
                     sites_with_calcium(usual.calcium, usual.magnesium, f),
                 f.cooperation);
}

/// Share of the quanta that stand ready once a train of this rate (Hz) has settled, `released` being the
/// share that each impulse takes. Between impulses 1/rate apart the lack shrinks by e^(-1/(rate
/// refill_time)).
template <class Real>
constexpr Real standing_ready(Real rate, Real released, JunctionFacts<Real> const& f) {
    Real const ms_in_a_second(1000);
    Real const kept = exp(-ms_in_a_second / (rate * f.refill_time));
    return (Real(1) - kept) / (Real(1) - kept + released * kept);
}

/// How far the share that stands ready has come back, `ms` after it was `left`.
template <class Real>
constexpr Real recovered(Real left, Real ms, JunctionFacts<Real> const& f) {
    return Real(1) - (Real(1) - left) * exp(-ms / f.refill_time);
}

/// Release of each impulse in a settled train against a rested impulse in the usual medium. Less release
/// spares what stands ready, so that a train loses less than its first impulse does.
template <class Real>
constexpr Real release_in_train(nerve::Medium<Real> const& medium, nerve::Medium<Real> const& usual,
                                Real rate, JunctionFacts<Real> const& f) {
    Real const first = relative_release(medium, usual, f);
    return first * standing_ready(rate, engine::smaller(f.released_share * first, Real(1)), f);
}

/// Size of a quantum at the endplate against that in the usual medium.
template <class Real>
constexpr Real quantum_size(Real magnesium, Real usual_magnesium, JunctionFacts<Real> const& f) {
    return (f.receptor_magnesium_half + usual_magnesium) / (f.receptor_magnesium_half + magnesium);
}

/// mV by which so many quanta lift an endplate that rests at `rest`; they share one driving force, so that
/// the last adds less than the first (Martin's correction).
template <class Real>
constexpr Real endplate_potential(Real quanta, Real rest, JunctionFacts<Real> const& f) {
    Real const opened = quanta * f.endplate_conductance;
    return (f.reversal - rest) * opened / (opened + Real(1));
}

/// Endplate conductance that just fires a fibre: it must be lifted from `rest` to `threshold` (mV).
template <class Real>
constexpr Real conductance_needed(Real rest, Real threshold, JunctionFacts<Real> const& f) {
    Real const lift = engine::larger(threshold - rest, Real(1));
    return lift / engine::larger(f.reversal - threshold, Real(1));
}

/// How many times the release exceeds what a fibre needs, in the median junction. `needed` and
/// `usually_needed` are conductances of `conductance_needed`, in this state of the fibre and in the usual
/// one.
template <class Real>
constexpr Real safety_factor(nerve::Medium<Real> const& medium, nerve::Medium<Real> const& usual, Real rate,
                             Real needed, Real usually_needed, JunctionFacts<Real> const& f) {
    return f.safety * release_in_train(medium, usual, rate, f) *
           quantum_size(medium.magnesium, usual.magnesium, f) * usually_needed / needed;
}

/// Share of the junctions of a muscle that transmit when the median junction has this safety factor.
inline double transmitting(double safety, double safety_spread) {
    return safety > 0 ? engine::normal_below(engine::log(safety) / safety_spread) : 0;
}

} // namespace rheobase::twitch
