#include "model/diet/energy_check.hpp"
#include "model/diet/inadequacy.hpp"
#include "model/diet/limit.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

constexpr auto magnesium = nutrient("magnesium_mg");

Person woman_of_34() {
    Person person;
    person.age_years = 34;
    person.sex = Sex::female;
    person.weight_kg = 62;
    person.height_cm = 168;
    return person;
}

} // namespace

TEST(Adequacy, ManyDaysSpeakForThemselvesAndOneDayIsDrawnTowardOthers) {
    NutrientIntake intake;
    intake.per_day = Range::exactly(150);
    auto const one = usual_intake(intake, magnesium, woman_of_34(), 1, true);
    auto const many = usual_intake(intake, magnesium, woman_of_34(), 60, true);
    EXPECT_GT(one.median, many.median);
    EXPECT_LT(one.weight_of_diary, many.weight_of_diary);
    EXPECT_NEAR(many.median, 150, 6);
    EXPECT_GT(one.log_sd, many.log_sd);
}

TEST(Adequacy, EatingTheAverageRequirementIsInadequateForHalf) {
    NutrientIntake intake;
    intake.per_day = Range::exactly(265);
    auto const person = woman_of_34();
    auto const usual = usual_intake(intake, magnesium, person, 1000, false);
    auto const need = needed(person, magnesium, "us");
    EXPECT_NEAR(probability_inadequate(usual, *need, person, magnesium), 0.5, 0.02);
}

TEST(Adequacy, MoreEatenIsNeverMoreLikelyTooLittle) {
    auto const person = woman_of_34();
    for (Nutrient n = 0; n < nutrient_count; ++n) {
        auto const need = needed(person, n, "us");
        if (!need || !known(need->ear))
            continue;
        double before = 2;
        for (double share = 0.05; share < 4; share *= 1.3) {
            NutrientIntake intake;
            intake.per_day = Range::exactly(need->ear * share);
            double const p =
                probability_inadequate(usual_intake(intake, n, person, 7, true), *need, person, n);
            ASSERT_TRUE(known(p)) << about(n).key;
            EXPECT_LE(p, before + 1e-9) << about(n).key;
            EXPECT_GE(p, 0);
            EXPECT_LE(p, 1);
            before = p;
        }
    }
}

TEST(Adequacy, AnAdequateIntakeOnlySaysMeetsOrCannotSay) {
    NutrientIntake intake;
    intake.per_day = Range::exactly(3000);
    EXPECT_EQ(against_adequate_intake(intake, 2600), AgainstAdequate::meets);
    intake.per_day = Range::exactly(2000);
    EXPECT_EQ(against_adequate_intake(intake, 2600), AgainstAdequate::cannot_say);
    intake.per_day = {2700, unknown, unknown};
    EXPECT_EQ(against_adequate_intake(intake, 2600), AgainstAdequate::cannot_say);
}

TEST(Adequacy, ALimitOnSupplementsIgnoresFood) {
    NutrientIntake intake;
    intake.per_day = Range::exactly(900);
    intake.from_food = 900;
    Limit const limit{"us", "ul", "supplements", 350, ""};
    EXPECT_EQ(judge(limit, intake, {}).probability_above, 0);
    intake.from_supplements = Range::exactly(450);
    EXPECT_EQ(judge(limit, intake, {}).probability_above, 1);
}

TEST(Adequacy, ProductsAloneCanPassALimitOnTheWhole) {
    Supplement drops;
    drops.per_day = 1;
    drops.each[static_cast<std::size_t>(nutrient("vitamin_d_ug"))] = Range::exactly(200);
    auto const intake = eaten_per_day({}, {drops}, foods());
    auto const& entry = intake[nutrient("vitamin_d_ug")];
    auto const usual = usual_intake(entry, nutrient("vitamin_d_ug"), woman_of_34(), 0, true);
    Limit const limit{"us", "ul", "total", 100, ""};
    EXPECT_EQ(judge(limit, entry, usual).probability_above, 1);
    EXPECT_FALSE(known(judge({"us", "ul", "total", 300, ""}, entry, usual).probability_above)) << "food is not known";
}

TEST(Adequacy, TheVitaminALimitCannotBeJudged) {
    Limit const limit{"us", "ul", "preformed", 3000, ""};
    NutrientIntake intake;
    intake.per_day = Range::exactly(9000);
    auto const judged = judge(limit, intake, {9000, 0.1, 1});
    EXPECT_FALSE(known(judged.probability_above));
    EXPECT_FALSE(judged.cannot_judge.empty());
}

TEST(Adequacy, ADiaryOfTooLittleEnergyIsDoubted) {
    Intake intake;
    intake.days = 7;
    intake[nutrient("energy_kcal")].per_day = Range::exactly(900);
    auto const low = check_energy(intake, woman_of_34());
    EXPECT_FALSE(low.plausible.value());
    intake[nutrient("energy_kcal")].per_day = Range::exactly(2100);
    EXPECT_TRUE(check_energy(intake, woman_of_34()).plausible.value());
    EXPECT_FALSE(check_energy(intake, Person{}).plausible)
        << "without a body there is nothing to compare with";
}
