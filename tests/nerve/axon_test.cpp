// Numerics of the two-compartment axon against what can be known otherwise.
#include "model/nerve/axon_kernel.hpp"

#include "engine/lane_array.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

using Real = engine::Lanes<1>;

Axon<Real> usual_axon() {
    Axon<Real> axon;
    auto* const to = reinterpret_cast<Real*>(&axon);
    Axon<double> const plain{usual_motor_axon, usual_ion_sensitivity};
    auto const* const from = reinterpret_cast<double const*>(&plain);
    for (std::size_t i = 0; i < axon_count; ++i)
        to[i] = Real(from[i]);
    return axon;
}

struct Rested {
    Membrane<Real> membrane;
    AxonState<Real> y;
};
Rested rested(Situation<Real> const& in = ordinary_situation<Real>()) {
    Rested out;
    out.membrane = membrane_in(usual_axon(), in);
    settle(out.y, out.membrane);
    return out;
}

/// Node potential 1.5 ms after a stimulus that fires the axon began.
double struck(double dt) {
    auto r = rested();
    run_for(r.y, r.membrane, Real(600.0), dt, 1.0);
    run_for(r.y, r.membrane, Real(0.0), dt, 0.5);
    return r.y.node.lane(0);
}

} // namespace

TEST(Gate, RelaxesAsItsClosedFormDoes) {
    // dx/dt = 0.7 (1 - x) - 0.3 x: from 0.1 towards 0.7 with a time constant of 1 ms.
    Rate<Real> const opening{Real(0.7), Real(1.0)}, closing{Real(0.3), Real(1.0)};
    Real x(0.1);
    double const dt = 0.01;
    for (int i = 0; i < 100; ++i)
        x = step(x, opening, closing, Real(dt / 2));
    EXPECT_NEAR(x.lane(0), 0.7 - 0.6 * std::exp(-1.0), 1e-5);
    EXPECT_NEAR(at_rest(opening, closing).lane(0), 0.7, 1e-15);
}

TEST(Gate, ARateIsContinuousWhereItsFormulaReadsNothingByNothing) {
    auto const rate = [](double x) {
        auto const r = linoid(Real(x), Real(2.0), Real(10.0), exp(Real(-x / 10)));
        return r.top.lane(0) / r.bottom.lane(0);
    };
    EXPECT_NEAR(rate(0), 20, 1e-5);
    EXPECT_NEAR(rate(1e-7), 20, 1e-5);
    EXPECT_NEAR(rate(-1e-7), 20, 1e-5);
    EXPECT_NEAR(rate(5), 10 / (1 - std::exp(-0.5)), 1e-12);
    EXPECT_NEAR(rate(-5), -10 / (1 - std::exp(0.5)), 1e-12);
}

TEST(SodiumFlow, IsGoldmansAndItsSlopeIsItsSlope) {
    auto const r = rested();
    for (double const v : {-120.0, -80.0, -20.0, -1e-3, 0.0, 1e-3, 40.0}) {
        double const phi = r.membrane.thermal.lane(0), u = v / phi, out = 142, in = 10;
        double const expected = std::fabs(u) < 1e-3 ? -(out - in) + (out + in) * u / 2
                                                    : u * (out - in * std::exp(u)) / (1 - std::exp(u));
        auto const flow = sodium_flow(Real(v), r.membrane);
        EXPECT_NEAR(flow.current.lane(0), expected, 2e-2) << v;
        double const h = 0.01;
        double const above = sodium_flow(Real(v + h), r.membrane).current.lane(0);
        double const below = sodium_flow(Real(v - h), r.membrane).current.lane(0);
        EXPECT_NEAR(flow.slope.lane(0), (above - below) / (2 * h), 2e-2) << v;
    }
}

TEST(Axon, RestsInTheOrdinaryMediumWhereItsFactSays) {
    auto const r = rested();
    EXPECT_NEAR(r.y.node.lane(0), usual_motor_axon.rest, 1e-6);
    EXPECT_NEAR(r.y.internode.lane(0), usual_motor_axon.rest, 1e-6);
    EXPECT_NEAR(r.y.potassium.lane(0), ordinary_medium.potassium, 1e-6);
}

TEST(Axon, StaysAtRestWhenLeftAlone) {
    auto r = rested();
    run_for(r.y, r.membrane, Real(0.0), 0.02, 50);
    EXPECT_NEAR(r.y.node.lane(0), usual_motor_axon.rest, 1e-6);
}

TEST(Axon, ConservesChargeInEveryStep) {
    // What flows in goes onto capacitors or out through membranes: over one step, to second order.
    auto r = rested();
    run_for(r.y, r.membrane, Real(600.0), 0.02, 0.4);
    auto const before = r.y;
    auto const& a = r.membrane;
    double const dt = 1e-4, stimulus = 600;
    advance_potentials(r.y, a, Real(stimulus), Real(dt), Real(1 / dt));
    auto middle = before;
    middle.node = Real(0.5) * (before.node + r.y.node);
    middle.internode = Real(0.5) * (before.internode + r.y.internode);
    double const stored = (a.node_capacitance * (r.y.node - before.node) +
                           a.internode_capacitance * (r.y.internode - before.internode))
                              .lane(0);
    double const through =
        (node_current(middle, a).current + internode_current(middle, a).current).lane(0) * dt;
    EXPECT_NEAR(stored + through, stimulus * dt, 5e-5 * stimulus * dt);
}

TEST(Axon, ConvergesWithTheSquareOfTheStep) {
    double const exact = struck(0.00025);
    double const coarse = std::fabs(struck(0.008) - exact), fine = std::fabs(struck(0.004) - exact);
    double const order = std::log2(coarse / fine);
    EXPECT_GT(order, 1.8);
    EXPECT_LT(order, 2.3);
}

TEST(Axon, MorePotassiumDepolarisesAndLessHyperpolarises) {
    auto in = ordinary_situation<Real>();
    in.medium.potassium = Real(5.0);
    EXPECT_GT(rested(in).y.node.lane(0), usual_motor_axon.rest + 1);
    in.medium.potassium = Real(3.0);
    EXPECT_LT(rested(in).y.node.lane(0), usual_motor_axon.rest - 1);
}

TEST(Axon, WithoutItsPumpItDepolarises) {
    auto in = ordinary_situation<Real>();
    in.pump = Real(0.0);
    EXPECT_GT(rested(in).y.node.lane(0), usual_motor_axon.rest + 1);
}

TEST(AxonKernel, GivesTheSameBitsInEveryWidthAndCompany) {
    auto const& widest = axon_kernel(0);
    Axon<double> const axon{usual_motor_axon, usual_ion_sensitivity};
    Situation<double> in{ordinary_medium, 1, 1, 0};
    std::vector<Recording<double>> alone;
    for (int i = 0; i < 3; ++i) {
        auto situation = in;
        situation.medium.potassium = 3.5 + 0.7 * i;
        engine::LaneArray axons(axon_count, 1), situations(situation_count, 1), out(recording_count, 1);
        axons.put(axon, 0);
        situations.put(situation, 0);
        axon_kernel(1).track(axons.data(), situations.data(), out.data());
        alone.push_back(out.take<Recording<double>>(0));
    }
    for (int const lanes : {2, 4, 8}) {
        auto const& kernel = axon_kernel(lanes);
        engine::LaneArray axons(axon_count, kernel.width), situations(situation_count, kernel.width),
            out(recording_count, kernel.width);
        for (int lane = 0; lane < kernel.width; ++lane) {
            auto situation = in;
            situation.medium.potassium = 3.5 + 0.7 * (lane % 3);
            axons.put(axon, lane);
            situations.put(situation, lane);
        }
        kernel.track(axons.data(), situations.data(), out.data());
        for (int lane = 0; lane < kernel.width; ++lane) {
            auto const found = out.take<Recording<double>>(lane);
            auto const* const a = reinterpret_cast<double const*>(&found);
            auto const* const b = reinterpret_cast<double const*>(&alone[static_cast<std::size_t>(lane % 3)]);
            for (std::size_t q = 0; q < recording_count; ++q)
                EXPECT_EQ(a[q], b[q]) << "lanes " << kernel.width << ", lane " << lane << ", quantity " << q;
        }
    }
    EXPECT_GE(widest.width, 2);
}
