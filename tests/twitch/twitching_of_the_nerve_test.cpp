// The nerve's own ensemble and the twitch stage together: what a blood would bring.
#include "model/twitch/twitching.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::twitch;

namespace {

nerve::Excitability run(nerve::Medium<double> const& medium) {
    nerve::Crowd crowd;
    crowd.people = 20;
    return nerve::excitability(medium, 1, crowd);
}

Twitching of(nerve::Medium<double> const& blood) {
    return twitching(excited(run(blood), run(without_its_potassium(blood)), run(nearest_ordinary(blood))), {},
                     blood);
}

} // namespace

TEST(TwitchingOfTheNerve, LowCalciumIsNoticedAndTheIntervalStaysWideSlowly) {
    auto blood = nerve::ordinary_medium;
    blood.calcium = 0.88;
    auto const answer = of(blood);
    EXPECT_TRUE(answer.blood_noticeable);
    EXPECT_GT(answer.blood_factor.high / answer.blood_factor.low, 10);
    EXPECT_GT(answer.signs[0].in_a_month.mid, 0.5) << "tingling";
}

TEST(TwitchingOfTheNerve, CornersOfTheOrdinaryRangeAreTheBaseRateSlowly) {
    auto blood =
        nearest_ordinary({0.1, 0.1, 9, nerve::ordinary_medium.sodium, 8, nerve::ordinary_medium.temperature});
    auto const answer = of(blood);
    auto const base = twitching({}, {}, nerve::ordinary_medium);
    EXPECT_NEAR(answer.a_day.mid, base.a_day.mid, 1e-9);
    EXPECT_NEAR(answer.a_day.high, base.a_day.high, 1e-9);
}

TEST(TwitchingOfTheNerve, NeitherMuchPotassiumNorLittleMagnesiumAloneIsNoticedSlowly) {
    auto blood = nerve::ordinary_medium;
    blood.potassium = 6.5;
    EXPECT_FALSE(of(blood).blood_noticeable);
    blood = nerve::ordinary_medium;
    blood.magnesium = 0.3;
    EXPECT_FALSE(of(blood).blood_noticeable);
}
