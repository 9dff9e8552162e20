// The walk that tests take through an experiment is the one the product takes.
#include "tests/ions/walk.hpp"

#include "tests/ions/experiments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::ions;

TEST(Walk, SeesTheVeryBitsThatRunReports) {
    for (auto contrast : contrasts()) {
        auto& e = contrast.what;
        e.people = 3;
        e.per_person = true;
        e.reports = {{Observable::potassium_serum, 24}, {Observable::pth, 24}};
        RunOptions alone;
        alone.threads = alone.lanes = 1;
        auto const findings = run(e, alone);
        std::vector<double> walked, reported;
        for (std::uint32_t person = 0; person < 3; ++person)
            Walk(e, person).through(Walk::as_run(), [&](Walk const& walk, Stretch const& stretch) {
                if (!stretch.report)
                    return;
                std::array<double, momentary_count> read{};
                kernel(1).read(walk.facts(), walk.y(), read.data());
                walked.push_back(read[static_cast<std::size_t>(Observable::potassium_serum)]);
                walked.push_back(read[static_cast<std::size_t>(Observable::pth)]);
            });
        for (auto const& row : findings.person_rows)
            reported.push_back(row.value);
        ASSERT_EQ(findings.failures.size(), 0u) << contrast.name << ": " << findings.failures[0].why;
        EXPECT_EQ(walked, reported) << contrast.name;
    }
}
