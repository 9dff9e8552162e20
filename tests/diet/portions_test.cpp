#include "model/diet/portions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rheobase::diet {
namespace {

Food food(std::string_view id) {
    auto const found = foods().find(id);
    EXPECT_TRUE(found) << id;
    return found.value_or(0);
}

/// Grams of the first phrase of a sentence, for a food of the table.
Range grams(std::string_view text, std::string_view id) {
    Sentence const sentence = sentence_of(text);
    auto const phrases = phrases_of(sentence, vocabulary());
    EXPECT_FALSE(phrases.empty());
    auto const weight = weigh(foods(), measures(), food(id), phrases.front().amount, phrases.front().words);
    return weight.grams;
}

constexpr auto banana = "FNDDS:63107010";
constexpr auto apple = "FNDDS:63101000";
constexpr auto chips = "FNDDS:71200100";
constexpr auto cola = "FNDDS:92410310";
constexpr auto coffee = "FNDDS:92100000";
constexpr auto whole_milk = "FNDDS:11111000";

TEST(Portions, UnderstandTheMeasuresOfTheTable) {
    auto const bottle = measure_from("1 bottle (16.9 fl oz or 500 ml)");
    EXPECT_NEAR(bottle.millilitres, 500, 1);
    EXPECT_EQ(bottle.measures.size(), 1u);
    auto const slice = measure_from("1 medium or regular slice");
    EXPECT_EQ(slice.sizes, size_called("medium") | size_called("regular"));
    EXPECT_DOUBLE_EQ(measure_from("1/2 bagel").count, 0.5);
    EXPECT_TRUE(measure_from("Quantity not specified").usual);
    EXPECT_TRUE(measure_from("Guideline amount per cup of hot cereal").guideline);
    EXPECT_NEAR(measure_from("1 fl oz (no ice)").millilitres, 29.57, 0.01);
    EXPECT_NEAR(measure_from("1 6 oz container").ounces_in_grams, 170.1, 0.1);
}

TEST(Portions, WeighWhatWasWeighed) {
    EXPECT_DOUBLE_EQ(grams("360g banana", banana).mid, 360);
    EXPECT_NEAR(grams("2 oz of banana", banana).mid, 56.7, 0.1);
    EXPECT_NEAR(grams("half a pound of banana", banana).mid, 226.8, 0.1);
}

TEST(Portions, TakeTheFoodsOwnPiece) {
    EXPECT_DOUBLE_EQ(grams("a banana", banana).mid, 126);
    EXPECT_DOUBLE_EQ(grams("two bananas", banana).mid, 252);
    EXPECT_DOUBLE_EQ(grams("half a banana", banana).mid, 63);
    EXPECT_DOUBLE_EQ(grams("1 cup of banana", banana).mid, 150);
    EXPECT_DOUBLE_EQ(grams("3 slices of banana", banana).mid, 18);
}

TEST(Portions, HeedTheSize) {
    double const small = grams("a small apple", apple).mid;
    double const medium = grams("a medium apple", apple).mid;
    double const large = grams("a large apple", apple).mid;
    double const huge = grams("an extra large apple", apple).mid;
    EXPECT_LT(small, medium);
    EXPECT_LT(medium, large);
    EXPECT_LT(large, huge);
    EXPECT_LT(grams("a small bag of chips", chips).mid,
              grams("a medium single serving bag of chips", chips).mid);
}

TEST(Portions, PourThroughTheFoodsOwnFluidOunce) {
    EXPECT_DOUBLE_EQ(grams("a 12 fl oz can of cola", cola).mid, 372);
    EXPECT_DOUBLE_EQ(grams("a 20 fl oz bottle of cola", cola).mid, 620);
    EXPECT_NEAR(grams("330 ml of cola", cola).mid, 346, 1);
    EXPECT_NEAR(grams("a 12 oz coffee", coffee).mid, 360, 6);
    EXPECT_DOUBLE_EQ(grams("a cup of coffee", coffee).mid, 240);
    EXPECT_NEAR(grams("a pint of milk", whole_milk).mid, 488, 2);
}

TEST(Portions, TakeASmallCupOfADrinkForTheSmallDrink) {
    EXPECT_LT(grams("a small coffee", coffee).mid, grams("a medium coffee", coffee).mid);
    EXPECT_DOUBLE_EQ(grams("a small cup of coffee", coffee).mid, grams("a small coffee", coffee).mid);
}

TEST(Portions, AreWideWhereNoAmountWasSaidAndNarrowWhereOneWas) {
    auto const width = [](Range const& r) { return (r.high - r.low) / r.mid; };
    EXPECT_GT(width(grams("banana", banana)), width(grams("a banana", banana)));
    EXPECT_GT(width(grams("a banana", banana)), width(grams("120 g banana", banana)));
    EXPECT_LT(width(grams("120 g banana", banana)), 0.1);
}

TEST(Portions, WorkOutAMeasureTheFoodDoesNotHave) {
    double const glass = grams("a glass of milk", whole_milk).mid;
    EXPECT_GT(glass, 200);
    EXPECT_LT(glass, 300);
    EXPECT_GT(grams("a handful of banana", banana).mid, 10);
    EXPECT_LT(grams("a pinch of banana", banana).mid, 5);
}

TEST(Portions, HoldForEveryFoodOfTheTable) {
    Sentence const sentence = sentence_of("two medium cups");
    Amount amount;
    amount.count = Range::exactly(2);
    amount.counted = amount.numbered = true;
    for (Food any = 0; any < foods().size(); ++any) {
        auto const weight = weigh(foods(), measures(), any, amount, {});
        ASSERT_TRUE(known(weight.grams.mid)) << foods().id(any);
        ASSERT_GT(weight.grams.low, 0) << foods().id(any);
        ASSERT_LE(weight.grams.low, weight.grams.mid) << foods().id(any);
        ASSERT_LE(weight.grams.mid, weight.grams.high) << foods().id(any);
    }
}

} // namespace
} // namespace rheobase::diet
