#include "model/twitch/rival_curves.hpp"
#include "model/twitch/sign_curves.rows.hpp"
#include "model/twitch/signs.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

using namespace rheobase::twitch;
using rheobase::nerve::Medium;
using rheobase::nerve::ordinary_medium;

TEST(TwitchingCurves, EachIsOneInOrdinaryBloodAndNeverFallsAsTheThresholdFalls) {
    for (auto const& curve : rival_curves_rows)
        for (auto const end : {End::low, End::mid, End::high}) {
            EXPECT_NEAR(times_as_often(curve, end, 0), 1, 1e-12) << curve.curve;
            double last = 0;
            for (double fall = -100; fall <= 120; fall += 2.5) {
                double const now = times_as_often(curve, end, fall);
                EXPECT_GE(now, last) << curve.curve << " at " << fall;
                EXPECT_GE(now, 0) << curve.curve;
                EXPECT_LE(now, curve.ceiling) << curve.curve;
                last = now;
            }
        }
}

TEST(TwitchingCurves, AStrongerNumberSaysMoreWhereTheThresholdHasFallen) {
    for (auto const& curve : rival_curves_rows)
        for (double const fall : {1.0, 5.0, 12.0, 25.0, 50.0}) {
            EXPECT_LE(times_as_often(curve, End::low, fall), times_as_often(curve, End::mid, fall))
                << curve.curve;
            EXPECT_LE(times_as_often(curve, End::mid, fall), times_as_often(curve, End::high, fall))
                << curve.curve;
        }
}

TEST(TwitchingCurves, TheyAreTrulyDifferentAndDisagreeMoreTheFurtherFromOrdinary) {
    std::set<std::string> shapes;
    for (auto const& curve : rival_curves_rows)
        shapes.insert(std::string(curve.shape));
    EXPECT_GE(shapes.size(), 5u);
    double last = 1;
    for (double const fall : {0.0, 5.0, 15.0, 30.0, 60.0}) {
        auto const all = rivals({fall, fall, fall});
        EXPECT_LE(all.whole.low, all.rivals.low);
        EXPECT_GE(all.whole.high, all.rivals.high);
        EXPECT_GE(all.rivals.high / all.rivals.low, last) << fall;
        last = all.rivals.high / all.rivals.low;
    }
    EXPECT_GT(last, 5);
}

TEST(TwitchingCurves, OneRivalAloneCountsAxonsThatFireAloneAndTheMedianDoesNotFollowIt) {
    auto const quiet = rivals({30, 30, 30});
    auto const firing = rivals({30, 30, 30}, {10, 1000, 5000});
    EXPECT_EQ(firing.rivals.high, 1001);
    EXPECT_GT(firing.whole.high, 5000);
    EXPECT_LT(firing.mid, 2 * quiet.mid);
    int counting = 0;
    for (auto const& curve : rival_curves_rows)
        counting += curve.lone > 0;
    EXPECT_EQ(counting, 1);
}

TEST(TwitchingCurves, NothingHappensWithinTheMarginOfTheGuardedOne) {
    for (auto const& curve : rival_curves_rows) {
        if (curve.curve != "guarded")
            continue;
        EXPECT_EQ(times_as_often(curve, End::high, curve.dead_percent), 1);
        EXPECT_EQ(times_as_often(curve, End::high, -curve.dead_percent), 1);
        EXPECT_GT(times_as_often(curve, End::low, curve.dead_percent + 5), 1.1);
        return;
    }
    FAIL() << "no curve is called guarded";
}

TEST(TwitchingSigns, TinglingIsNeverRarerThanTetanyAtAnyEnd) {
    for (double const calcium : {0.3, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2})
        for (double const ph : {7.1, 7.4, 7.65})
            for (double const firing : {0.0, 0.05, 1.0}) {
                auto blood = ordinary_medium;
                blood.calcium = calcium;
                blood.ph = ph;
                Excited nerve;
                nerve.fires_alone = {firing, firing, firing};
                auto const tingling = brought_by_blood("tingling", nerve, blood);
                auto const tetany = brought_by_blood("tetany", nerve, blood);
                EXPECT_GE(tingling.low, tetany.low);
                EXPECT_GE(tingling.mid, tetany.mid);
                EXPECT_GE(tingling.high, tetany.high);
            }
}

TEST(TwitchingSigns, LessCalciumNeverMeansLessTinglingTetanyOrCramp) {
    for (auto const* sign : {"tingling", "tetany", "cramp"}) {
        Interval last{0, 0, 0};
        for (double calcium = 1.4; calcium > 0.3; calcium -= 0.02) {
            auto blood = ordinary_medium;
            blood.calcium = calcium;
            auto const now = brought_by_blood(sign, {}, blood);
            EXPECT_GE(now.low, last.low) << sign << " at " << calcium;
            EXPECT_GE(now.mid, last.mid) << sign << " at " << calcium;
            EXPECT_GE(now.high, last.high) << sign << " at " << calcium;
            last = now;
        }
        EXPECT_GT(last.mid, 0.9) << sign;
    }
}

TEST(TwitchingSigns, TetanyStandsAtEightToNineTenthsWithWideVariation) {
    auto blood = ordinary_medium;
    blood.calcium = 0.85;
    auto const tetany = brought_by_blood("tetany", {}, blood);
    EXPECT_LT(tetany.low, 0.01) << "calcium that has long been low can be silent";
    EXPECT_GT(tetany.high, 0.7);
    blood.calcium = 1.12;
    EXPECT_LT(brought_by_blood("tetany", {}, blood).high, 0.05);
}

TEST(TwitchingSigns, AlkaliWithTheSameCalciumTinglesAndAcidDoesNot) {
    auto blood = ordinary_medium;
    blood.calcium = 1.1;
    auto const level = brought_by_blood("tingling", {}, blood);
    blood.ph = 7.6;
    EXPECT_GT(brought_by_blood("tingling", {}, blood).mid, level.mid + 0.2);
    blood.ph = 7.2;
    EXPECT_LT(brought_by_blood("tingling", {}, blood).mid, level.mid);
}

TEST(TwitchingSigns, BothEndsOfPotassiumAndMuchMagnesiumWeaken) {
    for (auto const& [member, value] :
         std::vector<std::pair<double Medium<double>::*, double>>{{&Medium<double>::potassium, 2.0},
                                                                  {&Medium<double>::potassium, 8.5},
                                                                  {&Medium<double>::magnesium, 3.5}}) {
        auto blood = ordinary_medium;
        blood.*member = value;
        EXPECT_GT(brought_by_blood("weakness", {}, blood).mid, 0.6) << value;
    }
}

TEST(TwitchingSigns, AMuscleThatKeepsItsStrengthIsHeardBesideTheClinicAndWidensTheAnswer) {
    auto blood = ordinary_medium;
    blood.potassium = 2.3;
    auto const clinic = brought_by_blood("weakness", {}, blood);
    Excited strong, weak;
    strong.strength = {0.9, 0.97, 1};
    weak.strength = {0.1, 0.3, 0.5};
    auto const doubted = brought_by_blood("weakness", strong, blood);
    EXPECT_LT(doubted.mid, clinic.mid);
    EXPECT_LT(doubted.low, clinic.low);
    EXPECT_EQ(doubted.high, clinic.high);
    EXPECT_GT(brought_by_blood("weakness", weak, blood).mid, clinic.mid);
    EXPECT_GT(brought_by_blood("weakness", weak, ordinary_medium).high, 0.9);
    strong.strength = {1, 1, 1};
    EXPECT_EQ(brought_by_blood("weakness", strong, ordinary_medium).high, 0);
}

TEST(TwitchingSigns, BloodWithinTheOrdinaryRangeBringsNothingAtAnyEnd) {
    auto const low = nearest_ordinary({0.1, 0.1, 0.1, 10, 7, 33}),
               high = nearest_ordinary({9, 9, 9, 900, 8, 33});
    for (double const calcium : {low.calcium, ordinary_medium.calcium, high.calcium})
        for (double const potassium : {low.potassium, high.potassium})
            for (double const ph : {7.35, 7.45}) {
                auto blood = ordinary_medium;
                blood.calcium = calcium;
                blood.potassium = potassium;
                blood.ph = ph;
                for (auto const* sign : {"tingling", "tetany", "cramp", "weakness"})
                    EXPECT_EQ(brought_by_blood(sign, {}, blood).high, 0) << sign;
            }
}

TEST(TwitchingSigns, UnknownBloodBringsNothing) {
    Medium<double> blood{};
    for (auto const member : Medium<double>::members)
        blood.*member = rheobase::unknown;
    for (auto const* sign : {"tingling", "tetany", "cramp", "weakness"}) {
        auto const brought = brought_by_blood(sign, {}, blood);
        EXPECT_EQ(brought.low, 0) << sign;
        EXPECT_EQ(brought.high, 0) << sign;
    }
}

TEST(TwitchingSigns, ARivalOfTheWholeStandsAfterTheChainsThatItRivals) {
    std::set<std::string> whole;
    for (auto const& row : sign_curves_rows) {
        if (row.route == "whole")
            whole.insert(std::string(row.sign));
        else
            EXPECT_FALSE(whole.contains(std::string(row.sign))) << row.sign << ' ' << row.curve;
    }
    EXPECT_FALSE(whole.empty());
}

TEST(TwitchingSigns, EveryCurveRunsFromItsLeastToItsMostEffect) {
    for (auto const& row : sign_curves_rows) {
        EXPECT_NE(row.power, 0) << row.sign;
        if (row.power > 0) // comes as the quantity falls: a higher half-point is more
            EXPECT_TRUE(row.low <= row.mid && row.mid <= row.high) << row.sign << ' ' << row.curve;
        else
            EXPECT_TRUE(row.low >= row.mid && row.mid >= row.high) << row.sign << ' ' << row.curve;
    }
}
