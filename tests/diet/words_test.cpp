#include "model/diet/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace rheobase::diet {
namespace {

using ::testing::HasSubstr;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// "banana 126; latte 360": a part of each food's name and its grams, in the order of the sentence.
struct Sentence {
    char const* text;
    std::vector<std::pair<char const*, double>> foods; ///< grams 0: any
};

void expect_read(Sentence const& sentence) {
    Diary const diary = read_words(sentence.text, foods());
    std::string heard;
    for (auto const& eaten : diary.eaten)
        heard += std::string(foods().name(eaten.food)) + " " + std::to_string(eaten.grams.mid) + "; ";
    ASSERT_EQ(diary.eaten.size(), sentence.foods.size()) << sentence.text << " -> " << heard;
    for (std::size_t i = 0; i < sentence.foods.size(); ++i) {
        auto const& [name, grams] = sentence.foods[i];
        auto const& eaten = diary.eaten[i];
        EXPECT_THAT(lower(foods().name(eaten.food)), HasSubstr(name)) << sentence.text;
        if (grams > 0) {
            EXPECT_NEAR(eaten.grams.mid, grams, grams * 0.06) << sentence.text << " -> " << heard;
        }
    }
}

/// One test for many: to begin, each would build what the reading stands on.
void expect_read_all(std::vector<Sentence> const& sentences) {
    for (auto const& each : sentences)
        expect_read(each);
}

TEST(Sentences, Numbers) {
    expect_read_all(
        {Sentence{"half an apple", {{"apple", 100}}}, Sentence{"a dozen boiled eggs", {{"egg", 600}}},
         Sentence{"one and a half bananas", {{"banana", 189}}}, Sentence{"1½ bananas", {{"banana", 189}}},
         Sentence{"a couple of bananas", {{"banana", 252}}}, Sentence{"2-3 bananas", {{"banana", 315}}},
         Sentence{"three hard-boiled eggs", {{"egg", 150}}},
         Sentence{"half a grapefruit", {{"grapefruit", 154}}},
         Sentence{"two dozen almonds", {{"almond", 29}}}, Sentence{"1,5 bananas", {{"banana", 189}}}});
}

TEST(Sentences, WholeOnes) {
    expect_read_all(
        {Sentence{"half a watermelon", {{"watermelon", 2600}}}, Sentence{"a pineapple", {{"pineapple", 905}}},
         Sentence{"an avocado", {{"avocado", 150}}}, Sentence{"half a cabbage", {{"cabbage", 450}}},
         Sentence{"a head of broccoli", {{"broccoli", 500}}}, Sentence{"an onion", {{"onion", 148}}},
         Sentence{"3 espressos", {{"espresso", 90}}}, Sentence{"a baguette", {{"french", 324}}},
         Sentence{"half a loaf of bread", {{"bread", 250}}},
         Sentence{"a slice of watermelon", {{"watermelon", 325}}},
         Sentence{"a piece of cake", {{"cake", 0}}}});
}

TEST(Sentences, WeightsAndVolumes) {
    expect_read_all(
        {Sentence{"150g peach", {{"peach", 150}}}, Sentence{"360 grams of cooked rice", {{"rice", 360}}},
         Sentence{"a 45g sandwich", {{"sandwich", 45}}}, Sentence{"two 45g sandwiches", {{"sandwich", 90}}},
         Sentence{"0.25 kg cherries", {{"cherries", 250}}},
         Sentence{"half a pound of grapes", {{"grapes", 227}}},
         Sentence{"4 oz grilled salmon", {{"salmon", 113}}}, Sentence{"almonds 30g", {{"almond", 30}}},
         Sentence{"yogurt (150 g)", {{"yogurt", 150}}}, Sentence{"A 142-gram burrito", {{"burrito", 142}}},
         Sentence{"a 12 fl oz can of cola", {{"cola", 372}}}, Sentence{"cola, 330 ml", {{"cola", 346}}},
         Sentence{"two 330 ml cans of cola", {{"cola", 692}}},
         Sentence{"a 20 fl oz bottle of root beer", {{"root beer", 620}}},
         Sentence{"a bottle of root beer, which held 20 fluid ounces", {{"root beer", 620}}},
         Sentence{"16 fl oz of orange juice", {{"orange juice", 496}}},
         Sentence{"a litre of water", {{"water", 1014}}}, Sentence{"33 cl of beer", {{"beer", 335}}},
         Sentence{"a 12 oz latte", {{"latte", 360}}}});
}

TEST(Sentences, HouseholdMeasures) {
    expect_read_all(
        {Sentence{"a cup of whole milk", {{"milk", 244}}}, Sentence{"2 cups of whole milk", {{"milk", 488}}},
         Sentence{"2 tbsp peanut butter", {{"peanut butter", 32}}},
         Sentence{"1 tbsp. olive oil", {{"olive oil", 14}}}, Sentence{"a teaspoon of honey", {{"honey", 7}}},
         Sentence{"two slices of white bread", {{"bread", 56}}},
         Sentence{"a scoop of vanilla ice cream", {{"ice cream", 120}}},
         Sentence{"a handful of almonds", {{"almond", 30}}},
         Sentence{"a small single serving bag of plain potato chips", {{"potato chips", 28}}},
         Sentence{"a stick of string cheese", {{"cheese", 28}}},
         Sentence{"an ear of cooked corn", {{"corn", 0}}},
         Sentence{"a 6 oz container of Greek yogurt", {{"yogurt", 170}}},
         Sentence{"a regular microwave bag of butter flavored popcorn", {{"popcorn", 85}}},
         Sentence{"1/8 of a 9-inch apple pie", {{"pie, apple", 0}}},
         Sentence{"a pint of lager", {{"beer", 480}}}, Sentence{"a glass of skim milk", {{"milk", 247}}},
         Sentence{"a bowl filled with cooked white rice", {{"rice", 0}}},
         Sentence{"a pat of butter", {{"butter", 7}}}});
}

TEST(Sentences, Sizes) {
    expect_read_all({Sentence{"a small raw apple", {{"apple", 165}}},
                     Sentence{"a large raw apple", {{"apple", 242}}},
                     Sentence{"an extra large raw apple", {{"apple", 295}}},
                     Sentence{"a medium-sized raw apple", {{"apple", 200}}},
                     Sentence{"a miniature chocolate muffin", {{"muffin", 25}}},
                     Sentence{"a small cup of brewed coffee", {{"coffee", 360}}},
                     Sentence{"a large cola", {{"cola", 744}}},
                     Sentence{"a thick slice of white bread", {{"bread", 43}}}});
}

TEST(Sentences, SeveralFoods) {
    expect_read_all(
        {Sentence{"two slices of whole wheat toast with butter, a handful of almonds and a 12 oz latte",
                  {{"bread", 0}, {"butter", 0}, {"almond", 30}, {"latte", 360}}},
         Sentence{"a banana alongside a cup of whole milk", {{"banana", 126}, {"milk", 244}}},
         Sentence{"a boiled egg paired with a raw orange, complemented by a can of diet cola",
                  {{"egg", 50}, {"orange", 0}, {"cola", 0}}},
         Sentence{"toast spread with a tablespoon of jelly", {{"toast", 25}, {"jelly", 20}}},
         Sentence{"200g chicken breast, 150g cooked rice and 80g broccoli",
                  {{"chicken breast", 200}, {"rice", 150}, {"broccoli", 80}}},
         Sentence{"I had a raw apple; then a raw pear.", {{"apple", 0}, {"pear", 0}}},
         Sentence{"a raw apple\na raw pear", {{"apple", 0}, {"pear", 0}}},
         Sentence{"a tin of baked beans on toast", {{"baked beans", 0}, {"toast", 0}}},
         Sentence{"a cup of tea with a splash of milk", {{"tea", 240}, {"milk", 15}}},
         Sentence{"a bowl of porridge with blueberries", {{"oatmeal", 0}, {"blueberries", 0}}}});
}

TEST(Sentences, OneDish) {
    expect_read_all({Sentence{"rice and beans", {{"rice", 0}}},
                     Sentence{"a peanut butter and jelly sandwich", {{"peanut butter and jelly", 0}}},
                     Sentence{"oatmeal with milk", {{"oatmeal", 0}}},
                     Sentence{"a sandwich filled with ham and cheese", {{"ham", 0}}},
                     Sentence{"an egg, cheese, and bacon biscuit", {{"egg", 0}}},
                     Sentence{"a hamburger on a white bun", {{"hamburger", 0}}},
                     Sentence{"a baked potato with cheese", {{"potato", 0}}},
                     Sentence{"a Whopper with cheese from Burger King", {{"whopper with cheese", 290}}},
                     Sentence{"a vanilla ice cream cone", {{"ice cream cone", 0}}},
                     Sentence{"a large, warm and fluffy pancake", {{"pancake", 0}}},
                     Sentence{"cheese flavored corn snacks, Cheetos", {{"cheese flavored corn snacks", 0}}}});
}

TEST(Sentences, Negation) {
    expect_read_all(
        {Sentence{"a chicken breast without the skin", {{"skin not eaten", 0}}},
         Sentence{"a chicken breast, skin removed", {{"skin not eaten", 0}}},
         Sentence{"coffee without sugar", {{"coffee", 0}}},
         Sentence{"a burger, hold the mayo", {{"hamburger", 0}}},
         Sentence{"no breakfast, but a banana for lunch", {{"banana", 126}}},
         Sentence{"a salad with no croutons or cheese, and a banana", {{"salad", 0}, {"banana", 126}}},
         Sentence{"unsweetened almond milk, 240 ml", {{"almond milk", 0}}}});
}

TEST(Sentences, NoiseAndSlips) {
    expect_read_all(
        {Sentence{"This morning I happily enjoyed a truly delicious banana to start my day",
                  {{"banana", 126}}},
         Sentence{"banan", {{"banana", 126}}}, Sentence{"BANANA!!!", {{"banana", 126}}},
         Sentence{"I sipped a cup of black coffee and later stirred a packet of sugar into my coffee",
                  {{"coffee", 240}, {"sugar", 0}}},
         Sentence{"a packet of Crisps (25 g)", {{"potato chips", 25}}},
         Sentence{"jalape\xC3\xB1o pepper, 20 g", {{"pepper", 20}}}});
}

TEST(Sentences, Everyday) {
    expect_read_all(
        {Sentence{"a banana, black coffee", {{"banana", 126}, {"coffee", 0}}},
         Sentence{"coke zero 330ml", {{"cola, diet", 335}}},
         Sentence{"a quarter pounder without cheese", {{"quarter pounder", 170}}},
         Sentence{"rice cakes x 4", {{"rice cake", 12}}},
         Sentence{"pizza x2 and a beer", {{"pizza", 0}, {"beer", 0}}},
         Sentence{"toast \xC3\x97"
                  "2",
                  {{"toast", 50}}},
         Sentence{"a cup and a half of rice", {{"rice", 244}}},
         Sentence{"a banana and a half", {{"banana", 189}}},
         Sentence{"bagel w/ cream cheese", {{"bagel", 0}, {"cream cheese", 0}}},
         Sentence{"a latte w/o sugar", {{"latte", 0}}},
         Sentence{"eggs + toast + tea", {{"egg", 0}, {"toast", 0}, {"tea", 0}}},
         Sentence{"mac n cheese", {{"macaroni", 0}}},
         Sentence{"300 ml skimmed milk", {{"fat free", 309}}},
         Sentence{"semi-skimmed milk, 200 ml", {{"reduced fat", 206}}},
         Sentence{"grilled cheese and tomato soup", {{"grilled cheese", 0}, {"soup, tomato", 0}}},
         Sentence{"fish and chips with mushy peas", {{"fish", 0}, {"french fries", 0}, {"peas", 0}}},
         Sentence{"an avocado toast and a cuppa", {{"toast", 0}, {"avocado", 30}, {"tea", 0}}},
         Sentence{"a pint of Guinness", {{"beer", 480}}},
         Sentence{"G&T", {{"gin and tonic", 0}}},
         Sentence{"jacket potato with tuna mayo", {{"potato", 0}, {"tuna salad", 0}}},
         Sentence{"salmon fillet (150g) w/ brown rice", {{"salmon", 150}, {"rice, brown", 0}}},
         Sentence{"ate most of a burrito", {{"burrito", 176}}},
         Sentence{"the most amazing cookie", {{"cookie", 0}}}});
}

TEST(Sentences, Pictures) {
    expect_read_all({Sentence{"\xF0\x9F\x8D\x8C and a yoghurt", {{"banana", 126}, {"yogurt", 0}}},
                     Sentence{"2 \xF0\x9F\x8D\x8E", {{"apple", 400}}},
                     Sentence{"a banana \xF0\x9F\x8D\x8C", {{"banana", 126}}},
                     Sentence{"\xF0\x9F\x8D\x95\xF0\x9F\xA5\xA4", {{"pizza", 0}, {"soft drink", 0}}}});
}

TEST(Words, HalfOfItIsHalfOfTheFoodBefore) {
    double const whole = read_words("a lasagne", foods()).eaten.at(0).grams.mid;
    for (auto const* text :
         {"a lasagne, about half of it", "a lasagne, ate half of it", "a lasagne and only half of that"}) {
        auto const diary = read_words(text, foods());
        ASSERT_EQ(diary.eaten.size(), 1u) << text;
        EXPECT_NEAR(diary.eaten[0].grams.mid, whole / 2, 0.01) << text;
    }
    EXPECT_NEAR(read_words("a lasagne, most of it", foods()).eaten.at(0).grams.mid, 0.8 * whole, 0.01);
}

TEST(Words, WhatGoesOnAFoodIsMeasuredByThatFood) {
    auto const with = [](char const* text) { return read_words(text, foods()).eaten.at(1).grams.mid; };
    EXPECT_GT(with("cornflakes with milk"), 60) << "more than a drop in a cup of tea";
    EXPECT_NEAR(with("porridge with 2% milk"), 61, 5);
    EXPECT_DOUBLE_EQ(with("4 slices of toast with butter"), 2 * with("2 slices of toast with butter"));
}

TEST(Words, APhraseThatPeopleSayIsUnderstoodWhole) {
    for (auto const* text :
         {"chicken tikka masala", "mushy peas", "a mug of builder's tea", "two fish fingers"})
        EXPECT_TRUE(read_words(text, foods()).unread.empty()) << text;
}

TEST(Words, AMeasureOfSomethingUnknownIsReported) {
    auto const diary = read_words("a pint of Zorbness", foods());
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].text, HasSubstr("Zorbness"));
}

TEST(Words, FindNoFoodInDecoration) {
    for (auto const* text :
         {"", " ", "It was a delightful morning full of sunshine.",
          "What a wonderful, relaxing and truly satisfying start to my day!", "...", "and with, of the"})
        EXPECT_TRUE(read_words(text, foods()).eaten.empty()) << text;
}

TEST(Words, NameWhatTheyDidNotUnderstand) {
    Diary const diary = read_words("a quinoaburgh with froobles and a banana", foods());
    ASSERT_FALSE(diary.unread.empty());
    std::string unread;
    for (auto const& line : diary.unread)
        unread += line.text + "; ";
    EXPECT_THAT(unread, HasSubstr("quinoaburgh"));
    EXPECT_THAT(unread, HasSubstr("froobles"));
}

TEST(Words, TakeNoAmountThatNobodyEats) {
    for (auto const* text : {"1000 kg of rice", "1e9 bananas", "500 eggs", "40 litres of water"}) {
        Diary const diary = read_words(text, foods());
        EXPECT_TRUE(diary.eaten.empty()) << text;
        ASSERT_EQ(diary.unread.size(), 1U) << text;
        EXPECT_EQ(diary.unread[0].text, text);
        EXPECT_THAT(diary.unread[0].why, HasSubstr("nobody eats so much"));
    }
    EXPECT_EQ(read_words("8 litres of water", foods()).eaten.size(), 1U);
}

TEST(Words, AreNotSureOfAFoodThatOnlyASlipOfThePenWouldName) {
    EXPECT_LT(read_words("bleach", foods()).eaten.at(0).sure, 0.5);
    EXPECT_GT(read_words("two bannanas", foods()).eaten.at(0).sure, 0.5);
    // A letter that English lacks tells a word of another language, not a slip.
    EXPECT_TRUE(read_words("käse", foods()).eaten.empty());
    EXPECT_EQ(read_words("crème brûlée", foods()).eaten.size(), 1U);
    EXPECT_EQ(read_words("jalapeño", foods()).eaten.size(), 1U);
}

TEST(Words, AFigureThatIsNoNumberIsNoAmount) {
    for (auto const* text : {"3.5.2 apples", "1/0 apples"}) {
        Diary const diary = read_words(text, foods());
        ASSERT_EQ(diary.eaten.size(), 1U) << text;
        EXPECT_GT(diary.eaten[0].grams.mid, 0) << text;
    }
}

TEST(Words, InLettersThatAreNotReadAreNamed) {
    Diary const diary = read_words("rice 和鸡蛋, ψωμί", foods());
    EXPECT_EQ(diary.eaten.size(), 1U);
    ASSERT_EQ(diary.unread.size(), 2U);
    EXPECT_EQ(diary.unread[0].text, "和鸡蛋");
    EXPECT_EQ(diary.unread[1].text, "ψωμί");
    EXPECT_TRUE(read_words("🍌, “toast” – ½ apple, 2 €", foods()).unread.empty());
}

TEST(Words, LeaveSupplementsToTheSupplements) {
    for (auto const* text : {"a 400 mg magnesium tablet", "a multivitamin", "two fish oil capsules"}) {
        Diary const diary = read_words(text, foods());
        EXPECT_TRUE(diary.eaten.empty()) << text;
        ASSERT_EQ(diary.unread.size(), 1u) << text;
        EXPECT_THAT(diary.unread[0].why, HasSubstr("supplement"));
    }
}

TEST(Words, KeepTheWordsAsTheyWereWritten) {
    Diary const diary = read_words("For lunch I had Two Ripe Bananas.", foods());
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_EQ(diary.eaten[0].text, "Two Ripe Bananas");
}

TEST(Words, ShowRunnersUpAndHowSureTheyAre) {
    Diary const diary = read_words("some bread", foods());
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_GT(diary.eaten[0].sure, 0);
    EXPECT_LE(diary.eaten[0].sure, 1);
    EXPECT_FALSE(diary.eaten[0].runners_up.empty());
}

TEST(Words, CountNothingTwiceThatIsSaidAgain) {
    expect_read({"a slice of apple pie, served as one pie slice", {{"pie, apple", 0}}});
    expect_read({"a Milky Way bar. It was a bar", {{"", 0}}});
}

std::vector<std::string> const plain_foods{"raw apple",  "banana",           "boiled egg",
                                           "raw orange", "chocolate muffin", "corn dog"};

TEST(WordsProperty, TwiceTheCountIsTwiceTheGrams) {
    for (auto const& name : plain_foods) {
        Diary const two = read_words("two " + name + "s", foods());
        Diary const four = read_words("four " + name + "s", foods());
        ASSERT_EQ(two.eaten.size(), 1u) << name;
        ASSERT_EQ(four.eaten.size(), 1u) << name;
        EXPECT_DOUBLE_EQ(four.eaten[0].grams.mid, 2 * two.eaten[0].grams.mid) << name;
    }
}

TEST(WordsProperty, TheOrderOfFoodsDoesNotChangeTheSum) {
    std::mt19937 random(7); // NOLINT: the same order every time
    auto names = plain_foods;
    double expected = 0;
    for (int round = 0; round < 20; ++round) {
        std::string text;
        for (auto const& name : names)
            text += (text.empty() ? "a " : ", a ") + name;
        double sum = 0;
        for (auto const& eaten : read_words(text, foods()).eaten)
            sum += eaten.grams.mid;
        if (round == 0)
            expected = sum;
        EXPECT_NEAR(sum, expected, 1e-9) << text;
        std::shuffle(names.begin(), names.end(), random);
    }
}

TEST(WordsProperty, TheSameWordsGiveTheSameDiaryFromANewReaderAndAnOldOne) {
    WordReader old;
    for (auto const& name : plain_foods)
        old.read("a " + name);
    for (auto const& name : plain_foods) {
        auto const a = old.read("a " + name);
        auto const b = WordReader().read("a " + name);
        ASSERT_EQ(a.eaten.size(), b.eaten.size());
        for (std::size_t i = 0; i < a.eaten.size(); ++i) {
            EXPECT_EQ(a.eaten[i].food, b.eaten[i].food);
            EXPECT_EQ(a.eaten[i].grams.mid, b.eaten[i].grams.mid);
        }
    }
}

TEST(WordsProperty, AnyBytesAreReadWithoutACrashAndGramsStayOrdered) {
    std::mt19937 random(11); // NOLINT: the same bytes every time
    std::string const letters =
        "aeio bcdfs ,.;()%/-\"'1234567890\xC2\xBD\xE2\x80\x99 of and with cup oz a no ";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        auto const length = random() % 120;
        for (std::size_t i = 0; i < length; ++i)
            text += round % 2 ? static_cast<char>(random() % 256) : letters[random() % letters.size()];
        for (auto const& eaten : read_words(text, foods()).eaten) {
            EXPECT_LE(eaten.grams.low, eaten.grams.mid);
            EXPECT_LE(eaten.grams.mid, eaten.grams.high);
            EXPECT_GE(eaten.grams.low, 0);
        }
    }
}

TEST(WordsProperty, AWordNobodyKnowsIsAlwaysReported) {
    for (auto const* odd : {"zzyxqv", "qwrtplk", "vbnmkj"})
        for (std::string const pattern :
             {"a banana and a % of it", "% with a banana", "a cup of %", "a banana with %", "a % banana"}) {
            std::string text = pattern;
            text.replace(text.find('%'), 1, odd);
            bool reported = false;
            for (auto const& line : read_words(text, foods()).unread)
                reported |= lower(line.text).find(odd) != std::string::npos;
            EXPECT_TRUE(reported) << text;
        }
}

TEST(WordsProperty, AVeryLongTextIsReadInTime) {
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "a banana and an apple with rice ";
    EXPECT_FALSE(read_words(text, foods()).eaten.empty());
}

} // namespace
} // namespace rheobase::diet
