#include "app/read/diary_amounts.hpp"

namespace rheobase::read {
namespace {

double grams(std::string_view written, std::string_view id = "") {
    return grams_of(diary_amount(written), id.empty() ? diet::no_food : diet::foods().find(id).value(),
                    diet::foods());
}

} // namespace

TEST(Amounts, ReadWeights) {
    EXPECT_DOUBLE_EQ(grams("600.00 g"), 600);
    EXPECT_DOUBLE_EQ(grams("85g"), 85);
    EXPECT_DOUBLE_EQ(grams("1,200.5 g"), 1200.5);
    EXPECT_DOUBLE_EQ(grams("12,5 g"), 12.5);
    EXPECT_DOUBLE_EQ(grams("2 x 30 g"), 60);
    EXPECT_DOUBLE_EQ(grams("1/2 lb"), 453.59237 / 2);
    EXPECT_DOUBLE_EQ(grams("1 1/2 oz"), 28.349523125 * 1.5);
    EXPECT_DOUBLE_EQ(grams("\xC2\xBD kg"), 500);
    EXPECT_DOUBLE_EQ(grams("200 Grams"), 200);
}

TEST(Amounts, ReadTheWeightBehindAMeasure) {
    EXPECT_DOUBLE_EQ(grams("2 servings (85 g)"), 170);
    EXPECT_DOUBLE_EQ(grams("1.00 container - 150g"), 150);
}

TEST(Amounts, LookHouseholdMeasuresUpInTheFood) {
    EXPECT_DOUBLE_EQ(grams("4.00 medium", "SR:09040"), 4 * 118);
    EXPECT_DOUBLE_EQ(grams("2 cups, mashed", "SR:09040"), 2 * 225);
    EXPECT_DOUBLE_EQ(grams("1 slice", "FNDDS:63107010"), 6);
    EXPECT_FALSE(known(grams("3 bowls", "SR:09040")));
    EXPECT_FALSE(known(grams("4.00 medium")));
}

TEST(Amounts, WeighVolumesByTheFoodsOwnMeasures) {
    EXPECT_NEAR(grams("250 ml", "FNDDS:11100000"), 250 * 30.5 / 29.5735, 0.1);
}

TEST(Amounts, WeighABowlAsPeopleDoForWantOfBetter) {
    auto const soup = diet::foods().find("FNDDS:41601010"); // bean soup
    ASSERT_TRUE(soup);
    auto const bowl = usual_grams("1 bowl", *soup, diet::foods());
    EXPECT_GT(bowl.mid, 150);
    EXPECT_LT(bowl.mid, 800);
    EXPECT_NEAR(usual_grams("2 bowls", *soup, diet::foods()).mid, 2 * bowl.mid, 1);
    EXPECT_FALSE(known(usual_grams("", *soup, diet::foods()).mid));
}

TEST(Amounts, KnowDosesOfSupplements) {
    auto const units = diary_amount("1.00 x 1000.0 IU");
    EXPECT_TRUE(units.dose);
    EXPECT_DOUBLE_EQ(units.units, 1000);
    EXPECT_TRUE(diary_amount("2 tablets").dose);
    EXPECT_TRUE(diary_amount("1.00 softgel").dose);
    EXPECT_FALSE(diary_amount("1 cup, gumdrops").dose);
    EXPECT_FALSE(diary_amount("100 g").dose);
}

TEST(Amounts, RefuseWhatNobodyEats) {
    EXPECT_FALSE(can_be_eaten(diary_amount("-5 g")));
    EXPECT_FALSE(can_be_eaten(diary_amount("100001 g")));
    EXPECT_FALSE(can_be_eaten(diary_amount("101 kg")));
    EXPECT_TRUE(can_be_eaten(diary_amount("99 kg")));
    EXPECT_TRUE(can_be_eaten(diary_amount("")));
}

} // namespace rheobase::read
