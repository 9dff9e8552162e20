#include "model/diet/supplement.hpp"

#include "model/diet/dose.hpp"
#include "model/diet/intake.hpp"
#include "model/diet/limit.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

Range each(Supplement const& product, Nutrient n) {
    return product.each[static_cast<std::size_t>(n)];
}

Supplement product(std::string name, std::string dose) {
    Supplement raw;
    raw.name = std::move(name);
    raw.dose = std::move(dose);
    understand(raw);
    return raw;
}

} // namespace

TEST(Supplement, ADoseOfASaltRangesFromTheSaltToTheMetalInIt) {
    auto const read = product("magnesium oxide", "400 mg twice daily");
    EXPECT_EQ(read.per_day, 2);
    EXPECT_NEAR(each(read, nutrient("magnesium_mg")).low, 400 * 0.603, 0.5);
    EXPECT_EQ(each(read, nutrient("magnesium_mg")).high, 400);
}

TEST(Supplement, InternationalUnitsOfVitaminDAreFortyToTheMicrogram) {
    auto const read = product("Vitamin D3", "2,000 IU daily");
    EXPECT_NEAR(each(read, nutrient("vitamin_d_ug")).mid, 50, 1e-9);
    EXPECT_EQ(each(read, nutrient("vitamin_d_ug")).low, each(read, nutrient("vitamin_d_ug")).high);
}

TEST(Supplement, MicrogramsAndGramsAreMadeTheNutrientsUnit) {
    EXPECT_NEAR(each(product("B12", "1000 mcg once weekly"), nutrient("b12_ug")).mid, 1000, 1e-9);
    EXPECT_NEAR(product("B12", "1000 mcg once weekly").per_day, 1.0 / 7, 1e-3);
    EXPECT_NEAR(each(product("vitamin C", "1 g"), nutrient("vitamin_c_mg")).mid, 1000, 1e-9);
}

TEST(Supplement, WhatTheLabelGivesIsNotOverruled) {
    Supplement raw;
    raw.name = "magnesium oxide";
    raw.dose = "400 mg";
    raw.per_day = 3;
    raw.each[static_cast<std::size_t>(nutrient("magnesium_mg"))] = Range::exactly(150);
    EXPECT_THAT(understand(raw), testing::IsEmpty());
    auto const read = raw;
    EXPECT_EQ(each(read, nutrient("magnesium_mg")).mid, 150);
    EXPECT_EQ(read.per_day, 3);
}

TEST(Supplement, AProductNobodyKnowsStaysUnknown) {
    EXPECT_FALSE(holds_anything_known(product("Nerve Calm Ultra", "2 capsules")));
    EXPECT_EQ(product("Nerve Calm Ultra", "2 capsules").per_day, 2);
    EXPECT_TRUE(product("Nerve Calm Ultra", "2 capsules").contents_unknown);
    EXPECT_FALSE(holds_anything_known(product("magnesium", "one a day")));
}

TEST(Supplement, HowOftenIsReadFromTheWords) {
    EXPECT_EQ(dose_in("one tablet three times a day").times_a_day, 3);
    EXPECT_EQ(dose_in("400 mg BD").times_a_day, 2);
    EXPECT_EQ(dose_in("every other day").times_a_day, 0.5);
    EXPECT_EQ(dose_in("at night").times_a_day, 1);
    EXPECT_EQ(dose_in("2x daily").times_a_day, 2);
    EXPECT_EQ(dose_in("3 per day").times_a_day, 3);
    EXPECT_FALSE(known(dose_in("when needed").times_a_day));
}

TEST(Supplement, HowManyAtATimeIsReadFromTheWords) {
    EXPECT_EQ(dose_in("2 x 200 mg").units_at_a_time, 2);
    EXPECT_EQ(dose_in("2 x 200 mg").times_a_day, 1);
    EXPECT_NEAR(dose_in("2x200mg twice a day").amount, 0.2, 1e-12);
    EXPECT_EQ(dose_in("2x200mg twice a day").times_a_day, 2);
    EXPECT_EQ(dose_in("one 400 mg tablet at night").units_at_a_time, 1);
    EXPECT_EQ(dose_in("two 400 mg tablets").units_at_a_time, 2);
    EXPECT_EQ(dose_in("3 capsules of 100 mg").units_at_a_time, 3);
}

TEST(Supplement, AFigureMayBeGroupedByCommasAndNeedNoWordOnHowOften) {
    for (auto const* dose : {"1000 IU", "1,000 IU daily", "1,000 IU", "40 µg / day", "0,025 mg"})
        EXPECT_GT(each(product("vitamin D", dose), nutrient("vitamin_d_ug")).mid, 24) << dose;
    EXPECT_NEAR(product("vitamin D", "50,000 IU once weekly").per_day, 1.0 / 7, 1e-3);
    EXPECT_NEAR(each(product("vitamin D", "50,000 IU once weekly"), nutrient("vitamin_d_ug")).mid, 1250,
                1e-9);
}

TEST(Supplement, TwoSaltsOfOneMetalRangeFromThePoorerToTheMetal) {
    auto const read = product("", "400 mg magnesium oxide/citrate");
    EXPECT_NEAR(each(read, nutrient("magnesium_mg")).low, 400 * 0.1616, 1);
    EXPECT_EQ(each(read, nutrient("magnesium_mg")).high, 400);
}

TEST(Supplement, AProductWhoseAmountCouldNotBeReadLeavesItsLimitOpen) {
    auto const read = product("magnesium complex", "a spoonful");
    EXPECT_TRUE(read.uncounted[static_cast<std::size_t>(nutrient("magnesium_mg"))]);
    auto const intake = eaten_per_day({}, {read}, foods());
    EXPECT_FALSE(known(intake[nutrient("magnesium_mg")].from_supplements.mid));
    Limit limit;
    limit.scope = "supplements";
    limit.value = 350;
    EXPECT_FALSE(known(judge(limit, intake[nutrient("magnesium_mg")], {}).probability_above));
    auto const unknown_pills = eaten_per_day({}, {product("Nerve Calm Ultra", "2 capsules")}, foods());
    EXPECT_FALSE(known(judge(limit, unknown_pills[nutrient("magnesium_mg")], {}).probability_above));
    auto const none = eaten_per_day({}, {}, foods());
    EXPECT_EQ(judge(limit, none[nutrient("magnesium_mg")], {}).probability_above, 0);
}

TEST(Supplement, WhatNobodyTakesIsNamedAndNotCounted) {
    Supplement raw;
    raw.name = "vitamin D";
    raw.dose = "400 mg daily";
    EXPECT_THAT(understand(raw), testing::ElementsAre(testing::HasSubstr("nobody takes so much")));
    EXPECT_FALSE(known(each(raw, nutrient("vitamin_d_ug")).mid));
}

TEST(Supplement, FolicAcidCountsAsFolateForMoreThanItsWeight) {
    auto const read = product("folic acid", "400 mcg daily");
    EXPECT_NEAR(each(read, nutrient("folate_ug")).low, 680, 1e-9);
    EXPECT_NEAR(each(read, nutrient("folate_ug")).high, 800, 1e-9);
    EXPECT_NEAR(each(read, nutrient("folic_acid_ug")).mid, 400, 1e-9);
}

TEST(Supplement, AProductWithoutAWordOnHowManyCountsAsOneADayAndSaysSo) {
    Supplement raw;
    raw.name = "magnesium";
    raw.each[static_cast<std::size_t>(nutrient("magnesium_mg"))] = Range::exactly(100);
    EXPECT_THAT(understand(raw), testing::ElementsAre(testing::HasSubstr("one a day")));
    EXPECT_EQ(raw.per_day, 1);
}
