// Salt, water and acid over days: what hormones and sweat glands do about losses that last.
#include "model/ions/run.hpp"

#include "tests/ions/experiments.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

/// Means of one quantity, a day apart, through the phase after an ordinary baseline.
std::vector<double> course_of(Observable what, Phase const& phase, Stage stage = Stage::none) {
    Phase usual = days(1);
    for (auto const& [ingested, amount] : {std::pair{Ingested::sodium, 3300.0}, {Ingested::potassium, 3000.0}})
        eats(usual, ingested, amount);
    auto e = of_phases({usual, phase});
    e.people = 40;
    e.who.age_high = 40;
    e.who.stage = stage;
    e.reports = {{what, 24}};
    std::vector<double> means;
    for (auto const& row : run(e).rows)
        if (row.phase == 1)
            means.push_back(row.mean);
    return means;
}

Phase on(DrugClass drug, double number_of_days) {
    Phase phase = days(number_of_days);
    phase.drugs = {{drug, 1}};
    return phase;
}

} // namespace

TEST(SaltAndWater, DiureticsRaiseAldosteroneAndHoldIt) {
    for (auto const drug : {DrugClass::thiazide, DrugClass::loop}) {
        auto const aldosterone = course_of(Observable::aldosterone, on(drug, 40));
        for (std::size_t const day : {3u, 10u, 40u}) {
            EXPECT_GT(aldosterone[day], 1.4) << "day " << day;
            EXPECT_LT(aldosterone[day], 3.2) << "day " << day;
        }
    }
}

TEST(SaltAndWater, DiureticsTakeALitreAndThenNoMore) {
    for (auto const drug : {DrugClass::thiazide, DrugClass::loop}) {
        auto const water = course_of(Observable::body_water, on(drug, 40));
        EXPECT_LT(water[40], water[0] - 0.5);
        EXPECT_GT(water[40], water[0] - 1.5);
        EXPECT_NEAR(water[40], water[20], 0.05);
    }
}

TEST(SaltAndWater, WhoSweatsForDaysComesToLoseNoMoreSaltThanIsEaten) {
    Phase heat = days(12);
    heat.loss = Loss{4, 0, Stool::normal};
    eats(heat, Ingested::water, 6500);
    auto const balance = course_of(Observable::balance_sodium, heat);
    EXPECT_LT(balance[3], -80);
    EXPECT_NEAR(balance[12], balance[6], 15);
    auto const sodium = course_of(Observable::sodium_serum, heat);
    EXPECT_GT(sodium[12], sodium[0] - 2.5);
}

TEST(SaltAndWater, ASaltPoorDietHardlyMovesSerumSodium) {
    Phase poor = days(10);
    eats(poor, Ingested::sodium, 230);
    auto const sodium = course_of(Observable::sodium_serum, poor);
    EXPECT_LT(sodium[10], sodium[0]);
    EXPECT_GT(sodium[10], sodium[0] - 2);
}

TEST(SaltAndWater, BicarbonateAnswersFastingPregnancyVomitAndStool) {
    Phase fast = days(7);
    for (auto const what : {Ingested::phosphorus, Ingested::sodium, Ingested::potassium, Ingested::calcium})
        eats(fast, what, 0);
    auto const fasting = course_of(Observable::bicarbonate, fast);
    EXPECT_LT(fasting[7], fasting[0] - 3);
    EXPECT_GT(fasting[7], fasting[0] - 8);

    auto const usual = course_of(Observable::bicarbonate, days(1));
    auto const pregnant = course_of(Observable::bicarbonate, days(1), Stage::pregnant);
    EXPECT_LT(pregnant[1], usual[1] - 2.5);
    EXPECT_GT(pregnant[1], usual[1] - 5.5);

    Phase vomits = days(5);
    vomits.loss = Loss{0, 1.5, Stool::normal};
    auto const vomiting = course_of(Observable::bicarbonate, vomits);
    EXPECT_GT(vomiting[5], vomiting[0] + 4);
    EXPECT_LT(vomiting[5], vomiting[0] + 12);

    Phase runs = days(5);
    runs.loss = Loss{0, 0, Stool::diarrhoea};
    auto const watery = course_of(Observable::bicarbonate, runs);
    EXPECT_LT(watery[5], watery[0] - 1.5);
    EXPECT_GT(watery[5], watery[0] - 7);
}
