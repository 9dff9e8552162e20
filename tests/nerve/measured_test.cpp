#include "model/nerve/indices.hpp"
#include "model/nerve/measured.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

/// Rheobase 5 mA, time constant 0.5 ms.
ThresholdRecording straight_charge() {
    ThresholdRecording recording;
    RecordedCurve charge{"charge", {}, {}};
    for (double const ms : {0.2, 0.4, 0.6, 0.8, 1.0}) {
        charge.x.push_back(ms);
        charge.y.push_back(5 * (ms + 0.5));
    }
    recording.curves.push_back(charge);
    return recording;
}

} // namespace

TEST(Measured, IndicesComeFromTheCurvesAndElseFromTheList) {
    auto recording = straight_charge();
    recording.listed[index_place("sdtc_ms")] = 0.49;
    recording.listed[index_place("rrp_ms")] = 3.2;
    auto const found = measured(recording);
    auto const& constant = found[index_place("sdtc_ms")];
    EXPECT_NEAR(constant.value, 0.5, 1e-12);
    EXPECT_EQ(constant.origin, Origin::curves);
    EXPECT_EQ(constant.listed, 0.49);
    auto const& rrp = found[index_place("rrp_ms")];
    EXPECT_EQ(rrp.value, 3.2);
    EXPECT_EQ(rrp.origin, Origin::list);
    EXPECT_EQ(found[index_place("te_d40_peak")].origin, Origin::nowhere);
    EXPECT_FALSE(known(found[index_place("te_d40_peak")].value));
}

TEST(Measured, RheobaseCountsInThatOfTheMedianHealthyNerve) {
    // The norms' mean rheobase is some 2.83 mA, and their mean relative one 1.116.
    EXPECT_NEAR(rheobase_scale(), 2.54, 0.01);
    auto recording = straight_charge();
    EXPECT_NEAR(measured(recording)[index_place("rheobase_relative")].value, 5 / rheobase_scale(), 1e-9);
    recording.curves.clear();
    recording.listed[index_place("rheobase_relative")] = 5;
    EXPECT_NEAR(measured(recording)[index_place("rheobase_relative")].value, 5 / rheobase_scale(), 1e-9);
}

TEST(Measured, StandingIsUnknownWhereAnyOfItIs) {
    EXPECT_EQ(standing(1, 2, 3), Standing::below);
    EXPECT_EQ(standing(2, 2, 3), Standing::within);
    EXPECT_EQ(standing(4, 2, 3), Standing::above);
    EXPECT_EQ(standing(unknown, 2, 3), Standing::unknown);
    EXPECT_EQ(standing(1, 2, unknown), Standing::unknown);
}
