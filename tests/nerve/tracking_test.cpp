// What threshold tracking may call a threshold, in media where conditioning currents and after-discharges
// fire the axon. Spikes are looked for here in the course of the node itself.
#include "base/number.hpp"
#include "engine/lanes.hpp"
#include "model/nerve/excitability.hpp"
#include "model/nerve/threshold.hpp"
#include "tests/nerve/tracked.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

using One = engine::Lanes<1>;

/// The ordinary medium but for one quantity.
Medium<double> ordinary_but(double Medium<double>::*quantity, double value) {
    auto medium = ordinary_medium;
    medium.*quantity = value;
    return medium;
}
auto const cold = ordinary_but(&Medium<double>::temperature, 26);
auto const little_calcium = ordinary_but(&Medium<double>::calcium, 0.95);
auto const alkaline = ordinary_but(&Medium<double>::ph, 7.6);
auto const much_potassium = ordinary_but(&Medium<double>::potassium, 7);

template <class To, class From>
To as_lanes(From const& from) {
    static_assert(sizeof(To) == sizeof(From));
    To to;
    std::memcpy(&to, &from, sizeof to);
    return to;
}

/// The highest that the node stands in the first `time` ms of a current in pA, from rest.
double highest(Axon<double> const& axon, Medium<double> const& medium, double current, double time) {
    auto const a =
        membrane_in(as_lanes<Axon<One>>(axon), as_lanes<Situation<One>>(Situation<double>{medium, 1, 1, 0}));
    AxonState<One> y;
    settle(y, a);
    double top = y.node.lane(0);
    for (double t = 0; t < time - 1e-9; t += threshold.long_step) {
        run_for(y, a, One(current), threshold.long_step, threshold.long_step);
        top = std::max(top, y.node.lane(0));
    }
    return top;
}

constexpr double surely_a_spike = -20, surely_none = -40; // mV; the level of a spike lies between

} // namespace

TEST(Tracking, WhatAConditioningCurrentFiresIsNoThreshold) {
    std::size_t const axons = 16;
    int fired = 0, waited = 0;
    for (auto const& medium : {cold, little_calcium, alkaline, much_potassium}) {
        auto const found = tracked(axons, [&](std::size_t) { return Situation<double>{medium, 1, 1, 0}; });
        for (std::size_t i = 0; i < axons; ++i) {
            auto const& d40 = found[i].traces.d40;
            if (!known(found[i].threshold))
                continue;
            for (std::size_t const k : {3u, 5u, 9u, 13u}) {
                double const top =
                    highest(ensemble()[i].axon, medium, 0.4 * found[i].threshold, electrotonus_delays[k]);
                if (top > surely_a_spike) {
                    EXPECT_FALSE(known(d40.y[k])) << i << " at " << electrotonus_delays[k] << " ms";
                    ++fired;
                } else if (highest(ensemble()[i].axon, medium, 0.4 * found[i].threshold,
                                   electrotonus_delays[k] + test_ms + threshold.watch) < surely_none) {
                    EXPECT_TRUE(known(d40.y[k])) << i << " at " << electrotonus_delays[k] << " ms";
                    ++waited;
                }
            }
        }
    }
    EXPECT_GT(fired, 20);
    EXPECT_GT(waited, 20);
}

TEST(Tracking, NoKnownThresholdIsBelowNothingAndNoSlopeTurnsBack) {
    for (auto const& medium : {cold, little_calcium, alkaline, much_potassium}) {
        for (auto const& one : tracked(24, [&](std::size_t) { return Situation<double>{medium, 1, 1, 0}; })) {
            for (auto const* trace : {&one.traces.d40, &one.traces.d20, &one.traces.h40, &one.traces.current})
                for (double const reduction : trace->y)
                    EXPECT_FALSE(reduction >= 100);
            for (double const change : one.traces.recovery.y)
                EXPECT_FALSE(change <= -100);
            for (auto const place : {index_place("iv_resting_slope"), index_place("iv_minimum_slope"),
                                     index_place("iv_hyperpolarising_slope")})
                EXPECT_FALSE(one.indices[place] <= 0) << indices_rows[place].key;
        }
    }
}

TEST(Tracking, WhatIsComparedStartsFromTheThresholdAtRest) {
    std::size_t const axons = 24;
    int compared = 0, left_out = 0;
    auto const high = ordinary_but(&Medium<double>::potassium, 9);
    for (auto const& in : {Situation<double>{high, 1, 1, 0}, Situation<double>{ordinary_medium, 0.1, 1, 0},
                           Situation<double>{alkaline, 0.2, 1, 0}}) {
        for (auto const& one : tracked(axons, [&](std::size_t) { return in; })) {
            auto const& iv = one.traces.current;
            for (std::size_t i = 0; i < iv.x.size(); ++i) {
                if (iv.x[i] != 0)
                    continue;
                EXPECT_FALSE(std::fabs(iv.y[i]) > 1.5) << "per cent under no current";
                ++(known(iv.y[i]) ? compared : left_out);
            }
        }
    }
    EXPECT_GT(compared, 0);
    EXPECT_GT(left_out, 0);
}

TEST(Tracking, EveryAxonFiresAloneOrIsSilentOrIsTracked) {
    Crowd crowd;
    crowd.people = 48;
    auto const severe = ordinary_but(&Medium<double>::calcium, 0.7);
    auto const blocked = ordinary_but(&Medium<double>::potassium, 11);
    for (auto const& medium : {ordinary_medium, cold, alkaline, much_potassium, severe, blocked}) {
        auto const found = excitability(medium, 1, crowd);
        EXPECT_EQ(found.tracked + found.silent_to_stimuli +
                      std::lround(found.fires_alone.share * found.people),
                  found.people);
    }
    EXPECT_GT(excitability(blocked, 1, crowd).silent_to_stimuli, 0);
    EXPECT_GT(excitability(severe, 1, crowd).fires_alone.share, 0);
}
