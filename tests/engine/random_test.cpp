#include "engine/random.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <vector>

using namespace rheobase;

namespace {

constexpr auto magnesium = engine::fact_key("magnesium.absorbed");
constexpr auto calcium = engine::fact_key("calcium.absorbed");
constexpr int people = 20000;

/// Means of x, of x² and of xy over a crowd, of draws made standard.
struct Moments {
    double mean_x = 0, mean_xx = 0, mean_xy = 0;
};

template <class X, class Y>
Moments moments(X const& x, Y const& y) {
    Moments sum;
    for (std::uint32_t person = 0; person < people; ++person) {
        sum.mean_x += x(person) / people;
        sum.mean_xx += x(person) * x(person) / people;
        sum.mean_xy += x(person) * y(person) / people;
    }
    return sum;
}

auto normal(std::uint64_t seed, std::uint64_t key, std::uint32_t turn = 0) {
    return [=](std::uint32_t person) { return engine::standard_normal(seed, person, key, turn); };
}

/// Five standard errors of the mean of people products of independent standard numbers.
double const slack = 5 / std::sqrt(people);

} // namespace

TEST(Random, IsThePhiloxOfTheKnownAnswers) {
    using Philox = r123::Philox4x32;
    struct Known {
        Philox::ctr_type counter;
        Philox::key_type key;
        Philox::ctr_type answer;
    };
    // The lines "philox4x32 10" of tests/kat_vectors in Random123.
    for (auto const& known :
         {Known{{{0, 0, 0, 0}}, {{0, 0}}, {{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}},
          Known{{{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}},
                {{0xffffffff, 0xffffffff}},
                {{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}}},
          Known{{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
                {{0xa4093822, 0x299f31d0}},
                {{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}}})
        EXPECT_EQ(Philox{}(known.counter, known.key), known.answer);
}

TEST(Random, TakesItsBitsFromTheKnownAnswer) {
    double const expected = (static_cast<double>(0x6627e8d5e169c58du >> 12) + 0.5) / 4503599627370496.0;
    EXPECT_EQ(engine::uniform(0, 0, 0), expected);
}

TEST(Random, KeysAreFnv1aOfTheName) {
    EXPECT_EQ(engine::fact_key(""), 0xcbf29ce484222325u);
    EXPECT_EQ(engine::fact_key("a"), 0xaf63dc4c8601ec8cu);
    EXPECT_EQ(engine::fact_key("foobar"), 0x85944171f73967e8u);
}

TEST(Random, GivesAPersonTheSameDrawWhateverElseIsDrawn) {
    double const alone = engine::uniform(7, 42, magnesium);
    for (std::uint32_t person = 0; person < 100; ++person) {
        (void)engine::uniform(7, person, calcium);
        EXPECT_EQ(engine::uniform(7, 42, magnesium), alone);
    }
}

TEST(Random, TellsApartSeedsPeopleFactsAndTurns) {
    std::set<double> draws;
    for (std::uint64_t const seed : {1ull, 2ull, 1ull << 32, 1ull << 63})
        for (std::uint32_t person = 0; person < 25; ++person)
            for (auto const key : {magnesium, calcium})
                for (std::uint32_t turn = 0; turn < 5; ++turn)
                    draws.insert(engine::uniform(seed, person, key, turn));
    EXPECT_EQ(draws.size(), 4u * 25 * 2 * 5);
}

TEST(Random, StaysStrictlyBetweenZeroAndOneAndFillsTheRangeEvenly) {
    std::vector<int> tenths(10);
    for (std::uint32_t person = 0; person < people; ++person) {
        double const share = engine::uniform(3, person, calcium);
        ASSERT_GT(share, 0);
        ASSERT_LT(share, 1);
        ++tenths[static_cast<std::size_t>(share * 10)];
    }
    for (int const count : tenths)
        EXPECT_NEAR(count, people / 10, 5 * std::sqrt(people * 0.09));
}

TEST(Random, NormalDrawsHaveMeanZeroAndVarianceOne) {
    auto const found = moments(normal(1, magnesium), normal(1, magnesium));
    EXPECT_NEAR(found.mean_x, 0, slack);
    EXPECT_NEAR(found.mean_xx, 1, slack * std::sqrt(2.0));
}

TEST(Random, DrawsOfOtherFactsSeedsTurnsAndNeighboursTellNothing) {
    auto const x = normal(1, magnesium);
    EXPECT_NEAR(moments(x, normal(1, calcium)).mean_xy, 0, slack);
    EXPECT_NEAR(moments(x, normal(2, magnesium)).mean_xy, 0, slack);
    EXPECT_NEAR(moments(x, normal(1, magnesium, 1)).mean_xy, 0, slack);
    EXPECT_NEAR(moments(x, [&](std::uint32_t person) { return x(person + 1); }).mean_xy, 0, slack);
}
