#include "engine/normal_quantile.hpp"

#include <cmath>
#include <gtest/gtest.h>

using namespace rheobase;

namespace {

/// Slow and simple: the distribution itself, halved sixty times.
double by_bisection(double share) {
    double low = -8, high = 8;
    for (int step = 0; step < 60; ++step) {
        double const middle = (low + high) / 2;
        (engine::normal_below(middle) < share ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

TEST(NormalQuantile, AgreesWithBisectionOfTheDistribution) {
    for (double share = 0.001; share < 0.9995; share += 0.00037)
        EXPECT_NEAR(engine::normal_quantile(share), by_bisection(share), 1e-12) << share;
}

TEST(NormalQuantile, UndoesTheDistribution) {
    for (double share = 0.001; share < 1; share += 0.017)
        EXPECT_NEAR(engine::normal_below(engine::normal_quantile(share)), share, 1e-14) << share;
}

TEST(NormalQuantile, IsRightFarOutInTheTail) {
    for (double share = 1e-300; share < 0.4; share *= 2.3) {
        double const x = engine::normal_quantile(share);
        // Near its end a relative slip of the quantile is a far larger one of the share.
        EXPECT_NEAR(std::erfc(-x / std::sqrt(2.0)) / 2 / share, 1, 1e-15 * (4 + 2 * x * x)) << share;
    }
}

TEST(NormalQuantile, HasTheTabledValues) {
    EXPECT_NEAR(engine::normal_quantile(0.975), 1.959963984540054, 1e-15);
    EXPECT_NEAR(engine::normal_quantile(0.25), -0.6744897501960817, 1e-15);
    EXPECT_NEAR(engine::normal_quantile(1e-20), -9.262340089798408, 1e-14);
    EXPECT_EQ(engine::normal_quantile(0.5), 0);
}

TEST(NormalQuantile, RisesAndIsTheSameOnBothSides) {
    double before = -9;
    for (int i = 1; i < 1 << 14; ++i) {
        double const share = i * 0x1p-14;
        double const x = engine::normal_quantile(share);
        EXPECT_GT(x, before) << share;
        EXPECT_EQ(x, -engine::normal_quantile(1 - share)) << share;
        before = x;
    }
}

TEST(NormalQuantile, IsInfiniteAtTheEndsAndUnknownBeyond) {
    EXPECT_EQ(engine::normal_quantile(0), -INFINITY);
    EXPECT_EQ(engine::normal_quantile(1), INFINITY);
    for (double const share : {-0.1, 1.1, static_cast<double>(NAN)})
        EXPECT_TRUE(std::isnan(engine::normal_quantile(share)));
    static_assert(engine::normal_quantile(0.9) > 1.28 && engine::normal_quantile(0.9) < 1.29);
}
