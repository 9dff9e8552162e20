#include "model/diet/food_names.hpp"

#include "model/diet/name_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace rheobase::diet {
namespace {

Lexicon const& lexicon() {
    static NameIndex const index = NameIndex::open(foods());
    return index.lexicon;
}

FoodName reading(std::string_view name) {
    return read_name(name, lexicon(), true);
}

std::string head_of(std::string_view name) {
    FoodName const read = reading(name);
    for (int i = 0; i < read.count; ++i)
        if (auto const& term = read.terms[static_cast<std::size_t>(i)];
            term.role == Role::head && term.word != unknown_word)
            return std::string(lexicon().text(term.word));
    return "";
}

std::vector<std::string> words_of(std::string_view name) {
    FoodName const read = reading(name);
    std::vector<std::string> words;
    for (int i = 0; i < read.count; ++i)
        if (auto const word = read.terms[static_cast<std::size_t>(i)].word; word != unknown_word)
            words.emplace_back(lexicon().text(word));
    std::sort(words.begin(), words.end());
    return words;
}

bool says(std::string_view name, std::string_view family, std::string_view value) {
    Attribute a;
    if (!attribute_called(family, value, a))
        return false;
    return reading(name).said[a.family] >> a.value & 1;
}

TEST(FoodNames, TheHeadIsTheLastNounOfPlainEnglish) {
    EXPECT_EQ(head_of("butter cookie"), "cooky");
    EXPECT_EQ(head_of("tomato soup"), "soup");
    EXPECT_EQ(head_of("apple pie"), "pie");
}

TEST(FoodNames, TheHeadStandsFirstInATable) {
    EXPECT_EQ(head_of("Cookie, butter"), "cooky");
    EXPECT_EQ(head_of("Soup, tomato, canned"), "soup");
}

TEST(FoodNames, ACategoryBeforeTheNameIsNotTheHead) {
    EXPECT_EQ(head_of("Nuts, almonds, dry roasted"), "almond");
    EXPECT_EQ(head_of("Fish, cod, Atlantic, raw"), "cod");
    EXPECT_EQ(head_of("Beverages, lemonade, powder"), "lemonade");
}

TEST(FoodNames, APartOfAnAnimalIsNotTheHead) {
    EXPECT_EQ(head_of("chicken breast"), "chicken");
    EXPECT_EQ(head_of("pork chop"), "pork");
}

TEST(FoodNames, WhatComesWithAFoodIsNotItsHead) {
    EXPECT_EQ(head_of("pancakes with maple syrup"), "pancake");
    EXPECT_EQ(head_of("spaghetti with meat sauce"), "pasta");
}

TEST(FoodNames, PeanutButterIsNotButterAndSoyMilkIsNotMilk) {
    EXPECT_EQ(words_of("peanut butter"), std::vector<std::string>{"peanutbutter"});
    EXPECT_EQ(words_of("soy milk"), std::vector<std::string>{"soymilk"});
    EXPECT_EQ(words_of("half and half"), std::vector<std::string>{"halfandhalf"});
}

TEST(FoodNames, TheTablesOrderAndPlainOrderReadAlike) {
    EXPECT_EQ(words_of("Cream cheese"), words_of("Cheese, cream"));
    EXPECT_EQ(words_of("Oil, olive"), words_of("olive oil"));
    EXPECT_EQ(words_of("Beverages, carbonated, cola"), words_of("cola"));
}

TEST(FoodNames, OneFoodHasOneNameOnBothSidesOfTheOcean) {
    EXPECT_EQ(words_of("aubergine"), words_of("eggplant"));
    EXPECT_EQ(words_of("courgettes"), words_of("zucchini"));
    EXPECT_EQ(words_of("prawns"), words_of("shrimp"));
    EXPECT_EQ(words_of("yoghurt"), words_of("yogurt"));
    EXPECT_EQ(words_of("jugo de naranja"), words_of("orange juice"));
}

TEST(FoodNames, WrittenTogetherOrApartIsTheSame) {
    EXPECT_EQ(words_of("cheese burger"), words_of("cheeseburger"));
    EXPECT_EQ(words_of("oat meal"), words_of("oatmeal"));
    EXPECT_EQ(words_of("kiwi fruit"), words_of("kiwifruit"));
}

TEST(FoodNames, PluralsAccentsAndCapitalsDoNotMatter) {
    EXPECT_EQ(words_of("STRAWBERRIES"), words_of("strawberry"));
    EXPECT_EQ(words_of("Jalapeño peppers"), words_of("jalapeno pepper"));
    EXPECT_EQ(words_of("potatoes"), words_of("potato"));
}

TEST(FoodNames, FatLevelsAreReadInAnyWording) {
    EXPECT_TRUE(says("semi-skimmed milk", "fat", "reduced"));
    EXPECT_TRUE(says("2 % milk", "fat", "reduced"));
    EXPECT_TRUE(says("Milk, nonfat, fluid", "fat", "none"));
    EXPECT_TRUE(says("full fat yoghurt", "fat", "whole"));
    EXPECT_TRUE(says("Yogurt, Greek, whole milk, plain", "fat", "whole"));
}

TEST(FoodNames, AttributesAreNotWords) {
    EXPECT_TRUE(says("unsalted butter", "salt", "unsalted"));
    EXPECT_TRUE(says("decaf coffee", "caffeine", "free"));
    EXPECT_TRUE(says("whole wheat toast", "grain", "whole"));
    EXPECT_TRUE(says("whole wheat toast", "cook", "toasted"));
    EXPECT_EQ(words_of("whole wheat toast"), std::vector<std::string>{"bread"});
}

TEST(FoodNames, WhatIsRuledOutIsNotIn) {
    FoodName const read = reading("pizza without cheese");
    EXPECT_EQ(read.unwanted_count, 1);
    EXPECT_EQ(words_of("pizza without cheese"), std::vector<std::string>{"pizza"});
}

TEST(FoodNames, SlipsOfThePenAreMended) {
    EXPECT_EQ(words_of("bannana"), words_of("banana"));
    EXPECT_EQ(words_of("strawbery"), words_of("strawberry"));
    EXPECT_EQ(words_of("cucmber"), words_of("cucumber"));
    EXPECT_TRUE(reading("bannana").terms[0].mended);
    EXPECT_FALSE(reading("banana").terms[0].mended);
}

TEST(FoodNames, AWordNobodyKnowsIsCountedAndNotDropped) {
    FoodName const read = reading("qwzzkt soup");
    EXPECT_EQ(read.unknown_count, 1);
    EXPECT_EQ(read.count, 2);
}

TEST(FoodNames, NothingAndNonsenseReadAsNothing) {
    EXPECT_EQ(reading("").count, 0);
    EXPECT_EQ(reading(" ,,;() ").count, 0);
    EXPECT_EQ(reading(std::string(5000, 'x')).unknown_count <= 1, true);
    std::string const commas(20000, ',');
    EXPECT_EQ(reading(commas).count, 0);
    std::string bytes;
    for (int i = 0; i < 4096; ++i)
        bytes += static_cast<char>((i * 7919) >> 3);
    EXPECT_LE(reading(bytes).count, most_terms);
}

} // namespace
} // namespace rheobase::diet
