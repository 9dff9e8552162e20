// Internodes condensed to their modes, against the network itself.
#include "tests/nerve/cable_whole.hpp"

#include "model/nerve/cable_bundle.hpp"
#include "model/nerve/cable_eigen.hpp"
#include "model/nerve/cable_internode.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::nerve;
using namespace rheobase::nerve::cable;

namespace {

FibreShape shape(double um = 10) {
    return *shape_of(um, Geometry::tabulated);
}

HalfInternode half(double lamellae = 1) {
    return half_internode(shape(), InternodeState{.lamellae = lamellae});
}

} // namespace

TEST(CableInternode, EigenvectorsDiagonaliseAMatrixOfVeryUnlikeSizes) {
    Square<4> a{{{4, 1, 0.5, 1e-4}, {1, 3, -1, 2e-4}, {0.5, -1, 1e6, 3}, {1e-4, 2e-4, 3, 1e-5}}};
    Square<4> const original = a;
    auto const v = diagonalise(a);
    for (std::size_t k = 0; k < 4; ++k)
        for (std::size_t i = 0; i < 4; ++i) {
            double product = 0;
            for (std::size_t j = 0; j < 4; ++j)
                product += original[i][j] * v[j][k];
            EXPECT_NEAR(product, a[k][k] * v[i][k], 1e-9 * (1 + std::abs(a[k][k]))) << i << ' ' << k;
        }
}

TEST(CableInternode, ConductsAtOnceThroughItsFirstResistorAlone) {
    for (bool const opposite : {false, true}) {
        auto const modes = modes_of(half(), opposite);
        double sum = modes.steady;
        for (auto const& mode : modes.modes) {
            EXPECT_GT(mode.rate, 0);
            EXPECT_GE(mode.weight, 0);
            sum += mode.weight;
        }
        EXPECT_NEAR(sum, half().axial[0], 1e-12 * sum);
    }
}

TEST(CableInternode, OppositeVoltagesDriveTheSteadyCurrentOfItsLadderOfResistors) {
    // With next to no leak through axolemma and myelin, all that is left is axoplasm in a row.
    HalfInternode h = half();
    for (std::size_t i = 0; i < half_pieces; ++i)
        h.axolemma[i] = 1e-15;
    double resistance = 1 / h.middle_axial;
    for (double const g : h.axial)
        resistance += 1 / g;
    EXPECT_NEAR(modes_of(h, true).steady, 1 / resistance, 1e-9 / resistance);
    EXPECT_NEAR(modes_of(h, false).steady, 0, 1e-11);
}

TEST(CableInternode, ThinnerMyelinDrawsMoreCurrentAtOnce) {
    // What flows by the time the quickest modes have followed, which is what a spike must charge.
    auto const quick = [](double lamellae) {
        auto const modes = modes_of(half(lamellae), false);
        double charge = 0; // current times time constant of the modes faster than a spike
        for (auto const& mode : modes.modes)
            if (mode.rate > 100)
                charge += mode.weight / mode.rate;
        return charge;
    };
    EXPECT_GT(quick(0.5), 1.5 * quick(1));
    EXPECT_GT(quick(0.25), 1.5 * quick(0.5));
}

TEST(CableInternode, CondensedFibreIsTheWholeFibre) {
    int const nodes = 4;
    double const step = 0.005;
    whole::Fibre whole(shape(), nodes, step);
    std::vector<Fibre> const fibre{published_fibre(10)};
    InternodeLibrary library;
    CableBundle condensed(fibre, nodes, step, Scheme::euler, cable_kernel(1), library);
    double most = 0, highest = -100;
    for (int i = 0; i < 120; ++i) {
        double const stimulus = i < 20 ? 2.0 : 0.0;
        whole.step(0, stimulus);
        condensed.advance(1, 0, stimulus);
        for (int node = 0; node < nodes; ++node) {
            double const v = condensed.voltage(node, 0);
            most = std::max(most, std::abs(v - whole.node(static_cast<std::size_t>(node))));
            highest = std::max(highest, v);
        }
    }
    EXPECT_GT(highest, 20); // a spike passed
    EXPECT_LT(most, 1e-7);
}

TEST(CableInternode, GatheringModesThatForgetChangesNothing) {
    InternodeLibrary library;
    auto all = stepped(library.modes(shape(), {}), -80, 0.005, Scheme::staggered).modes;
    std::size_t const kept = remembering(all);
    ASSERT_LT(kept, half_modes);
    auto few = all;
    gather_forgetful(few, kept);
    ASSERT_EQ(few.size(), kept + 1);
    double put = 0;
    for (std::size_t k = kept; k < all.size(); ++k)
        put += all[k].put_same;
    EXPECT_EQ(few.back().put_same, put);
    EXPECT_EQ(few.back().keep_same, 0);
}
