#include "model/diet/phrases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rheobase::diet {
namespace {

using ::testing::ElementsAre;

/// The words of every phrase, joined.
std::vector<std::string> cut(std::string_view text) {
    std::vector<std::string> out;
    Sentence const sentence = sentence_of(text); // the words are views of it
    for (auto const& phrase : phrases_of(sentence, vocabulary())) {
        std::string words;
        for (auto const& word : phrase.words)
            words += (words.empty() ? "" : " ") + std::string(word.text);
        if (!words.empty())
            out.push_back(words);
    }
    return out;
}

Phrase first(std::string_view text) {
    static Sentence sentence;
    sentence = sentence_of(text);
    auto phrases = phrases_of(sentence, vocabulary());
    EXPECT_FALSE(phrases.empty()) << text;
    return phrases.empty() ? Phrase{} : phrases.front();
}

TEST(Phrases, CutAtWordsThatJoinFoods) {
    EXPECT_THAT(cut("an apple and a pear"), ElementsAre("apple", "pear"));
    EXPECT_THAT(cut("an apple alongside a pear"), ElementsAre("apple", "pear"));
    EXPECT_THAT(cut("an apple, a pear, plus a plum"), ElementsAre("apple", "pear", "plum"));
    EXPECT_THAT(cut("toast spread with a teaspoon of honey"), ElementsAre("toast", "honey"));
}

TEST(Phrases, LeaveOutWordsThatSayNothingOfFood) {
    EXPECT_THAT(cut("This morning I happily devoured a delightful pear for breakfast"), ElementsAre("pear"));
    EXPECT_THAT(cut("What a wonderful, relaxing evening it was"), ElementsAre());
}

TEST(Phrases, KeepWordsThatOnlyHereArePartOfAName) {
    EXPECT_THAT(cut("a sweet potato"), ElementsAre("sweet potato"));
    EXPECT_THAT(cut("a sweet mango"), ElementsAre("mango"));
    EXPECT_THAT(cut("a double cheeseburger"), ElementsAre("double cheeseburger"));
    EXPECT_THAT(cut("a dinner roll for dinner"), ElementsAre("dinner roll"));
}

TEST(Phrases, KeepAnAndThatTheTableHas) {
    EXPECT_THAT(cut("a peanut butter and jelly sandwich"), ElementsAre("peanut butter and jelly sandwich"));
}

TEST(Phrases, TakeTheMeasureOutOfTheName) {
    auto const cup = first("a cup of lentils");
    EXPECT_NE(cup.amount.measure, 0);
    EXPECT_EQ(cup.words.size(), 1u);
    EXPECT_EQ(first("two juice boxes").amount.numbered, true);
}

TEST(Phrases, CarryAnAmountOverTheAdjectives) {
    auto const cookie = first("a large, crumbly and warm cookie");
    EXPECT_TRUE(cookie.amount.counted);
    EXPECT_NE(cookie.amount.sizes & size_called("large"), 0u);
    EXPECT_EQ(cookie.words.back().text, "cookie");
}

TEST(Phrases, AttachAnAmountThatStandsBehind) {
    EXPECT_DOUBLE_EQ(first("walnuts 30g").amount.grams, 30);
    EXPECT_DOUBLE_EQ(first("yoghurt (150 g)").amount.grams, 150);
}

TEST(Phrases, MarkWhatWasNotEaten) {
    Sentence const sentence = sentence_of("a burger without onions");
    auto const phrases = phrases_of(sentence, vocabulary());
    ASSERT_EQ(phrases.size(), 2u);
    EXPECT_EQ(phrases[1].link, Link::negated);
}

TEST(Phrases, MarkDosesAsNoFood) {
    EXPECT_TRUE(first("a 400 mg magnesium tablet").amount.dose);
    EXPECT_TRUE(first("two fish oil capsules").amount.dose);
}

} // namespace
} // namespace rheobase::diet
