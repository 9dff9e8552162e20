// exp, log, powers and softplus of lanes: as near to the truth as they say, and the same bits whatever the width.
#include "engine/curves.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace rheobase::engine;

namespace {

/// f of all values, W at a time.
template <int W, class F>
std::vector<double> by_lanes(std::vector<double> const& values, F const& f) {
    std::vector<double> results(values.size());
    for (std::size_t i = 0; i + W <= values.size(); i += W)
        f(Lanes<W>::load(&values[i])).store(&results[i]);
    return results;
}

std::vector<double> evenly(double low, double high, std::size_t count) {
    std::mt19937_64 dice(3);
    std::uniform_real_distribution<double> within(low, high);
    std::vector<double> values(count);
    for (double& value : values)
        value = within(dice);
    return values;
}

std::vector<double> by_magnitude(double low, double high, std::size_t count) {
    auto values = evenly(std::log(low), std::log(high), count);
    for (double& value : values)
        value = std::exp(value);
    return values;
}

template <class F>
double worst_relative(std::vector<double> const& values, std::vector<double> const& results, F const& truth) {
    double worst = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        long double const right = truth(static_cast<long double>(values[i]));
        worst = std::max(worst, static_cast<double>(std::abs((results[i] - right) / right)));
    }
    return worst;
}

std::vector<std::uint64_t> bits(std::vector<double> const& values) {
    std::vector<std::uint64_t> out;
    for (double const value : values)
        out.push_back(std::bit_cast<std::uint64_t>(value));
    return out;
}

template <int W>
std::vector<std::uint64_t> every_function(std::vector<double> const& any, std::vector<double> const& positive) {
    std::vector<std::uint64_t> all;
    auto const add = [&](std::vector<double> const& results) {
        auto const more = bits(results);
        all.insert(all.end(), more.begin(), more.end());
    };
    using L = Lanes<W>;
    add(by_lanes<W>(any, [](L x) { return exp<W>(x); }));
    add(by_lanes<W>(any, [](L x) { return softplus<W>(x); }));
    add(by_lanes<W>(any, [](L x) { return positive_part<W>(x) - smaller<W>(x, L(0.5)); }));
    add(by_lanes<W>(any, [](L x) { return step<W>(x) / (x + L(1000.0)); }));
    add(by_lanes<W>(positive, [](L x) { return log<W>(x); }));
    add(by_lanes<W>(positive, [](L x) { return power<W>(x, L(1.7)); }));
    add(by_lanes<W>(positive, [](L x) { return hill(x, L(2.0), L(-3.3)); }));
    add(by_lanes<W>(positive, [](L x) { return saturation(x, L(0.3)) * reciprocal<W>(x); }));
    return all;
}

} // namespace

TEST(Lanes, ExpIsWithinItsWord) {
    auto const values = evenly(-707, 707, 80'000);
    auto const results = by_lanes<2>(values, [](Lanes<2> x) { return exp<2>(x); });
    EXPECT_LT(worst_relative(values, results, [](long double x) { return std::exp(x); }), 1e-15);
}

TEST(Lanes, ExpStaysAtItsBoundsBeyondThem) {
    auto const results = by_lanes<2>({-708, -1e5, 708, 1e300}, [](Lanes<2> x) { return exp<2>(x); });
    EXPECT_EQ(results[0], results[1]);
    EXPECT_EQ(results[2], results[3]);
    EXPECT_GT(results[0], 0);
    EXPECT_TRUE(std::isfinite(results[2]));
}

TEST(Lanes, LogIsWithinItsWordOverEveryMagnitude) {
    auto const values = by_magnitude(1e-307, 1e307, 80'000);
    auto const results = by_lanes<2>(values, [](Lanes<2> x) { return log<2>(x); });
    EXPECT_LT(worst_relative(values, results, [](long double x) { return std::log(x); }), 1e-15);
}

TEST(Lanes, LogNearOneLosesNothing) {
    auto values = by_magnitude(1e-12, 0.3, 20'000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i % 2 ? 1 - values[i] : 1 + values[i];
    auto const results = by_lanes<2>(values, [](Lanes<2> x) { return log<2>(x); });
    EXPECT_LT(worst_relative(values, results, [](long double x) { return std::log(x); }), 1e-15);
}

TEST(Lanes, LogOfNothingIsThatOfTheSmallestNumber) {
    auto const results = by_lanes<2>({0, -3, 0x1p-1022, 1}, [](Lanes<2> x) { return log<2>(x); });
    EXPECT_EQ(results[0], results[2]);
    EXPECT_EQ(results[1], results[2]);
    EXPECT_EQ(results[3], 0);
}

TEST(Lanes, PowersAreRightOverTheRangesThatLawsUse) {
    auto const values = by_magnitude(1e-4, 1e4, 40'000);
    for (double const exponent : {-40.0, -3.1, -0.5, 0.2, 1.0, 2.7, 12.0, 40.0}) {
        auto const results = by_lanes<2>(values, [=](Lanes<2> x) { return power<2>(x, Lanes<2>(exponent)); });
        // The error of the logarithm grows with the exponent: e^(368 (1 + 1e-16)).
        EXPECT_LT(worst_relative(values, results, [=](long double x) { return std::pow(x, static_cast<long double>(exponent)); }),
                  4e-16 * (4 + std::abs(exponent) * 9.3))
            << exponent;
    }
}

TEST(Lanes, SoftplusIsNothingFarBelowAndItsArgumentFarAbove) {
    auto const values = evenly(-30, 700, 80'000);
    auto const results = by_lanes<2>(values, [](Lanes<2> x) { return softplus<2>(x); });
    double worst = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        worst = std::max(worst, std::abs(results[i] - std::log1p(std::exp(values[i]))) / std::max(1.0, std::abs(values[i])));
    EXPECT_LT(worst, 4e-16);
    auto const far = by_lanes<2>({-800, -50, 800, 1e6}, [](Lanes<2> x) { return softplus<2>(x); });
    EXPECT_GE(far[0], 0);
    EXPECT_LT(far[1], 1e-15);
    EXPECT_EQ(far[2], 800);
    EXPECT_EQ(far[3], 1e6);
}

TEST(Lanes, GiveTheSameBitsWhateverTheWidth) {
    auto any = evenly(-720, 720, 4000), few = evenly(-3, 3, 4000);
    any.insert(any.end(), few.begin(), few.end());
    auto const positive = by_magnitude(1e-300, 1e300, 8000);
    auto const alone = every_function<1>(any, positive);
    EXPECT_EQ(every_function<2>(any, positive), alone);
    EXPECT_EQ(every_function<4>(any, positive), alone);
    EXPECT_EQ(every_function<8>(any, positive), alone);
}

TEST(Lanes, OneLaneSeesNothingOfItsNeighbours) {
    double const values[] = {0.7, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1e308};
    double alone[1], together[4];
    softplus<1>(Lanes<1>::load(values)).store(alone);
    softplus<4>(Lanes<4>::load(values)).store(together);
    EXPECT_EQ(std::bit_cast<std::uint64_t>(alone[0]), std::bit_cast<std::uint64_t>(together[0]));
}
