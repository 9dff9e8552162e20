#include "model/twitch/muscle.hpp"
#include "model/twitch/muscle_lift.hpp"
#include "model/twitch/muscle_spike.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;
using One = engine::Lanes<1>;

namespace {

MuscleFacts const facts = usual_muscle();

struct Fibre {
    Bath<double> bath;
    double resting;
};

Fibre fibre(double potassium, FibreCondition<double> const& condition = rested) {
    auto const usual = usual_in_muscle(facts);
    auto medium = usual;
    medium.potassium = potassium;
    auto const bath = plain_bath(medium, usual, condition, facts.fibre);
    return {bath, rest(bath, facts.fibre).resting()};
}

Spike<One> spike_of(Fibre const& f, double step, double stimulus = 0.48) {
    return fired(One(f.resting), lifted<One>(f.bath), lifted<One>(facts.fibre), stimulus, 4.8, step);
}

} // namespace

TEST(MuscleSpike, ErrorFallsWithTheSquareOfTheStep) {
    // The potential at a fixed moment, here while the fibre repolarises, is smooth in the step; a peak caught
    // between two steps is not.
    auto const f = fibre(4);
    auto const at_moment = [&](double step) {
        return fired(One(f.resting), lifted<One>(f.bath), lifted<One>(facts.fibre), 0.48, 1.6, step)
            .surface_end.lane(0);
    };
    double const fine = at_moment(0.04 / 64);
    double const coarse = std::abs(at_moment(0.02) - fine), middle = std::abs(at_moment(0.01) - fine),
                 small = std::abs(at_moment(0.005) - fine);
    EXPECT_NEAR(std::log2(coarse / middle), 2, 0.25);
    EXPECT_NEAR(std::log2(middle / small), 2, 0.25);
}

TEST(MuscleSpike, TheStepInUseIsWithinAMillivolt) {
    for (double potassium : {3.0, 4.0, 8.0, 10.0}) {
        auto const f = fibre(potassium);
        EXPECT_NEAR(spike_of(f, 0.02).tubule_peak.lane(0), spike_of(f, 0.001).tubule_peak.lane(0), 1)
            << potassium;
    }
}

TEST(MuscleSpike, AFibreLeftAloneStaysAtRest) {
    for (double potassium : {2.5, 4.0, 7.0, 9.0, 12.0}) {
        auto const f = fibre(potassium);
        // Surface and tubules rest as one sum; having different channels, they differ by what their currents
        // lose on the way.
        auto const seen = spike_of(f, 0.01, 0);
        EXPECT_NEAR(seen.surface_peak.lane(0), f.resting, 0.01) << potassium;
        EXPECT_NEAR(seen.tubule_peak.lane(0), f.resting, 0.01) << potassium;
        EXPECT_NEAR(seen.surface_end.lane(0), f.resting, 0.05) << potassium;
    }
}

TEST(MuscleSpike, FibresSideBySideGetExactlyWhatTheyGetAlone) {
    using Four = engine::Lanes<4>;
    double const potassium[4] = {2.5, 4, 8, 11};
    Bath<double> b[4];
    double resting[4];
    for (int i = 0; i < 4; ++i) {
        b[i] = fibre(potassium[i]).bath;
        resting[i] = fibre(potassium[i]).resting;
    }
    auto const of = [&](double Bath<double>::*member) {
        double const values[4] = {b[0].*member, b[1].*member, b[2].*member, b[3].*member};
        return Four::load(values);
    };
    Bath<Four> const together{of(&Bath<double>::potassium_equilibrium),
                              of(&Bath<double>::sodium_equilibrium),
                              of(&Bath<double>::potassium),
                              of(&Bath<double>::usual_potassium),
                              of(&Bath<double>::pump),
                              of(&Bath<double>::sodium_leak),
                              of(&Bath<double>::chloride),
                              of(&Bath<double>::gate_shift),
                              of(&Bath<double>::gate_speed)};
    auto const seen = fired(Four::load(resting), together, lifted<Four>(facts.fibre), 0.48, 4.8, 0.02);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(seen.tubule_peak.lane(i), spike_of({b[i], resting[i]}, 0.02).tubule_peak.lane(0));
}

TEST(MuscleSpike, TheTubulesStayBelowTheSurface) {
    for (double potassium : {3.0, 4.0, 6.0, 8.0, 10.0}) {
        auto const seen = spike_of(fibre(potassium), 0.02);
        EXPECT_LT(seen.tubule_peak.lane(0), seen.surface_peak.lane(0));
    }
}

TEST(MuscleSpike, LessChlorideConductanceLetsAPotassiumParalysedFibreGetFurther) {
    EXPECT_GT(spike_of(fibre(10, {1, 0.54, 0}), 0.02).tubule_peak.lane(0),
              spike_of(fibre(10), 0.02).tubule_peak.lane(0));
}

TEST(MuscleSpike, AFibreAtItsDepolarisedRestDoesNotFire) {
    auto const f = fibre(2, {1, 1, 0.016});
    ASSERT_NEAR(f.resting, -57, 3);
    EXPECT_LT(spike_of(f, 0.02).tubule_peak.lane(0), facts.force.spike_least);
}
