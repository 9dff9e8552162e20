#include "base/spelling.hpp"

#include <gtest/gtest.h>

using namespace rheobase;

TEST(Spelling, CountsInsertedDroppedChangedAndSwappedLetters) {
    EXPECT_EQ(slips("magnesium", "magnesium", 3), 0);
    EXPECT_EQ(slips("magnesum", "magnesium", 3), 1);
    EXPECT_EQ(slips("potasium", "potassium", 3), 1);
    EXPECT_EQ(slips("sodimu", "sodium", 3), 1);
    EXPECT_EQ(slips("zinc", "iron", 2), 3);
    EXPECT_EQ(slips("", "abc", 5), 3);
}

TEST(Spelling, FindsTheNearestWordOrNone) {
    EXPECT_EQ(nearest("twich", {"tremor", "twitch", "itching"}), "twitch");
    EXPECT_EQ(nearest("helicopter", {"tremor", "twitch"}), "");
}
