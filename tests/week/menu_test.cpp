// The program against a search of every menu there is, and what a plan may never do.
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace rheobase;
using namespace rheobase::week;

namespace {

/// What a menu costs by the sentences of menu.csv, without the program's own formulas; no cost is enough for
/// one that may not be.
double cost_by_hand(Task const& task, std::vector<double> const& halves) {
    constexpr double never = std::numeric_limits<double>::infinity();
    bool const week = task.span == Span::week;
    double const days = week ? 7 : 1;
    double cost = 0, grams = 0, grams_now = 0, offered = 0;
    std::vector<double> sum(static_cast<std::size_t>(diet::nutrient_count));
    for (std::size_t i = 0; i < task.items.size(); ++i) {
        auto const& item = task.items[i];
        cost += std::fabs(halves[i] - item.now); // a half moved costs one
        if (item.own && halves[i] == 0)
            cost += 5; // given up
        if (!item.own && halves[i] > 0) {
            cost += 4; // new on the table
            offered += halves[i];
            if (halves[i] < (week ? 2 : 1)) // not worth buying
                return never;
        }
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            sum[static_cast<std::size_t>(n)] += item.held[n] * halves[i] / days;
        grams += item.grams / 2 * halves[i] / days;
        grams_now += item.own ? item.grams / 2 * item.now / days : 0;
    }
    if (grams > grams_now + 300)
        return never;
    cost += std::max(0.0, offered - (week ? 10 : 2));
    auto const at = [&](diet::Nutrient n) { return sum[static_cast<std::size_t>(n)]; };
    auto const& need = task.bounds[0];
    cost += 20 * std::max(0.0, 100 - at(calcium) / need.floor * 100);
    cost += 0.15 * days / 7 * std::max(0.0, 100 - at(calcium) / need.aim * 100);
    cost += 20 * std::max(0.0, at(sodium) / task.bounds[1].ceiling * 100 - 100);
    double const off = std::fabs(at(energy) / task.energy * 100 - 100);
    return cost + 20 * std::max(0.0, off - 5);
}

double best_of_all(Task const& task) {
    std::vector<double> halves(task.items.size());
    double best = std::numeric_limits<double>::infinity();
    auto const search = [&](auto&& self, std::size_t i) -> void {
        if (i == task.items.size()) {
            best = std::min(best, cost_by_hand(task, halves));
            return;
        }
        auto const& item = task.items[i];
        for (int h = 0; h <= item.most; ++h) {
            halves[i] = h;
            self(self, i + 1);
        }
    };
    search(search, 0);
    return best;
}

} // namespace

TEST(Menu, CostsWhatTheBestOfAllMenusCosts) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        auto const task = made_up_task(seed, 2, 3, seed <= 12 ? Span::week : Span::day);
        auto const menu = least_change(task, 100000);
        ASSERT_TRUE(menu.found) << seed;
        double const best = best_of_all(task);
        EXPECT_NEAR(menu.cost, cost_by_hand(task, menu.halves), 1e-4 * (1 + menu.cost)) << seed;
        EXPECT_LE(menu.bound, best + 1e-4) << seed;
        EXPECT_LE(menu.cost, best + std::max(1.0, 0.03 * menu.cost) + 1e-4)
            << seed << ": within the gap of the best";
        EXPECT_GE(menu.cost, best - 1e-4 * (1 + best)) << seed;
    }
}

TEST(Menu, IsNeverProvenBetterThanTheBestOfAllMenusSlowly) {
    for (std::uint32_t seed = 1; seed <= 100; ++seed)
        for (auto const span : {Span::week, Span::day}) {
            auto const task = made_up_task(seed, 2, 3, span);
            double const best = best_of_all(task);
            EXPECT_LE(least_change(task, 100000).bound, best + 1e-4 * (1 + best)) << seed;
        }
}

TEST(Menu, WhatWasMetIsMetWhenSummedFoodByFood) {
    for (std::uint32_t seed = 20; seed < 40; ++seed) {
        auto const task = made_up_task(seed, 6, 8);
        auto const menu = least_change(task, 400);
        ASSERT_TRUE(menu.found);
        double brought = 0, salt = 0;
        for (std::size_t i = 0; i < task.items.size(); ++i) {
            brought += task.items[i].counted[calcium] * menu.halves[i] / 7;
            salt += task.items[i].held[sodium] * menu.halves[i] / 7;
            EXPECT_GE(menu.halves[i], 0);
            EXPECT_LE(menu.halves[i], std::max<double>(task.items[i].most, task.items[i].now));
        }
        EXPECT_EQ(menu.bounds[0].floor_met, brought >= task.bounds[0].floor * (1 - 1e-6)) << seed;
        EXPECT_EQ(menu.bounds[1].ceiling_met, salt <= task.bounds[1].ceiling * (1 + 1e-6)) << seed;
    }
}

TEST(Menu, CostsMoreForMuchOfAKindAlsoWhereOneFoodOfItTakesPart) {
    int beyond = 0;
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        auto task = made_up_task(seed, 2, 1);
        task.items.back().most = 20;
        task.bounds[0].floor = 15 * task.items.back().counted[calcium] / 7; // fifteen halves of it or so
        task.bounds[0].aim = task.bounds[0].floor;
        task.bounds[1].ceiling = task.energy = unknown;
        auto const menu = least_change(task, 100000);
        ASSERT_TRUE(menu.found) << seed;
        beyond += menu.halves.back() > 10;
        double const best = best_of_all(task);
        EXPECT_NEAR(menu.cost, cost_by_hand(task, menu.halves), 1e-4 * (1 + menu.cost)) << seed;
        EXPECT_LE(menu.bound, best + 1e-4) << seed;
    }
    EXPECT_GE(beyond, 3) << "else nothing of the cap was seen";
}

TEST(Menu, WhatMustGoGoesAndWhatMayNotGrowDoesNot) {
    for (std::uint32_t seed = 50; seed < 70; ++seed) {
        auto task = made_up_task(seed, 5, 5);
        task.items[0].must_go = true;
        task.items[1].may_grow = false;
        task.items[2].may_shrink = false;
        task.items[3].may_grow = task.items[3].may_shrink = false;
        auto const menu = least_change(task, 200);
        ASSERT_TRUE(menu.found);
        EXPECT_EQ(menu.halves[0], 0);
        EXPECT_LE(menu.halves[1], task.items[1].now);
        EXPECT_GE(menu.halves[2], task.items[2].now);
        EXPECT_EQ(menu.halves[3], task.items[3].now);
    }
}

TEST(Menu, WhatIsLeftOfAFoodIsNeverAScrap) {
    for (std::uint32_t seed = 70; seed < 90; ++seed) {
        auto task = made_up_task(seed, 6, 4);
        for (std::size_t i = 0; i < task.items.size(); ++i)
            task.items[i].now += task.items[i].own ? engine::uniform(seed, 1000, i) : 0;
        task.bounds[1].ceiling /= 3; // much must be cut
        auto const menu = least_change(task, 200);
        ASSERT_TRUE(menu.found);
        for (std::size_t i = 0; i < task.items.size(); ++i)
            if (menu.halves[i] < task.items[i].now) {
                EXPECT_TRUE(menu.halves[i] == 0 || menu.halves[i] > 0.499) << seed << ' ' << i;
            }
    }
}

TEST(Menu, WhatAStopForbidsMoreOfNeverRisesWhateverIsShort) {
    int would = 0;
    for (std::uint32_t seed = 100; seed < 130; ++seed) {
        auto task = made_up_task(seed, 4, 5);
        task.bounds[0].floor = 1e4;
        task.bounds[1].ceiling = unknown;
        double now = 0;
        for (auto const& item : task.items)
            now += item.held[sodium] * item.now / 7;
        auto const salt_of = [&](Menu const& menu) {
            double sum = 0;
            for (std::size_t i = 0; i < task.items.size(); ++i)
                sum += task.items[i].held[sodium] * menu.halves[i] / 7;
            return sum;
        };
        would += salt_of(least_change(task, 200)) > now;
        task.bounds[1].never_above = now;
        auto const menu = least_change(task, 200);
        ASSERT_TRUE(menu.found) << seed;
        EXPECT_LE(salt_of(menu), now * (1 + 1e-5)) << seed;
    }
    EXPECT_GT(would, 15) << "without the stop it would";
}

TEST(Menu, WhereNothingIsMissingNothingChanges) {
    auto task = made_up_task(3, 5, 5);
    task.bounds[0].floor = task.bounds[0].aim = 1;
    task.bounds[1].ceiling = 1e6;
    auto const menu = least_change(task, 200);
    ASSERT_TRUE(menu.found);
    for (std::size_t i = 0; i < task.items.size(); ++i)
        EXPECT_EQ(menu.halves[i], task.items[i].now);
    EXPECT_EQ(menu.gap, 0);
}

TEST(Menu, AFloorThatNoFoodReachesIsApproachedAndSaidToBeMissed) {
    auto task = made_up_task(4, 4, 4);
    task.bounds[0].floor = 1e5;
    auto const menu = least_change(task, 200);
    ASSERT_TRUE(menu.found);
    EXPECT_FALSE(menu.bounds[0].floor_met);
    EXPECT_GE(menu.bounds[0].after, menu.bounds[0].before);
}

TEST(Menu, NewFoodsAreOfSeveralKinds) {
    // Twenty halves bring the calcium. Of one food they are the fewest changes, and of two kinds the better
    // week.
    Task task;
    task.fixed.amount.fill(0);
    task.items = {made_up("rice", true, 14, 100, 0, 0), made_up("kale", false, 0, 0, 70, 0),
                  made_up("milk", false, 0, 0, 70, 0)};
    task.items[1].kind = "leafy_green";
    task.items[2].kind = "milk";
    task.items[1].most = task.items[2].most = 28;
    Bound bound;
    bound.nutrient = calcium;
    bound.floor = 200;
    task.bounds = {bound};
    auto const two = least_change(task, 100);
    ASSERT_TRUE(two.found);
    EXPECT_EQ(two.halves[1] + two.halves[2], 20);
    EXPECT_LE(two.halves[1], 10);
    EXPECT_LE(two.halves[2], 10);
    // Where there is one kind, variety gives way to the need.
    task.items.pop_back();
    auto const one = least_change(task, 100);
    EXPECT_EQ(one.halves[1], 20);
}
