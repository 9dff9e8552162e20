#include "model/twitch/muscle.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace rheobase;
using namespace rheobase::twitch;

namespace {

MuscleFacts const facts = usual_muscle();

nerve::Medium<double> in(double potassium, double calcium = 1.2, double magnesium = 0.55) {
    auto medium = usual_in_muscle(facts);
    medium.potassium = potassium;
    medium.calcium = calcium;
    medium.magnesium = magnesium;
    return medium;
}

} // namespace

TEST(Muscle, InTheUsualMediumItDoesTheUsual) {
    auto const state = muscle(in(4), facts);
    EXPECT_EQ(state.twitch, 1);
    EXPECT_EQ(state.tetanus, 1);
    EXPECT_EQ(state.effort, 1);
    EXPECT_EQ(state.depolarised_share, 0);
    EXPECT_EQ(state.firing_share, 1);
    EXPECT_FALSE(state.rest.two_stable());
}

TEST(Muscle, NothingIsLostInTheOrdinaryRange) {
    for (double potassium : {3.5, 4.0, 5.3})
        for (double calcium : {1.12, 1.32})
            for (double magnesium : {0.45, 0.65})
                EXPECT_GT(muscle(in(potassium, calcium, magnesium), facts).effort, 0.99);
}

TEST(Muscle, AboveEightMorePotassiumAlwaysCostsForce) {
    for (std::uint32_t rival = 0; rival < 10; ++rival) {
        auto const f = rival_muscle(5, rival);
        double before = 2;
        for (double potassium = 8; potassium <= 13; potassium += 1) {
            double const now = muscle(in(potassium), f).tetanus;
            EXPECT_LT(now, before) << potassium << " in rival " << rival;
            before = now;
        }
    }
}

TEST(Muscle, BelowThreeLessPotassiumAlwaysCostsForce) {
    double before = 2;
    for (double potassium = 2.5; potassium >= 0.9; potassium -= 0.4) {
        double const now = muscle(in(potassium), facts).effort;
        EXPECT_LT(now, before) << potassium;
        before = now;
    }
}

TEST(Muscle, ALeakyMuscleIsWeakInLowPotassiumThatAHealthyOneBears) {
    FibreCondition<double> const leaky{1, 1, 0.016};
    EXPECT_GT(muscle(in(2.5), facts).effort, 0.95);
    auto const state = muscle(in(2), facts, leaky);
    EXPECT_LT(state.effort, 0.3);
    EXPECT_GT(state.depolarised_share, 0.7);
    EXPECT_GT(muscle(in(4), facts, leaky).effort, 0.95);
}

TEST(Muscle, LowCalciumAloneWeakensNoHealthyMuscleButOneThatPotassiumHasDepolarised) {
    EXPECT_GT(muscle(in(4.7, 0.3), facts).tetanus, 0.9); // Uwera and others 2020, 2.4 to 0.3 mmol/L
    EXPECT_LT(muscle(in(9, 0.3), facts).tetanus, 0.8 * muscle(in(9), facts).tetanus);
    EXPECT_GT(muscle(in(9, 2.4), facts).tetanus, muscle(in(9), facts).tetanus);
}

TEST(Muscle, CalciumAtPointEightStillMovesItAndAtAFifthHalfFails) {
    EXPECT_GT(muscle(in(4, 0.8), facts).effort, 0.97);
    EXPECT_LT(muscle(in(4, 0.2), facts).effort, 0.5);
}

TEST(Muscle, MagnesiumAboveTwoAndAHalfBlocksAndCalciumUnblocks) {
    EXPECT_GT(muscle(in(4, 1.2, 1.2), facts).effort, 0.97);
    EXPECT_LT(muscle(in(4, 1.2, 2.8), facts).effort, 0.7);
    EXPECT_LT(muscle(in(4, 1.2, 4), facts).effort, 0.1);
    EXPECT_GT(muscle(in(4, 2.4, 2.8), facts).effort, 0.85);
    EXPECT_GT(muscle(in(4, 1.2, 4), facts).tetanus, 0.95) << "it is the junction that is blocked";
}

TEST(Muscle, AdrenalineAndAcidBringBackForceThatPotassiumTook) {
    double const alone = muscle(in(10), facts).tetanus;
    EXPECT_GT(muscle(in(10), facts, {2, 1, 0}).tetanus, alone + 0.1);
    EXPECT_GT(muscle(in(10), facts, {1, 0.54, 0}).tetanus, alone);
    EXPECT_GT(muscle(in(10), facts, {2, 0.54, 0}).tetanus, muscle(in(10), facts, {2, 1, 0}).tetanus);
}

TEST(Muscle, RivalSetsAreReproducedByTheirNumber) {
    EXPECT_EQ(rival_muscle(1, 3).junction.safety, rival_muscle(1, 3).junction.safety);
    EXPECT_NE(rival_muscle(1, 3).junction.safety, rival_muscle(1, 4).junction.safety);
    EXPECT_NE(rival_muscle(1, 3).junction.safety, rival_muscle(2, 3).junction.safety);
}

TEST(Strength, IsARangeThatDoesNotDependOnWhatElseIsAsked) {
    std::vector<nerve::Medium<double>> const several{in(2), in(4), in(10)};
    auto const together = strength(several, 20, 1);
    auto const alone = strength(std::span(several).subspan(2), 20, 1);
    EXPECT_EQ(together[2].p5, alone[0].p5);
    EXPECT_EQ(together[2].p50, alone[0].p50);
    EXPECT_EQ(together[2].p95, alone[0].p95);
    EXPECT_EQ(together[1].p5, 1);
    EXPECT_EQ(together[1].p95, 1);
    for (auto const& one : together) {
        EXPECT_LE(one.p5, one.p50);
        EXPECT_LE(one.p50, one.p95);
    }
    EXPECT_LT(together[0].p5, 0.9);
    EXPECT_LT(together[2].p50, 0.9);
}
