#include "model/diet/amounts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rheobase::diet {
namespace {

double number_in(std::string_view text) {
    return quantity_at(sentence_of(text), 0).count.mid;
}

TEST(Amounts, ReadDigitsAndDecimals) {
    EXPECT_DOUBLE_EQ(number_in("3 eggs"), 3);
    EXPECT_DOUBLE_EQ(number_in("2.5 cups"), 2.5);
    EXPECT_DOUBLE_EQ(number_in(".5 cup"), 0.5);
    EXPECT_DOUBLE_EQ(number_in("1,200 g"), 1200);
}

TEST(Amounts, ReadFractionsHoweverTheyAreWritten) {
    EXPECT_DOUBLE_EQ(number_in("1/2 cup"), 0.5);
    EXPECT_DOUBLE_EQ(number_in("½ cup"), 0.5);
    EXPECT_DOUBLE_EQ(number_in("1 1/2 cups"), 1.5);
    EXPECT_DOUBLE_EQ(number_in("1½ cups"), 1.5);
    EXPECT_DOUBLE_EQ(number_in("2-1/2 cups"), 2.5);
    EXPECT_DOUBLE_EQ(number_in("1 and 1/4 cups"), 1.25);
    EXPECT_DOUBLE_EQ(number_in("one and a half pears"), 1.5);
    EXPECT_DOUBLE_EQ(number_in("half a melon"), 0.5);
    EXPECT_DOUBLE_EQ(number_in("half of the melon"), 0.5);
    EXPECT_DOUBLE_EQ(number_in("a quarter of a cake"), 0.25);
}

TEST(Amounts, ReadNumberWords) {
    EXPECT_DOUBLE_EQ(number_in("seven dates"), 7);
    EXPECT_DOUBLE_EQ(number_in("twenty-five grapes"), 25);
    EXPECT_DOUBLE_EQ(number_in("two hundred grams"), 200);
    EXPECT_DOUBLE_EQ(number_in("a dozen oysters"), 12);
    EXPECT_DOUBLE_EQ(number_in("half a dozen oysters"), 6);
    EXPECT_DOUBLE_EQ(number_in("two dozen oysters"), 24);
    EXPECT_DOUBLE_EQ(number_in("a couple of figs"), 2);
}

TEST(Amounts, ReadRangesWithTheirBounds) {
    auto const few = quantity_at(sentence_of("2-3 biscuits"), 0);
    EXPECT_DOUBLE_EQ(few.count.low, 2);
    EXPECT_DOUBLE_EQ(few.count.mid, 2.5);
    EXPECT_DOUBLE_EQ(few.count.high, 3);
    EXPECT_DOUBLE_EQ(number_in("3 to 5 olives"), 4);
    EXPECT_DOUBLE_EQ(number_in("two or three olives"), 2.5);
}

TEST(Amounts, KeepVagueNumbersWide) {
    auto const few = quantity_at(sentence_of("a few olives"), 0);
    EXPECT_LT(few.count.low, few.count.mid);
    EXPECT_GT(few.count.high, few.count.mid);
}

TEST(Amounts, FindNoNumberWhereThereIsNone) {
    Sentence const s = sentence_of("olives");
    EXPECT_EQ(quantity_at(s, 0).end, 0u);
}

TEST(Amounts, KnowUnitsGluedAndApart) {
    for (auto const* text : {"360g rice", "360 g rice", "360 grams rice", "360-gram rice"}) {
        Sentence const s = sentence_of(text);
        auto const q = quantity_at(s, 0);
        auto const unit = unit_at(s, q.end);
        EXPECT_EQ(unit.kind, "mass") << text;
        EXPECT_DOUBLE_EQ(q.count.mid * unit.per_one, 360) << text;
    }
}

TEST(Amounts, KnowFluidOuncesFromOunces) {
    Sentence const fluid = sentence_of("12 fl oz");
    EXPECT_EQ(unit_at(fluid, 1).kind, "volume");
    Sentence const dotted = sentence_of("12 oz. steak");
    EXPECT_EQ(unit_at(dotted, 1).kind, "mass");
    EXPECT_EQ(unit_at(dotted, 1).end, 3u);
}

TEST(Amounts, DoNotTakePercentForANumber) {
    Sentence const s = sentence_of("2% milk");
    EXPECT_EQ(quantity_at(s, 0).end, 0u);
}

TEST(Amounts, SurviveNumbersNoOneCanEat) {
    EXPECT_EQ(quantity_at(sentence_of("1/0 cup"), 0).end, 0U) << "it is no number";
    EXPECT_NO_THROW(number_in("99999999999999999999999999999999999999999 eggs"));
    EXPECT_NO_THROW(number_in("1/2/3/4"));
}

} // namespace
} // namespace rheobase::diet
