#include "engine/weighted_percentile.hpp"

#include <gtest/gtest.h>

using namespace rheobase;

TEST(WeightedPercentile, OfEqualWeightsIsThatOfTheCrowd) {
    std::vector<double> const values{40, 10, 30, 20}, alike(4, 0.25);
    EXPECT_EQ(engine::weighted_percentile(values, alike, 0.5), 25);
    EXPECT_EQ(engine::weighted_percentile(values, alike, 0), 10);
    EXPECT_EQ(engine::weighted_percentile(values, alike, 1), 40);
}

TEST(WeightedPercentile, FollowsTheWeight) {
    std::vector<double> const values{1, 2, 3};
    EXPECT_LT(engine::weighted_percentile(values, std::vector<double>{8, 1, 1}, 0.5), 1.5);
    EXPECT_GT(engine::weighted_percentile(values, std::vector<double>{1, 1, 8}, 0.5), 2.5);
}

TEST(WeightedPercentile, LeavesOutWhoCountsNothingAndWhatIsUnknown) {
    std::vector<double> const values{1, unknown, 5, 99};
    EXPECT_EQ(engine::weighted_percentile(values, std::vector<double>{1, 1, 1, 0}, 0.5), 3);
    EXPECT_FALSE(known(engine::weighted_percentile(values, std::vector<double>{0, 1, 0, 0}, 0.5)));
}
