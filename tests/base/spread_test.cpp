#include "base/number.hpp"
#include "base/spread.hpp"

#include <gtest/gtest.h>

using namespace rheobase;

TEST(Spread, ReadsEveryShape) {
    EXPECT_EQ(variation(""), Variation{});
    EXPECT_EQ(variation("cv 0.25"), (Variation{Shape::lognormal, 0.25, 0}));
    EXPECT_EQ(variation("sd 0.04"), (Variation{Shape::normal, 0.04, 0}));
    EXPECT_EQ(variation("range -0.9 1.6"), (Variation{Shape::range, -0.9, 1.6}));
    EXPECT_EQ(variation("choice 0.5"), (Variation{Shape::choice, 0.5, 0}));
}

TEST(Spread, TakesNothingElseForOne) {
    for (auto const* const text : {"0.25", "CV 0.25", "cv", "cv 1 2", "sd x", "range 1", "range 1 2 3", " ",
                                   "cv  0.2", "10 % between people", "choice", "cv nan", "sd inf"})
        EXPECT_EQ(variation(text), std::nullopt) << text;
}

TEST(Spread, SaysWhyAValueCannotVarySo) {
    EXPECT_NE(impossible(0, {Shape::lognormal, 0.25, 0}), "");
    EXPECT_NE(impossible(2, {Shape::range, 3, 4}), "");
    EXPECT_NE(impossible(0.5, {Shape::choice, 0.5, 0}), "");
    EXPECT_NE(impossible(unknown, {Shape::normal, 1, 0}), "");
    EXPECT_EQ(impossible(unknown, {}), "");
    EXPECT_EQ(impossible(0, {Shape::normal, 1, 0}), "");
    EXPECT_EQ(impossible(-3, {Shape::range, -3, 4}), "");
    EXPECT_EQ(impossible(1, {Shape::choice, 0.25, 0}), "");
}
