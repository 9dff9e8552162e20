#include "engine/crowd.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <vector>

using namespace rheobase;

class Crowd : public testing::TestWithParam<int> {};

INSTANTIATE_TEST_SUITE_P(Threads, Crowd, testing::Values(0, 1, 2, 7));

TEST_P(Crowd, WorksEveryBlockOnce) {
    for (std::size_t const blocks : {0u, 1u, 2u, 1000u}) {
        std::vector<std::atomic<int>> times(blocks);
        engine::for_blocks(blocks, GetParam(), [&](std::size_t block) {
            ++times[block];
            return true;
        });
        for (auto const& count : times)
            EXPECT_EQ(count, 1);
    }
}

TEST_P(Crowd, GivesTheSameResultsByPlace) {
    auto const worked = [](int threads) {
        std::vector<double> results(500);
        engine::for_blocks(results.size(), threads, [&](std::size_t block) {
            double sum = 0;
            for (std::size_t i = 1; i <= block; ++i)
                sum += 1.0 / static_cast<double>(i);
            results[block] = sum;
            return true;
        });
        return results;
    };
    EXPECT_EQ(worked(GetParam()), worked(1));
}

TEST_P(Crowd, BeginsNoFurtherBlockOnceACallSaysStop) {
    std::atomic<int> begun = 0;
    std::atomic<bool> stopping = false;
    std::atomic<int> after = 0;
    engine::for_blocks(100000, GetParam(), [&](std::size_t) {
        if (stopping)
            ++after;
        if (++begun == 5)
            stopping = true;
        return begun < 5;
    });
    // Each of the other threads may have begun one block more before it heard.
    EXPECT_GE(begun, 5);
    EXPECT_LT(after, 1000);
    EXPECT_LT(begun, 1000);
}

TEST_P(Crowd, PassesOnWhatACallThrowsAndStops) {
    std::atomic<int> begun = 0;
    auto const work = [&](std::size_t block) -> bool {
        ++begun;
        if (block == 3)
            throw std::runtime_error("three");
        return true;
    };
    EXPECT_THROW(engine::for_blocks(10, GetParam(), work), std::runtime_error);
    EXPECT_LE(begun, 10);
    begun = 0;
    auto const always = [&](std::size_t) -> bool {
        ++begun;
        throw std::runtime_error("each");
    };
    EXPECT_THROW(engine::for_blocks(100000, GetParam(), always), std::runtime_error);
    EXPECT_LT(begun, 1000);
}

TEST_P(Crowd, CanBeUsedAgainAfterAFailure) {
    EXPECT_ANY_THROW(engine::for_blocks(5, GetParam(), [](std::size_t) -> bool { throw 1; }));
    std::atomic<int> worked = 0;
    engine::for_blocks(5, GetParam(), [&](std::size_t) { return ++worked > 0; });
    EXPECT_EQ(worked, 5);
}
