#include "model/nerve/excitability.hpp"
#include "model/nerve/norm_curves.rows.hpp"

#include <gtest/gtest.h>

using namespace rheobase::nerve;

TEST(NerveTables, EveryIndexStandsWithinItsOwnBand) {
    for (auto const& row : indices_rows) {
        EXPECT_LT(row.norm_low, row.norm_median) << row.key;
        EXPECT_LT(row.norm_median, row.norm_high) << row.key;
    }
}

TEST(NerveTables, CurvesRunForward) {
    for (std::size_t i = 1; i < norm_curves_rows.size(); ++i) {
        if (norm_curves_rows[i].curve == norm_curves_rows[i - 1].curve) {
            EXPECT_GT(norm_curves_rows[i].x, norm_curves_rows[i - 1].x) << norm_curves_rows[i].curve;
        }
    }
}
