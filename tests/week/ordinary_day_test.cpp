// One day to plan from, and the same law for it as for a week.
#include "model/week/now.hpp"
#include "model/week/ordinary_day.hpp"
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;

namespace {

constexpr auto bread = "FNDDS:51101010", milk = "FNDDS:11111000", apple = "FNDDS:63101000";

diet::Diary diary(std::vector<diet::Eaten> lines) {
    diet::Diary out;
    out.eaten = std::move(lines);
    return out;
}

} // namespace

TEST(OrdinaryDay, IsTheDayNearestToTheAverage) {
    // The average is 300 g of bread and 300 g of milk; a feast, a fast and a day between them.
    auto const three = diary({ate(bread, 600, 1), ate(milk, 600, 1), ate(bread, 20, 2), ate(milk, 20, 2),
                              ate(bread, 280, 3), ate(milk, 280, 3)});
    auto const day = ordinary_day(three, 3, diet::foods());
    EXPECT_EQ(day.name, "2026-03-03");
    EXPECT_EQ(day.days, 1);
    ASSERT_EQ(day.diary.eaten.size(), 2U);
    EXPECT_EQ(day.diary.eaten[0].grams.mid, 280);
}

TEST(OrdinaryDay, OfDaysThatAreAlikeIsTheFirst) {
    auto const two = diary({ate(apple, 100, 1), ate(apple, 100, 2)});
    EXPECT_EQ(ordinary_day(two, 2, diet::foods()).name, "2026-03-01");
}

TEST(OrdinaryDay, OfADiaryThatDoesNotTellItsDaysApartIsItsAverage) {
    auto lines = std::vector{ate(bread, 300, 1), ate(milk, 600, 1)};
    for (auto& line : lines)
        line.day.clear();
    auto const day = ordinary_day(diary(lines), 3, diet::foods());
    EXPECT_EQ(day.name, "");
    EXPECT_EQ(day.days, 3);
    auto const now = eaten_now(day.diary, {}, day.days, diet::foods(), Span::day);
    ASSERT_EQ(now.items.size(), 2U);
    EXPECT_NEAR(now.items[0].now * now.items[0].grams / 2, 100, 1e-9);
    EXPECT_NEAR(now.items[1].now * now.items[1].grams / 2, 200, 1e-9);
}

TEST(OrdinaryDay, HoldsADayWhatAWeekOfItHoldsADay) {
    auto const lines = diary({ate(bread, 120, 1), ate(milk, 250, 1), ate(apple, 150, 1)});
    auto const day = held_now(eaten_now(lines, {}, 1, diet::foods(), Span::day));
    auto const week = held_now(eaten_now(lines, {}, 1, diet::foods(), Span::week));
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
        EXPECT_NEAR(day[n], week[n], 1e-9 * (1 + week[n])) << diet::about(n).key;
}

TEST(OrdinaryDay, TakesOfANewFoodAPortionAtMostWhereAWeekHasItOnSomeDays) {
    EXPECT_EQ(most_of_offered(Span::week, 6), 6);
    EXPECT_EQ(most_of_offered(Span::day, 6), 2);
    EXPECT_EQ(most_of_offered(Span::day, 28), 4);
    EXPECT_EQ(most_of_offered(Span::day, 1), 1);
}
