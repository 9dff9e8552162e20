#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(NamedColumns, ReadAnExportNobodyDescribed) {
    auto const diary = diary_of(snapcalorie);
    ASSERT_EQ(diary.format, "table");
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.eaten[0].time, "08:15");
    EXPECT_DOUBLE_EQ(diary.eaten[0].grams.mid, 100);
    EXPECT_THAT(std::string(diet::foods().name(diary.eaten[1].food)), testing::HasSubstr("brown"));
}

TEST(NamedColumns, ReadSemicolonsDecimalCommasKilojoulesAndSalt) {
    auto const diary = diary_of(european);
    ASSERT_EQ(diary.eaten.size(), 1u);
    auto const& lentils = diary.eaten[0];
    EXPECT_EQ(lentils.day, "2026-04-13");
    EXPECT_NEAR(lentils.stated[nutrient("energy_kcal")], 174.1, 0.1);
    EXPECT_DOUBLE_EQ(lentils.stated[nutrient("protein_g")], 13.5);
    EXPECT_NEAR(lentils.stated[nutrient("sodium_mg")], 3.93, 0.01);
    EXPECT_DOUBLE_EQ(lentils.grams.mid, 150);
}

TEST(NamedColumns, NoteDatesThatCouldBeEither) {
    EXPECT_TRUE(notes_say(diary_of("Date,Food,Calories\n3/4/2026,apple,52\n"), "month first"));
    EXPECT_FALSE(notes_say(diary_of("Date,Food,Calories\n3/14/2026,apple,52\n"), "month first"));
    EXPECT_EQ(diary_of("Date,Food,Calories\n3/4/2026,apple,52\n14/4/2026,apple,52\n").eaten.at(0).day,
              "2026-04-03");
}

TEST(NamedColumns, AMatchThatContradictsTheEnergyIsMarkedDown) {
    auto const good = diary_of("Date,Food,Grams,Calories\n2026-01-05,\"Cucumber, raw\",100,14\n");
    auto const bad = diary_of("Date,Food,Grams,Calories\n2026-01-05,\"Cucumber, raw\",100,880\n");
    ASSERT_EQ(good.eaten.size(), 1u);
    ASSERT_EQ(bad.eaten.size(), 1u);
    EXPECT_LT(bad.eaten[0].sure, good.eaten[0].sure);
    EXPECT_TRUE(notes_say(bad, "doubtful: line 2"));
    EXPECT_FALSE(notes_say(good, "doubtful"));
    EXPECT_DOUBLE_EQ(bad.eaten[0].stated[nutrient("energy_kcal")], 880);
}

TEST(NamedColumns, ARowCutOffAtTheEndIsListed) {
    auto const diary = diary_of("Date,Food,Grams,Calories\n2026-01-05,apple,100,52\n2026-01-05,apple,10");
    EXPECT_EQ(diary.eaten.size(), 1u);
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("file ends in this row"));
}

} // namespace rheobase::read
