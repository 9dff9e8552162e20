#include "model/twitch/junction.hpp"

#include "model/twitch/muscle.hpp"
#include "model/twitch/muscle_lift.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;
using One = engine::Lanes<1>;

namespace {

JunctionFacts<One> const facts = lifted<One>(usual_muscle().junction);

nerve::Medium<One> medium(double calcium, double magnesium) {
    auto m = nerve::ordinary_medium;
    m.calcium = calcium;
    m.magnesium = magnesium;
    return lifted<One>(m);
}

nerve::Medium<One> const usual = lifted<One>(nerve::ordinary_medium);

double release(double calcium, double magnesium) {
    return relative_release(medium(calcium, magnesium), usual, facts).lane(0);
}

/// Share of junctions that transmit, fibres being as usual.
double transmitted(double calcium, double magnesium, double rate) {
    double const safety =
        safety_factor(medium(calcium, magnesium), usual, One(rate), One(1), One(1), facts).lane(0);
    return transmitting(safety, facts.safety_spread.lane(0));
}

double steepness(double calcium) {
    return std::log(release(calcium * 1.001, 0) / release(calcium, 0)) / std::log(1.001);
}

} // namespace

TEST(Junction, UsualMediumReleasesTheUsual) {
    EXPECT_NEAR(release(1.2, 0.55), 1, 1e-14);
}

TEST(Junction, MagnesiumIsMadeGoodByCalciumInProportion) {
    // A competitor multiplies the calcium that is needed by 1 + [competitor] / K, whatever the calcium was.
    for (double calcium : {0.3, 1.2, 5.0})
        for (double magnesium : {0.5, 3.0, 9.0}) {
            double const more = calcium * (1 + magnesium / facts.magnesium_half.lane(0));
            EXPECT_NEAR(release(more, magnesium) / release(calcium, 0), 1, 1e-12);
        }
}

TEST(Junction, ReleaseFollowsNearlyTheFourthPowerOfLittleCalciumAndLessOfMuch) {
    EXPECT_NEAR(steepness(0.01), 3.78, 0.2); // Dodge and Rahamimoff 1967, 28 frog junctions
    EXPECT_LT(steepness(1.8), 2);
}

TEST(Junction, MoreCalciumReleasesMoreAndMoreMagnesiumLess) {
    for (std::uint32_t rival = 0; rival < 50; ++rival) {
        auto const f = lifted<One>(rival_muscle(7, rival).junction);
        auto const of = [&](double ca, double mg) {
            return relative_release(medium(ca, mg), usual, f).lane(0);
        };
        for (double x = 0.1; x < 6; x *= 1.3) {
            EXPECT_LT(of(x, 0.55), of(x * 1.1, 0.55));
            EXPECT_GT(of(1.2, x), of(1.2, x * 1.1));
        }
    }
}

TEST(Junction, ATrainSettlesWhereImpulseByImpulseItWould) {
    for (double rate : {1.0, 10.0, 30.0, 100.0}) {
        double const share = 0.07, kept = std::exp(-1000 / (rate * facts.refill_time.lane(0)));
        double ready = 1;
        for (int impulse = 0; impulse < 2000; ++impulse)
            ready = 1 - (1 - ready * (1 - share)) * kept;
        EXPECT_NEAR(standing_ready(One(rate), One(share), facts).lane(0), ready, 1e-12) << rate;
    }
}

TEST(Junction, WhatRanDownComesBackByTwoThirdsInOneRefillTime) {
    EXPECT_NEAR(recovered(One(0.4), facts.refill_time, facts).lane(0), 1 - 0.6 * std::exp(-1.0), 1e-14);
    EXPECT_NEAR(recovered(One(0.4), One(0), facts).lane(0), 0.4, 1e-15);
}

TEST(Junction, ReleaseAtThirtyHertzSettlesAtAboutHalf) {
    EXPECT_NEAR(release_in_train(usual, usual, One(30), facts).lane(0), 0.5, 0.1);
}

TEST(Junction, LittleReleaseTiresLess) {
    double const before = release_in_train(usual, usual, One(30), facts).lane(0);
    double const now = release_in_train(medium(0.8, 0.55), usual, One(30), facts).lane(0);
    EXPECT_GT(now / before, release(0.8, 0.55));
}

TEST(Junction, SafetyCarriesLowCalciumThatHalvesRelease) {
    EXPECT_NEAR(release(0.8, 0.55), 0.42, 0.05);
    EXPECT_GT(transmitted(0.8, 0.55, 30), 0.97);
    EXPECT_GT(transmitted(0.8, 0.55, 5), 0.99);
}

TEST(Junction, MagnesiumBlocksAboveTwoAndAHalfEvenInFibresThatFireAsUsual) {
    EXPECT_GT(transmitted(1.2, 1.0, 30), 0.98);
    EXPECT_LT(transmitted(1.2, 2.5, 30), 0.95);
    EXPECT_LT(transmitted(1.2, 3.5, 30), 0.6);
    EXPECT_GT(transmitted(2.4, 3.0, 30), 0.9) << "calcium is the antidote";
}

TEST(Junction, FailuresComeFirstInFastTrains) {
    for (double magnesium : {2.0, 3.0, 4.0})
        EXPECT_LT(transmitted(1.2, magnesium, 50), transmitted(1.2, magnesium, 5));
}

TEST(Junction, CurareBlocksTheFirstFibresAtThreeQuartersAndTheLastAtElevenTwelfths) {
    // Paton and Waud 1967, cat, one impulse in ten seconds: occupancy 0.76 for the first, 0.917 for the last.
    double const safety = facts.safety.lane(0), spread = facts.safety_spread.lane(0);
    EXPECT_NEAR(transmitting(safety * (1 - 0.76), spread), 0.95, 0.03);
    EXPECT_NEAR(transmitting(safety * (1 - 0.917), spread), 0.05, 0.03);
}

TEST(Junction, QuantaTimesWhatOneOpensGivesTheSafetyFactor) {
    auto const f = usual_muscle();
    One const needed = conductance_needed(One(-89), One(f.force.endplate_threshold), facts);
    EXPECT_NEAR((facts.quanta * facts.endplate_conductance / needed).lane(0), facts.safety.lane(0), 1);
}

TEST(Junction, ManyQuantaNeverLiftTheEndplatePastItsReversal) {
    double const one = endplate_potential(One(1), One(-88), facts).lane(0);
    EXPECT_NEAR(one, 2.3, 0.5);
    EXPECT_LT(endplate_potential(One(40), One(-88), facts).lane(0), 40 * one);
    EXPECT_LT(-88 + endplate_potential(One(1e6), One(-88), facts).lane(0), facts.reversal.lane(0));
}

TEST(Junction, AHyperpolarisedFibreNeedsMore) {
    EXPECT_GT(conductance_needed(One(-100), One(-76), facts).lane(0),
              conductance_needed(One(-88), One(-76), facts).lane(0));
}
