// An axon left alone: does it fire, how often, how regularly? The branch that is watched is a fine terminal
// one, with more persistent sodium, less load and more noise than the trunk. The noise is a current whose
// strength follows from how much thresholds of human motor units vary from stimulus to stimulus; that its
// size follows the membrane's area is left to noise_gain. Left out: the shape of the branches, ephapse,
// reflexes.
#pragma once

#include "model/nerve/channel_noise.rows.hpp"
#include "model/nerve/terminal.rows.hpp"
#include "model/nerve/threshold.hpp"

namespace rheobase::nerve {

/// Everything of a watched branch that goes on from one stretch of time to the next.
template <class Real>
struct Watched {
    Membrane<Real> membrane;
    AxonState<Real> y;                              ///< gates half a step ahead of the potentials
    Real noise;                                     ///< now, in its own SDs
    Real noise_scale;                               ///< pA for an SD
    Real since;                                     ///< ms since the last firing, below 0 before the first
    Real was_above;                                 ///< 1 while the node is above the level of a spike
    Real spikes;                                    ///< firings so far
    Real intervals, interval_sum, interval_squares; ///< between firings, ms and ms2
    Real node_sum, node_squares, node_count;        ///< of the node's potential, mV
};

template <class Real>
RHEOBASE_INLINE Axon<Real> branch_of(Axon<Real> axon, TerminalFacts<Real> const& terminal) {
    axon.membrane.persistent_share = axon.membrane.persistent_share * terminal.persistent_gain;
    axon.membrane.barrett_barrett = axon.membrane.barrett_barrett * terminal.load;
    return axon;
}

/// Goes on for `count` intervals of noise; `normals` holds a standard normal number for each interval and
/// lane.
template <class Real>
[[gnu::noinline]] void watch(Watched<Real>& w, double const* normals, int count) {
    auto const& f = channel_noise;
    Real const kept(engine::exp(-f.interval / f.time));
    Real const fresh(engine::sqrt(1 - engine::exp(-2 * f.interval / f.time)));
    constexpr int steps = static_cast<int>(channel_noise.interval / channel_noise.step + 0.5);
    Real const dt(f.step), half(f.step / 2), inverse(1 / f.step), one(1.0), zero(0.0);
    Real const level(threshold.spike_level);
    for (int i = 0; i < count; ++i) {
        w.noise = kept * w.noise + fresh * Real::load(normals + static_cast<std::size_t>(i) * Real::width);
        Real const current = w.noise * w.noise_scale;
        for (int s = 0; s < steps; ++s) {
            advance_potentials(w.y, w.membrane, current, dt, inverse);
            auto const above = w.y.node > level;
            auto const fired = above & (w.was_above < Real(0.5));
            auto const again = fired & (w.since > zero);
            Real const interval = w.since + dt;
            w.spikes = select(fired, w.spikes + one, w.spikes);
            w.intervals = select(again, w.intervals + one, w.intervals);
            w.interval_sum = select(again, w.interval_sum + interval, w.interval_sum);
            w.interval_squares = select(again, w.interval_squares + interval * interval, w.interval_squares);
            // A spike ends well below where it began, so that noise at the level is not counted twice.
            w.was_above = select(above, one, select(w.y.node < level - Real(15.0), zero, w.was_above));
            w.since = select(fired, Real(1e-9), select(w.since > zero, interval, w.since));
            advance_gates(w.y, w.membrane, half);
        }
        w.node_sum = w.node_sum + w.y.node;
        w.node_squares = w.node_squares + w.y.node * w.y.node;
        w.node_count = w.node_count + one;
    }
}

template <class Real>
RHEOBASE_INLINE void forget_counts(Watched<Real>& w) {
    w.spikes = w.intervals = w.interval_sum = w.interval_squares = Real(0.0);
    w.node_sum = w.node_squares = w.node_count = Real(0.0);
    w.since = Real(-1.0);
}

/// Puts a branch at rest in the ordinary medium with a trial noise of a hundredth of its threshold; the
/// depolarisation that a threshold stimulus of 1 ms ends with goes to `reach` (mV) and the trial noise to
/// noise_scale.
template <class Real>
RHEOBASE_INLINE void prepare_trial(Axon<Real> const& trunk, TerminalFacts<Real> const& terminal,
                                   Watched<Real>& w, Real& reach) {
    w.membrane = membrane_in(branch_of(trunk, terminal), ordinary_situation<Real>());
    settle(w.y, w.membrane);
    Real const least = search_at_rest(w.y, w.membrane).resting;
    auto struck = w.y;
    run_for(struck, w.membrane, least, threshold.step, 1.0);
    reach = struck.node - w.y.node;
    w.noise_scale = least * Real(0.01);
    w.noise = w.was_above = Real(0.0);
    forget_counts(w);
}

/// After the trial: the noise that makes a threshold vary as recordings say, and the branch in its medium.
template <class Real>
RHEOBASE_INLINE void prepare_watch(Axon<Real> const& trunk, TerminalFacts<Real> const& terminal,
                                   Situation<Real> const& in, Real const& reach, Watched<Real>& w) {
    Real const mean = w.node_sum / w.node_count;
    Real const variance = larger(w.node_squares / w.node_count - mean * mean, Real(1e-12));
    Real const seen = exp(Real(0.5) * log(variance));
    w.noise_scale = w.noise_scale * terminal.noise_gain * Real(channel_noise.relative_spread) * reach / seen;
    auto const usual = w.y;
    w.membrane = membrane_in(branch_of(trunk, terminal), in);
    auto const rests = settle(w.y, w.membrane);
    // Where there is no rest the branch starts from where it rested before.
    auto* const now = reinterpret_cast<Real*>(&w.y);
    auto const* const then = reinterpret_cast<Real const*>(&usual);
    for (int i = 0; i < AxonState<Real>::count; ++i)
        now[i] = select(rests, now[i], then[i]);
    w.noise = w.was_above = Real(0.0);
    forget_counts(w);
}

} // namespace rheobase::nerve
