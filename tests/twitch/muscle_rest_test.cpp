#include "model/twitch/muscle.hpp"
#include "model/twitch/muscle_lift.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;

namespace {

Rest at(double potassium, double leak, MuscleFacts const& facts = usual_muscle()) {
    auto const usual = usual_in_muscle(facts);
    auto medium = usual;
    medium.potassium = potassium;
    return rest(plain_bath(medium, usual, {1, 1, leak}, facts.fibre), facts.fibre);
}

} // namespace

TEST(MuscleRest, AHealthyFibreHasOneRestFromTwoToFifteen) {
    for (double potassium = 2; potassium <= 15; potassium += 0.5)
        EXPECT_EQ(at(potassium, 0).roots.size(), 1u) << potassium;
}

TEST(MuscleRest, AHealthyFibreRestsAsInPeople) {
    EXPECT_NEAR(at(4, 0).resting(), -88, 4);
    EXPECT_NEAR(at(4.5, 0).resting(), -88, 4);
}

TEST(MuscleRest, ALeakyFibreHasTwoStableRestsInLowPotassiumAndOneInOrdinary) {
    auto const low = at(2.5, 0.016);
    ASSERT_EQ(low.roots.size(), 3u);
    EXPECT_TRUE(low.roots[0].stable && !low.roots[1].stable && low.roots[2].stable);
    EXPECT_NEAR(low.depolarised(), -60, 3);
    EXPECT_LT(low.resting(), -80);
    EXPECT_EQ(at(4, 0.016).roots.size(), 1u);
}

TEST(MuscleRest, AHealthyFibreFallsToMinusSixtyOnlyNearOne) {
    EXPECT_EQ(at(1.0, 0).roots.size(), 3u);
    EXPECT_LT(at(1.0, 0).deeper_by, 0) << "the well near -60 mV is the deeper one";
    EXPECT_GT(at(1.5, 0).deeper_by, 0);
    EXPECT_NEAR(at(0.7, 0).resting(), -60, 3);
}

TEST(MuscleRest, TenfoldPotassiumLiftsItByLessThanNernstSays) {
    double const slope = (at(15, 0).resting() - at(5, 0).resting()) / std::log10(3.0);
    EXPECT_GT(slope, 45);
    EXPECT_LT(slope, 58);
}

TEST(MuscleRest, StableAndUnstableRootsAlternateAndTheCurrentVanishesAtEach) {
    using One = engine::Lanes<1>;
    for (std::uint32_t rival = 0; rival < 40; ++rival) {
        auto const facts = rival_muscle(3, rival);
        auto const usual = usual_in_muscle(facts);
        for (double potassium : {1.0, 1.7, 2.5, 4.0, 8.0, 12.0})
            for (double leak : {0.0, 0.01, 0.02}) {
                auto medium = usual;
                medium.potassium = potassium;
                auto const bath = plain_bath(medium, usual, {1, 1, leak}, facts.fibre);
                auto const found = rest(bath, facts.fibre);
                ASSERT_EQ(found.roots.size() % 2, 1u);
                for (std::size_t i = 0; i < found.roots.size(); ++i) {
                    EXPECT_EQ(found.roots[i].stable, i % 2 == 0);
                    auto const left = steady_current(One(found.roots[i].potential), lifted<One>(bath),
                                                     lifted<One>(facts.fibre));
                    EXPECT_NEAR(left.lane(0), 0, 1e-9);
                }
            }
    }
}

TEST(MuscleRest, MorePotassiumDepolarisesAFibreThatIsHeld) {
    for (std::uint32_t rival = 0; rival < 40; ++rival) {
        auto const facts = rival_muscle(11, rival);
        double before = at(3.5, 0, facts).resting();
        for (double potassium = 4; potassium <= 14; potassium += 0.5) {
            double const now = at(potassium, 0, facts).resting();
            EXPECT_GT(now, before) << potassium << " in rival " << rival;
            before = now;
        }
    }
}

TEST(MuscleRest, MoreLeakDepolarises) {
    for (double potassium : {3.0, 4.0, 6.0, 10.0})
        EXPECT_GT(at(potassium, 0.012).resting(), at(potassium, 0).resting());
}

TEST(MuscleRest, AFasterPumpHyperpolarises) {
    auto const facts = usual_muscle();
    auto const usual = usual_in_muscle(facts);
    auto medium = usual;
    medium.potassium = 11;
    auto const resting = [&](double pump) {
        return rest(plain_bath(medium, usual, {pump, 1, 0}, facts.fibre), facts.fibre).resting();
    };
    EXPECT_NEAR(resting(2) - resting(1), -3, 2);
}
