// Calcium and iron in food stay away from the medicines that they bind.
#include "model/week/apart.hpp"
#include "model/week/days.hpp"
#include "tests/verdict/told.hpp"
#include "tests/week/drawn.hpp"
#include "tests/week/made_up.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A latte of one's own, and milk and an apple that are new.
std::vector<Item> latte_milk_apple() {
    auto latte = made_up("latte", true, 14, 60, 90, 50), milk = made_up("milk", false, 0, 60, 150, 50),
         apple = made_up("apple", false, 0, 40, 5, 0);
    latte.meals = {"Breakfast"};
    milk.meals = apple.meals = {"breakfast", "snack"};
    return {latte, milk, apple};
}

verdict::Evidence taking(std::string_view medicine, std::vector<std::string> times = {}) {
    auto evidence = verdict::told("age 50; sex female; drug " + std::string(medicine) + " since 400");
    evidence.medicines.at(0).times = std::move(times);
    return evidence;
}

} // namespace

TEST(Apart, MilkLeavesTheMealOfTheTabletAndAnAppleStays) {
    auto items = latte_milk_apple();
    auto const said = keep_apart(items, taking("levothyroxine"));
    EXPECT_THAT(items[1].meals, ElementsAre("snack"));
    EXPECT_THAT(items[2].meals, ElementsAre("breakfast", "snack"));
    EXPECT_FALSE(items[0].may_grow);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_THAT(said[0], HasSubstr("your thyroid tablet"));
    EXPECT_THAT(said[0], HasSubstr("4 hours apart from it: latte."));
    EXPECT_THAT(said[0], Not(HasSubstr("apple")));
}

TEST(Apart, TimesThatAreToldWin) {
    auto items = latte_milk_apple();
    auto const said = keep_apart(items, taking("levothyroxine", {"22:00"}));
    EXPECT_THAT(items[1].meals, ElementsAre("breakfast", "snack")) << "only dinner is near";
    EXPECT_TRUE(items[0].may_grow);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_THAT(said[0], Not(HasSubstr("latte")));
    auto other = latte_milk_apple();
    other[1].meals = {"breakfast"};
    keep_apart(other, taking("levothyroxine", {"07:30"}));
    EXPECT_THAT(other[1].meals, ElementsAre("lunch")) << "the meal it suits is near, so another is found";
    auto all_day = latte_milk_apple();
    keep_apart(all_day, taking("ciprofloxacin", {"08:00", "16:30"}));
    EXPECT_EQ(all_day[1].most, 0) << "no meal is far enough";
    EXPECT_GT(all_day[2].most, 0);
}

TEST(Apart, NothingMovesWhereNoSuchMedicineIsTaken) {
    auto items = latte_milk_apple();
    EXPECT_TRUE(keep_apart(items, taking("paracetamol")).empty());
    EXPECT_THAT(items[1].meals, ElementsAre("breakfast", "snack"));
    auto stopped = taking("levothyroxine");
    stopped.medicines.at(0).current = false;
    EXPECT_TRUE(keep_apart(items, stopped).empty());
}

TEST(Apart, APlanHasNothingNewThatIsRichInCalciumNearTheTablet) {
    auto const diary = plain_diary();
    auto const planned = [&](std::string const& more) {
        auto const evidence = verdict::told("age 40; sex male; s twitch since 3; s weakness_objective no; "
                                            "conds whole; meds whole" +
                                            more);
        return plan_week(answer(evidence, diary, diet::foods()), diary, {}, diet::foods(), Span::week,
                         Search::first);
    };
    auto const at_breakfast = [](Week const& week) {
        int rich = 0;
        for (auto const& day : week.days)
            for (auto const& serving : day.meals.at(0).servings) {
                auto const& item = week.task.items[serving.item];
                rich += !item.own && 2 * item.held[calcium] >= 120;
            }
        return rich;
    };
    auto const with = planned("; drug levothyroxine since 400"), without = planned("");
    ASSERT_TRUE(with.planned() && without.planned());
    EXPECT_EQ(at_breakfast(with), 0);
    EXPECT_GT(at_breakfast(without), 0) << "or the test shows nothing";
}
