// The body as the solver sees it: slopes are those of the rates, no dependence is missing, and its factored matrix solves.
#include "tests/ions/experiments.hpp"
#include "tests/ions/walk.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

using Real = engine::Lanes<1>;
using Dense = std::vector<std::vector<double>>;

/// A person somewhere in an experiment, with every state moved at random and everything acting at once.
struct Moved {
    Walk walk;
    std::vector<double> y;
    Forcing<double> in;
    LaneArray forcing{forcing_count, 1};

    Moved(Experiment const& experiment, std::uint32_t person, std::mt19937_64& dice)
        : walk(experiment, person), y(walk.y(), walk.y() + state_count) {
        std::uniform_real_distribution<double> apart(-1, 1);
        for (std::size_t i = 0; i < state_count; ++i)
            y[i] = y[i] * std::exp(0.4 * apart(dice)) + 0.05 * state_rows[i].scale * (1.1 + apart(dice));
        auto all = std::bit_cast<std::array<double, forcing_count>>(walk.now);
        for (double& value : all)
            value = (value + 0.2) * std::exp(0.3 * apart(dice));
        std::copy(all.begin(), all.end(), forcing.data());
        in = std::bit_cast<Forcing<double>>(all);
    }

    void rates(std::vector<double> const& at, std::vector<double>& f) const {
        kernel(1).rates(walk.facts(), forcing.data(), at.data(), f.data());
    }

    /// The Jacobian that the solver uses.
    Dense slopes() const {
        std::vector<Real> states(state_count), f(state_count), a(body_plan.entries);
        for (std::size_t i = 0; i < state_count; ++i)
            states[i] = Real(y[i]);
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(walk.facts()),
                                    *reinterpret_cast<Forcing<Real> const*>(forcing.data())};
        body.rates_and_slopes(states.data(), f.data(), a.data());
        Dense j(state_count, std::vector<double>(state_count, 0));
        for (std::size_t r = 0; r < state_count; ++r)
            for (std::size_t c = 0; c < state_count; ++c)
                if (engine::holds(body_plan.filled[r], c))
                    j[r][c] = -a[body_plan.where[r][c]].lane(0);
        return j;
    }

    /// The same by differences of the rates, error of the fourth power of the distance; and how far rounding may lie off.
    void differences(Dense& j, Dense& rounding) const {
        j.assign(state_count, std::vector<double>(state_count));
        rounding = j;
        for (std::size_t c = 0; c < state_count; ++c) {
            double const h = 2e-4 * (std::abs(y[c]) + 0.03 * state_rows[c].scale);
            std::vector<std::vector<double>> f(4, std::vector<double>(state_count));
            double const offsets[] = {-2, -1, 1, 2};
            for (std::size_t k = 0; k < 4; ++k) {
                auto moved = y;
                moved[c] += offsets[k] * h;
                rates(moved, f[k]);
            }
            for (std::size_t r = 0; r < state_count; ++r) {
                j[r][c] = (8 * (f[2][r] - f[1][r]) - (f[3][r] - f[0][r])) / (12 * h);
                rounding[r][c] = 1e-13 * (std::abs(f[0][r]) + 1e3 * state_rows[r].scale) / h;
            }
        }
    }
};

template <class F>
void for_people_moved_about(F const& f) {
    std::mt19937_64 dice(29);
    auto const all = contrasts();
    for (std::uint32_t turn = 0; turn < 24; ++turn)
        f(Moved(all[turn % all.size()].what, turn, dice), turn);
}

std::string pair_of(std::size_t rate, std::size_t state) {
    return "rate of " + std::string(state_rows[rate].key) + " by " + std::string(state_rows[state].key);
}

} // namespace

TEST(BodySystem, SlopesAreThoseOfTheRates) {
    for_people_moved_about([](Moved const& moved, std::uint32_t turn) {
        auto const slopes = moved.slopes();
        Dense expected, rounding;
        moved.differences(expected, rounding);
        for (std::size_t r = 0; r < state_count; ++r)
            for (std::size_t c = 0; c < state_count; ++c)
                EXPECT_NEAR(slopes[r][c], expected[r][c], 1e-6 * std::abs(expected[r][c]) + rounding[r][c])
                    << pair_of(r, c) << ", person " << turn;
    });
}

TEST(BodySystem, NoDependenceIsMissingFromThePattern) {
    std::size_t seen = 0, held = 0;
    std::vector<engine::StateSet> moves(state_count, 0);
    for_people_moved_about([&](Moved const& moved, std::uint32_t) {
        std::vector<double> before(state_count), after(state_count);
        moved.rates(moved.y, before);
        for (std::size_t c = 0; c < state_count; ++c)
            for (double const factor : {1.01, 0.7, 3.0}) {
                auto y = moved.y;
                y[c] *= factor;
                moved.rates(y, after);
                for (std::size_t r = 0; r < state_count; ++r)
                    if (before[r] != after[r]) {
                        moves[r] |= engine::only(c);
                        EXPECT_TRUE(engine::holds(body_pattern[r], c)) << pair_of(r, c);
                    }
            }
    });
    for (std::size_t r = 0; r < state_count; ++r) {
        seen += static_cast<std::size_t>(std::popcount(moves[r]));
        held += static_cast<std::size_t>(std::popcount(body_pattern[r]));
    }
    // A pattern that held everything would pass the test above: nearly all of it must really move something.
    EXPECT_GT(seen, held * 9 / 10);
    EXPECT_LT(held, state_count * state_count / 4);
}

TEST(BodySystem, RatesWithSlopesAreTheRates) {
    for_people_moved_about([](Moved const& moved, std::uint32_t turn) {
        std::vector<double> plain(state_count);
        moved.rates(moved.y, plain);
        std::vector<Real> states(state_count), f(state_count), a(body_plan.entries);
        for (std::size_t i = 0; i < state_count; ++i)
            states[i] = Real(moved.y[i]);
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(moved.walk.facts()),
                                    *reinterpret_cast<Forcing<Real> const*>(moved.forcing.data())};
        body.rates_and_slopes(states.data(), f.data(), a.data());
        for (std::size_t i = 0; i < state_count; ++i)
            EXPECT_NEAR(f[i].lane(0), plain[i], 1e-10 * (std::abs(plain[i]) + state_rows[i].scale))
                << state_rows[i].key << ", person " << turn;
    });
}

TEST(BodySystem, FactoredMatrixSolvesForStepsOfEveryLength) {
    std::mt19937_64 dice(31);
    std::uniform_real_distribution<double> any(-1, 1);
    for_people_moved_about([&](Moved const& moved, std::uint32_t turn) {
        auto const slopes = moved.slopes();
        for (double const hours : {0.001, 0.25, 8.0, 700.0}) {
            std::vector<Real> a(body_plan.entries, Real(0.0)), x(state_count);
            std::vector<double> b(state_count);
            auto const entry = [&](std::size_t r, std::size_t c) {
                return (r == c ? 2 / hours : 0) - slopes[r][c];
            };
            for (std::size_t r = 0; r < state_count; ++r) {
                b[r] = any(dice) * state_rows[r].scale;
                x[r] = Real(b[r]);
                for (std::size_t c = 0; c < state_count; ++c)
                    if (engine::holds(body_plan.filled[r], c))
                        a[body_plan.where[r][c]] = Real(entry(r, c));
            }
            engine::factor<Real, body_plan>(a.data());
            engine::solve<Real, body_plan>(a.data(), x.data());
            for (std::size_t r = 0; r < state_count; ++r) {
                double left = -b[r], size = std::abs(b[r]);
                for (std::size_t c = 0; c < state_count; ++c) {
                    left += entry(r, c) * x[c].lane(0);
                    size += std::abs(entry(r, c) * x[c].lane(0));
                }
                EXPECT_NEAR(left, 0, 1e-11 * size) << state_rows[r].key << ", person " << turn << ", step " << hours;
            }
        }
    });
}

TEST(BodySystem, OnlyBoneAndTheAccountsMerelyAddUp) {
    for (std::size_t i = 0; i < state_count; ++i)
        EXPECT_EQ(state_tallies[i], i == at::skeleton || i >= at::urine_calcium) << state_rows[i].key;
}
