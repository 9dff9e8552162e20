#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(Cronometer, KeepsTheFilesOwnFigures) {
    auto const diary = diary_of(cronometer);
    ASSERT_EQ(diary.format, "cronometer");
    ASSERT_EQ(diary.eaten.size(), 5u);
    EXPECT_TRUE(diary.unread.empty());
    auto const& oats = diary.eaten[0];
    EXPECT_EQ(oats.day, "2023-09-04");
    EXPECT_EQ(oats.time, "09:00");
    EXPECT_EQ(oats.meal, "Breakfast");
    EXPECT_EQ(oats.line, 2);
    EXPECT_DOUBLE_EQ(oats.grams.mid, 58);
    EXPECT_DOUBLE_EQ(oats.stated[nutrient("magnesium_mg")], 80.04);
    EXPECT_DOUBLE_EQ(oats.stated[nutrient("carbohydrate_g")], 39.25) << "not the net carbohydrate";
    EXPECT_FALSE(known(oats.stated[nutrient("zinc_mg")]));
}

TEST(Cronometer, ABlankIsUnknownAndNotZero) {
    auto const diary = diary_of(cronometer);
    EXPECT_FALSE(known(diary.eaten[4].stated[nutrient("vitamin_d_ug")]));
    EXPECT_DOUBLE_EQ(diary.eaten[3].stated[nutrient("vitamin_d_ug")], 0);
}

TEST(Cronometer, FindsTheFoodsThatFillTheRest) {
    auto const diary = diary_of(cronometer);
    auto const name = [&](std::size_t i) { return std::string(diet::foods().name(diary.eaten[i].food)); };
    EXPECT_THAT(name(0), testing::MatchesRegex(".*[Oo]ats.*(raw|dry)"));
    EXPECT_THAT(name(1), testing::MatchesRegex("Bananas?, raw"));
    EXPECT_EQ(name(3), "Spinach, raw");
    EXPECT_THAT(name(4), testing::HasSubstr("salmon, Atlantic, wild, cooked"));
    EXPECT_DOUBLE_EQ(diary.eaten[1].grams.mid, 118) << "a medium banana";
    EXPECT_TRUE(notes_say(diary, "filled from the food table"));
}

TEST(Cronometer, TakesSupplementsApart) {
    auto const diary = diary_of(cronometer);
    auto const& pill = diary.eaten[2];
    EXPECT_EQ(pill.part, diet::Part::supplement);
    EXPECT_EQ(pill.food, diet::no_food);
    EXPECT_DOUBLE_EQ(pill.stated[nutrient("vitamin_d_ug")], 25);
    EXPECT_FALSE(known(pill.stated[nutrient("magnesium_mg")]));
}

TEST(Cronometer, ReadsADoseOfVitaminDFromTheAmount) {
    auto const diary =
        diary_of("Day,Food Name,Amount,Energy (kcal)\n2014-02-01,\"Vitamin D3\",1.00 x 2000.0 IU,0\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_EQ(diary.eaten[0].part, diet::Part::supplement);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("vitamin_d_ug")], 50);
}

TEST(Cronometer, ReadsTheOldExport) {
    auto const diary = diary_of(cronometer_2012);
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.eaten[0].day, "2011-04-18");
    EXPECT_TRUE(notes_say(diary, "Vitamin A (IU)"));
    EXPECT_FALSE(known(diary.eaten[0].stated[nutrient("vitamin_a_ug")]));
    EXPECT_DOUBLE_EQ(diary.eaten[1].stated[nutrient("caffeine_mg")], 95);
}

TEST(Cronometer, LeavesEmptyDaysOfTheDailyFileOut) {
    auto const diary = diary_of(cronometer_days);
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_TRUE(notes_say(diary, "line 4"));
    EXPECT_TRUE(notes_say(diary, "not marked as completed"));
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("vitamin_d_ug")], 8);
}

TEST(Cronometer, ABadRowCostsNoOther) {
    auto const diary = diary_of("Day,Food Name,Amount,Energy (kcal)\n"
                                "2023-02-30,Apple,100.00 g,52\n"
                                ",Apple,100.00 g,52\n"
                                "2023-02-01,,100.00 g,52\n"
                                "2023-02-01,Apple,-100.00 g,52\n"
                                "2023-02-01,Apple,999999.00 g,52\n"
                                "2023-02-01,Apple, raw,100.00 g,52\n"
                                "2023-02-01,\"Apple, raw\",100.00 g,52\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_EQ(diary.eaten[0].line, 8);
    std::vector<int> lines;
    for (auto const& unread : diary.unread) {
        lines.push_back(unread.line);
        EXPECT_FALSE(unread.why.empty());
        EXPECT_FALSE(unread.text.empty());
    }
    EXPECT_THAT(lines, testing::ElementsAre(2, 3, 4, 5, 6, 7));
    EXPECT_EQ(diary.lines, 7);
    EXPECT_NEAR(diet::share_read(diary), 1.0 / 7, 1e-12);
}

TEST(Cronometer, LeavesAbsurdFiguresUnknownAndNamesThem) {
    auto const diary =
        diary_of("Day,Food Name,Amount,Energy (kcal),Magnesium (mg),Sodium (mg),Potassium (mg),Iron (mg)\n"
                 "2023-02-01,\"Apple, raw\",100.00 g,52,-5,1e300,nan,3000000000\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    for (auto const* key : {"magnesium_mg", "sodium_mg", "potassium_mg", "iron_mg"})
        EXPECT_FALSE(known(diary.eaten[0].stated[*diet::nutrient_called(key)])) << key;
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("energy_kcal")], 52);
    EXPECT_TRUE(notes_say(diary, "line 2, Magnesium (mg): \"-5\""));
    EXPECT_TRUE(notes_say(diary, "1e300"));
}

TEST(Cronometer, UsesTheFirstOfTwoColumnsAndSaysSo) {
    auto const diary = diary_of("Day,Food Name,Amount,Energy (kcal),Magnesium (mg),Magnesium "
                                "(mg)\n2023-02-01,\"Apple, raw\",100.00 g,52,5,7\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("magnesium_mg")], 5);
    EXPECT_TRUE(notes_say(diary, "Two columns hold magnesium"));
}

TEST(Cronometer, ARowWithoutAnAmountIsAUsualHelpingAndSaysSo) {
    auto const diary =
        diary_of("Day,Food Name,Amount,Energy (kcal)\n2026-01-05,\"Banana, raw\",,\n"
                 "2026-01-05,Zorblax,,\n2026-01-05,Zorblax,,120\n2026-01-05,Carrot,100 g,41\n");
    ASSERT_EQ(diary.eaten.size(), 3u);
    EXPECT_NEAR(diary.eaten[0].grams.mid, 126, 15);
    EXPECT_LT(diary.eaten[0].grams.low, 0.8 * diary.eaten[0].grams.mid) << "an amount nobody wrote is unsure";
    EXPECT_TRUE(notes_say(diary, "a usual helping is counted, with wide bounds: line 2"));
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_EQ(diary.unread[0].line, 3);
    EXPECT_NEAR(diet::share_read(diary), 0.75, 1e-9);
}

TEST(Cronometer, APillOfUnknownContentsIsNotRead) {
    auto const diary =
        diary_of("Day,Food Name,Amount,Energy (kcal),Category\n2026-01-05,Superpill,1 tablet,,Supplements\n"
                 "2026-01-05,Carrot,100 g,41,Vegetables\n");
    EXPECT_EQ(diary.eaten.size(), 1u);
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("supplement"));
}

} // namespace rheobase::read
