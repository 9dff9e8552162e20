// Seven days hold the week's portions, each once, and are alike.
#include "model/week/as_eaten.hpp"
#include "model/week/days.hpp"
#include "model/week/measure.hpp"
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>
#include <map>

using namespace rheobase;
using namespace rheobase::week;

TEST(Days, EveryHalfOfTheWeekLandsInOneMeal) {
    for (std::uint32_t seed = 1; seed < 30; ++seed) {
        auto const task = made_up_task(seed, 12, 6);
        std::vector<double> halves;
        for (std::size_t i = 0; i < task.items.size(); ++i)
            halves.push_back(static_cast<double>(static_cast<int>(20 * engine::uniform(seed, 99, i))) +
                             (task.items[i].own ? 0.3 : 0));
        auto const week = spread(task.items, halves);
        std::vector<double> sum(halves.size());
        for (auto const& day : week)
            for (auto const& meal : day.meals)
                for (auto const& serving : meal.servings)
                    sum[serving.item] += serving.halves;
        for (std::size_t i = 0; i < halves.size(); ++i)
            EXPECT_NEAR(sum[i], halves[i], 1e-9) << seed << ' ' << i;
    }
}

TEST(Days, RepeatThoseOfTheDiary) {
    // Seven days as they were: nothing moved, nothing changes.
    auto tea = made_up("tea", true, 0, 2, 0, 0), bagel = made_up("bagel", true, 0, 200, 30, 300),
         cheese = made_up("cream cheese", true, 0, 90, 20, 60);
    for (std::size_t day = 0; day < 7; ++day)
        tea.eaten.push_back({day, "Breakfast", 2}), tea.eaten.push_back({day, "Snack", 3});
    for (std::size_t const day : {1, 4}) {
        bagel.eaten.push_back({day, "Breakfast", 2});
        cheese.eaten.push_back({day, "Breakfast", 1});
    }
    auto const week = spread({tea, bagel, cheese}, {35, 4, 2});
    for (std::size_t day = 0; day < 7; ++day) {
        auto const& meals = week[day].meals;
        bool const with_bagel = day == 1 || day == 4;
        ASSERT_EQ(meals[0].servings.size(), with_bagel ? 3U : 1U) << day;
        EXPECT_EQ(meals[0].servings[0].halves, 2);
        EXPECT_EQ(meals[3].servings.at(0).halves, 3);
    }
    // Half of the bagels: those that are left are whole, and on days of the diary that had one.
    for (auto const& day : spread({tea, bagel, cheese}, {35, 2, 2}))
        for (auto const& serving : day.meals[0].servings)
            if (serving.item == 1) {
                EXPECT_EQ(serving.halves, 2);
            }
}

TEST(Days, OfAShorterOrLongerDiaryHoldEveryHalfToo) {
    for (std::uint32_t seed = 1; seed < 30; ++seed) {
        auto task = made_up_task(seed, 12, 4);
        std::vector<double> halves;
        for (std::uint32_t i = 0; i < task.items.size(); ++i) {
            auto const any = [&](std::uint32_t which) { return engine::uniform(seed, 7 + which, i); };
            auto& item = task.items[i];
            for (std::uint32_t k = 0; item.own && k < 1 + 4 * any(0); ++k)
                item.eaten.push_back({static_cast<std::size_t>((1 + seed % 11) * any(10 + k)),
                                      any(20 + k) < 0.5 ? "Lunch" : "Supper", 0.2 + 3 * any(30 + k)});
            item.step = any(1) < 0.2 ? 2 : 1;
            halves.push_back(std::floor(20 * any(2)) + (item.own ? 0.3 : 0));
        }
        std::vector<double> sum(halves.size());
        for (auto const& day : spread(task.items, halves))
            for (auto const& meal : day.meals)
                for (auto const& serving : meal.servings) {
                    EXPECT_GT(serving.halves, 0);
                    sum[serving.item] += serving.halves;
                }
        for (std::size_t i = 0; i < halves.size(); ++i)
            EXPECT_NEAR(sum[i], halves[i], 1e-9) << seed << ' ' << i;
    }
}

TEST(Days, OfAShortDiaryLeaveNoDayOfTheWeekEmpty) {
    // Three days alike, of many foods that are eaten once: all come again, and the seventh day is one like
    // others.
    std::vector<Item> items;
    std::vector<double> halves;
    for (std::size_t i = 0; i < 24; ++i) {
        items.push_back(made_up("food", true, 14.0 / 3, 100, 0, 0));
        items.back().eaten = {{i % 3, i % 2 ? "Lunch" : "Dinner", 2}};
        halves.push_back(14.0 / 3);
    }
    auto const week = spread(items, halves);
    double sum = 0;
    for (auto const& day : week)
        sum += day.energy;
    for (auto const& day : week) {
        EXPECT_GT(day.energy, 0.7 * sum / 7);
        EXPECT_LT(day.energy, 1.3 * sum / 7);
    }
}

TEST(Days, ANewFoodThatFillsGoesWhereLeastIsYet) {
    auto rice = made_up("rice", true, 14, 300, 0, 0), beans = made_up("beans", false, 0, 100, 0, 0);
    rice.meals = {"Dinner"};
    beans.meals = {"lunch", "dinner"};
    for (auto const& day : spread({rice, beans}, {14, 14}))
        EXPECT_EQ(day.meals[1].servings.size(), 1U) << "lunch was empty";
}

TEST(Days, OfTheDiaryComeAgainInTurnAndFarApart) {
    EXPECT_EQ(repeated(0, 7, 3), 0U);
    EXPECT_EQ(repeated(5, 7, 3), 2U);
    EXPECT_EQ(repeated(6, 7, 3), 0U);
    EXPECT_EQ(repeated(6, 7, 14), 12U);
    EXPECT_EQ(repeated(0, 1, 1), 0U);
}

TEST(Days, OfAPlanForOneHoldEveryFoodOnceInItsMeal) {
    auto const task = made_up_task(5, 6, 3);
    std::vector<double> halves(task.items.size(), 3);
    auto const one = spread(task.items, halves, Span::day);
    ASSERT_EQ(one.size(), 1U);
    std::vector<int> times(halves.size());
    for (auto const& meal : one[0].meals)
        for (auto const& serving : meal.servings) {
            ++times[serving.item];
            EXPECT_EQ(serving.halves, 3);
        }
    EXPECT_EQ(times, std::vector<int>(halves.size(), 1));
}

TEST(Days, ComeOutAlike) {
    auto const task = made_up_task(8, 20, 0);
    std::vector<double> halves;
    double all = 0;
    for (auto const& item : task.items) {
        halves.push_back(item.now * 2);
        all += item.held[energy] * halves.back();
    }
    for (auto const& day : spread(task.items, halves)) {
        EXPECT_GT(day.energy, 0.7 * all / 7);
        EXPECT_LT(day.energy, 1.3 * all / 7);
    }
}

TEST(Days, ANewVegetableJoinsAMealAndNotTheCrispsThatWereLunch) {
    auto crisps = made_up("crisps", true, 14, 80, 0, 0), rice = made_up("rice", true, 14, 300, 0, 0);
    auto broccoli = made_up("broccoli", false, 0, 20, 25, 10), peas = made_up("peas", false, 0, 30, 10, 5);
    crisps.meals = {"Lunch"};
    rice.meals = {"Dinner"};
    for (auto* one : {&broccoli, &peas})
        one->meals = {"lunch", "dinner"};
    auto const where = [](std::vector<Day> const& week, std::size_t item) {
        std::map<std::string, int> times;
        for (auto const& day : week)
            for (auto const& meal : day.meals)
                for (auto const& serving : meal.servings)
                    times[meal.name] += serving.item == item;
        return times;
    };
    auto const week = spread({crisps, rice, broccoli}, {14, 14, 14});
    EXPECT_EQ(where(week, 2)["Dinner"], 7);
    EXPECT_EQ(where(week, 2)["Lunch"], 0);
    // Where both meals are as large, two new foods do not crowd one of them.
    crisps.held[energy] = 300;
    auto const shared = spread({crisps, rice, broccoli, peas}, {14, 14, 14, 14});
    EXPECT_EQ(where(shared, 2)["Lunch"] + where(shared, 3)["Lunch"], 7);
}

TEST(Days, AnEggIsNeverHalved) {
    auto egg = made_up("egg", false, 0, 70, 25, 60);
    egg.step = 2;
    for (auto const& day : spread({egg}, {6}))
        for (auto const& meal : day.meals)
            for (auto const& serving : meal.servings)
                EXPECT_EQ(static_cast<int>(serving.halves) % 2, 0);
}

TEST(Days, MoreOfAFoodComesAsHelpingsOfItsOwnAndNotAsAHeap) {
    // Egg on two days, two portions each; the plan has ten halves of it.
    auto egg = made_up("egg", true, 4, 150, 0, 0);
    egg.eaten = {{1, "Breakfast", 2}, {4, "Breakfast", 2}};
    egg.meals = {"Breakfast"};
    auto rice = made_up("rice", true, 14, 300, 0, 0);
    for (std::size_t day = 0; day < 7; ++day)
        rice.eaten.push_back({day, "Dinner", 2});
    auto const week = spread({egg, rice}, {10, 14});
    int days_with_egg = 0;
    for (auto const& day : week)
        for (auto const& serving : day.meals[0].servings) {
            EXPECT_LE(serving.halves, 3);
            ++days_with_egg;
        }
    EXPECT_EQ(days_with_egg, 4);
}
