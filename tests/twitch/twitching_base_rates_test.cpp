#include "model/twitch/base_rates.hpp"
#include "model/twitch/base_rates.rows.hpp"
#include "model/twitch/excited.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::twitch;

TEST(TwitchingBaseRates, EveryRowIsInOrder) {
    for (auto const& row : base_rates_rows) {
        EXPECT_LE(row.low, row.mid) << row.key;
        EXPECT_LE(row.mid, row.high) << row.key;
    }
}

TEST(TwitchingBaseRates, TheCrowdNoticesWhatItWasSetToNotice) {
    for (double const share : {0.2, 0.7, 0.95})
        for (double const days : {7.0, 90.0})
            for (double const log_sd : {0.5, 2.0})
                EXPECT_NEAR(ordinary_spells(share, days, log_sd).share_noticing(days), share, 1e-9);
}

TEST(TwitchingBaseRates, ALongerLookBackMeansFewerSpellsADay) {
    EXPECT_GT(ordinary_spells(0.7, 7, 2).mean(), 2 * ordinary_spells(0.7, 90, 2).mean());
}

TEST(TwitchingBaseRates, ShareNoticingOfPeopleWhoAreAllAlikeIsThePoissonOne) {
    Spells const alike{{0.3, 0.3}};
    EXPECT_NEAR(alike.share_noticing(2, 1.5, 0.1), 1 - std::exp(-(0.3 * 1.5 + 0.1) * 2), 1e-14);
}

TEST(TwitchingBaseRates, LastingTwitchesLastAndNeverComeBack) {
    double last = 1;
    for (double const months : {0.0, 1.0, 12.0, 24.0, 120.0}) {
        auto const left = still_twitching(months);
        EXPECT_LE(left.low, left.mid);
        EXPECT_LE(left.mid, left.high);
        EXPECT_LE(left.mid, last);
        last = left.mid;
    }
    EXPECT_EQ(still_twitching(0).low, 1);
    EXPECT_GT(last, 0.9);
}

TEST(TwitchingExcited, IsReadFromThreeRunsOfTheNerveAgainstTheNearestOrdinaryBlood) {
    nerve::Excitability now, without_potassium, nearest;
    now.threshold_change = {.p5 = -60, .p50 = -40, .p95 = -28};
    now.fires_alone.share = 0.3;
    without_potassium.threshold_change = {.p5 = -36, .p50 = -28, .p95 = -19};
    without_potassium.fires_alone.share = 0.06;
    without_potassium.fires_alone.rate = {.p5 = 4, .p50 = 7, .p95 = 11};
    nearest.threshold_change = {.p5 = -20, .p50 = -20, .p95 = -10};
    nearest.fires_alone.share = 0.004;
    auto const nerve = excited(now, without_potassium, nearest);
    EXPECT_NEAR(nerve.threshold_change_percent.mid, -25, 1e-9); // 60 against 80 of what it was
    EXPECT_NEAR(nerve.threshold_change_percent.low, -50, 1e-9);
    EXPECT_NEAR(nerve.not_by_potassium_percent.mid, -10, 1e-9);
    EXPECT_NEAR(nerve.fires_alone.mid, 0.056, 1e-12);
    EXPECT_EQ(nerve.rate_hz.high, 11);
    auto const same = excited(nearest, nearest, nearest);
    EXPECT_NEAR(same.threshold_change_percent.low, 0, 1e-12);
    EXPECT_EQ(same.fires_alone.mid, 0);
}

nerve::Medium<double> blood_with_potassium(double level) {
    auto blood = nerve::ordinary_medium;
    blood.potassium = level;
    return blood;
}

TEST(TwitchingExcited, WithoutARunAtOrdinaryPotassiumItsPartIsTakenOffByARule) {
    Excited nerve;
    nerve.threshold_change_percent = {-34, -30, -27};
    auto const fall = fall_without_potassium(nerve, 6.5);
    EXPECT_NEAR(fall.mid, 30 - 125 * std::log(6.5 / nearest_ordinary(blood_with_potassium(6.5)).potassium),
                1e-9);
    EXPECT_LT(fall.low, fall.mid);
    EXPECT_GT(fall.high, fall.mid);
    EXPECT_EQ(fall_without_potassium(nerve, 5).mid, 30) << "ordinary potassium, nothing to take off";
    EXPECT_EQ(fall_without_potassium({}, 6.5).high, 0) << "no nerve, no change";
    EXPECT_EQ(fall_without_potassium(nerve, unknown).mid, 30);
}

TEST(TwitchingExcited, AnAxonThatFiresAloneHasNoThresholdLeft) {
    Excited nerve; // deep low calcium: nine in ten fire, the others are blocked
    nerve.not_by_potassium_percent = {-98, 115, 514};
    nerve.fires_alone = {0.91, 0.91, 0.91};
    auto const fall = fall_without_potassium(nerve, 4);
    EXPECT_NEAR(fall.mid, 0.1 * -115 + 90, 1e-9);
    EXPECT_GT(fall.high, 95);
}

TEST(TwitchingExcited, LoneAxonsWouldAddTwitchesUpToWhatAnybodyCanCount) {
    Excited nerve;
    EXPECT_EQ(twitches_of_lone_axons(nerve).high, 0);
    nerve.rate_hz = {3, 7, 12};
    EXPECT_EQ(twitches_of_lone_axons(nerve).high, 0);
    nerve.fires_alone = {0.01, 0.01, 0.01};
    EXPECT_EQ(twitches_of_lone_axons(nerve).high, 0) << "no more than the ensemble is allowed";
    nerve.fires_alone = {0.6, 0.6, 0.6};
    auto const many = twitches_of_lone_axons(nerve);
    EXPECT_LT(many.low, 0.2 * many.mid);
    EXPECT_GT(many.mid, 0.5 * base_rate("most_a_day").mid);
    EXPECT_LE(many.high, base_rate("most_a_day").mid);
}

TEST(TwitchingOrdinary, EachIonOutsideItsRangeComesBackToTheNearerEnd) {
    auto blood = nerve::ordinary_medium;
    blood.calcium = 0.9;
    blood.potassium = 6.5;
    blood.ph = 7.4;
    blood.magnesium = unknown;
    blood.temperature = 37;
    auto const nearest = nearest_ordinary(blood);
    EXPECT_EQ(nearest.calcium, nearest_ordinary({0.1, 0.1, 0.1, 10, 7, 37}).calcium);
    EXPECT_NEAR(nearest.calcium, 1.11, 0.01);
    EXPECT_NEAR(nearest.potassium, 5.15, 0.01);
    EXPECT_EQ(nearest.ph, 7.4);
    EXPECT_EQ(nearest.magnesium, nerve::ordinary_medium.magnesium);
    EXPECT_EQ(nearest.temperature, 37);
    auto const back = without_its_potassium(blood);
    EXPECT_EQ(back.calcium, 0.9);
    EXPECT_EQ(back.potassium, nearest.potassium);
    auto const home = nearest_ordinary(nerve::ordinary_medium);
    for (auto const ion : nerve::Medium<double>::members)
        EXPECT_EQ(home.*ion, nerve::ordinary_medium.*ion) << "the ordinary medium is ordinary";
}
