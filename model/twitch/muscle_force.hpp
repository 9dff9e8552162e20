// From the action potential in the tubules to force, and from one firing to many. Calcium release falls
// steeply once the tubules' peak is too low; a tetanus sums releases and so keeps its force longer than a
// twitch. The twitch of a motor unit and its force at a steady rate follow Fuglevand, Winter and Patla 1993.
// Left out: potentiation, fatigue, length.
#pragma once

#include "engine/curves.hpp"
#include "model/twitch/muscle_force.rows.hpp"
#include "model/twitch/muscle_units.rows.hpp"

namespace rheobase::twitch {

/// Share of an ordinary calcium release at this peak of the tubules, from a fibre that has rested at `rest`
/// (mV).
template <class Real>
constexpr Real released(Real tubule_peak, Real rest, MuscleForceFacts<Real> const& f) {
    Real const sensors = Real(1) + exp((rest - f.sensor_half) / f.sensor_step);
    return Real(1) / (sensors * (Real(1) + exp((f.release_half - tubule_peak) / f.release_step)));
}

/// Tetanic force against the largest, with this share of calcium release.
template <class Real>
constexpr Real tetanus(Real release, MuscleForceFacts<Real> const& f) {
    return release * (f.tetanus_half + Real(1)) / (release + f.tetanus_half);
}

/// mN at the peak of a unit's twitch; `place` from 0 (recruited first) to 1 (last).
template <class Real>
constexpr Real unit_twitch(Real place, MuscleUnitsFacts<Real> const& f) {
    using engine::power;
    return f.twitch_least * power(f.twitch_range, place);
}

/// ms from the start of a unit's twitch to its peak: large units are quick.
template <class Real>
constexpr Real contraction_time(Real place, MuscleUnitsFacts<Real> const& f) {
    using engine::power;
    return f.slowest * power(f.time_range, -place);
}

/// Force `ms` after a lone firing, against its peak.
template <class Real>
constexpr Real twitch_shape(Real ms, Real time) {
    return ms / time * exp(Real(1) - ms / time);
}

/// How much larger a firing's share of force is at this many contraction times for each interval than alone.
template <class Real>
constexpr Real rate_gain(Real times_per_interval, MuscleUnitsFacts<Real> const& f) {
    auto const fused = [&](Real x) { return Real(1) - exp(-f.gain_steepness * x * x * x); };
    Real const x = engine::larger(times_per_interval, f.unfused);
    return fused(x) / x / (fused(f.unfused) / f.unfused);
}

/// Mean force at a steady rate (Hz) against that of a complete tetanus.
template <class Real>
constexpr Real force_at(Real rate, Real time, MuscleUnitsFacts<Real> const& f) {
    Real const x = rate * time / Real(1000);
    // The mean of overlapping twitches is x e; the gain tends to 1 / x, so that x times it tends to its own
    // limit.
    Real const full = f.unfused / (Real(1) - exp(-f.gain_steepness * f.unfused * f.unfused * f.unfused));
    return x * rate_gain(x, f) / full;
}

/// How far force still swings at a steady rate (Hz), from trough to crest against its mean: 0 is fused.
/// Overlapping twitches are a geometric series, so that crest and trough have a closed form.
template <class Real>
constexpr Real ripple(Real rate, Real time) {
    Real const interval = Real(1000) / (rate * time); // in contraction times
    Real const kept = exp(-interval);
    Real const before = interval * kept / (Real(1) - kept);
    Real const crest = exp(before) / (Real(1) - kept); // reached 1 - before contraction times after a firing
    Real const trough = exp(Real(1)) * before / (Real(1) - kept);
    return (crest - trough) * interval / exp(Real(1));
}

/// Force of a lone twitch against that of a complete tetanus.
template <class Real>
constexpr Real twitch_of_tetanus(MuscleUnitsFacts<Real> const& f) {
    Real const full = f.unfused / (Real(1) - exp(-f.gain_steepness * f.unfused * f.unfused * f.unfused));
    return Real(1) / (full * exp(Real(1)));
}

} // namespace rheobase::twitch
