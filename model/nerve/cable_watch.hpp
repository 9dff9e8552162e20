// Which nodes rise through the threshold, and when.
#pragma once

#include "engine/lanes.hpp"
#include "model/nerve/cable_step.hpp"

namespace rheobase::nerve::cable {

/// Of one node, one fibre a lane.
template <class Real>
struct Crossing {
    Real count;         ///< how often it rose through the threshold
    Real step;          ///< the step in which it first did, counted from 0
    Real before, after; ///< mV at that step's ends
    Real last_step;     ///< the step in which it last did
};
inline constexpr std::size_t crossing_count = sizeof(Crossing<double>) / sizeof(double);

template <int W>
RHEOBASE_INLINE void watch(Bundle<engine::Lanes<W>> const& b, double threshold, long step,
                           Crossing<engine::Lanes<W>>* crossings) {
    using Real = engine::Lanes<W>;
    Real const at(threshold), now(static_cast<double>(step)), none(0.0), one(1.0), half(0.5);
    for (int i = 0; i < b.nodes; ++i) {
        Real const after = b.node[i].v, before = after - b.node[i].change;
        auto const rises = (before < at) & ~(after < at);
        Crossing<Real>& c = crossings[i];
        auto const first = rises & (c.count < half);
        c.step = engine::select<W>(first, now, c.step);
        c.before = engine::select<W>(first, before, c.before);
        c.after = engine::select<W>(first, after, c.after);
        c.last_step = engine::select<W>(rises, now, c.last_step);
        c.count = c.count + engine::select<W>(rises, one, none);
    }
}

} // namespace rheobase::nerve::cable
