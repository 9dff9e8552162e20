#include "engine/draw.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

using namespace rheobase;

namespace {

constexpr int people = 20001;

FactSpread fact(Variation variation, double value = 2, std::string_view name = "bone.mass") {
    return {name, value, variation, "kg", false, 2};
}

std::vector<double> crowd(FactSpread const& of, std::uint64_t seed = 1) {
    std::vector<double> drawn;
    for (std::uint32_t person = 0; person < people; ++person)
        drawn.push_back(engine::draw(of, seed, person));
    std::ranges::sort(drawn);
    return drawn;
}

double mean(std::vector<double> const& drawn) {
    double sum = 0;
    for (double const one : drawn)
        sum += one;
    return sum / static_cast<double>(drawn.size());
}

double sd(std::vector<double> const& drawn) {
    double const middle = mean(drawn);
    double sum = 0;
    for (double const one : drawn)
        sum += (one - middle) * (one - middle);
    return std::sqrt(sum / static_cast<double>(drawn.size() - 1));
}

} // namespace

TEST(Draw, GivesEveryoneAFixedValueAndKeepsUnknownUnknown) {
    EXPECT_EQ(engine::draw(fact({}), 1, 5), 2);
    EXPECT_TRUE(std::isnan(engine::draw(fact({}, NAN), 1, 5)));
}

TEST(Draw, BringsTheSamePersonBack) {
    for (auto const shape : {Shape::lognormal, Shape::normal, Shape::range, Shape::choice}) {
        auto const one = fact({shape, 0.3, 4});
        EXPECT_EQ(engine::draw(one, 9, 77), engine::draw(one, 9, 77));
    }
    auto const one = fact({Shape::lognormal, 0.3, 0});
    EXPECT_NE(engine::draw(one, 9, 77), engine::draw(one, 9, 78));
    EXPECT_NE(engine::draw(one, 9, 77), engine::draw(one, 10, 77));
}

TEST(Draw, DependsOnTheNameAndNotOnThePlaceInTheTable) {
    auto one = fact({Shape::normal, 0.3, 0});
    double const before = engine::draw(one, 1, 3);
    one.line = 40;
    EXPECT_EQ(engine::draw(one, 1, 3), before);
    one.name = "bone.width";
    EXPECT_NE(engine::draw(one, 1, 3), before);
}

TEST(Draw, KeepsAPersonsRankWhenTheSpreadOfAFactIsRevised) {
    // The share of people below is the draw; a revised number moves everyone and swaps nobody.
    auto const narrow = fact({Shape::lognormal, 0.1, 0});
    auto const wide = fact({Shape::lognormal, 0.4, 0});
    for (std::uint32_t person = 0; person < 200; ++person)
        EXPECT_EQ(engine::draw(narrow, 1, person) < 2, engine::draw(wide, 1, person) < 2);
}

TEST(Draw, LognormalHasTheValueAsMedianAndTheCoefficientOfVariation) {
    auto const drawn = crowd(fact({Shape::lognormal, 0.25, 0}));
    EXPECT_NEAR(drawn[people / 2], 2, 0.02);
    EXPECT_NEAR(sd(drawn) / mean(drawn), 0.25, 0.01);
    EXPECT_GT(drawn.front(), 0);
}

TEST(Draw, NormalHasMeanAndDeviationAndEndsAtThree) {
    auto const drawn = crowd(fact({Shape::normal, 0.5, 0}));
    EXPECT_NEAR(mean(drawn), 2, 0.02);
    EXPECT_NEAR(sd(drawn), 0.5 * 0.9866, 0.01); // what is left of the deviation when the ends are cut
    EXPECT_GT(drawn.front(), 0.5);
    EXPECT_LT(drawn.back(), 3.5);
    EXPECT_LT(drawn.front(), 0.7);
    EXPECT_GT(drawn.back(), 3.3);
}

TEST(Draw, RangeIsEvenBetweenItsEnds) {
    auto const drawn = crowd(fact({Shape::range, 0.9, 1.6}, 1));
    EXPECT_GT(drawn.front(), 0.9);
    EXPECT_LT(drawn.back(), 1.6);
    EXPECT_NEAR(drawn[people / 2], 1.25, 0.02);
    EXPECT_NEAR(sd(drawn), 0.7 / std::sqrt(12.0), 0.005);
}

TEST(Draw, ChoiceIsOneInItsShareOfPeopleAndZeroElsewhere) {
    auto const drawn = crowd(fact({Shape::choice, 0.2, 0}, 0));
    EXPECT_NEAR(mean(drawn), 0.2, 0.02);
    for (double const one : drawn)
        EXPECT_TRUE(one == 0 || one == 1);
}
