#include "model/twitch/twitching.hpp"

#include "model/twitch/base_rates.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase::twitch;
using rheobase::nerve::ordinary_medium;

namespace {

Habits ordinary_person() {
    Habits habits;
    habits.caffeine_mg = 170;
    habits.sleep_hours = 7;
    habits.stress = 1;
    habits.exertion = 1;
    habits.viral_weeks_ago = Habits::never;
    habits.alcohol_withdrawal_days = Habits::never;
    habits.screen_hours = 4.8;
    habits.female = 1;
    habits.age_years = 40;
    habits.pregnancy_weeks = 0;
    return habits;
}

Excited fallen(double percent, double firing = 0) {
    Excited nerve;
    nerve.threshold_change_percent = {-1.3 * percent, -percent, -0.7 * percent};
    nerve.not_by_potassium_percent = nerve.threshold_change_percent;
    nerve.fires_alone = {firing, firing, firing};
    nerve.rate_hz = {3, 7, 12};
    return nerve;
}

void expect_in_order(Interval const& x, char const* what) {
    EXPECT_LE(x.low, x.mid) << what;
    EXPECT_LE(x.mid, x.high) << what;
}

double log_width(Interval const& x) {
    return std::log(x.high / x.low);
}

double middle_of(Twitching const& twitching, std::string_view sign) {
    for (auto const& each : twitching.signs)
        if (each.name == sign)
            return each.in_a_month.mid;
    return rheobase::unknown;
}

double share_of(Twitching const& twitching, std::string_view place) {
    for (auto const& each : twitching.places)
        if (each.place == place)
            return each.share.mid;
    return rheobase::unknown;
}

} // namespace

TEST(Twitching, EveryConclusionIsAnIntervalInOrder) {
    for (double const percent : {-40.0, -5.0, 0.0, 5.0, 20.0, 60.0, 150.0})
        for (double const calcium : {0.5, 0.85, 1.2, 1.6}) {
            auto blood = ordinary_medium;
            blood.calcium = calcium;
            for (auto const& habits : {Habits{}, ordinary_person()}) {
                auto const answer = twitching(fallen(percent, percent > 50 ? 0.05 : 0), habits, blood);
                expect_in_order(answer.a_day, "a day");
                expect_in_order(answer.chance_noticed_today, "today");
                expect_in_order(answer.chance_noticed_eyelid_in_a_week, "eyelid");
                expect_in_order(answer.blood_factor, "blood");
                EXPECT_GT(answer.a_day.low, 0);
                EXPECT_LE(answer.chance_noticed_today.high, 1);
                for (auto const& place : answer.places)
                    expect_in_order(place.share, "place");
                for (auto const& sign : answer.signs) {
                    expect_in_order(sign.in_a_month, "sign");
                    expect_in_order(sign.without_blood, "sign without blood");
                    EXPECT_GE(sign.in_a_month.mid, sign.without_blood.mid) << sign.name;
                }
                for (auto const& moved : answer.moved)
                    expect_in_order(moved.factor, "moved");
            }
        }
}

TEST(Twitching, PlacesAndWidthsAddUpToOne) {
    auto const answer = twitching(fallen(20, 0.03), ordinary_person(), ordinary_medium);
    double places = 0, widths = 0;
    for (auto const& place : answer.places)
        places += place.share.mid;
    for (auto const& width : answer.width)
        widths += width.share;
    EXPECT_NEAR(places, 1, 1e-12);
    EXPECT_NEAR(widths, 1, 1e-12);
    EXPECT_GE(answer.width.front().share, answer.width.back().share);
}

TEST(Twitching, WithOrdinaryBloodNothingIsAskedOfTheCurvesAndTheAnswerIsTheBaseRate) {
    auto const with = twitching(fallen(0), ordinary_person(), ordinary_medium);
    auto const without = twitching({}, ordinary_person(), ordinary_medium);
    EXPECT_EQ(with.a_day.mid, without.a_day.mid);
    EXPECT_EQ(with.a_day.high, without.a_day.high);
    EXPECT_EQ(with.blood_factor.low, 1);
    EXPECT_EQ(with.blood_factor.high, 1);
    EXPECT_FALSE(with.blood_noticeable);
    for (auto const& sign : with.signs)
        EXPECT_EQ(sign.in_a_month.mid, sign.without_blood.mid) << sign.name;
}

TEST(Twitching, IonsWithinTheOrdinaryRangeMoveItByNothingThatAnybodyWouldNotice) {
    auto const base = twitching({}, ordinary_person(), ordinary_medium);
    auto const low = nearest_ordinary({0.1, 0.1, 0.1, 10, 7, 33}),
               high = nearest_ordinary({9, 9, 9, 900, 8, 33});
    for (double const calcium : {low.calcium, high.calcium})
        for (double const potassium : {low.potassium, high.potassium})
            for (double const magnesium : {low.magnesium, high.magnesium})
                for (double const ph : {7.36, 7.44}) {
                    auto blood = ordinary_medium;
                    blood.calcium = calcium;
                    blood.potassium = potassium;
                    blood.magnesium = magnesium;
                    blood.ph = ph;
                    // What the nerve does within the range is measured from itself, so nothing; but even the
                    // whole of what the ensemble does from 1.20 to 1.12 mmol/L would not be noticeable.
                    auto const answer =
                        twitching(fallen(calcium < 1.2 ? 15 : -15, 0.009), ordinary_person(), blood);
                    EXPECT_FALSE(answer.blood_noticeable);
                    EXPECT_NEAR(answer.chance_noticed_today.mid, base.chance_noticed_today.mid, 0.05);
                    for (std::size_t i = 0; i < answer.signs.size(); ++i)
                        EXPECT_NEAR(answer.signs[i].in_a_month.mid, base.signs[i].in_a_month.mid, 0.05)
                            << answer.signs[i].name << " at calcium " << calcium << " and pH " << ph;
                }
}

TEST(Twitching, AnAnswerOnOrdinaryBloodIsWideBecauseOfWhatNobodyCountedNotBecauseOfTheCurves) {
    auto const answer = twitching({}, ordinary_person(), ordinary_medium);
    EXPECT_EQ(answer.width.front().from, "how long people looked back");
    EXPECT_GT(answer.a_day.high / answer.a_day.low, 10);
}

TEST(Twitching, LowCalciumWidensTheAnswerByTheRivalCurves) {
    auto const answer = twitching(fallen(60), ordinary_person(), ordinary_medium);
    double curves = 0;
    for (auto const& width : answer.width)
        if (width.from == "which curve is right")
            curves = width.share;
    EXPECT_GT(curves, 0.15);
    EXPECT_GT(log_width(answer.a_day), log_width(twitching({}, ordinary_person(), ordinary_medium).a_day));
    EXPECT_EQ(answer.blood_factor.low, 1) << "to one rival the threshold does not matter";
    EXPECT_TRUE(answer.blood_noticeable);
}

TEST(Twitching, LowPotassiumBringsWeaknessRatherThanTwitching) {
    auto blood = ordinary_medium;
    blood.potassium = 2.3;
    Excited nerve;
    nerve.threshold_change_percent = {40, 60, 80}; // hyperpolarised: harder to fire
    auto const answer = twitching(nerve, ordinary_person(), blood);
    auto const base = twitching({}, ordinary_person(), ordinary_medium);
    EXPECT_FALSE(answer.blood_noticeable);
    EXPECT_LE(answer.a_day.mid, 1.5 * base.a_day.mid);
    EXPECT_GT(middle_of(answer, "weakness"), 0.5);
    EXPECT_LT(middle_of(base, "weakness"), 0.15);
    EXPECT_EQ(middle_of(answer, "tetany"), middle_of(base, "tetany"));
}

TEST(Twitching, PotassiumThatLowersTheThresholdMakesNobodyTwitch) {
    auto blood = ordinary_medium;
    blood.potassium = 6.5;
    Excited nerve;
    nerve.threshold_change_percent = {-32, -25, -18}; // from 5.3: -125 % for each e-fold
    EXPECT_FALSE(twitching(nerve, ordinary_person(), blood).blood_noticeable);
    nerve.not_by_potassium_percent = {-1, 0, 1};
    EXPECT_NEAR(twitching(nerve, ordinary_person(), blood).blood_factor.mid, 1, 1e-9);
}

TEST(Twitching, LowMagnesiumActsOnlyThroughWhatTheAxonShows) {
    auto blood = ordinary_medium;
    blood.magnesium = 0.2;
    auto const low = twitching({}, ordinary_person(), blood);
    auto const base = twitching({}, ordinary_person(), ordinary_medium);
    EXPECT_EQ(low.a_day.mid, base.a_day.mid);
    for (std::size_t i = 0; i < low.signs.size(); ++i)
        EXPECT_EQ(low.signs[i].in_a_month.mid, base.signs[i].in_a_month.mid) << low.signs[i].name;
    // Less than 1 mV at the gates: the ensemble's threshold falls by 5 to 10 % with magnesium of 0.3.
    EXPECT_FALSE(twitching(fallen(10), ordinary_person(), blood).blood_noticeable);
}

TEST(Twitching, WhatTheBloodAddsFallsOnHandsAndFeet) {
    auto const base = twitching({}, ordinary_person(), ordinary_medium);
    auto const low = twitching(fallen(60), ordinary_person(), ordinary_medium);
    EXPECT_GT(share_of(low, "hand"), 2 * share_of(base, "hand"));
    EXPECT_LT(share_of(low, "eyelid"), share_of(base, "eyelid"));
}

TEST(Twitching, FewerAxonsThatFireAloneThanTheEnsembleIsAllowedSayNothing) {
    auto const base = twitching(fallen(0), ordinary_person(), ordinary_medium);
    EXPECT_EQ(twitching(fallen(0, 0.01), ordinary_person(), ordinary_medium).a_day.mid, base.a_day.mid);
    auto const firing = twitching(fallen(0, 0.05), ordinary_person(), ordinary_medium);
    EXPECT_LT(firing.a_day.mid, 2 * base.a_day.mid) << "five rivals do not believe the ensemble's firing";
    EXPECT_GT(firing.a_day.high, 100 * base.a_day.high);
    EXPECT_EQ(firing.width.front().from, "which curve is right");
}

TEST(Twitching, LastingTwitchesBringTheCompanyTheyHaveInStudies) {
    Habits habits;
    habits.lasting_twitches = 1;
    auto const lasting = twitching({}, habits, ordinary_medium);
    EXPECT_NEAR(middle_of(lasting, "cramp"), 0.647, 0.001);
    EXPECT_NEAR(middle_of(lasting, "tingling"), 0.706, 0.001);
    EXPECT_NEAR(middle_of(lasting, "weakness"), 0.353, 0.001);
    EXPECT_GT(lasting.chance_noticed_today.mid, 0.8);
    habits.lasting_twitches = 0;
    EXPECT_LT(twitching({}, habits, ordinary_medium).chance_noticed_today.mid, 0.3);
}

TEST(Twitching, TellsWhatMovedItWithASourceAndAReason) {
    auto habits = ordinary_person();
    habits.medicines = {"lithium", "statin"};
    auto const answer = twitching(fallen(10), habits, ordinary_medium);
    EXPECT_EQ(answer.moved.front().what, "blood");
    bool lithium = false;
    for (auto const& moved : answer.moved) {
        EXPECT_FALSE(moved.source.empty()) << moved.what;
        EXPECT_FALSE(moved.because.empty()) << moved.what;
        lithium |= moved.what == "lithium";
        EXPECT_NE(moved.what, "statin") << "statins bring cramps, not twitches";
    }
    EXPECT_TRUE(lithium);
    EXPECT_GT(middle_of(answer, "cramp"),
              middle_of(twitching(fallen(10), ordinary_person(), ordinary_medium), "cramp"));
}
