#include "tests/read/samples.hpp"

#include "app/read/diary_formats.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(Samsung, ReadsTheFoodsBelowTheFirstLine) {
    auto const diary = diary_of(samsung_intake);
    ASSERT_EQ(diary.format, "samsung_food_intake");
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.eaten[0].text, "Porridge");
    EXPECT_EQ(diary.eaten[0].meal, "breakfast");
    EXPECT_EQ(diary.eaten[0].line, 3);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("energy_kcal")], 158);
}

TEST(Samsung, MovesTimesByTheOffset) {
    auto const diary = diary_of(samsung_intake);
    EXPECT_EQ(diary.eaten[0].time, "08:30");
    EXPECT_EQ(diary.eaten[1].day, "2026-05-21");
    EXPECT_EQ(diary.eaten[1].time, "01:10");
}

TEST(Samsung, GramsFollowFromTheEnergyWhereNoAmountCanBeWeighed) {
    auto const diary = diary_of(samsung_intake);
    auto const& soup = diary.eaten[1];
    ASSERT_NE(soup.food, diet::no_food);
    EXPECT_NEAR(soup.grams.mid * diet::foods().per_100_g(soup.food, nutrient("energy_kcal")) / 100, 210,
                0.01);
    EXPECT_LT(soup.grams.low, soup.grams.mid);
    EXPECT_TRUE(notes_say(diary, "follow from their energy: lines 3, 4"));
}

TEST(Samsung, LeavesUnitsThatDifferBetweenVersionsUnknown) {
    auto const diary = diary_of(samsung_nutrition);
    EXPECT_DOUBLE_EQ(diary.eaten.at(0).stated[nutrient("potassium_mg")], 164);
    EXPECT_FALSE(known(diary.eaten.at(0).stated[nutrient("calcium_mg")]));
    EXPECT_FALSE(known(diary.eaten.at(0).stated[nutrient("magnesium_mg")])) << "blank in the file";
}

TEST(Samsung, TheTwoFilesTogetherCountNothingTwice) {
    auto const diary = joined_samsung(diary_of(samsung_intake), diary_of(samsung_nutrition));
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("energy_kcal")], 158);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("potassium_mg")], 164);
}

} // namespace rheobase::read
