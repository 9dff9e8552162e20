#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(Asa24, TakesTheFoodByItsCode) {
    auto const diary = diary_of(asa24);
    ASSERT_EQ(diary.format, "asa24");
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_EQ(diet::foods().id(diary.eaten[0].food), "FNDDS:72125100");
    EXPECT_DOUBLE_EQ(diary.eaten[0].sure, 1);
    EXPECT_DOUBLE_EQ(diary.eaten[0].grams.mid, 60);
}

TEST(Asa24, IsOfTheDayThatWasEatenOnNotTheDayOfReporting) {
    auto const diary = diary_of(asa24);
    EXPECT_EQ(diary.eaten[0].day, "2021-11-05");
    EXPECT_EQ(diary.eaten[0].time, "07:00");
    EXPECT_EQ(diary.eaten[0].meal, "breakfast");
}

TEST(Asa24, FindsACodeOfAnotherReleaseByItsDescription) {
    auto const diary = diary_of(asa24);
    EXPECT_THAT(std::string(diet::foods().name(diary.eaten[1].food)), testing::MatchesRegex("Bananas?, raw"));
    EXPECT_DOUBLE_EQ(diary.eaten[1].grams.mid, 236);
    EXPECT_TRUE(notes_say(diary, "another release"));
}

TEST(Asa24, ReadsFolateInDietaryFolateEquivalentsAndVitaminAInRae) {
    auto const diary = diary_of(asa24);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("folate_ug")], 116.4);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("vitamin_a_ug")], 281.4);
}

TEST(Asa24, SaysWhenTheFileHoldsSeveralPeople) {
    std::string two = asa24;
    two.replace(two.rfind(",P101,"), 6, ",P102,");
    EXPECT_TRUE(notes_say(diary_of(two), "2 people"));
}

} // namespace rheobase::read
