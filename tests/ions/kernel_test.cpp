// Whatever the width of the lanes and the number of threads: the same bits for everyone.
#include "tests/ions/experiments.hpp"

#include "model/ions/kernel.hpp"
#include "model/ions/run.hpp"

#include <bit>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

/// Every number of the findings as bits, so that one unknown equals another.
std::vector<std::uint64_t> bits_of(Findings const& findings) {
    std::vector<std::uint64_t> all;
    auto const add = [&](double value) { all.push_back(known(value) ? std::bit_cast<std::uint64_t>(value) : 1); };
    for (auto const& row : findings.rows)
        for (double const value : {row.hour, row.mean, row.sd, row.p5, row.p50, row.p95, row.people * 1.0,
                                   row.phase * 1.0, static_cast<double>(row.what)})
            add(value);
    for (auto const& row : findings.person_rows)
        for (double const value : {row.person * 1.0, row.phase * 1.0, row.hour, row.value, static_cast<double>(row.what)})
            add(value);
    for (auto const& failure : findings.failures)
        for (double const value : {failure.person * 1.0, failure.phase * 1.0, failure.hour})
            add(value);
    add(findings.people_done);
    return all;
}

Experiment reporting_everything(Experiment e, int people) {
    e.people = people;
    e.per_person = true;
    e.lab_noise = true;
    e.reports.clear();
    for (std::size_t what = 0; what < observable_count; ++what)
        e.reports.push_back({static_cast<Observable>(what), 24});
    return e;
}

RunOptions reading_nerves() {
    RunOptions options;
    options.fires_alone = [](BloodIons const& blood) {
        return blood.potassium * blood.magnesium / (blood.calcium_ionised * blood.sodium);
    };
    return options;
}

class Width : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Lanes, Width, testing::Values(2, 4, 8), [](auto const& of) {
    return std::to_string(of.param);
});

} // namespace

TEST_P(Width, GivesTheBitsOfOneLaneForEveryoneInEveryExperiment) {
    if (kernel(GetParam()).width != GetParam())
        GTEST_SKIP() << "this machine has no instructions for " << GetParam() << " lanes";
    for (auto const& [name, experiment] : contrasts()) {
        // Seven: no width divides it.
        auto const e = reporting_everything(experiment, 7);
        auto alone = reading_nerves(), wide = reading_nerves();
        alone.lanes = 1;
        wide.lanes = GetParam();
        auto const expected = run(e, alone), found = run(e, wide);
        EXPECT_GT(expected.rows.size(), observable_count) << name;
        EXPECT_EQ(bits_of(found), bits_of(expected)) << name;
    }
}

TEST(Kernel, ThreadsChangeNothing) {
    auto const e = reporting_everything(contrasts()[6].what, 50);
    std::vector<std::uint64_t> first;
    for (int const threads : {1, 2, 3}) {
        auto options = reading_nerves();
        options.threads = threads;
        auto const bits = bits_of(run(e, options));
        if (first.empty())
            first = bits;
        EXPECT_EQ(bits, first) << threads << " threads";
    }
}

TEST(Kernel, AWidthThatTheMachineLacksIsAnsweredWithTheWidestItHas) {
    int const widest = kernel(0).width;
    EXPECT_GE(widest, 1);
    for (int const wanted : {1, 2, 4, 8})
        EXPECT_EQ(kernel(wanted).width, std::min(wanted, widest));
}

TEST(Kernel, LanesGoTheirOwnPaceAndArriveTogether) {
    // One body at rest beside one after a meal: the quiet one's bits do not move by its neighbour's short steps.
    auto const fed = contrasts()[2].what;
    auto e = reporting_everything(fed, 2);
    auto const both = run(e);
    e.people = 1;
    auto const one = run(e);
    std::vector<double> together, alone;
    for (auto const& row : both.person_rows)
        if (row.person == 0 && known(row.value))
            together.push_back(row.value);
    for (auto const& row : one.person_rows)
        if (known(row.value))
            alone.push_back(row.value);
    EXPECT_EQ(together, alone);
}
