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

TEST(TwitchingExcited, IsReadFromThreeRunsOfTheNerve) {
    nerve::Excitability now, ordinary_potassium, ordinary;
    now.threshold_change = {-31, 4, -38, -31, -24};
    now.fires_alone.share = 0.06;
    now.fires_alone.rate = {7, 2, 4, 7, 11};
    ordinary_potassium.threshold_change = {-5, 1, -7, -5, -3};
    ordinary.fires_alone.share = 0.004;
    auto const nerve = excited(now, ordinary_potassium, ordinary);
    EXPECT_EQ(nerve.threshold_change_percent.low, -38);
    EXPECT_NEAR(nerve.fires_alone.mid, 0.056, 1e-12);
    EXPECT_EQ(nerve.rate_hz.high, 11);
    auto const fall = fall_without_potassium(nerve, 5);
    EXPECT_EQ(fall.low, 3);
    EXPECT_EQ(fall.mid, 5);
    EXPECT_EQ(fall.high, 7);
}

TEST(TwitchingExcited, WithoutARunAtOrdinaryPotassiumItsPartIsTakenOffByARule) {
    Excited nerve;
    nerve.threshold_change_percent = {-34, -30, -27};
    auto const fall = fall_without_potassium(nerve, 5);
    EXPECT_NEAR(fall.mid, 30 - 125 * std::log(5 / 4.0), 1e-9);
    EXPECT_LT(fall.low, fall.mid);
    EXPECT_GT(fall.high, fall.mid);
    auto const ordinary = fall_without_potassium(nerve, 4);
    EXPECT_EQ(ordinary.mid, 30) << "nothing to take off";
    EXPECT_EQ(fall_without_potassium({}, 5).high, 0) << "no nerve, no change";
    EXPECT_EQ(fall_without_potassium(nerve, unknown).mid, 30);
}

TEST(TwitchingExcited, LoneAxonsAddTwitchesUpToWhatAnybodyCanCount) {
    EXPECT_EQ(noticed_of_lone_axons(unknown, 7, 0.05, 5e-4), 0);
    EXPECT_EQ(noticed_of_lone_axons(0, 7, 0.05, 5e-4), 0);
    double const few = noticed_of_lone_axons(1e-6, 1, 0.05, 5e-4),
                 twice = noticed_of_lone_axons(2e-6, 1, 0.05, 5e-4);
    EXPECT_NEAR(twice / few, 2, 1e-3);
    EXPECT_LE(noticed_of_lone_axons(1, 50, 1, 1), base_rate("most_a_day").mid);
}
