#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(OwnCsv, NeedsADayAndATextOnly) {
    auto const diary = diary_of(own_csv);
    ASSERT_EQ(diary.format, "rheobase_csv");
    ASSERT_GE(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.eaten[0].day, "2026-01-05");
    EXPECT_EQ(diary.eaten[0].time, "08:00");
    EXPECT_EQ(diary.eaten[0].meal, "breakfast");
    EXPECT_NE(diary.eaten[0].food, diet::no_food);
    EXPECT_TRUE(known(diary.eaten[0].grams.mid));
}

TEST(OwnCsv, BeginsWithTheColumnsOthersRelyOn) {
    auto const text = write_diary_csv(diet::Diary{}, diet::foods());
    EXPECT_TRUE(text.starts_with("day,time,meal,line,text,food_id,food,grams,energy_kcal,protein_g,"))
        << text;
    EXPECT_TRUE(text.ends_with("choline_mg,sure,grams_low,grams_high,stated,part\n")) << text;
}

TEST(OwnCsv, WritesTheAmountInTheRowAndBlankForUnknown) {
    diet::Eaten eaten;
    eaten.day = "2026-01-05";
    eaten.text = "spinach, \"raw\"";
    eaten.food = *diet::foods().find("FNDDS:72125100");
    eaten.grams = diet::Range::exactly(50);
    eaten.stated[nutrient("magnesium_mg")] = 12.5;
    diet::Diary diary;
    diary.eaten = {eaten};
    auto const again = diary_of(write_diary_csv(diary, diet::foods()));
    ASSERT_EQ(again.eaten.size(), 1u);
    EXPECT_EQ(again.eaten[0].text, eaten.text);
    EXPECT_DOUBLE_EQ(again.eaten[0].stated[nutrient("magnesium_mg")], 12.5);
    EXPECT_FALSE(known(again.eaten[0].stated[nutrient("potassium_mg")]))
        << "from the table, not from the diary";
    EXPECT_THAT(write_diary_csv(diary, diet::foods()), testing::HasSubstr(",12.5,"));
}

TEST(OwnCsv, FiguresByHandAreTheDiarys) {
    auto const diary = diary_of("day,text,grams,magnesium_mg\n2026-01-05,grandmother's soup,300,44\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("magnesium_mg")], 44);
    EXPECT_DOUBLE_EQ(diary.eaten[0].grams.mid, 300);
}

TEST(OwnCsv, AFoodIdThatTheTableLacksLosesNoFigures) {
    auto const diary =
        diary_of("day,text,food_id,grams,magnesium_mg,stated,part\n2026-01-05,soup,FNDDS:1,300,44,,food\n");
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_EQ(diary.eaten[0].food, diet::no_food);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("magnesium_mg")], 44);
    EXPECT_TRUE(notes_say(diary, "food_id"));
}

TEST(OwnCsv, ListsARowWithNothingInIt) {
    auto const diary = diary_of("day,text,grams\n2026-01-05,,\n2026-01-05,two eggs,\n");
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_EQ(diary.unread[0].line, 2);
}

TEST(OwnCsv, ARowWithoutADayIsCountedToTheDayAboveAndSaysSo) {
    auto const diary = diary_of("day,text\n2026-01-05,two eggs\n,a banana\n2026-01-06,toast\n");
    ASSERT_EQ(diary.eaten.size(), 3u);
    EXPECT_EQ(diary.eaten[1].day, "2026-01-05");
    EXPECT_TRUE(notes_say(diary, "no day and is counted to the day above: line 3"));
    auto const above = diary_of("day,text\n,a banana\n2026-01-06,toast\n");
    EXPECT_EQ(above.eaten[0].day, "");
    EXPECT_TRUE(notes_say(above, "a day of its own: line 2"));
}

TEST(OwnCsv, DaysMayBeNamesAndNumbers) {
    auto const diary = diary_of("day,text\nMonday,two eggs\ntue,toast\n3,a banana\nsoon,rice\n");
    EXPECT_EQ(diet::days_of(diary), (std::vector<std::string>{"Monday", "Tuesday", "Day 3"}));
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("no day of the calendar"));
}

TEST(OwnCsv, GramsWithoutATextAreNotAFood) {
    auto const diary = diary_of("day,text,grams\n2026-01-05,,200\n2026-01-05,milk,100\n");
    EXPECT_EQ(diary.eaten.size(), 1u);
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("neither a text nor a food"));
}

TEST(OwnCsv, AMeasureInTheColumnOfGramsIsAnAmount) {
    auto const diary =
        diary_of("day,text,grams\n2026-01-05,milk,1 cup\n2026-01-05,rice,0.2 kg\n2026-01-05,cheese,abc\n"
                 "2026-01-05,cheese,-3\n");
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_NEAR(diary.eaten[0].grams.mid, 244, 5);
    EXPECT_DOUBLE_EQ(diary.eaten[1].grams.mid, 200);
    ASSERT_EQ(diary.unread.size(), 2u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("\"abc\" in the column \"grams\" is no amount"));
    EXPECT_THAT(diary.unread[1].why, testing::HasSubstr("no one eats this amount"));
}

TEST(OwnCsv, TheAmountMayHaveAColumnOfItsOwn) {
    auto const diary = diary_of("day,text,amount\n2026-01-05,milk,1 cup\n2026-01-05,cheese,30 g\n");
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_NEAR(diary.eaten[0].grams.mid, 244, 5);
    EXPECT_DOUBLE_EQ(diary.eaten[1].grams.mid, 30);
}

TEST(OwnCsv, ATextAloneIsEnough) {
    auto const diary = diary_of("text\ntwo eggs\na banana, coffee\n");
    ASSERT_EQ(diary.format, "rheobase_csv");
    ASSERT_EQ(diary.eaten.size(), 3u) << "the heading is no food, and a comma needs no quotation marks";
    EXPECT_TRUE(diary.unread.empty());
    auto const dated = diary_of("day,text\n2026-01-05,two eggs, toast and butter\n");
    EXPECT_EQ(dated.eaten.size(), 3u);
    EXPECT_NE(diary_of("text,created\nhello there,2026-01-05\n").format, "rheobase_csv");
}

} // namespace rheobase::read
