// What is eaten now, as a plan may move it.
#include "model/week/now.hpp"
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;

TEST(Now, NobodyIsToEatMoreCrispsBeerOrSalt) {
    diet::Diary diary;
    for (auto const* id : {"FNDDS:71200100", "FNDDS:93101000", "RB:0003", "FNDDS:92410310"})
        diary.eaten.push_back(ate(id, 50, 1));
    diary.eaten.push_back(ate("FNDDS:63107010", 120, 1));
    auto const now = eaten_now(diary, {}, 1, diet::foods());
    ASSERT_EQ(now.items.size(), 5U);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_FALSE(now.items[i].may_grow) << now.items[i].name;
    EXPECT_TRUE(now.items[4].may_grow) << now.items[4].name;
}

TEST(Now, RemembersTheDaysAndMealsWhereTheDiaryTellsThem) {
    diet::Diary diary;
    diary.eaten = {ate("FNDDS:63107010", 120, 1, "Breakfast"), ate("FNDDS:63107010", 60, 3, "Lunch"),
                   ate("FNDDS:51101000", 56, 2, "Dinner")};
    auto const now = eaten_now(diary, {}, 3, diet::foods());
    auto const& banana = now.items.at(0).eaten;
    ASSERT_EQ(banana.size(), 2U);
    EXPECT_EQ(banana[0].day, 0U);
    EXPECT_EQ(banana[1].day, 2U);
    EXPECT_EQ(banana[1].meal, "Lunch");
    EXPECT_NEAR(banana[0].halves, 2 * banana[1].halves, 1e-12);
    // Of a diary of four days whose lines tell three, no line is placed.
    EXPECT_TRUE(eaten_now(diary, {}, 4, diet::foods()).items.at(0).eaten.empty());
}
