#include "model/diet/supplement.hpp"

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
    return understood(raw);
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
    auto const read = understood(raw);
    EXPECT_EQ(each(read, nutrient("magnesium_mg")).mid, 150);
    EXPECT_EQ(read.per_day, 3);
}

TEST(Supplement, AProductNobodyKnowsStaysUnknown) {
    EXPECT_FALSE(holds_anything_known(product("Nerve Calm Ultra", "2 capsules")));
    EXPECT_EQ(product("Nerve Calm Ultra", "2 capsules").per_day, 2);
    EXPECT_FALSE(holds_anything_known(product("magnesium", "one a day")));
}

TEST(Supplement, HowOftenIsReadFromTheWords) {
    EXPECT_EQ(times_a_day("one tablet three times a day"), 3);
    EXPECT_EQ(times_a_day("400 mg BD"), 2);
    EXPECT_EQ(times_a_day("every other day"), 0.5);
    EXPECT_EQ(times_a_day("at night"), 1);
}
