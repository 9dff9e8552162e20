#include "engine/program/program.hpp"

#include "engine/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <thread>

using namespace rheobase;
using engine::no_bound;
using engine::Program;
using engine::Relaxed;
using engine::Solved;

namespace {

/// Even draws, one after the other.
struct Draws {
    std::uint64_t seed;
    std::uint32_t turn = 0;
    double even(double from, double to) {
        return from + (to - from) * engine::uniform(seed, 0, engine::fact_key("program"), turn++);
    }
    int whole(int from, int to) { return static_cast<int>(std::floor(even(from, to + 1))); }
};

/// Five integers, four rows of small numbers around what some x adds up to, now and then without a solution.
Program small(std::uint64_t seed) {
    Draws draw{seed};
    Program program;
    std::vector<int> x;
    for (int i = 0; i < 5; ++i) {
        int const lower = draw.whole(-1, 1), width = draw.whole(0, 4);
        program.column(lower, lower + width, draw.even(-3, 5), true);
        x.push_back(draw.whole(lower, lower + width));
    }
    for (int r = 0; r < 4; ++r) {
        int const row = program.row(-no_bound, no_bound);
        double sum = draw.even(-0.4, 0.4);
        for (int i = 0; i < 5; ++i)
            if (draw.even(0, 1) < 0.7) {
                double const value = draw.even(-2, 4);
                program.entry(row, i, value);
                sum += value * x[static_cast<std::size_t>(i)];
            }
        int const kind = draw.whole(0, 2);
        auto& bounds = program.rows.back();
        if (kind != 0)
            bounds.lower = sum - draw.even(0, 1);
        if (kind != 1)
            bounds.upper = sum + draw.even(0, 1);
    }
    return program;
}

/// The cheapest of all whole x there are; none where none is feasible.
std::optional<double> by_trying_all(Program const& program) {
    std::optional<double> best;
    std::vector<double> x;
    std::function<void()> const on = [&] {
        if (x.size() == program.columns.size()) {
            if (engine::feasible(program, x) && (!best || engine::cost(program, x) < *best))
                best = engine::cost(program, x);
            return;
        }
        auto const& column = program.columns[x.size()];
        for (double value = column.lower; value <= column.upper; ++value) {
            x.push_back(value);
            on();
            x.pop_back();
        }
    };
    on();
    return best;
}

/// A menu: half portions of foods, each opened by a binary with a price of its own, that must bring every
/// nutrient.
Program menu(std::uint64_t seed, int foods, int nutrients) {
    Draws draw{seed};
    Program program;
    std::vector<int> portions;
    for (int f = 0; f < foods; ++f) {
        int const x = program.column(0, 4, draw.even(0.5, 1.5), true);
        int const opened = program.column(0, 1, 2, true);
        int const only_if = program.row(-no_bound, 0);
        program.entry(only_if, x, 1);
        program.entry(only_if, opened, -4);
        portions.push_back(x);
    }
    for (int n = 0; n < nutrients; ++n) {
        std::vector<double> content;
        double all = 0;
        for (int f = 0; f < foods; ++f) {
            content.push_back(draw.even(0, 1) < 0.2 ? 0 : std::exp(draw.even(-2, 2)));
            all += content.back();
        }
        int const row = program.row(all * draw.even(0.4, 0.8), all * draw.even(1.6, 2));
        for (int f = 0; f < foods; ++f)
            program.entry(row, portions[static_cast<std::size_t>(f)], content[static_cast<std::size_t>(f)]);
    }
    return program;
}

/// Two products of a workshop from three scarce hours, from which most is to be earned (so costs are
/// negative): the best plan is 2 and 6.
Program workshop() {
    Program program;
    int const doors = program.column(0, no_bound, -3), windows = program.column(0, no_bound, -5);
    program.entry(program.row(-no_bound, 4), doors, 1);
    program.entry(program.row(-no_bound, 12), windows, 2);
    int const both = program.row(-no_bound, 18);
    program.entry(both, doors, 3);
    program.entry(both, windows, 2);
    return program;
}

bool same_bytes(Solved const& a, Solved const& b) {
    return a.status == b.status && a.nodes == b.nodes &&
           std::memcmp(&a.objective, &b.objective, sizeof a.objective) == 0 &&
           std::memcmp(&a.bound, &b.bound, sizeof a.bound) == 0 &&
           std::memcmp(&a.gap, &b.gap, sizeof a.gap) == 0 && a.value.size() == b.value.size() &&
           std::memcmp(a.value.data(), b.value.data(), a.value.size() * sizeof(double)) == 0;
}

} // namespace

TEST(ProgramSolved, IsTheCheapestOfAllThereAre) {
    int none = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        auto const program = small(seed);
        auto const best = by_trying_all(program);
        auto const solved = engine::solve(program);
        none += !best;
        ASSERT_EQ(solved.status, best ? Solved::optimal : Solved::infeasible) << "seed " << seed;
        if (best) {
            EXPECT_NEAR(solved.objective, *best, 1e-6) << "seed " << seed;
            EXPECT_TRUE(engine::feasible(program, solved.value));
            EXPECT_EQ(solved.objective, engine::cost(program, solved.value));
            for (double const x : solved.value)
                EXPECT_EQ(x, std::round(x));
        }
    }
    EXPECT_GT(none, 0);
    EXPECT_LT(none, 200);
}

TEST(ProgramSolved, WithinAGapIsNoFurtherFromTheCheapestThanTheGap) {
    int dearer = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        auto const program = small(seed);
        auto const best = by_trying_all(program);
        auto const solved = engine::solve(program, {.gap = 0.3});
        if (!best) {
            EXPECT_EQ(solved.status, Solved::infeasible);
            continue;
        }
        ASSERT_TRUE(solved.status == Solved::optimal || solved.status == Solved::within_gap)
            << "seed " << seed;
        EXPECT_LE(solved.bound, *best + 1e-6) << "seed " << seed;
        EXPECT_GE(solved.objective, *best - 1e-6);
        EXPECT_LE(solved.objective - solved.bound, 0.3 * std::abs(solved.objective) + 1e-5);
        dearer += solved.objective > *best + 1e-6;
    }
    EXPECT_GT(dearer, 0) << "the gap was never used";
}

TEST(ProgramSolved, StoppedEarlyBracketsTheCheapest) {
    int stopped = 0;
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        auto const program = menu(seed, 20, 8);
        auto const best = engine::solve(program, {.nodes = 200000});
        ASSERT_EQ(best.status, Solved::optimal);
        for (long const nodes : {0, 1, 10, 40, 100}) {
            auto const early = engine::solve(program, {.nodes = nodes});
            EXPECT_LE(early.nodes, nodes + 10);
            EXPECT_LE(early.bound, best.objective + 1e-6) << "seed " << seed << ", nodes " << nodes;
            EXPECT_GE(early.bound, engine::relax(program).objective - 1e-6);
            if (!early.value.empty()) {
                EXPECT_TRUE(engine::feasible(program, early.value));
                EXPECT_GE(early.objective, best.objective - 1e-6);
                EXPECT_NEAR(early.gap, (early.objective - early.bound) / early.objective, 1e-6);
            }
            stopped += early.status == Solved::stopped;
        }
    }
    EXPECT_GT(stopped, 6);
}

TEST(ProgramSolved, TellsHowFarItIsAndFindsTheSameWhoeverListens) {
    auto const program = menu(1, 20, 8);
    std::vector<long> heard;
    auto const told =
        engine::solve(program, {.nodes = 200, .told = [&](long nodes) { heard.push_back(nodes); }});
    ASSERT_GT(heard.size(), 3U);
    EXPECT_TRUE(std::is_sorted(heard.begin(), heard.end()));
    EXPECT_LE(heard.back(), told.nodes);
    EXPECT_TRUE(same_bytes(told, engine::solve(program, {.nodes = 200})));
}

TEST(ProgramSolved, GivesTheSameBytesWhateverWasSolvedBeforeOrIsSolvedBeside) {
    auto const first = menu(1, 24, 8), second = menu(2, 26, 8);
    auto const effort = engine::Effort{.nodes = 300, .gap = 0.01};
    auto const one = engine::solve(first, effort), two = engine::solve(second, effort);
    ASSERT_FALSE(one.value.empty());
    ASSERT_FALSE(two.value.empty());
    EXPECT_FALSE(same_bytes(one, two));
    EXPECT_TRUE(same_bytes(one, engine::solve(first, effort)));
    for (int time = 0; time < 2; ++time) {
        Solved beside_one, beside_two;
        {
            std::jthread const a([&] { beside_one = engine::solve(first, effort); });
            std::jthread const b([&] { beside_two = engine::solve(second, effort); });
        }
        EXPECT_TRUE(same_bytes(one, beside_one));
        EXPECT_TRUE(same_bytes(two, beside_two));
    }
}

TEST(ProgramSolved, IsNeverDearerThanWhereItStarted) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        auto const program = menu(seed, 20, 8);
        auto const best = engine::solve(program, {.nodes = 200000});
        auto const on = engine::solve(program, {.nodes = 0, .start = best.value});
        EXPECT_EQ(on.value, best.value);
        EXPECT_LE(on.bound, best.objective + 1e-6);
        auto const proven = engine::solve(program, {.nodes = 200000, .start = best.value});
        EXPECT_EQ(proven.status, Solved::optimal);
        EXPECT_EQ(proven.objective, best.objective);
    }
}

TEST(ProgramSolved, PassesOverAStartThatIsNotFeasible) {
    auto const program = menu(1, 20, 8);
    auto const without = engine::solve(program);
    EXPECT_TRUE(same_bytes(
        without, engine::solve(program, {.start = std::vector<double>(program.columns.size(), 0.5)})));
    EXPECT_TRUE(same_bytes(without, engine::solve(program, {.start = {1, 2}})));
}

TEST(ProgramSolved, MixesWholeNumbersWithOthers) {
    Program program; // 2.5 portions are wanted: whole ones of the cheap food and a rest of the dear one
    int const cheap = program.column(0, 10, 1, true), dear = program.column(0, 10, 3);
    int const wanted = program.row(2.5, no_bound);
    program.entry(wanted, cheap, 1);
    program.entry(wanted, dear, 1);
    auto const solved = engine::solve(program);
    ASSERT_EQ(solved.status, Solved::optimal);
    EXPECT_THAT(solved.value, testing::ElementsAre(3, 0));
    program.columns[0].upper = 2;
    EXPECT_THAT(engine::solve(program).value, testing::ElementsAre(2, testing::DoubleNear(0.5, 1e-9)));
}

TEST(ProgramSolved, SaysWhatHasNoEndAndWhatHasNoSolution) {
    Program endless;
    endless.column(0, no_bound, -1, true);
    EXPECT_EQ(engine::solve(endless).status, Solved::unbounded);
    EXPECT_EQ(engine::relax(endless).status, Relaxed::unbounded);

    auto neither = endless; // no end, and between 1/4 and 3/4 nothing whole
    neither.entry(neither.row(0.25, 0.75), neither.column(0, 10, 0, true), 1);
    EXPECT_EQ(engine::solve(neither).status, Solved::infeasible);
    EXPECT_EQ(engine::relax(neither).status, Relaxed::unbounded);

    auto crossed = workshop();
    crossed.columns[0].lower = 5; // above the 4 hours there are
    EXPECT_EQ(engine::relax(crossed).status, Relaxed::infeasible);
    EXPECT_EQ(engine::solve(crossed).status, Solved::infeasible);
    crossed.columns[0].upper = 4.5; // a lower bound above the upper one
    EXPECT_EQ(engine::relax(crossed).status, Relaxed::infeasible);
    EXPECT_EQ(engine::solve(crossed).status, Solved::infeasible);
    crossed.columns[0].cost = std::nan("");
    EXPECT_EQ(engine::relax(crossed).status, Relaxed::failed);
    EXPECT_EQ(engine::solve(crossed).status, Solved::failed);
}

TEST(ProgramSolved, OfNothingIsNothing) {
    Program empty;
    auto const solved = engine::solve(empty);
    EXPECT_EQ(solved.status, Solved::optimal);
    EXPECT_EQ(solved.objective, 0);
    EXPECT_TRUE(solved.value.empty());
    EXPECT_EQ(engine::relax(empty).status, Relaxed::optimal);
    empty.row(-1, 1);
    EXPECT_EQ(engine::solve(empty).status, Solved::optimal);
    empty.row(1, 2); // nothing adds up to one
    EXPECT_EQ(engine::solve(empty).status, Solved::infeasible);
    EXPECT_EQ(engine::relax(empty).status, Relaxed::infeasible);

    Program without_rows;
    without_rows.column(1.5, 9, 2, true);
    without_rows.column(-3, 9, 2);
    EXPECT_THAT(engine::solve(without_rows).value, testing::ElementsAre(2, -3));
    EXPECT_THAT(engine::relax(without_rows).value, testing::ElementsAre(1.5, -3));
}

TEST(ProgramSolved, AddsUpEntriesOfTheSamePlace) {
    Program program;
    int const x = program.column(0, 10, 1, true);
    int const row = program.row(6, no_bound);
    program.entry(row, x, 1);
    program.entry(row, x, 2);
    EXPECT_THAT(engine::solve(program).value, testing::ElementsAre(2));
}

TEST(ProgramRelaxed, KnowsWhatEachScarceHourIsWorth) {
    auto const relaxed = engine::relax(workshop());
    ASSERT_EQ(relaxed.status, Relaxed::optimal);
    EXPECT_NEAR(relaxed.objective, -36, 1e-9);
    EXPECT_THAT(relaxed.value, testing::Pointwise(testing::DoubleNear(1e-9), {2.0, 6.0}));
    EXPECT_THAT(relaxed.dual, testing::Pointwise(testing::DoubleNear(1e-9), {0.0, -1.5, -1.0}));
    EXPECT_THAT(relaxed.reduced_cost, testing::Pointwise(testing::DoubleNear(1e-9), {0.0, 0.0}));
}

TEST(ProgramRelaxed, KnowsHowMuchTooDearAColumnIs) {
    auto program = workshop(); // a third product: an hour of the second kind and one of the third, worth 2.5
    int const shutters = program.column(0, no_bound, -2);
    program.entry(1, shutters, 1);
    program.entry(2, shutters, 1);
    auto const relaxed = engine::relax(program);
    EXPECT_NEAR(relaxed.reduced_cost[2], 0.5, 1e-9);
    EXPECT_NEAR(relaxed.value[2], 0, 1e-9);
    program.columns[2].cost = -2.6; // now it pays
    EXPECT_GT(engine::relax(program).value[2], 0.1);
}

TEST(ProgramRelaxed, DoesNotDrawInTheBoundsOfIntegers) {
    Program program;
    program.column(0.25, 0.75, 1, true);
    EXPECT_THAT(engine::relax(program).value, testing::ElementsAre(0.25));
    EXPECT_EQ(engine::solve(program).status, Solved::infeasible);
}

TEST(ProgramSolved, PrintsNothing) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    engine::solve(menu(3, 20, 8), {.nodes = 50});
    engine::solve(small(1));
    Program endless;
    endless.column(0, no_bound, -1, true);
    engine::solve(endless);
    for (std::uint64_t seed = 0; seed < 40; ++seed)
        engine::solve(small(seed));
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}
