// The response table against what made it, and what is read between its media.
#include "engine/random.hpp"
#include "model/nerve/response.rows.hpp"
#include "model/nerve/response_error.rows.hpp"
#include "tools/nerve/response_sample.hpp"

#include <fmt/core.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

Medium<double> any_medium(std::uint32_t number) {
    auto out = ordinary_medium;
    for (std::size_t v = 0; v < response_variables.size(); ++v) {
        auto const& row = response_box_rows[v];
        double const share = engine::uniform(1, number, v);
        out.*response_variables[v] = row.low * 0.9 + share * (row.high * 1.1 - row.low * 0.9);
    }
    return out;
}

} // namespace

TEST(Response, RowsStandInTheOrderOfTheirMedia) {
    for (std::size_t i = 0; i < response_rows.size(); ++i) {
        auto const medium = response_medium(i);
        auto const& row = response_rows[i];
        EXPECT_NEAR(row.calcium, medium.calcium, 1e-3 * medium.calcium) << i;
        EXPECT_NEAR(row.potassium, medium.potassium, 1e-3 * medium.potassium) << i;
        EXPECT_NEAR(row.magnesium, medium.magnesium, 1e-3 * medium.magnesium) << i;
        EXPECT_NEAR(row.sodium, medium.sodium, 1e-3 * medium.sodium) << i;
    }
}

TEST(Response, TheOrdinaryMediumChangesNothingInAnyAxon) {
    auto const r = response(ordinary_medium);
    EXPECT_EQ(r.threshold_p5, 0);
    EXPECT_EQ(r.threshold_p50, 0);
    EXPECT_EQ(r.threshold_p95, 0);
    EXPECT_LT(r.fires_alone, 0.01);
    EXPECT_FALSE(r.beyond);
}

TEST(Response, PercentilesStandInTheirOrderAndSharesAreShares) {
    int beyond = 0;
    for (std::uint32_t i = 0; i < 4000; ++i) {
        auto const r = response(any_medium(i));
        ASSERT_LE(r.threshold_p5, r.threshold_p50) << i;
        ASSERT_LE(r.threshold_p50, r.threshold_p95) << i;
        ASSERT_GE(r.fires_alone, 0) << i;
        ASSERT_LE(r.fires_alone, 1) << i;
        beyond += r.beyond;
    }
    EXPECT_GT(beyond, 0);
}

TEST(Response, LessCalciumIsNeverHarderToFire) {
    for (double const potassium : {3.5, 4.0, 5.0}) {
        double before = 1e9;
        // Below that some axons are blocked, and those count as the hardest to fire.
        for (double calcium = 1.6; calcium > 0.9; calcium -= 0.05) {
            auto medium = ordinary_medium;
            medium.potassium = potassium;
            medium.calcium = calcium;
            double const now = response(medium).threshold_p50;
            EXPECT_LT(now, before) << potassium << ' ' << calcium;
            before = now;
        }
    }
}

TEST(Response, PotassiumAloneFiresNoneInAHundred) {
    for (double const potassium : {5.5, 6.0, 6.5}) {
        auto medium = ordinary_medium;
        medium.potassium = potassium;
        EXPECT_LT(response(medium).fires_alone, 0.01) << potassium;
    }
}

TEST(Response, WhatIsReadBetweenMediaIsAsFarOffAsIsSaid) {
    auto const& e = response_error;
    // A change is told from none at 5 %, and in tens outside of the ordinary box.
    EXPECT_LT(e.ordinary_threshold_rms, 1);
    EXPECT_LT(e.ordinary_threshold_most, 2);
    EXPECT_LT(e.ordinary_share_rms, 0.01);
    EXPECT_LT(e.whole_threshold_rms, 5);
    EXPECT_LT(e.whole_share_rms, 0.05);
}

TEST(Response, ThePageTellsTheErrorsOfTheTable) {
    std::ifstream file(RHEOBASE_ROOT "/docs/felt.md");
    std::stringstream page;
    page << file.rdbuf();
    auto const& e = response_error;
    auto const ordinary = fmt::format("rms {:g} % of the threshold, at worst {:g}", e.ordinary_threshold_rms,
                                      e.ordinary_threshold_most);
    auto const whole =
        fmt::format("rms {:g} %, at worst {:g}; {:g} of the share that fires alone, at worst {:g}",
                    e.whole_threshold_rms, e.whole_threshold_most, e.whole_share_rms, e.whole_share_most);
    EXPECT_NE(page.str().find(ordinary), std::string::npos) << ordinary;
    EXPECT_NE(page.str().find(whole), std::string::npos) << whole;
}

TEST(Response, TheTableIsWhatTheEnsembleDoes) {
    auto const members = ensemble().first(response_axons);
    auto const usual = thresholds_in(ordinary_medium, members);
    for (unsigned const number :
         {7u, static_cast<unsigned>(response_media / 2), static_cast<unsigned>(response_media - 1)}) {
        auto const sample = response_sample(number, members, usual);
        auto const& row = response_rows[number];
        auto const close = [](double told, double now) {
            EXPECT_NEAR(told, now, 1e-3 * (1 + std::fabs(now)));
        };
        close(row.threshold_p5, sample.percentiles[0]);
        close(row.threshold_p50, sample.percentiles[1]);
        close(row.threshold_p95, sample.percentiles[2]);
        close(row.fires, sample.fires / sample.axons);
    }
}
