// Amounts as a person writes them, what is bought for them, and why a food goes.
#include "model/week/changes.hpp"
#include "model/week/measure.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "model/week/shopping.hpp"
#include "tests/week/made_up.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

using namespace rheobase;
using namespace rheobase::week;

TEST(Amounts, AreWrittenAsAPersonWould) {
    EXPECT_EQ(portion_in_words("a small pot", 170, 1), "half a small pot (85 g)");
    EXPECT_EQ(portion_in_words("a small pot", 170, 2), "a small pot (170 g)");
    EXPECT_EQ(portion_in_words("a small pot", 170, 3), "1 1/2 small pots (260 g)");
    EXPECT_EQ(portion_in_words("1/2 cup", 60, 1), "a quarter of a cup (30 g)");
    EXPECT_EQ(portion_in_words("1/2 cup (1 NLEA serving)", 30, 1), "a quarter of a cup (15 g)");
    EXPECT_EQ(portion_in_words("half a cup", 80, 1), "a quarter of a cup (40 g)");
    EXPECT_EQ(portion_in_words("half a cup", 80, 14), "3 1/2 cups (560 g)");
    EXPECT_EQ(portion_in_words("1 cup", 244, 2), "1 cup (240 g)");
    EXPECT_EQ(portion_in_words("1 cup, sliced", 70, 6), "3 cups, sliced (210 g)");
    EXPECT_EQ(portion_in_words("two eggs", 100, 1), "1 egg (50 g)");
    EXPECT_EQ(portion_in_words("two kiwis", 150, 7), "7 kiwis (530 g)");
    EXPECT_EQ(portion_in_words("1 berry", 10, 6), "3 berries (30 g)");
    EXPECT_EQ(portion_in_words("1 egg", 50, 1), "half an egg (25 g)");
    EXPECT_EQ(portion_in_words("1 regular", 120, 4), "2 regular ones (240 g)");
    EXPECT_EQ(portion_in_words("1 regular/thin slice", 60, 2), "1 regular slice (60 g)");
    EXPECT_EQ(portion_in_words("1 large or thick slice", 40, 4), "2 large slices (80 g)");
    EXPECT_EQ(portion_in_words("1 100 calorie package", 20, 4), "2 100 calorie packages (40 g)");
    EXPECT_EQ(portion_in_words("1 oz", 28, 6), "85 g") << "weights are said by weight";
    EXPECT_EQ(portion_in_words("", 60, 3), "90 g");
    EXPECT_EQ(portion_in_words("a glass", 240, 14), "7 glasses (1.7 kg)");
}

TEST(Amounts, ThatAreNoHalvesOfTheirMeasureAreSaidAsAbout) {
    EXPECT_EQ(portion_in_words("1 bar", 57, 2 * 65.0 / 57), "about 1 1/4 bars (65 g)");
    EXPECT_EQ(portion_in_words("1 regular", 120, 2 * 100.0 / 120),
              "about three quarters of a regular one (100 g)");
    EXPECT_EQ(portion_in_words("1 bar", 57, 3.08), "1 1/2 bars (90 g)") << "a tenth of a half is near enough";
    EXPECT_EQ(portion_in_words("1 bar", 57, 0.2), "6 g") << "a tenth of a bar is no share people cut";
}

TEST(Shopping, NamesWhatIsBoughtAndNotWhatIsCooked) {
    auto fried = made_up("Egg, whole, fried", true, 4, 70, 25, 50),
         boiled = made_up("Egg, whole, boiled", true, 2, 70, 25, 50);
    auto tea = made_up("Tea, hot, with milk", true, 4, 1, 120, 0),
         potato = made_up("Potato, roasted", true, 4, 90, 100, 0);
    auto chips = made_up("Potato, mashed, from fast food", true, 2, 90, 50, 0),
         bread = made_up("Bread, white", true, 4, 90, 25, 0);
    std::vector<Item> items{fried, boiled, tea, potato, chips, bread};
    for (auto& item : items) {
        item.aisle = "fruit_veg";
        item.measure = "1 cup";
    }
    items[5].measure = "1 slice";
    std::map<std::string, std::string> bought;
    for (auto const& shelf : shopping_list(items, {4, 2, 4, 4, 2, 4}))
        for (auto const& line : shelf.lines)
            bought[line.name] = line.amount;
    EXPECT_EQ(bought["Eggs"], "6 eggs (300 g)") << "fried and boiled ones are bought alike";
    EXPECT_THAT(bought["Tea and milk"], testing::StartsWith("for 2 cups ("));
    EXPECT_EQ(bought["Potato"], "200 g when roasted");
    EXPECT_THAT(bought["Potato, mashed, from fast food"], testing::StartsWith("1 cup ("));
    EXPECT_THAT(bought["Bread, white"], testing::StartsWith("2 slices ("));
    EXPECT_EQ(bought.size(), 5U);
}

TEST(Changes, GiveTheTrueReasonOfWhatMustGo) {
    auto egg = made_up("Egg, whole, fried", true, 4, 70, 25, 50);
    egg.must_go = true;
    for (auto const& [why, said] : {std::pair{"not gluten_free", "it is not gluten free"},
                                    {"what you avoid", "it holds what you avoid"},
                                    {"liquorice", "for your safety, no liquorice"}}) {
        egg.why_barred = why;
        Task task;
        task.items = {egg};
        Menu plan;
        plan.halves = {0};
        // Of sodium there is too much, and it is not why the egg goes.
        BoundMet salt;
        salt.bound.nutrient = diet::nutrient("sodium_mg");
        salt.bound.ceiling = 1;
        salt.against_before = 100;
        plan.bounds = {salt};
        task.items.front().held[salt.bound.nutrient] = 50;
        auto const all = changes(task, plan);
        ASSERT_EQ(all.size(), 1U);
        EXPECT_EQ(in_words(all.front(), task.items),
                  "Leave out Egg, whole, fried: " + std::string(said) + ".");
        EXPECT_EQ(in_brief(all.front(), task.items),
                  "Leave out Egg, whole, fried: " + std::string(said) + ".");
        task.items.front().must_go = false;
        EXPECT_EQ(in_words(changes(task, plan).front(), task.items),
                  "Leave out Egg, whole, fried, for less sodium.");
    }
}

TEST(Amounts, EveryFoodOfTheMenuIsBoughtByAName) {
    std::vector<Item> items;
    for (auto const& row : menu_foods_rows) {
        items.emplace_back();
        items.back().name = row.name;
        items.back().measure = row.measure;
        items.back().grams = row.grams;
        items.back().aisle = row.aisle;
        items.back().kind = row.kind;
    }
    for (auto const& shelf : shopping_list(items, std::vector<double>(items.size(), 2)))
        for (auto const& line : shelf.lines) {
            EXPECT_GE(line.name.size(), 3U) << line.amount;
            EXPECT_FALSE(line.name.starts_with("cooked")) << line.name;
        }
}
