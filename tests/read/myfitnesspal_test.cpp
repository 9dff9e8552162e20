#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(MyFitnessPal, ReadsOneRowAMeal) {
    auto const diary = diary_of(myfitnesspal);
    ASSERT_EQ(diary.format, "myfitnesspal");
    ASSERT_EQ(diary.eaten.size(), 3u);
    EXPECT_EQ(diary.eaten[1].text, "Dinner (late meal)");
    EXPECT_DOUBLE_EQ(diary.eaten[1].stated[nutrient("energy_kcal")], 1050);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("fibre_g")], 3);
    EXPECT_EQ(diary.eaten[0].food, diet::no_food);
    EXPECT_FALSE(known(diary.eaten[0].stated[nutrient("magnesium_mg")]));
}

TEST(MyFitnessPal, DoesNotGuessWhetherCalciumIsAShareOrMilligrams) {
    auto const diary = diary_of(myfitnesspal);
    for (auto const* key : {"vitamin_a_ug", "vitamin_c_mg", "calcium_mg", "iron_mg"})
        EXPECT_FALSE(known(diary.eaten[0].stated[*diet::nutrient_called(key)])) << key;
    EXPECT_TRUE(notes_say(diary, "Vitamin A, Vitamin C, Calcium, Iron"));
}

TEST(MyFitnessPal, UsesCalciumWhereTheHeadingNamesItsUnit) {
    auto const diary = diary_of("Date,Meal,Calories,Calcium (mg),Iron (% DV)\n2026-01-15,Lunch,500,210,12\n");
    EXPECT_DOUBLE_EQ(diary.eaten.at(0).stated[nutrient("calcium_mg")], 210);
    EXPECT_FALSE(known(diary.eaten.at(0).stated[nutrient("iron_mg")]));
}

TEST(MyFitnessPal, DoesNotCountTotalsTwice) {
    auto const diary = diary_of(myfitnesspal);
    double sum = 0;
    for (auto const& eaten : diary.eaten)
        sum += eaten.stated[nutrient("energy_kcal")];
    EXPECT_NEAR(sum, 2000.4, 1e-9);
    EXPECT_TRUE(notes_say(diary, "row of totals"));
}

TEST(MyFitnessPal, ANutrientThatIsZeroInEveryRowWasNotRecorded) {
    auto const diary =
        diary_of("Date,Meal,Calories,Potassium,Sodium "
                 "(mg)\n2026-01-15,Lunch,500,0,800\n2026-01-15,Dinner,700,0,0\n2026-01-16,Lunch,450,0,500\n");
    for (auto const& eaten : diary.eaten)
        EXPECT_FALSE(known(eaten.stated[nutrient("potassium_mg")]));
    EXPECT_DOUBLE_EQ(diary.eaten.at(1).stated[nutrient("sodium_mg")], 0);
    EXPECT_TRUE(notes_say(diary, "not recorded: potassium"));
}

} // namespace rheobase::read
