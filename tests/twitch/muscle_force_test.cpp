#include "model/twitch/muscle.hpp"
#include "model/twitch/muscle_lift.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;
using One = engine::Lanes<1>;

namespace {

MuscleUnitsFacts<One> const units = lifted<One>(usual_muscle().units);
MuscleForceFacts<One> const force = lifted<One>(usual_muscle().force);

double share_at(double rate, double time) {
    return force_at(One(rate), One(time), units).lane(0);
}

/// Hz at which a unit of this contraction time has half of its force.
double half_rate(double time) {
    double low = 0.5, high = 200;
    while (high - low > 1e-9)
        (share_at((low + high) / 2, time) < 0.5 ? low : high) = (low + high) / 2;
    return low;
}

} // namespace

TEST(MuscleForce, ATwitchPeaksAtItsContractionTime) {
    EXPECT_NEAR(twitch_shape(One(60), One(60)).lane(0), 1, 1e-14);
    EXPECT_LT(twitch_shape(One(55), One(60)).lane(0), 1);
    EXPECT_LT(twitch_shape(One(65), One(60)).lane(0), 1);
}

TEST(MuscleForce, UnitsOfTheHandTwitchAsMeasured) {
    // Milner-Brown, Stein and Yemm 1973: 0.1 to 10 g, 30 to 100 ms, large units the quicker ones.
    EXPECT_NEAR(unit_twitch(One(0), units).lane(0), 0.98, 0.1);
    EXPECT_NEAR(unit_twitch(One(1), units).lane(0), 98, 5);
    EXPECT_NEAR(contraction_time(One(1), units).lane(0), 30, 1e-9);
    EXPECT_LE(contraction_time(One(0), units).lane(0), 100);
}

TEST(MuscleForce, TheLargerHalfOfTheUnitsTwitchesSoThatOneMayFeelIt) {
    EXPECT_GT(unit_twitch(One(0.5), units).lane(0), units.felt_least.lane(0));
    EXPECT_LT(unit_twitch(One(0), units).lane(0), units.felt_least.lane(0));
}

TEST(MuscleForce, HalfOfTheForceComesAtTheMeasuredRates) {
    EXPECT_NEAR(half_rate(74.8), 9.6,
                0.6);                  // toe extensors, 13 units: 9.6 Hz (SE 0.6), contraction time 74.8 ms
    EXPECT_NEAR(half_rate(60), 12, 4); // thenar units, 12 Hz (SD 4)
}

TEST(MuscleForce, RisesWithRateToItsLimit) {
    for (double time : {30.0, 60.0, 90.0}) {
        double before = 0;
        for (double rate = 1; rate < 120; rate += 1) {
            double const now = share_at(rate, time);
            EXPECT_GT(now, before - 1e-12);
            before = now;
        }
        EXPECT_NEAR(share_at(200, time), 1, 1e-3);
    }
}

TEST(MuscleForce, ALoneTwitchIsATenthOrSoOfATetanus) {
    double const share = twitch_of_tetanus(units).lane(0);
    EXPECT_GT(share, 0.08);
    EXPECT_LT(share, 0.2);
    // A slow train is a sum of lone twitches: its mean is area times rate.
    EXPECT_NEAR(share_at(1, 50), share * std::exp(1.0) * 0.05, 1e-12);
}

TEST(MuscleForce, RippleIsThatOfTwitchesAddedOneByOne) {
    for (double rate : {5.0, 12.0, 30.0}) {
        double const time = 60, interval = 1000 / rate;
        double crest = 0, trough = 1e9, sum = 0;
        int const parts = 4000;
        for (int i = 0; i < parts; ++i) {
            double at = 0;
            for (int k = 0; k < 200; ++k)
                at += twitch_shape(One(interval * i / parts + interval * k), One(time)).lane(0);
            crest = std::max(crest, at);
            trough = std::min(trough, at);
            sum += at / parts;
        }
        EXPECT_NEAR(ripple(One(rate), One(time)).lane(0), (crest - trough) / sum, 1e-4) << rate;
    }
}

TEST(MuscleForce, ThenarUnitsBeginToFuseAtFiveToEightHertzAndAreFusedAboveThirty) {
    // Thomas and others 1991. A twitch begins to fuse when the next one starts on its tail.
    double const time = 50;
    EXPECT_LT(twitch_shape(One(1000.0 / 5), One(time)).lane(0), 0.25);
    EXPECT_GT(twitch_shape(One(1000.0 / 8), One(time)).lane(0), 0.2);
    EXPECT_LT(ripple(One(40), One(time)).lane(0), 0.05);
}

TEST(MuscleForce, LessReleaseCostsATetanusLessThanATwitch) {
    for (double release : {0.2, 0.5, 0.8})
        EXPECT_GT(tetanus(One(release), force).lane(0), release);
    EXPECT_NEAR(tetanus(One(1), force).lane(0), 1, 1e-15);
}
