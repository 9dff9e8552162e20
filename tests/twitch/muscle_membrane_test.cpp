#include "model/twitch/muscle.hpp"
#include "model/twitch/muscle_lift.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;
using One = engine::Lanes<1>;

namespace {

MuscleFacts const usual = usual_muscle();
MuscleGatesFacts<One> const gates = lifted<One>(usual.fibre.gates);
MuscleMembraneFacts<One> const membrane = lifted<One>(usual.fibre.membrane);

} // namespace

TEST(MuscleGates, MoveAsTheirEquationSays) {
    // d gate / dt = opening (1 - gate) - closing gate, solved by many small steps of the midpoint rule.
    Rates<One> const rates{One(0.7), One(1.9)};
    double gate = 0.1;
    int const steps = 100000;
    for (int i = 0; i < steps; ++i) {
        double const slope = 0.7 * (1 - gate) - 1.9 * gate;
        double const middle = gate + slope * 0.5 / steps;
        gate += (0.7 * (1 - middle) - 1.9 * middle) / steps;
    }
    EXPECT_NEAR(moved(One(0.1), rates, One(1)).lane(0), gate, 1e-10);
    EXPECT_NEAR(moved(One(0.1), rates, One(1e3)).lane(0), 0.7 / 2.6, 1e-15);
}

TEST(MuscleGates, OpenInAStraightLineFarAboveTheirCentreAndHaveNoHoleAtIt) {
    EXPECT_NEAR(rising(One(80), One(0.288), One(10)).lane(0), 0.288 * 80 / (1 - std::exp(-8.0)), 1e-12);
    EXPECT_NEAR(rising(One(0), One(0.288), One(10)).lane(0), 2.88, 1e-6);
    EXPECT_NEAR(rising(One(1e-9), One(0.288), One(10)).lane(0),
                rising(One(-1e-9), One(0.288), One(10)).lane(0), 1e-6);
}

TEST(MuscleGates, FastInactivationIsHalfWhereHumanChannelsHaveIt) {
    double low = -100, high = -40;
    while (high - low > 1e-6) {
        double const middle = (low + high) / 2;
        (steady(inactivation_rates(One(middle), One(0), gates)).lane(0) > 0.5 ? low : high) = middle;
    }
    EXPECT_NEAR(low, -71, 2); // -72 mV, human channels at room temperature
}

TEST(MuscleGates, LessCalciumOpensAndInactivatesThemEarlier) {
    auto medium = nerve::ordinary_medium;
    medium.calcium = 0.6;
    One const shift = charge_shift(lifted<One>(medium), lifted<One>(nerve::ordinary_medium), gates);
    EXPECT_NEAR(shift.lane(0), -5.7, 0.8) << "half the calcium: 8 to 10 mV for each e-fold";
    EXPECT_GT(steady(sodium_rates(One(-50), shift, gates)).lane(0),
              steady(sodium_rates(One(-50), One(0), gates)).lane(0));
    EXPECT_LT(slowly_kept(One(-70), shift, gates).lane(0), slowly_kept(One(-70), One(0), gates).lane(0));
}

TEST(MuscleMembrane, TenfoldPotassiumMovesItsEquilibriumBySixtyOneMillivolts) {
    EXPECT_NEAR((nernst(One(40), One(140), One(37)) - nernst(One(4), One(140), One(37))).lane(0), 61.54,
                0.01);
}

TEST(MuscleMembrane, InwardRectifierPassesMoreInwardThanOutward) {
    auto const current = [&](double from_equilibrium) {
        return rectifier_conductance(One(-95 + from_equilibrium), One(-95), One(4), One(4), membrane)
                   .lane(0) *
               from_equilibrium;
    };
    EXPECT_GT(-current(-60), 10 * current(60));
    EXPECT_LT(current(60), current(30)) << "it shuts";
}

TEST(MuscleMembrane, ChargeAndSodiumAreLevelInARestedFibre) {
    auto const medium = usual_in_muscle(usual);
    auto const bath = plain_bath(medium, medium, rested, usual.fibre);
    double const at = rest(bath, usual.fibre).resting();
    EXPECT_NEAR(steady_current(One(at), lifted<One>(bath), lifted<One>(usual.fibre)).lane(0), 0, 1e-9);
    // The pump carries out three sodium for two potassium, so three of its currents are sodium's.
    double const leaked = bath.sodium_leak * (bath.sodium_equilibrium - at);
    EXPECT_NEAR(3 * bath.pump / leaked, 1, 0.03);
}

TEST(MuscleMembrane, AGatingPoreFillsTheFibreWithSodium) {
    // Jurkat-Rott and others 2009: a leak of 12 to 19.5 µS/cm2, up to 24 mmol/L sodium in patients' muscles.
    double const inside = settled_sodium(lifted<One>(FibreCondition<double>{1, 1, 0.016}), membrane).lane(0);
    EXPECT_GT(inside, 14);
    EXPECT_LT(inside, 24);
    EXPECT_NEAR(settled_sodium(lifted<One>(rested), membrane).lane(0), membrane.sodium_inside.lane(0), 1e-12);
}

TEST(MuscleMembrane, ChlorideCarriesMostOfTheRestingConductance) {
    auto const medium = usual_in_muscle(usual);
    auto const bath = plain_bath(medium, medium, rested, usual.fibre);
    double const at = rest(bath, usual.fibre).resting();
    auto const current = [&](double v) {
        return steady_current(One(v), lifted<One>(bath), lifted<One>(usual.fibre)).lane(0);
    };
    double const rest_of_it = (current(at + 0.01) - current(at - 0.01)) / 0.02;
    EXPECT_NEAR(bath.chloride / (bath.chloride + rest_of_it), 0.85, 0.05); // Palade and Barchi 1977: 85 %
}
