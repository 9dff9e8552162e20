// A small part of what docs/validation-nerve.md shows of the whole ensemble, quick enough for every check.
#include "base/number.hpp"
#include "model/nerve/excitability.hpp"
#include "tests/nerve/directions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

constexpr std::size_t some_axons = 64;

Situation<double> with(double calcium, double magnesium, double potassium, double ph, double temperature) {
    Medium<double> m = ordinary_medium;
    m.calcium = calcium;
    m.magnesium = magnesium;
    m.potassium = potassium;
    m.ph = ph;
    m.temperature = temperature;
    return {m, 1, 1, 0};
}

double share_firing(Situation<double> const& in, double seconds = 1) {
    auto const alone = left_alone(
        some_axons, [&](std::size_t) { return in; }, seconds);
    return static_cast<double>(
               std::count_if(alone.begin(), alone.end(), [](auto const& a) { return a.spikes > 0; })) /
           static_cast<double>(some_axons);
}

} // namespace

TEST(Norms, SomeAxonsOfTheEnsembleLieAroundWhatPeopleShow) {
    Crowd crowd;
    crowd.people = some_axons;
    auto const found = excitability(ordinary_medium, 1, crowd);
    for (std::size_t i = 0; i < index_count; ++i) {
        // Medians: two early indices have a heavy tail. Sixty people of a hundred and ninety are off by their
        // own luck.
        double const off = (found.indices[i].p50 - indices_rows[i].norm_median) / indices_rows[i].norm_sd;
        EXPECT_LT(std::fabs(off), 0.8) << indices_rows[i].key;
    }
    EXPECT_EQ(found.silent_to_stimuli, 0);
    EXPECT_EQ(found.fires_alone.share, 0);
    EXPECT_NEAR(found.threshold_change.p50, 0, 1e-9);
}

TEST(Norms, TheSameBytesComeFromAnyNumberOfThreads) {
    Crowd one, two;
    one.people = two.people = 24;
    one.threads = 1;
    two.threads = 2;
    Medium<double> low = ordinary_medium;
    low.calcium = 0.85;
    auto const a = excitability(low, 1, one), b = excitability(low, 1, two);
    for (std::size_t i = 0; i < index_count; ++i)
        EXPECT_EQ(a.indices[i].mean, b.indices[i].mean);
    EXPECT_EQ(a.fires_alone.rate.mean, b.fires_alone.rate.mean);
    EXPECT_EQ(a.fires_alone.share, b.fires_alone.share);
}

TEST(Norms, PotassiumMovesTheIndicesAsInPeople) {
    std::vector<Direction> rows;
    for (auto const& d : directions()) {
        // Late subexcitability is a known miss, see docs/validation-nerve.md.
        if (d.what == "potassium 5" && d.direction != "level" && d.index != "subexcitability_percent")
            rows.push_back(d);
    }
    ASSERT_GE(rows.size(), 3u);
    for (auto const& m : measured(rows, some_axons))
        EXPECT_TRUE(m.sign_met) << m.direction.index << " changes by " << m.change.p50;
}

TEST(Calm, NoBranchFiresAtTheMostExcitableCornersOfTheNormalBox) {
    EXPECT_LE(share_firing(with(1.12, 0.45, 5.3, 7.45, 37)), 0.02);
    EXPECT_LE(share_firing(with(1.12, 0.45, 5.3, 7.45, 32)), 0.02);
    EXPECT_LE(share_firing(with(1.12, 0.45, 3.5, 7.45, 37)), 0.02);
}

TEST(Calm, PotassiumAloneFiresNothing) {
    EXPECT_LE(share_firing(with(1.2, 0.55, 6, 7.4, 37)), 0.02);
    EXPECT_LE(share_firing(with(1.2, 0.55, 7, 7.4, 37)), 0.02);
}

TEST(Tetany, FallingCalciumBringsMoreAndMoreBranchesToFire) {
    double const few = share_firing(with(1.05, 0.55, 4, 7.4, 37)),
                 some = share_firing(with(0.85, 0.55, 4, 7.4, 37)),
                 most = share_firing(with(0.7, 0.55, 4, 7.4, 37));
    EXPECT_LT(few, 0.15);
    EXPECT_GT(some, few);
    EXPECT_GT(most, 0.5);
}

TEST(Tetany, OverbreathingAndIschaemiaBringItNearer) {
    double const quiet = share_firing(with(1.0, 0.55, 4, 7.4, 37));
    EXPECT_GT(share_firing(with(1.0, 0.55, 4, 7.65, 37)), quiet);
    auto ischaemia = with(1.0, 0.55, 5, 7.4, 37);
    ischaemia.pump = 0.3;
    EXPECT_GT(share_firing(ischaemia), quiet);
}
