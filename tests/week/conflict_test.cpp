// Wishes that cannot hold together are named, and no more of them than need be.
#include "model/week/conflict.hpp"
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;

namespace {

/// Bread, and two foods that each bring calcium: milk, and fish that vegans and those without fish leave.
Task task_with(Wishes const& wishes) {
    Task task;
    task.fixed.amount.fill(0);
    task.items.push_back(made_up("bread", true, 14, 100, 5, 0));
    bool const vegan = wishes.diet == "vegan";
    auto const without = [&](std::string_view food) {
        return std::find(wishes.without.begin(), wishes.without.end(), food) != wishes.without.end();
    };
    if (!vegan && !without("milk"))
        task.items.push_back(made_up("milk", false, 0, 0, 700, 0));
    if (!vegan && !without("fish"))
        task.items.push_back(made_up("sardines", false, 0, 0, 700, 0));
    Bound bound;
    bound.nutrient = calcium;
    bound.floor = 300;
    task.bounds = {bound};
    return task;
}

} // namespace

TEST(Conflict, OneWishThatCannotHoldIsNamedAlone) {
    Wishes wishes;
    wishes.diet = "vegan";
    wishes.cheap = true;
    auto const conflict = smallest_conflict(wishes, task_with);
    ASSERT_EQ(conflict.wishes, std::vector<std::string>{"vegan"});
    ASSERT_EQ(conflict.costs.size(), 1U);
    EXPECT_EQ(conflict.costs[0].nutrient, calcium);
}

TEST(Conflict, TwoThatHoldAloneAndNotTogetherAreNamedBoth) {
    Wishes wishes;
    wishes.cheap = true;
    wishes.without = {"milk", "fish"};
    auto const conflict = smallest_conflict(wishes, task_with);
    EXPECT_EQ(conflict.wishes, (std::vector<std::string>{"without milk", "without fish"}));
}

TEST(Conflict, WhatAllWishesTogetherCostIsToldBesideWhatTheSmallestSetCosts) {
    // Fibre is lost by a third wish, which the smallest set that costs calcium does not hold.
    auto const fibre = diet::nutrient("fibre_g");
    auto const with_fibre = [&](Wishes const& wishes) {
        auto task = task_with(wishes);
        if (std::find(wishes.without.begin(), wishes.without.end(), "beans") == wishes.without.end()) {
            task.items.push_back(made_up("beans", false, 0, 0, 0, 0));
            task.items.back().counted[fibre] = task.items.back().held[fibre] = 700;
        }
        Bound bound;
        bound.nutrient = fibre;
        bound.floor = 300;
        task.bounds.push_back(bound);
        return task;
    };
    Wishes wishes;
    wishes.diet = "vegan";
    wishes.without = {"beans"};
    auto const conflict = smallest_conflict(wishes, with_fibre);
    EXPECT_EQ(conflict.costs.size(), 1U);
    EXPECT_EQ(conflict.all.size(), 2U);
}

TEST(Conflict, WishesThatHoldAreNotBlamed) {
    Wishes wishes;
    wishes.without = {"milk"};
    EXPECT_TRUE(smallest_conflict(wishes, task_with).wishes.empty());
}

TEST(Conflict, OfVeryManyWishesNamesOnlyThoseOfWhichNoneCanBeSpared) {
    Wishes wishes;
    for (int i = 0; i < 30; ++i)
        wishes.without.push_back("food " + std::to_string(i));
    wishes.without.insert(wishes.without.begin() + 20, "milk");
    wishes.without.push_back("fish");
    int asked = 0;
    auto const conflict = smallest_conflict(wishes, [&](Wishes const& some) {
        ++asked;
        return task_with(some);
    });
    EXPECT_EQ(conflict.wishes, (std::vector<std::string>{"without milk", "without fish"}));
    EXPECT_LT(asked, 200);
}
