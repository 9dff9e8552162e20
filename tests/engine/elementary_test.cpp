#include "engine/elementary.hpp"

#include <cmath>
#include <gtest/gtest.h>

using namespace rheobase;

TEST(Elementary, ExponentialAgreesWithTheLibraryToTwoUnitsInTheLastPlace) {
    for (double x = -700; x < 700; x += 0.37) {
        double const expected = std::exp(x);
        EXPECT_NEAR(engine::exp(x) / expected, 1, 5e-16) << x;
    }
    EXPECT_EQ(engine::exp(0), 1);
    EXPECT_TRUE(std::isinf(engine::exp(1000)));
    EXPECT_EQ(engine::exp(-1000), 0);
    EXPECT_TRUE(std::isnan(engine::exp(NAN)));
}

TEST(Elementary, LogarithmAgreesWithTheLibraryToTwoUnitsInTheLastPlace) {
    for (double x = 1e-300; x < 1e300; x *= 1.71) {
        double const expected = std::log(x);
        EXPECT_NEAR(engine::log(x), expected, 5e-16 * std::abs(expected)) << x;
    }
    EXPECT_EQ(engine::log(1), 0);
    EXPECT_NEAR(engine::log(5e-324), std::log(5e-324), 1e-12);
    EXPECT_TRUE(std::isinf(engine::log(0)));
    EXPECT_TRUE(std::isnan(engine::log(-1)));
}

TEST(Elementary, SquareRootAgreesWithTheLibrary) {
    for (double x = 1e-280; x < 1e280; x *= 3.1)
        EXPECT_NEAR(engine::sqrt(x) / std::sqrt(x), 1, 3e-16) << x;
    EXPECT_EQ(engine::sqrt(0), 0);
}

TEST(Elementary, NormalDistributionAgreesWithTheErrorFunction) {
    for (double x = -6; x <= 6; x += 0.11)
        EXPECT_NEAR(engine::normal_below(x), 0.5 * std::erfc(-x / std::sqrt(2.0)), 1e-14) << x;
}
