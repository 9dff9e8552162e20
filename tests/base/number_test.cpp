#include "base/number.hpp"

#include <gtest/gtest.h>

using namespace rheobase;

TEST(Number, ReadsTheWholeTextOrNothing) {
    EXPECT_EQ(number("12"), 12);
    EXPECT_EQ(number(" -0.5 "), -0.5);
    EXPECT_EQ(number("+3"), 3);
    EXPECT_EQ(number("1e3"), 1000);
    EXPECT_FALSE(number("12 g"));
    EXPECT_FALSE(number(""));
    EXPECT_FALSE(number("nan"));
    EXPECT_FALSE(number("inf"));
    EXPECT_FALSE(number("1e999"));
}

TEST(Number, TellsGroupingFromDecimalMarks) {
    EXPECT_EQ(number_with_grouping("1,200.5"), 1200.5);
    EXPECT_EQ(number_with_grouping("1.200,5"), 1200.5);
    EXPECT_EQ(number_with_grouping("12,5"), 12.5);
    EXPECT_EQ(number_with_grouping("1,200"), 1200);
    EXPECT_EQ(number_with_grouping("0,125"), 0.125);
}

TEST(Number, UnknownIsNotANumberAndStaysUnknown) {
    EXPECT_FALSE(known(unknown));
    EXPECT_FALSE(known(unknown * 0));
    EXPECT_TRUE(known(0));
}
