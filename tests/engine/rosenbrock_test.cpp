// The solver on problems whose answers are known: its order, its damping of fast modes, what it may not lose.
#include "engine/pace.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase::engine;

namespace {

using Real = Lanes<1>;

/// Two states and their pattern, full.
struct Full {
    static constexpr std::size_t size = 2;
    static constexpr Pattern<2> pattern{only(0) | only(1), only(0) | only(1)};
    static constexpr auto plan = eliminate(pattern);
    static constexpr std::array<double, 2> usual{1, 1};
    static constexpr std::array<bool, 2> tallies{false, false}, stores{true, true}, passing{};

    static void put(Real* a, double xx, double xy, double yx, double yy) {
        a[plan.where[0][0]] = Real(-xx);
        a[plan.where[0][1]] = Real(-xy);
        a[plan.where[1][0]] = Real(-yx);
        a[plan.where[1][1]] = Real(-yy);
    }
};

/// Prey and hunters: smooth, not linear, and x - ln x + y - ln y never changes.
template <int W>
struct Hunts : Full {
    using R = Lanes<W>;
    void rates(R const* y, R* f) const {
        f[0] = y[0] * (R(1.0) - y[1]);
        f[1] = y[1] * (y[0] - R(1.0));
    }
    void rates_and_slopes(R const* y, R* f, R* a) const {
        rates(y, f);
        a[plan.where[0][0]] = y[1] - R(1.0);
        a[plan.where[0][1]] = y[0];
        a[plan.where[1][0]] = -y[1];
        a[plan.where[1][1]] = R(1.0) - y[0];
    }
};
using Hunt = Hunts<1>;

/// A fast mode that hangs on a slow one: x' = -k (x - y), y' = -y.
struct Hanging : Full {
    double k = 1e6;
    void rates(Real const* y, Real* f) const {
        f[0] = Real(-k) * (y[0] - y[1]);
        f[1] = -y[1];
    }
    void rates_and_slopes(Real const* y, Real* f, Real* a) const {
        rates(y, f);
        put(a, -k, k, 0, -1);
    }
};

/// Two vessels that exchange by a law that is not linear: x + y stays.
struct Vessels : Full {
    void rates(Real const* y, Real* f) const {
        Real const flow = Real(3.0) * y[0] / (y[0] + Real(0.2)) - y[1] * y[1];
        f[0] = -flow;
        f[1] = flow;
    }
    void rates_and_slopes(Real const* y, Real* f, Real* a) const {
        rates(y, f);
        double const x = y[0].lane(0), z = y[1].lane(0);
        double const by_x = 3 * 0.2 / ((x + 0.2) * (x + 0.2)), by_y = -2 * z;
        put(a, -by_x, -by_y, by_x, by_y);
    }
};

/// What the liver does to alcohol: almost straight down, then round a sharp corner to nothing.
struct Corner : Full {
    void rates(Real const* y, Real* f) const {
        f[0] = Real(-10.0) * y[0] / (y[0] + Real(0.05));
        f[1] = Real(0.0) - f[0];
    }
    void rates_and_slopes(Real const* y, Real* f, Real* a) const {
        rates(y, f);
        double const x = y[0].lane(0), slope = 10 * 0.05 / ((x + 0.05) * (x + 0.05));
        put(a, -slope, 0, slope, 0);
    }
};

template <class System>
std::array<double, 2> after(System const& system, double time, int steps, std::array<double, 2> start) {
    Real y[2] = {Real(start[0]), Real(start[1])};
    for (int step = 0; step < steps; ++step)
        rodas4_step(system, time / steps, y);
    return {y[0].lane(0), y[1].lane(0)};
}

double distance(std::array<double, 2> a, std::array<double, 2> b) {
    return std::hypot(a[0] - b[0], a[1] - b[1]);
}

} // namespace

TEST(Rodas4, ConvergesWithOrderFour) {
    std::array<double, 2> const start{0.6, 1.4};
    auto const truth = after(Hunt{}, 4, 1 << 14, start);
    double last = distance(after(Hunt{}, 4, 64, start), truth);
    for (int const steps : {128, 256, 512}) {
        double const error = distance(after(Hunt{}, 4, steps, start), truth);
        EXPECT_GE(std::log2(last / error), 3.9) << steps << " steps";
        EXPECT_LT(std::log2(last / error), 4.3) << steps << " steps: better than the method is";
        last = error;
    }
}

TEST(Rodas4, MeetsItsOrderConditionsOnLinearSlopes) {
    // On y' = k y one step is a rational function of z = k h that agrees with e^z to z^4 and not to z^5.
    struct Decay : Full {
        void rates(Real const* y, Real* f) const {
            f[0] = -y[0];
            f[1] = -y[1];
        }
        void rates_and_slopes(Real const* y, Real* f, Real* a) const {
            rates(y, f);
            put(a, -1, 0, 0, -1);
        }
    };
    double const h = 2e-2;
    double const error = after(Decay{}, h, 1, {1, 1})[0] - std::exp(-h);
    EXPECT_LT(std::abs(error), 0.1 * std::pow(h, 5));
    EXPECT_GT(std::abs(error), 1e-4 * std::pow(h, 5));
}

TEST(Rodas4, DampsAFastModeInOneStep) {
    // From far off, one step a million times longer than the mode: what is left of it is of the order of 1 / (k h).
    auto const y = after(Hanging{}, 1.0, 1, {1000, 1});
    EXPECT_NEAR(y[0], y[1], 2e-2);
    EXPECT_NEAR(y[1], std::exp(-1.0), 0.05);
    // And it stays stable: a hundred such steps neither grow nor ring.
    auto const later = after(Hanging{}, 100.0, 100, {1000, 1});
    EXPECT_NEAR(later[0], 0, 1e-6);
}

TEST(Rodas4, LosesNothingThatALinearSumHolds) {
    for (int const steps : {1, 3, 10, 1000}) {
        auto const y = after(Vessels{}, 20, steps, {5, 1});
        EXPECT_NEAR(y[0] + y[1], 6, 1e-14 * (steps + 10)) << steps;
    }
}

TEST(Pace, KeepsTheAccuracyItIsAsked) {
    std::array<double, 2> const start{0.6, 1.4};
    auto const truth = after(Hunt{}, 20, 1 << 16, start);
    double last = 1;
    for (double const relative : {1e-3, 1e-5, 1e-7}) {
        Real y[2] = {Real(start[0]), Real(start[1])};
        Accuracy accuracy;
        accuracy.relative = relative;
        follow<1>(Hunt{}, accuracy, 20.0, y);
        double const error = distance({y[0].lane(0), y[1].lane(0)}, truth);
        EXPECT_LT(error, 100 * relative);
        EXPECT_LT(error, last / 10) << "a hundredfold accuracy brings less than a tenfold one";
        last = error;
    }
}

TEST(Pace, TakesAStepWholeWhereItsErrorAllows) {
    struct Counting : Hunt {
        int* tries;
        void rates_and_slopes(Real const* y, Real* f, Real* a) const {
            ++*tries;
            Hunt::rates_and_slopes(y, f, a);
        }
    };
    int tries = 0;
    Counting system;
    system.tries = &tries;
    Real y[2] = {Real(0.6), Real(1.4)}, once[2] = {y[0], y[1]};
    follow<1>(system, Accuracy{}, 0.01, y);
    EXPECT_EQ(tries, 1);
    rodas4_step(Hunt{}, 0.01, once);
    EXPECT_EQ(y[0].lane(0), once[0].lane(0));
    follow<1>(system, Accuracy{}, 20.0, y);
    EXPECT_GT(tries, 10);
}

TEST(Pace, TakesASharpCornerWithoutFallingThrough) {
    // Below the corner the law would drive it away for ever; a loose accuracy alone does not see that.
    for (double const relative : {1e-5, 1e-3, 0.03})
        for (double const hours : {48.0, 6.0, 1.0}) {
            Real y[2] = {Real(100.0), Real(0.0)};
            Accuracy accuracy;
            accuracy.relative = relative;
            for (double at = 0; at < 48; at += hours)
                follow<1>(Corner{}, accuracy, hours, y);
            EXPECT_NEAR(y[0].lane(0), 0, 2e-3) << relative << ", " << hours;
            EXPECT_NEAR(y[1].lane(0), 100, 2e-3) << relative << ", " << hours;
        }
}

TEST(Pace, GivesUpOnWhatCannotBeFollowed) {
    struct Broken : Full {
        void rates(Real const* y, Real* f) const {
            f[0] = y[0] / Real(0.0) - y[0] / Real(0.0);
            f[1] = -y[1];
        }
        void rates_and_slopes(Real const* y, Real* f, Real* a) const {
            rates(y, f);
            put(a, 0, 0, 0, -1);
        }
    };
    Real y[2] = {Real(1.0), Real(1.0)};
    follow<1>(Broken{}, Accuracy{}, 1.0, y);
    EXPECT_TRUE(std::isnan(y[0].lane(0)));
}

TEST(Pace, ALaneDoesNotSeeItsCompany) {
    // The same hunt beside a wilder one, and alone.
    double const x[] = {0.6, 0.01, 1.0, 9.0}, z[] = {1.4, 0.02, 1.0, 0.3};
    Lanes<4> y[2] = {Lanes<4>::load(x), Lanes<4>::load(z)};
    follow<4>(Hunts<4>{}, Accuracy{}, 20.0, y);
    for (int lane = 0; lane < 4; ++lane) {
        Real alone[2] = {Real(x[lane]), Real(z[lane])};
        follow<1>(Hunt{}, Accuracy{}, 20.0, alone);
        EXPECT_EQ(alone[0].lane(0), y[0].lane(lane)) << lane;
        EXPECT_EQ(alone[1].lane(0), y[1].lane(lane)) << lane;
    }
}
