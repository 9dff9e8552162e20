// Seven days hold the week's portions, each once, and are alike.
#include "model/week/days.hpp"
#include "model/week/measure.hpp"
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>

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

TEST(Days, AnEggIsNeverHalved) {
    auto egg = made_up("egg", false, 0, 70, 25, 60);
    egg.step = 2;
    for (auto const& day : spread({egg}, {6}))
        for (auto const& meal : day.meals)
            for (auto const& serving : meal.servings)
                EXPECT_EQ(static_cast<int>(serving.halves) % 2, 0);
}

TEST(Days, AServingIsSaidInHalvesOfItsMeasure) {
    EXPECT_EQ(portion_in_words("a small pot", 170, 1), "half of a small pot (85 g)");
    EXPECT_EQ(portion_in_words("a small pot", 170, 2), "a small pot (170 g)");
    EXPECT_EQ(portion_in_words("a small pot", 170, 3), "1 1/2 × a small pot (260 g)");
    EXPECT_EQ(portion_in_words("1/2 cup", 60, 1), "1/2 × 1/2 cup (30 g)") << "half of a half reads ill";
    EXPECT_EQ(portion_in_words("", 60, 3), "90 g");
}
