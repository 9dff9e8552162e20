// The scheme: order, charge, stability, the published spike, the same bits in any company.
#include "model/nerve/cable_bundle.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_solver.rows.hpp"

#include <bit>
#include <cmath>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::nerve;
using namespace rheobase::nerve::cable;

namespace {

/// The published protocol: 21 nodes, 2 nA for 0.1 ms into the middle one after 1 ms.
template <class Look>
CableBundle published(double step, Scheme scheme, double ms, Look const& look, int lanes = 1) {
    std::vector<Fibre> const fibre{published_fibre(10)};
    auto const nodes = static_cast<int>(cable_fibre.nodes);
    InternodeLibrary library;
    CableBundle b(fibre, nodes, step, scheme, cable_kernel(lanes), library);
    auto const in = [&](double time) { return static_cast<long>(time / step + 0.5); };
    long const from = in(cable_solver.stimulus_delay);
    for (long i = 0; i < in(ms); ++i) {
        bool const on = i >= from && i < from + in(cable_solver.stimulus_length);
        b.advance(1, nodes / 2, on ? cable_solver.stimulus : 0);
        look(b);
    }
    return b;
}

constexpr auto nothing = [](CableBundle&) {};

double velocity(CableBundle const& b, int from, int to) {
    return (to - from) * 1.15 / (b.spikes(to, 0).first_ms - b.spikes(from, 0).first_ms);
}

Fibre mixed(int i) {
    Fibre f;
    f.diameter_um = 6 + i;
    f.medium.potassium = 3.5 + 0.2 * i;
    f.medium.temperature = 32 + i * 0.5;
    f.scale.shift_sodium_mv = -0.3 * i;
    f.lamellae = 1 - 0.05 * i;
    f.stretches.push_back(
        {.first_node = 4, .last_node = 6, .medium = f.medium, .scale = f.scale, .lamellae = 0.5});
    return f;
}

} // namespace

TEST(CableStep, BackwardEulerGivesThePublishedSpikeAsNeuronDoes) {
    double middle = -100, last = -100;
    published(0.005, Scheme::euler, 1.6, [&](CableBundle& b) {
        middle = std::max(middle, b.voltage(10, 0));
        last = std::max(last, b.voltage(20, 0));
    });
    EXPECT_NEAR(middle, 30.9231, 1e-4);
    EXPECT_NEAR(last, 38.2766, 1e-4);
}

TEST(CableStep, ConductionVelocityAtTheDefaultStepIsThatOfTheLimit) {
    // 56.4 m/s, the published fibre's by other solvers, between the fourth and the seventh node from the
    // stimulus.
    EXPECT_NEAR(velocity(published(cable_solver.step, Scheme::staggered, 1.6, nothing), 13, 16), 56.4,
                0.003 * 56.4);
    // And by our own limit, at an eighth of the step.
    double const fine = velocity(published(cable_solver.step / 8, Scheme::staggered, 1.6, nothing), 13, 16);
    EXPECT_NEAR(velocity(published(cable_solver.step, Scheme::staggered, 1.6, nothing), 13, 16), fine,
                0.002 * fine);
}

TEST(CableStep, ErrorFallsWithTheSquareOfTheStep) {
    auto const arrival = [](double step) {
        return published(step, Scheme::staggered, 1.4, nothing).spikes(15, 0).first_ms;
    };
    double const a = arrival(0.002), b = arrival(0.001), c = arrival(0.0005);
    double const order = std::log2((a - b) / (b - c));
    EXPECT_NEAR(order, 2, 0.1);
}

TEST(CableStep, BackwardEulerIsOfFirstOrder) {
    auto const arrival = [](double step) {
        return published(step, Scheme::euler, 1.5, nothing).spikes(15, 0).first_ms;
    };
    double const a = arrival(0.001), b = arrival(0.0005), c = arrival(0.00025);
    EXPECT_NEAR(std::log2((a - b) / (b - c)), 1, 0.1);
}

TEST(CableStep, EveryChargeIsAccountedForInEveryStep) {
    // Into each node: what its capacitance took, what its channels let out, what its internodes brought.
    double most = 0, largest = 0;
    std::vector<Fibre> const fibre{published_fibre(10)};
    int const nodes = 6;
    InternodeLibrary library;
    CableBundle b(fibre, nodes, 0.0025, Scheme::staggered, cable_kernel(1), library);
    for (int i = 0; i < 200; ++i) {
        CableArrays const before = b.arrays();
        std::vector<double> v, pull;
        for (int n = 0; n < nodes; ++n) {
            auto const& s = reinterpret_cast<NodeState<double> const*>(before.node)[n];
            v.push_back(s.v);
            pull.push_back(s.pull);
        }
        double const stimulus = i < 40 ? 2.0 : 0.0;
        b.advance(1, 0, stimulus);
        CableArrays const a = b.arrays();
        auto const* node = reinterpret_cast<NodeState<double> const*>(a.node);
        auto const* kind = reinterpret_cast<InternodeCoupling<double> const*>(a.kinds);
        for (int n = 0; n < nodes; ++n) {
            auto const& site = reinterpret_cast<NodeMembrane<double> const*>(a.sites)[a.site_of[n]];
            auto const open = membrane(site, node[n].gates);
            double const change = node[n].v - v[static_cast<std::size_t>(n)];
            double const mean = v[static_cast<std::size_t>(n)] + change / 2;
            double in = pull[static_cast<std::size_t>(n)] + (n == 0 ? stimulus : 0);
            for (int const internode : {n - 1, n}) {
                if (internode < 0 || internode + 1 >= nodes)
                    continue;
                int const other = internode < n ? n - 1 : n + 1;
                auto const& c = kind[a.kind_of[internode]];
                in += c.far * (node[other].v - v[static_cast<std::size_t>(other)]) - c.near * change;
            }
            double const out = site.capacitance_per_step * change + open.conductance * mean - open.drive;
            most = std::max(most, std::abs(in - out));
            largest = std::max(largest, std::abs(open.conductance * mean) + std::abs(open.drive));
        }
    }
    EXPECT_GT(largest, 1); // nA: a spike's currents
    EXPECT_LT(most, 1e-11 * largest);
}

TEST(CableStep, InTheEndEveryChargeHasLeftThroughAMembrane) {
    // Channels shut but for the leak: a linear fibre. What a stimulus brought must leave through leak and
    // myelin.
    Fibre passive = published_fibre(10);
    passive.scale = {.fast_sodium = 0, .persistent_sodium = 0, .slow_potassium = 0};
    std::vector<Fibre> const fibre{passive};
    int const nodes = 4;
    auto const left_after = [&](double stimulus) {
        InternodeLibrary library;
        CableBundle b(fibre, nodes, 0.005, Scheme::staggered, cable_kernel(1), library);
        std::vector<double> sum(nodes);
        for (int i = 0; i < 100000; ++i) {
            for (int n = 0; n < nodes; ++n)
                sum[static_cast<std::size_t>(n)] += 0.0025 * b.voltage(n, 0);
            b.advance(1, 0, i < 20 ? stimulus : 0);
            for (int n = 0; n < nodes; ++n)
                sum[static_cast<std::size_t>(n)] += 0.0025 * b.voltage(n, 0);
        }
        CableArrays const a = b.arrays();
        auto const& site = *reinterpret_cast<NodeMembrane<double> const*>(a.sites);
        auto const& kind = *reinterpret_cast<InternodeCoupling<double> const*>(a.kinds);
        double out = 0;
        for (int n = 0; n < nodes; ++n)
            out += sum[static_cast<std::size_t>(n)] *
                   (site.leak + kind.steady_same * (n == 0 || n == nodes - 1 ? 1 : 2));
        return out;
    };
    EXPECT_NEAR(left_after(0.1) - left_after(0), 0.1 * 0.1, 1e-6); // nA ms
}

TEST(CableStep, NoStepIsTooLongToStayFinite) {
    for (Scheme const scheme : {Scheme::staggered, Scheme::euler})
        for (double const step : {0.05, 0.5, 5.0}) {
            std::vector<Fibre> const fibre{published_fibre(16)};
            InternodeLibrary library;
            CableBundle b(fibre, 21, step, scheme, cable_kernel(1), library);
            double early = 0, late = 0;
            for (int i = 0; i < 2000; ++i) {
                b.advance(1, 10, i < 2 ? 2.0 : 0.0);
                for (int n = 0; n < 21; ++n)
                    (i < 20 ? early : late) = std::max(i < 20 ? early : late, std::abs(b.voltage(n, 0)));
            }
            EXPECT_LT(early, 5000) << step;        // 2 nA for as long as 10 ms
            EXPECT_LT(late, 1.05 * early) << step; // what rings at such steps does not grow
        }
}

class CableWidth : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Lanes, CableWidth, testing::Values(2, 4, 8),
                         [](auto const& of) { return std::to_string(of.param); });

TEST_P(CableWidth, GivesTheBitsOfOneLaneInAnyCompany) {
    int const width = GetParam();
    if (cable_kernel(width).width != width)
        GTEST_SKIP() << "this machine has no instructions for " << width << " lanes";
    std::vector<Fibre> company;
    for (int i = 0; i < width; ++i)
        company.push_back(mixed(i));
    for (Scheme const scheme : {Scheme::staggered, Scheme::euler}) {
        InternodeLibrary library;
        CableBundle together(company, 11, 0.005, scheme, cable_kernel(width), library);
        together.advance(20, 0, 2.0);
        together.advance(300);
        for (int lane = 0; lane < width; ++lane) {
            std::vector<Fibre> const one{company[static_cast<std::size_t>(lane)]};
            CableBundle alone(one, 11, 0.005, scheme, cable_kernel(1), library);
            alone.advance(20, 0, 2.0);
            alone.advance(300);
            for (int node = 0; node < 11; ++node) {
                EXPECT_EQ(std::bit_cast<std::uint64_t>(together.voltage(node, lane)),
                          std::bit_cast<std::uint64_t>(alone.voltage(node, 0)))
                    << lane << " node " << node;
                EXPECT_EQ(together.spikes(node, lane).count, alone.spikes(node, 0).count);
            }
        }
    }
}
