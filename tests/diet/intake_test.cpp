#include "model/diet/intake.hpp"

#include <gtest/gtest.h>
#include <random>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

constexpr auto magnesium = nutrient("magnesium_mg");
constexpr auto vitamin_d = nutrient("vitamin_d_ug");

Eaten some(Food food, double grams, std::string day = "2026-01-01") {
    Eaten eaten;
    eaten.food = food;
    eaten.grams = Range::exactly(grams);
    eaten.day = std::move(day);
    eaten.sure = 1;
    return eaten;
}

Diary random_diary(std::mt19937& dice) {
    Diary diary;
    int const lines = 1 + static_cast<int>(dice() % 12);
    for (int i = 0; i < lines; ++i) {
        auto eaten =
            some(static_cast<Food>(dice() % static_cast<unsigned>(foods().size())),
                 1 + static_cast<double>(dice() % 400), "2026-01-0" + std::to_string(1 + dice() % 3));
        if (dice() % 3 == 0)
            eaten.grams = {eaten.grams.mid * 0.5, eaten.grams.mid, eaten.grams.mid * 1.7};
        diary.eaten.push_back(eaten);
    }
    return diary;
}

} // namespace

TEST(Intake, FoodsAddUpToMealsMealsToDaysAndDaysToTheDiary) {
    std::mt19937 dice(3);
    for (int round = 0; round < 60; ++round) {
        auto const diary = random_diary(dice);
        auto const intake = eaten_per_day(diary, {}, foods());
        for (Nutrient n = 0; n < nutrient_count; ++n) {
            double over_foods = 0, over_days = 0;
            for (auto const& eaten : diary.eaten)
                if (double const amount = amounts_in(eaten, foods())[n]; known(amount))
                    over_foods += amount;
            for (auto const& day : intake.day_totals)
                over_days += day.known[n];
            EXPECT_NEAR(over_foods, over_days, 1e-9 * (1 + over_foods));
            EXPECT_NEAR((intake[n].from_food + intake[n].from_fortified) * intake.days, over_foods,
                        1e-9 * (1 + over_foods));
        }
    }
}

TEST(Intake, AddingAnUnknownNeverLowersTheUpperBoundAndNeverRaisesTheLower) {
    std::mt19937 dice(5);
    for (int round = 0; round < 60; ++round) {
        auto diary = random_diary(dice);
        auto const before = eaten_per_day(diary, {}, foods());
        Food unknown_food = 0;
        do
            unknown_food = static_cast<Food>(dice() % static_cast<unsigned>(foods().size()));
        while (known(foods().per_100_g(unknown_food, vitamin_d)));
        diary.eaten.push_back(some(unknown_food, 150, diary.eaten[0].day));
        auto const after = eaten_per_day(diary, {}, foods());
        if (known(before[vitamin_d].per_day.high) && known(after[vitamin_d].per_day.high)) {
            EXPECT_GE(after[vitamin_d].per_day.high, before[vitamin_d].per_day.high);
            EXPECT_TRUE(after[vitamin_d].imputed);
        }
        EXPECT_NEAR(after[vitamin_d].per_day.low, before[vitamin_d].per_day.low, 1e-9);
        EXPECT_LT(after[vitamin_d].coverage, 1);
    }
}

TEST(Intake, TheBoundsLieInOrder) {
    std::mt19937 dice(9);
    for (int round = 0; round < 60; ++round) {
        auto const intake = eaten_per_day(random_diary(dice), {}, foods());
        for (Nutrient n = 0; n < nutrient_count; ++n) {
            auto const& range = intake[n].per_day;
            EXPECT_GE(range.low, 0);
            if (known(range.mid)) {
                EXPECT_LE(range.low, range.mid + 1e-9);
                EXPECT_LE(range.mid, range.high + 1e-9);
            }
        }
    }
}

TEST(Intake, TheDiarysOwnFigureWins) {
    auto eaten = some(foods().find("SR:12061").value(), 100);
    eaten.stated[magnesium] = 123;
    Diary diary;
    diary.eaten = {eaten};
    auto const intake = eaten_per_day(diary, {}, foods());
    EXPECT_EQ(intake[magnesium].per_day.mid, 123);
    EXPECT_EQ(intake[magnesium].stated_share, 1);
    EXPECT_LT(intake[nutrient("potassium_mg")].stated_share, 1);
}

TEST(Intake, SupplementsAreKeptApartAndSummedAcrossProducts) {
    Supplement one, two;
    one.per_day = 3;
    one.each[static_cast<std::size_t>(magnesium)] = Range::exactly(150);
    two.per_day = 1;
    two.each[static_cast<std::size_t>(magnesium)] = {60, 80, 100};
    Diary diary;
    diary.eaten = {some(foods().find("SR:12061").value(), 30)};
    auto const intake = eaten_per_day(diary, {one, two}, foods());
    EXPECT_EQ(intake[magnesium].from_supplements.low, 510);
    EXPECT_EQ(intake[magnesium].from_supplements.high, 550);
    EXPECT_NEAR(intake[magnesium].from_food, 81, 1);
    EXPECT_NEAR(intake[magnesium].per_day.mid, intake[magnesium].from_food + 530, 1e-9);
}

TEST(Intake, ADiaryWithoutFoodsSaysNothing) {
    auto const intake = eaten_per_day({}, {}, foods());
    EXPECT_EQ(intake.days, 0);
    EXPECT_FALSE(known(intake[magnesium].per_day.mid));
    EXPECT_FALSE(known(intake[magnesium].coverage));
}

TEST(Intake, WhatWasEatenOnNoNamedDayIsADayOfItsOwn) {
    Diary diary;
    auto const almonds = foods().find("SR:12061").value();
    diary.eaten = {some(almonds, 30), some(almonds, 30, "")};
    auto const intake = eaten_per_day(diary, {}, foods());
    EXPECT_EQ(intake.days, 2);
    ASSERT_EQ(intake.day_totals.size(), 2u);
    EXPECT_EQ(intake.day_totals[0].day, "");
    EXPECT_NEAR(intake[magnesium].per_day.mid, 81, 1);
}

TEST(Intake, ALineOfUnknownWeightIsNotCountedAsKnown) {
    Diary diary;
    Eaten soup;
    soup.text = "grandmother's soup";
    soup.day = "2026-01-01";
    soup.stated[magnesium] = 40;
    diary.eaten = {some(foods().find("SR:12061").value(), 30), soup};
    auto const intake = eaten_per_day(diary, {}, foods());
    EXPECT_DOUBLE_EQ(intake[magnesium].coverage, 1);
    EXPECT_DOUBLE_EQ(intake[nutrient("calcium_mg")].coverage, 0.5) << "nobody knows the soup's calcium";
    diary.eaten = {soup};
    EXPECT_DOUBLE_EQ(eaten_per_day(diary, {}, foods())[nutrient("calcium_mg")].coverage, 0);
}

TEST(Intake, NamesOfDaysKeepTheDiarysOrder) {
    Diary diary;
    diary.eaten = {some(0, 1, "Monday"), some(0, 1, "Day 10"), some(0, 1, "Day 2"), some(0, 1, "Monday")};
    EXPECT_EQ(days_of(diary), (std::vector<std::string>{"Monday", "Day 10", "Day 2"}));
    diary.eaten = {some(0, 1, "2026-02-01"), some(0, 1, "2026-01-01")};
    EXPECT_EQ(days_of(diary), (std::vector<std::string>{"2026-01-01", "2026-02-01"}));
}
