#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;

TEST(PlainWords, TakeTheDayAndTheMealFromTheLinesAbove) {
    auto const diary = diary_of(plain_words);
    ASSERT_EQ(diary.format, "words");
    ASSERT_GE(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.lines, 2);
    EXPECT_EQ(diary.eaten.front().day, "2026-01-05");
    EXPECT_EQ(diary.eaten.front().meal, "Breakfast");
    EXPECT_EQ(diary.eaten.front().line, 2);
    EXPECT_EQ(diary.eaten.back().meal, "Lunch");
    EXPECT_EQ(diary.eaten.back().line, 4);
}

TEST(PlainWords, ListWhatNoFoodWasFoundIn) {
    auto const diary = diary_of("two eggs\nqwrtzp xkcd\n");
    ASSERT_FALSE(diary.unread.empty());
    EXPECT_EQ(diary.unread[0].line, 2);
}

} // namespace rheobase::read
