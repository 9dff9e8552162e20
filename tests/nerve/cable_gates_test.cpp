// The gates of a node against their closed forms.
#include "tests/nerve/cable_whole.hpp"

#include "model/nerve/cable_node.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::nerve;
using namespace rheobase::nerve::cable;
using Real = engine::Lanes<1>;

namespace {

struct Named {
    char const* name;
    Rates<Real> (*ours)(Real const&);
    whole::Pair (*closed)(double);
    double q10, from;
};

Named const named[] = {
    {"m", rates_m<Real>, [](double v) { return whole::rates(v).m; }, cable_channels.m_q10,
     cable_channels.m_temperature},
    {"h", rates_h<Real>, [](double v) { return whole::rates(v).h; }, cable_channels.h_q10,
     cable_channels.h_temperature},
    {"p", rates_p<Real>, [](double v) { return whole::rates(v).p; }, cable_channels.m_q10,
     cable_channels.m_temperature},
    {"s", rates_s<Real>, [](double v) { return whole::rates(v).s; }, cable_channels.s_q10,
     cable_channels.s_temperature},
};

double warmth(Named const& gate) {
    return std::pow(gate.q10, (37 - gate.from) / 10);
}

} // namespace

TEST(CableGates, PowersOfTwoAreWithinTheirPromise) {
    for (double x = -300; x <= 300; x += 0.0317)
        EXPECT_NEAR(two_to_the(Real(x)).lane(0) / std::exp2(x), 1, 5e-11) << x;
    EXPECT_EQ(two_to_the(Real(0.0)).lane(0), 1);
}

TEST(CableGates, ComeToRestWhereOpeningAndClosingBalance) {
    for (auto const& gate : named)
        for (double v = -150; v <= 80; v += 0.73) {
            auto const closed = gate.closed(v);
            double const rest = closed.open / (closed.open + closed.close);
            EXPECT_NEAR(settled(gate.ours(Real(v))).lane(0), rest, 1e-9 * rest + 1e-30)
                << gate.name << " at " << v;
        }
}

TEST(CableGates, RelaxWithTheClosedTimeConstant) {
    for (auto const& gate : named)
        for (double v = -120; v <= 60; v += 9.7) {
            auto const closed = gate.closed(v);
            double const tau = 1 / (closed.open + closed.close), rest = closed.open * tau;
            auto const r = gate.ours(Real(v));
            double const h = tau / 200;
            Real const step(h * warmth(gate));
            Real by_trapezoid(0.9), exact(0.9);
            for (int i = 0; i < 200; ++i) {
                by_trapezoid = trapezoid(by_trapezoid, r, step);
                exact = relaxed(exact, r, step);
            }
            double const expected = rest + (0.9 - rest) * std::exp(-1.0);
            EXPECT_NEAR(exact.lane(0), expected, 1e-8) << gate.name << " at " << v;
            EXPECT_NEAR(by_trapezoid.lane(0), expected, 2e-6) << gate.name << " at " << v;
        }
}

TEST(CableGates, HaveTheirLimitWhereTheFormulaIsNothingOverNothing) {
    auto const& c = cable_channels;
    auto const expect = [](Rates<Real> const& r, bool opening, double limit) {
        double const rate = opening ? (r.a / r.da).lane(0) : (r.b / r.db).lane(0);
        EXPECT_NEAR(rate / limit, 1, 1e-9);
    };
    expect(rates_m(Real(-c.m_open_at)), true, c.m_open_rate * c.m_open_slope);
    expect(rates_m(Real(-c.m_close_at)), false, c.m_close_rate * c.m_close_slope);
    expect(rates_p(Real(-c.p_open_at)), true, c.p_open_rate * c.p_open_slope);
    expect(rates_p(Real(-c.p_close_at)), false, c.p_close_rate * c.p_close_slope);
    expect(rates_h(Real(-c.h_open_at)), true, c.h_open_rate * c.h_open_slope);
    expect(rates_s_human(Real(gates.slow_opening_half)), true, gates.slow_opening * gates.slow_opening_slope);
    expect(rates_s_human(Real(gates.slow_closing_half)), false,
           gates.slow_closing * gates.slow_closing_slope);
}

TEST(CableGates, StayBetweenShutAndOpenOrSwingNoFurtherForAnyStep) {
    for (auto const& gate : named)
        for (double v = -150; v <= 80; v += 4.1) {
            double const rest = settled(gate.ours(Real(v))).lane(0);
            for (double const step : {1e-3, 1.0, 1e3, 1e6})
                for (double const from : {0.0, 0.5, 1.0})
                    EXPECT_LE(std::abs(trapezoid(Real(from), gate.ours(Real(v)), Real(step)).lane(0) - rest),
                              std::abs(from - rest) * (1 + 1e-12) + 1e-15)
                        << gate.name << " at " << v;
        }
}

TEST(CableGates, TheSlowGateOfHumanNodesKeepsClosingBelowRestWhereThePublishedOneOpensAgain) {
    auto const human = [](double v) { return settled(rates_s_human(Real(v))).lane(0); };
    auto const published = [](double v) { return settled(rates_s(Real(v))).lane(0); };
    for (double v = -130; v < 40; v += 1)
        EXPECT_LT(human(v), human(v + 1)) << v;
    EXPECT_GT(published(-100), published(-85));
}
