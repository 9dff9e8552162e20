// The smallest stimulus that fires an axon.
#pragma once

#include "base/number.hpp"
#include "model/nerve/axon_rest.hpp"
#include "model/nerve/protocol.hpp"
#include "model/nerve/threshold.rows.hpp"

namespace rheobase::nerve {

/// How high a node rose: at all, while its own channels drove it up, and while it would have risen without
/// the stimulus, the last two after it had been below the level of a spike. A stimulus can lift a node whose
/// sodium sleeps as high as it likes, and a spike that is still there when the stimulus comes is no answer to
/// it.
template <class Real>
struct Rise {
    Real any, driven, alone;
    Real below; ///< 1 once the node has been below the level
};

template <class Real>
RHEOBASE_INLINE Rise<Real> standing(AxonState<Real> const& y) {
    Real const nowhere(threshold.nowhere);
    return {y.node, nowhere, nowhere, select(y.node < Real(threshold.spike_level), Real(1.0), Real(0.0))};
}

/// A course in time: `steps` of `dt` ms under a steady extra current in pA.
template <class Real>
[[gnu::noinline]] void run(AxonState<Real>& y, Membrane<Real> const& a, Real const& current, double dt,
                           int steps, Rise<Real>& rise) {
    if (steps <= 0)
        return;
    Real const quarter(dt / 4), half(dt / 2), whole(dt), inverse(1 / dt), zero(0.0), one(1.0);
    Real const level(threshold.spike_level);
    auto const go = [&] {
        Real const here = y.node;
        auto const out = advance_potentials(y, a, current, whole, inverse);
        rise.below = select(here < level, one, rise.below);
        auto const counts = rise.below > zero;
        rise.driven = select((out.membrane < zero) & counts, larger(rise.driven, here), rise.driven);
        rise.alone = select((out.all < zero) & counts, larger(rise.alone, here), rise.alone);
        rise.any = larger(rise.any, y.node);
    };
    advance_gates(y, a, quarter);
    for (int i = 1; i < steps; ++i) {
        go();
        advance_gates(y, a, half);
    }
    go();
    advance_gates(y, a, quarter);
}

/// The same for a time in ms, cut into the fewest equal steps of at most `dt`.
template <class Real>
RHEOBASE_INLINE Rise<Real> run_for(AxonState<Real>& y, Membrane<Real> const& a, Real const& current,
                                   double dt, double time, Rise<Real> rise) {
    int const steps = static_cast<int>(time / dt + 0.999999);
    run(y, a, current, time / (steps > 0 ? steps : 1), steps, rise);
    return rise;
}
template <class Real>
RHEOBASE_INLINE void run_for(AxonState<Real>& y, Membrane<Real> const& a, Real const& current, double dt,
                             double time) {
    run_for(y, a, current, dt, time, standing(y));
}

/// Whether the mask holds for any lane.
template <class Bits>
RHEOBASE_INLINE bool any(Bits const& mask) {
    bool some = false;
    for (std::size_t lane = 0; lane < sizeof(Bits) / sizeof(mask[0]); ++lane)
        some = some | (mask[lane] != 0);
    return some;
}

/// What counts as a spike. A node at rest must rise so that it would have risen without the stimulus. One
/// that is still refractory, or held by a current, need only be driven up by its own channels: recordings
/// find thresholds two milliseconds after a spike, when a node's own is small and grows as it travels.
enum class Spike { of_a_rested_node, of_any_node };

/// Whether a stimulus of `duration` ms fires an axon that stands at y under a steady `beside` pA. A node that
/// has fallen back to less than a share of what the stimulus made of it will not fire any more.
template <class Real>
RHEOBASE_INLINE auto fires(AxonState<Real> y, Membrane<Real> const& a, Real const& stimulus, double duration,
                           Real const& beside, Spike spike) {
    Real const before = y.node, level(threshold.spike_level);
    auto rise = run_for(y, a, stimulus + beside, threshold.step, duration, standing(y));
    auto const above = [&] { return (spike == Spike::of_any_node ? rise.driven : rise.alone) > level; };
    auto fired = above();
    for (double left = threshold.watch; left > 1e-9; left -= threshold.look) {
        rise = run_for(y, a, beside, threshold.step, threshold.look, rise);
        fired = above();
        auto const failed = y.node - before < (rise.any - before) * Real(threshold.given_up);
        if (!any(~fired & ~failed))
            break;
    }
    return fired;
}

/// Threshold in pA of a stimulus of `duration` ms, sought from `guess` on by doubling strides and then by
/// halving what is left, to within `tolerance` pA. Unknown where nothing up to `most` fires it; 0 where it
/// fires unasked.
template <class Real>
[[gnu::noinline]] Real threshold_of(AxonState<Real> const& y, Membrane<Real> const& a, double duration,
                                    Real const& beside, Real const& guess, Real stride, Real const& tolerance,
                                    Real const& most, Spike spike) {
    auto const none = Real(1.0) < Real(0.0);
    auto fired_once = none, failed_once = none, open = ~none;
    Real fired_at = guess, failed_at = guess, next = guess;
    for (int i = 0; i < 60 && any(open); ++i) {
        auto const yes = fires(y, a, next, duration, beside, spike);
        // A lane that is done waits for the others and is not touched.
        fired_at = select(open & yes, next, fired_at);
        failed_at = select(open & ~yes, next, failed_at);
        fired_once = fired_once | (open & yes);
        failed_once = failed_once | (open & ~yes);
        auto const between = fired_once & failed_once;
        auto const hopeless = (~fired_once & (failed_at > most)) | (~failed_once & (fired_at < tolerance));
        open = open & ~hopeless & (~between | (fired_at - failed_at > tolerance));
        next = select(between, Real(0.5) * (fired_at + failed_at),
                      select(fired_once, larger(fired_at - stride, Real(0.0)), failed_at + stride));
        stride = select(between, stride, stride + stride);
    }
    Real const found = select(failed_once, Real(0.5) * (fired_at + failed_at), Real(0.0));
    return select(fired_once, found, Real(rheobase::unknown));
}

/// How a threshold is sought near one that is known.
template <class Real>
struct Search {
    Real tolerance, most, resting;

    RHEOBASE_INLINE Real near(AxonState<Real> const& y, Membrane<Real> const& a, double duration,
                              Real const& beside, Real const& guess) const {
        // What is lost at one delay may be found at the next.
        Real const sane = select(guess > Real(0.0), smaller(guess, most), resting);
        Real const found = threshold_of(y, a, duration, beside, sane, resting * Real(0.03), tolerance, most,
                                        Spike::of_any_node);
        // What fires unasked has no threshold that could be tracked.
        return select(found > Real(0.0), found, Real(rheobase::unknown));
    }
};

template <class Real>
RHEOBASE_INLINE Search<Real> search_at_rest(AxonState<Real> const& y, Membrane<Real> const& a) {
    Real const start(threshold.start);
    Real const coarse = threshold_of(y, a, test_ms, Real(0.0), start, start * Real(0.1), start * Real(0.004),
                                     start * Real(threshold.start_most), Spike::of_a_rested_node);
    Real const fine =
        threshold_of(y, a, test_ms, Real(0.0), coarse, coarse * Real(0.01),
                     coarse * Real(threshold.tolerance), coarse * Real(2.0), Spike::of_a_rested_node);
    return {fine * Real(threshold.tolerance), fine * Real(threshold.most), fine};
}

} // namespace rheobase::nerve
