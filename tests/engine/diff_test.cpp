// Slopes that follow a number through every curve, against differences of the curve itself.
#include "engine/curves.hpp"

#include <cmath>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase::engine;

namespace {

using Real = Lanes<1>;
using X = Diff<Real, only(0)>;
using Y = Diff<Real, only(3)>;

X by_x(double value) {
    return {Real(value), {Real(1.0)}};
}
Y by_y(double value) {
    return {Real(value), {Real(1.0)}};
}

double number(Real x) {
    return x.lane(0);
}

/// The slope of f at x from four values around it: error of the fourth power of the distance.
template <class F>
double difference(F const& f, double x) {
    double const h = 1e-3 * std::max(std::abs(x), 0.1);
    return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}

/// `law` must work on plain numbers and on numbers with slopes.
template <class Law>
void expect_slope(char const* name, Law const& law, std::vector<double> const& at) {
    for (double const x : at) {
        auto const with_slope = law(by_x(x));
        auto const plain = [&](double value) { return number(law(Real(value))); };
        EXPECT_DOUBLE_EQ(number(with_slope.value), plain(x)) << name << " at " << x;
        double const expected = difference(plain, x);
        double const rounding = 1e-12 * std::abs(plain(x)) + 1e-14; // of 1 + e^x, over the distance
        EXPECT_NEAR(number(with_slope.slope[0]), expected, 2e-8 * std::abs(expected) + rounding) << name << " at " << x;
    }
}

} // namespace

TEST(Diff, FollowsEveryCurveOfOneNumber) {
    std::vector<double> const positive{0.02, 0.3, 1, 1.7, 12}, any{-20, -3, -0.4, 0.6, 2, 15};
    expect_slope("exp", [](auto x) { return exp(x); }, any);
    expect_slope("log", [](auto x) { return log(x); }, positive);
    expect_slope("power", [](auto x) { return power(x, 2.3); }, positive);
    expect_slope("power below one", [](auto x) { return power(x, -0.7); }, positive);
    expect_slope("softplus", [](auto x) { return softplus(x); }, any);
    expect_slope("positive part", [](auto x) { return positive_part(x); }, any);
    expect_slope("hill", [](auto x) { return hill(x, Real(1.4), Real(3.0)); }, positive);
    expect_slope("saturation", [](auto x) { return saturation(x, Real(0.6)); }, positive);
}

TEST(Diff, OfNothingToAPowerIsNothing) {
    auto const nothing = power(by_x(0), 2.3);
    EXPECT_LT(std::abs(number(nothing.slope[0])), 1e-100);
    EXPECT_LT(number(nothing.value), 1e-300);
    // As when a threshold lies so far above that the soft excess rounds to zero.
    auto const filled = hill(softplus(by_x(-50)), Real(2.0), Real(1.5));
    EXPECT_LT(std::abs(number(filled.slope[0])), 1e-100);
}

TEST(Diff, FollowsArithmeticWithNumbersThatDependOnNothing) {
    std::vector<double> const at{-3, -0.4, 0.6, 2, 15};
    Real const b(1.7);
    expect_slope("x + b", [&](auto x) { return x + b; }, at);
    expect_slope("b + x", [&](auto x) { return b + x; }, at);
    expect_slope("x - b", [&](auto x) { return x - b; }, at);
    expect_slope("b - x", [&](auto x) { return b - x; }, at);
    expect_slope("x b", [&](auto x) { return x * b; }, at);
    expect_slope("b x", [&](auto x) { return b * x; }, at);
    // A quotient is worked out by the reciprocal, on either path.
    expect_slope("x / b", [&](auto x) { return x * (Real(1.0) / b); }, at);
    expect_slope("-x", [&](auto x) { return -x; }, at);
    EXPECT_DOUBLE_EQ(number((by_x(3) / b).slope[0]), 1 / 1.7);
    EXPECT_DOUBLE_EQ(number((b / by_x(3)).slope[0]), -1.7 / 9);
}

TEST(Diff, JoinsTheStatesBehindTwoNumbers) {
    auto const x = by_x(2), x2 = x * x;
    auto const y = by_y(5);
    auto const product = x2 * y, quotient = x2 / y, sum = x2 + y, difference = x2 - y;
    static_assert(decltype(product)::states == (only(0) | only(3)));
    EXPECT_DOUBLE_EQ(number(product.slope[0]), 20);
    EXPECT_DOUBLE_EQ(number(product.slope[1]), 4);
    EXPECT_DOUBLE_EQ(number(quotient.slope[0]), 4.0 / 5);
    EXPECT_DOUBLE_EQ(number(quotient.slope[1]), -4.0 / 25);
    EXPECT_EQ(number(sum.slope[0]), 4);
    EXPECT_EQ(number(sum.slope[1]), 1);
    EXPECT_EQ(number(difference.slope[0]), 4);
    EXPECT_EQ(number(difference.slope[1]), -1);
    auto const shared = product - x2;
    static_assert(decltype(shared)::count == 2);
    EXPECT_DOUBLE_EQ(number(shared.slope[0]), 16);
    EXPECT_DOUBLE_EQ(number(shared.slope[1]), 4);
}

TEST(Diff, KnowsWhereAStateStandsInASet) {
    constexpr StateSet set = only(2) | only(9) | only(63);
    EXPECT_EQ(place_in(set, 2), 0u);
    EXPECT_EQ(place_in(set, 9), 1u);
    EXPECT_EQ(place_in(set, 63), 2u);
    for (std::size_t place = 0; place < 3; ++place)
        EXPECT_EQ(place_in(set, state_at(set, place)), place);
    EXPECT_FALSE(holds(set, 3));
    EXPECT_TRUE(holds(set, 63));
}
