// An axon put through threshold tracking, as a recording does it with a whole nerve.
#pragma once

#include "model/nerve/protocol.hpp"
#include "model/nerve/threshold.hpp"

namespace rheobase::nerve {

/// Whether a spike has begun in this course. What is sought after one that no test stimulus made is no
/// threshold: a recording would see the nerve fire.
template <class Real>
RHEOBASE_INLINE auto spiked(Rise<Real> const& rise) {
    return rise.driven > Real(threshold.spike_level);
}

/// Recovery cycle: a conditioning spike, and the threshold at intervals after it, until a second spike comes
/// by itself.
template <class Real>
RHEOBASE_INLINE void track_recovery(AxonState<Real> y, Membrane<Real> const& a, Search<Real> const& search,
                                    Recording<Real>& out) {
    Real const none(0.0);
    run_for(y, a, search.resting * Real(threshold.conditioning), threshold.step, test_ms);
    // The first spike has begun by the first interval, so whatever begins later is another.
    run_for(y, a, none, threshold.step, recovery_intervals[0] - test_ms);
    double now = recovery_intervals[0];
    auto rise = standing(y);
    Real guess = search.resting * Real(1.5);
    for (std::size_t i = 0; i < recovery_intervals.size(); ++i) {
        double const at = recovery_intervals[i];
        rise = run_for(y, a, none, at > 20 ? threshold.long_step : threshold.step, at - now, rise);
        now = at;
        guess = search.near(y, a, test_ms, none, guess);
        out.recovery[i] = select(spiked(rise), Real(rheobase::unknown), guess);
    }
}

/// Threshold electrotonus at one strength: through a current of 100 ms and after it, until one of them fires
/// the axon.
template <class Real>
RHEOBASE_INLINE void track_electrotonus(AxonState<Real> y, Membrane<Real> const& a,
                                        Search<Real> const& search, double percent,
                                        std::array<Real, electrotonus_delays.size()>& out) {
    Real const conditioning = search.resting * Real(percent / 100);
    double now = 0;
    auto rise = standing(y);
    Real guess = search.resting * Real(1 - percent / 100);
    for (std::size_t i = 0; i < electrotonus_delays.size(); ++i) {
        double const at = electrotonus_delays[i];
        double const flowing =
            (at < electrotonus_ms ? at : electrotonus_ms) - (now < electrotonus_ms ? now : electrotonus_ms);
        rise = run_for(y, a, conditioning, threshold.long_step, flowing, rise);
        rise = run_for(y, a, Real(0.0), threshold.long_step, at - now - flowing, rise);
        now = at;
        if (at == electrotonus_ms)
            guess = guess + conditioning;
        guess = search.near(y, a, test_ms, at < electrotonus_ms ? conditioning : Real(0.0), guess);
        out[i] = select(spiked(rise), Real(rheobase::unknown), guess);
    }
}

/// Threshold at the end of long currents of each strength; none where the current fires the axon.
template <class Real>
RHEOBASE_INLINE void track_currents(AxonState<Real> const& rest, Membrane<Real> const& a,
                                    Search<Real> const& search, Recording<Real>& out) {
    Real guess = search.resting * Real(0.5);
    for (std::size_t i = 0; i < current_percents.size(); ++i) {
        Real const conditioning = search.resting * Real(current_percents[i] / 100);
        auto y = rest;
        auto const rise = run_for(y, a, conditioning, threshold.long_step, current_threshold_ms, standing(y));
        guess = search.near(y, a, test_ms, conditioning, guess);
        out.current[i] = select(spiked(rise), Real(rheobase::unknown), guess);
    }
}

template <class Real>
RHEOBASE_INLINE void track(Axon<Real> const& axon, Situation<Real> const& in, Recording<Real>& out) {
    Membrane<Real> const a = membrane_in(axon, in);
    AxonState<Real> y;
    auto const rests = settle(y, a);
    out.rest_node = select(rests, y.node, Real(rheobase::unknown));
    out.rest_internode = y.internode;
    auto const search = search_at_rest(y, a);
    out.threshold = search.resting;
    for (std::size_t i = 0; i < charge_durations.size(); ++i) {
        double const d = charge_durations[i];
        out.charge[i] = search.near(y, a, d, Real(0.0), search.resting * Real((1 + 0.43 / d) / 1.43));
    }
    track_recovery(y, a, search, out);
    for (std::size_t i = 0; i < electrotonus_percents.size(); ++i)
        track_electrotonus(y, a, search, electrotonus_percents[i], out.electrotonus[i]);
    track_currents(y, a, search, out);
    out.node_leak_reversal = a.node_leak_reversal;
    out.leak_reversal = a.leak_reversal;
}

} // namespace rheobase::nerve
