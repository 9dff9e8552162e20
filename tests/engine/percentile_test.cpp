#include "engine/percentile.hpp"
#include "engine/random.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace rheobase;

namespace {

engine::Summary summary(std::vector<double> const& values) {
    std::vector<double> scratch{99, 98}; // left over from an earlier call
    return engine::summary(values, scratch);
}

} // namespace

TEST(Percentile, LiesInAStraightLineBetweenNeighbours) {
    std::vector<double> values{40, 10, 30, 20};
    EXPECT_EQ(engine::percentile(values, 0), 10);
    EXPECT_EQ(engine::percentile(values, 1), 40);
    EXPECT_EQ(engine::percentile(values, 0.5), 25);
    EXPECT_DOUBLE_EQ(engine::percentile(values, 0.05), 11.5);
    EXPECT_DOUBLE_EQ(engine::percentile(values, 0.95), 38.5);
    std::vector<double> single{7};
    EXPECT_EQ(engine::percentile(single, 0.95), 7);
}

TEST(Percentile, AgreesWithSortingALargeCrowd) {
    std::vector<double> values;
    for (std::uint32_t person = 0; person < 1001; ++person)
        values.push_back(engine::standard_normal(1, person, 2));
    auto sorted = values;
    std::ranges::sort(sorted);
    auto const found = summary(values);
    EXPECT_EQ(found.p5, sorted[50]);
    EXPECT_EQ(found.p50, sorted[500]);
    EXPECT_EQ(found.p95, sorted[950]);
}

TEST(Summary, HasMeanAndSampleDeviation) {
    auto const found = summary({2, 4, 4, 4, 5, 5, 7, 9});
    EXPECT_EQ(found.count, 8);
    EXPECT_EQ(found.mean, 5);
    EXPECT_DOUBLE_EQ(found.sd, std::sqrt(32.0 / 7));
    EXPECT_EQ(found.p50, 4.5);
}

TEST(Summary, DoesWithoutThePeopleWhoFailed) {
    auto const found = summary({NAN, 1, NAN, 2, 3, NAN});
    EXPECT_EQ(found.count, 3);
    EXPECT_EQ(found.mean, 2);
    EXPECT_EQ(found.sd, 1);
    EXPECT_EQ(found.p50, 2);
}

TEST(Summary, OfTooFewIsUnknownAndNotZero) {
    for (auto const& nobody : {std::vector<double>{}, std::vector<double>{NAN, NAN}}) {
        auto const found = summary(nobody);
        EXPECT_EQ(found.count, 0);
        for (double const figure : {found.mean, found.sd, found.p5, found.p50, found.p95})
            EXPECT_FALSE(known(figure));
    }
    auto const single = summary({3});
    EXPECT_EQ(single.mean, 3);
    EXPECT_FALSE(known(single.sd));
    EXPECT_EQ(single.p95, 3);
}

TEST(Summary, AddsUpBlockByBlock) {
    // 1 is lost beside 1e16 unless it is first added to its like; so the sum tells how it was made.
    std::vector<double> values(257, 1.0);
    values.front() = 1e16;
    values.push_back(1.0);
    double first = 0;
    for (std::size_t i = 0; i < engine::people_in_a_sum; ++i)
        first += values[i];
    auto const plain = [](double value) { return value; };
    EXPECT_EQ(engine::sum_of_known(values, plain), first + 2);
    EXPECT_NE(engine::sum_of_known(values, plain), std::accumulate(values.begin(), values.end(), 0.0));
}

TEST(Summary, KnowsNoMinusZero) {
    auto const found = summary({-0.0, -0.0, 0.0});
    for (double const figure : {found.p5, found.p50, found.p95, found.mean})
        EXPECT_FALSE(std::signbit(figure));
}
