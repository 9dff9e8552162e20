// Wishes in words: what each means, and what is said of words that mean none.
#include "app/read/wish.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::read;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

week::Wishes wish(std::string_view words) {
    auto const read = read_wish(words);
    EXPECT_TRUE(read) << words << ": " << (read ? "" : in_words(read.error()));
    return read ? *read : week::Wishes{};
}

/// How many wishes the words were taken for: one thing said is one thing wished.
std::size_t count(std::string_view words) {
    return week::parts(wish(words)).size();
}

Problem problem(std::string_view words) {
    auto const read = read_wish(words);
    EXPECT_FALSE(read) << words;
    return read ? Problem{} : read.error();
}

} // namespace

TEST(Wish, OfADietIsTheDiet) {
    for (std::string const diet : {"vegan", "vegetarian", "pescatarian", "halal", "kosher"}) {
        EXPECT_EQ(wish(diet).diet, diet);
        EXPECT_EQ(count(diet), 1u) << diet;
    }
    EXPECT_EQ(wish("Vegan").diet, "vegan");
    EXPECT_EQ(wish("plant based").diet, "vegan");
}

TEST(Wish, WithoutAFoodLeavesItOut) {
    for (auto const* words : {"no nuts", "No nuts", "without nuts", "avoid nuts", "nuts free", "nut-free"}) {
        auto const read = wish(words);
        ASSERT_EQ(read.without.size(), 1u) << words;
        EXPECT_THAT(read.without.front(), testing::StartsWith("nut")) << words;
        EXPECT_THAT(read.diet, IsEmpty()) << words;
        EXPECT_EQ(count(words), 1u) << words;
    }
    EXPECT_THAT(wish("nut free").without, ElementsAre("nut"));
    EXPECT_THAT(wish("no broccoli").without, ElementsAre("broccoli"));
}

TEST(Wish, FreeOfGlutenOrLactoseIsTheDietOfThatName) {
    EXPECT_EQ(wish("gluten free").diet, "gluten_free");
    EXPECT_EQ(wish("lactose-free").diet, "lactose_free");
}

TEST(Wish, ToKeepAFoodKeepsIt) {
    EXPECT_THAT(wish("keep cheddar").keep, ElementsAre("cheddar"));
    EXPECT_THAT(wish("Keep  black coffee ").keep, ElementsAre("black coffee"));
    EXPECT_EQ(count("keep cheddar"), 1u);
}

TEST(Wish, OfAMannerIsTheManner) {
    EXPECT_TRUE(wish("cheap").cheap);
    EXPECT_TRUE(wish("low cost").cheap);
    EXPECT_EQ(wish("no cooking").cooking, "none");
    EXPECT_EQ(wish("little_cooking").cooking, "little");
    EXPECT_TRUE(wish("few changes").few_changes);
    for (auto const* words : {"cheap", "no cooking", "little cooking", "few changes"})
        EXPECT_EQ(count(words), 1u) << words;
}

TEST(Wish, OfUnknownWordsIsAProblemWithAHint) {
    for (auto const* words :
         {"vegn", "cheep", "no zorblax", "zorblax free", "make me happy", "", "keep", "no "}) {
        auto const said = problem(words);
        EXPECT_THAT(said.where, HasSubstr("wish")) << words;
        EXPECT_FALSE(said.hint.empty()) << words;
    }
    EXPECT_THAT(problem("vegn").hint, HasSubstr("vegan"));
    EXPECT_THAT(problem("cheep").hint, HasSubstr("cheap"));
    EXPECT_THAT(problem("few chnages").hint, HasSubstr("few changes"));
    EXPECT_THAT(problem("make me happy").hint, HasSubstr("keep FOOD"));
}

TEST(Wish, SeveralJoinedAreAllOfThem) {
    auto const all = week::joined(week::joined(wish("vegan"), wish("no nuts")),
                                  week::joined(wish("keep tofu"), wish("cheap")));
    EXPECT_EQ(all.diet, "vegan");
    EXPECT_THAT(all.without, ElementsAre("nuts"));
    EXPECT_THAT(all.keep, ElementsAre("tofu"));
    EXPECT_TRUE(all.cheap);
    EXPECT_EQ(week::parts(all).size(), 4u);
}
