#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(LoseIt, LeavesDeletedRowsOutAndNamesThem) {
    auto const diary = diary_of(loseit);
    ASSERT_EQ(diary.format, "loseit");
    ASSERT_EQ(diary.eaten.size(), 3u);
    EXPECT_TRUE(notes_say(diary, "line 4 (Chocolate Cake)"));
    EXPECT_TRUE(diary.unread.empty());
    EXPECT_EQ(diary.lines, 3);
}

TEST(LoseIt, ReadsAmericanDatesAndAmounts) {
    auto const diary = diary_of(loseit);
    EXPECT_EQ(diary.eaten[0].day, "2026-07-15");
    EXPECT_DOUBLE_EQ(diary.eaten[0].grams.mid, 200);
    EXPECT_NEAR(diary.eaten[2].grams.mid, 28.35, 0.01);
    EXPECT_FALSE(known(diary.eaten[1].stated[nutrient("saturated_fat_g")])) << "n/a is unknown";
}

TEST(LoseIt, TheFilesFiguresChooseAmongFoodsOfOneName) {
    auto const diary = diary_of(loseit);
    ASSERT_NE(diary.eaten[1].food, diet::no_food);
    EXPECT_THAT(std::string(diet::foods().name(diary.eaten[1].food)), testing::StartsWith("Spinach"));
    EXPECT_LT(diet::foods().per_100_g(diary.eaten[1].food, nutrient("fat_g")), 1)
        << "7 kcal a cup leave no room for butter";
}

} // namespace rheobase::read
