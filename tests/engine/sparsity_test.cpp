// Elimination planned while compiling, against the dense textbook one.
#include "engine/rosenbrock.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace rheobase::engine;

namespace {

using Real = Lanes<1>;

// An arrow: without a good order of pivots it would fill completely.
constexpr std::size_t n = 12;
constexpr Pattern<n> arrow() {
    Pattern<n> pattern{};
    for (std::size_t i = 0; i < n; ++i)
        pattern[i] = only(0) | only(i);
    pattern[0] = (StateSet{1} << n) - 1;
    return pattern;
}
constexpr Pattern<n> chain_with_jumps() {
    Pattern<n> pattern{};
    for (std::size_t i = 0; i < n; ++i)
        pattern[i] = only((i + 1) % n) | only((i * 5 + 3) % n); // the diagonal is not among them
    return pattern;
}

constexpr auto arrow_plan = eliminate(arrow());
constexpr auto jumps_plan = eliminate(chain_with_jumps());

std::vector<double> solved_densely(std::vector<std::vector<double>> a, std::vector<double> b) {
    for (std::size_t p = 0; p < b.size(); ++p) {
        std::size_t best = p;
        for (std::size_t r = p + 1; r < b.size(); ++r)
            if (std::abs(a[r][p]) > std::abs(a[best][p]))
                best = r;
        std::swap(a[p], a[best]);
        std::swap(b[p], b[best]);
        for (std::size_t r = p + 1; r < b.size(); ++r) {
            double const ratio = a[r][p] / a[p][p];
            for (std::size_t c = p; c < b.size(); ++c)
                a[r][c] -= ratio * a[p][c];
            b[r] -= ratio * b[p];
        }
    }
    for (std::size_t p = b.size(); p-- > 0;) {
        for (std::size_t c = p + 1; c < b.size(); ++c)
            b[p] -= a[p][c] * b[c];
        b[p] /= a[p][p];
    }
    return b;
}

template <auto const& plan>
void expect_solutions(Pattern<n> const& pattern) {
    std::mt19937_64 dice(5);
    std::uniform_real_distribution<double> any(-1, 1);
    for (int turn = 0; turn < 50; ++turn) {
        std::vector<std::vector<double>> dense(n, std::vector<double>(n, 0));
        std::vector<Real> a(plan.entries, Real(0.0));
        std::vector<double> b(n);
        for (std::size_t r = 0; r < n; ++r) {
            b[r] = any(dice);
            for (std::size_t c = 0; c < n; ++c)
                if (holds(pattern[r], c) || r == c) {
                    dense[r][c] = any(dice) + (r == c ? 4 : 0);
                    a[plan.where[r][c]] = Real(dense[r][c]);
                }
        }
        std::vector<Real> x(n);
        for (std::size_t r = 0; r < n; ++r)
            x[r] = Real(b[r]);
        factor<Real, plan>(a.data());
        solve<Real, plan>(a.data(), x.data());
        auto const expected = solved_densely(dense, b);
        for (std::size_t r = 0; r < n; ++r)
            EXPECT_NEAR(x[r].lane(0), expected[r], 1e-13) << r;
    }
}

} // namespace

TEST(Elimination, SolvesWhatTheDenseOneSolves) {
    expect_solutions<arrow_plan>(arrow());
    expect_solutions<jumps_plan>(chain_with_jumps());
}

TEST(Elimination, PicksPivotsThatFillNothingInAnArrow) {
    EXPECT_EQ(arrow_plan.entries, 3 * n - 2);
    EXPECT_EQ(arrow_plan.blank_count, 0u);
}

TEST(Elimination, BlanksArePreciselyThePlacesNoLawWrites) {
    auto const pattern = chain_with_jumps();
    std::size_t written = 0;
    for (std::size_t r = 0; r < n; ++r)
        for (std::size_t c = 0; c < n; ++c)
            if (holds(pattern[r], c)) {
                ++written;
                for (std::size_t i = 0; i < jumps_plan.blank_count; ++i)
                    EXPECT_NE(jumps_plan.blanks[i], jumps_plan.where[r][c]);
            }
    EXPECT_EQ(written + jumps_plan.blank_count, jumps_plan.entries);
}
