// No one with an allergy is given what a careful cook would know to hold it, over the whole menu and the
// whole food table; and what only sounds like it stays.
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergens.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "model/week/now.hpp"
#include "model/week/off_diet.hpp"
#include "model/week/offers.hpp"
#include "model/week/own_bars.hpp"
#include "tests/week/allergen_words.hpp"
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

diet::Food food(std::string_view id) {
    return diet::foods().find(id).value();
}

struct Barred {
    std::vector<Item> items;
    OwnBarred barred;
    Item const& of(std::string_view id) const {
        return *std::find_if(items.begin(), items.end(), [&](auto const& item) { return item.id == id; });
    }
};

/// What a person who tells this story and eats these foods is left with.
Barred own_of(std::string const& story, std::vector<std::string_view> const& ids, Wishes const& wishes = {}) {
    auto evidence = verdict::told(story);
    evidence.wished_diet = wishes.diet;
    evidence.dislikes = wishes.without;
    diet::Diary diary;
    for (auto const id : ids)
        diary.eaten.push_back(ate(id, 100, 1));
    Barred out;
    out.items = eaten_now(diary, {}, 1, diet::foods()).items;
    auto const stops = answer(evidence, diary, diet::foods()).verdict.plan.stops;
    out.barred = bar_own(out.items, PlanBans(evidence, stops), stops, wishes, diet::foods());
    return out;
}

std::vector<std::string> offered_to(std::string const& story) {
    auto const evidence = verdict::told(story);
    std::vector<verdict::HardStop> const none;
    std::vector<std::string> out;
    for (auto const& item : offers({}, PlanBans(evidence, none), {}, diet::foods()))
        out.push_back(item.name);
    return out;
}

constexpr auto cheddar = "FNDDS:14104100", milk = "FNDDS:11111000", lactose_free_milk = "FNDDS:11114330",
               cottage_cheese = "FNDDS:14204010", almond_drink = "FNDDS:11350000",
               soy_drink = "FNDDS:11320000", peanut_butter = "FNDDS:42202000", ghee = "FNDDS:81204000",
               upma = "FNDDS:58174000", lasagna = "FNDDS:58130011";

} // namespace

TEST(Allergens, OfAnyFoodOfTheTableAreSeenInItsName) {
    auto const& table = diet::foods();
    int seen = 0;
    for (diet::Food one = 0; one < table.size(); ++one)
        for (auto const& row : allergen_words())
            if (surely_holds(table.name(one), row.allergen)) {
                ++seen;
                EXPECT_TRUE(holds_allergen(one, row.allergen, table))
                    << row.allergen << " in " << table.id(one) << ' ' << table.name(one);
            }
    EXPECT_GE(seen, 3000);
}

TEST(Allergens, OfNoFoodOfTheMenuReachAnyoneWhoNamesThem) {
    for (auto const& row : allergen_words()) {
        auto const offered = offered_to("age 40; sex female; allergy " + std::string(row.allergen));
        EXPECT_GE(offered.size(), 100u) << row.allergen;
        for (auto const& name : offered)
            EXPECT_FALSE(surely_holds(name, row.allergen)) << name << " holds " << row.allergen;
        for (auto const& menu : menu_foods_rows)
            if (surely_holds(menu.name, row.allergen)) {
                EXPECT_THAT(offered, Not(Contains(std::string(menu.name)))) << row.allergen;
            }
    }
}

TEST(Allergens, OfMilkLeaveWhatIsOnlyCalledMilkOrButter) {
    auto const offered = offered_to("age 40; sex female; allergy milk");
    for (auto const* name :
         {"soya drink with calcium, shaken", "almond drink with calcium, shaken", "soya yogurt",
          "oat drink with calcium, shaken", "peanut butter, low salt", "tahini", "boiled egg"})
        EXPECT_THAT(offered, Contains(name));
    for (auto const* name : {"lactose free milk", "cheddar cheese", "parmesan", "plain kefir", "buttermilk"})
        EXPECT_THAT(offered, Not(Contains(name)));
    for (auto const* id : {"FNDDS:11320000", "FNDDS:11360000", "FNDDS:42401010", "FNDDS:42202000", "SR:04501",
                           "SR:18373", "SR:16252"})
        EXPECT_FALSE(holds_allergen(food(id), "milk", diet::foods())) << diet::foods().name(food(id));
    for (auto const* id : {"SR:43543", "FNDDS:11825000", "SR:19150", "SR:01003"})
        EXPECT_TRUE(holds_allergen(food(id), "milk", diet::foods())) << diet::foods().name(food(id));
}

TEST(Allergens, OfMilkTakeOutEveryMilkOfTheDiaryAndLeaveSoya) {
    auto const left = own_of("age 40; sex female; allergy milk",
                             {cheddar, milk, lactose_free_milk, ghee, soy_drink, peanut_butter});
    for (auto const* id : {cheddar, milk, lactose_free_milk, ghee})
        EXPECT_TRUE(left.of(id).must_go) << id;
    for (auto const* id : {soy_drink, peanut_butter})
        EXPECT_FALSE(left.of(id).must_go) << id;
}

TEST(Allergens, OfNutsTakeOutAlmondDrinkAndWhatTheMenuMarks) {
    auto const left = own_of("age 40; sex female; allergy tree_nut", {almond_drink, upma, soy_drink, milk});
    EXPECT_TRUE(left.of(almond_drink).must_go);
    EXPECT_TRUE(left.of(upma).must_go) << "its name tells nothing, its row does";
    EXPECT_FALSE(left.of(soy_drink).must_go);
    EXPECT_FALSE(left.of(milk).must_go);
}

TEST(Allergens, OfLactoseAreBoundByItsAmount) {
    Wishes wishes;
    wishes.diet = "lactose_free";
    wishes.keep = {"cheddar"};
    for (auto const& story : {"age 40; sex female", "age 40; sex female; cond lactose_intolerance"}) {
        auto const left =
            own_of(story, {cheddar, milk, lactose_free_milk, cottage_cheese, almond_drink}, wishes);
        EXPECT_FALSE(left.of(cheddar).must_go) << story;
        EXPECT_FALSE(left.of(cheddar).may_shrink) << "a wish to keep it holds";
        EXPECT_FALSE(left.of(lactose_free_milk).must_go);
        EXPECT_FALSE(left.of(almond_drink).must_go);
        EXPECT_TRUE(left.of(milk).must_go);
        EXPECT_TRUE(left.of(cottage_cheese).must_go);
    }
    Wishes without;
    without.without = {"lactose"};
    auto const left = own_of("age 40; sex female", {cheddar, milk}, without);
    EXPECT_FALSE(left.of(cheddar).must_go);
    EXPECT_TRUE(left.of(milk).must_go);
}

TEST(Allergens, OfACoeliacLeaveWhatIsMadeWithoutGluten) {
    constexpr auto free_pasta = "FNDDS:56140100", pasta = "FNDDS:56130000", bread = "FNDDS:51101000";
    auto const left = own_of("age 40; sex female; cond coeliac", {free_pasta, pasta, bread});
    EXPECT_FALSE(left.of(free_pasta).must_go);
    EXPECT_TRUE(left.of(pasta).must_go);
    EXPECT_TRUE(left.of(bread).must_go);
}

TEST(Allergens, WrittenAsLactoseKeepFromAllMilk) {
    auto const left = own_of("age 40; sex female; allergy lactose", {cheddar, milk, lactose_free_milk});
    for (auto const* id : {cheddar, milk, lactose_free_milk})
        EXPECT_TRUE(left.of(id).must_go) << id;
}

TEST(Allergens, ThatNobodyNamedLeaveNothingNewAndNoMixedDish) {
    auto const* story = "age 40; sex female; cond food_allergy";
    EXPECT_THAT(offered_to(story), IsEmpty());
    auto const left = own_of(story, {lasagna, milk});
    EXPECT_TRUE(left.of(lasagna).must_go);
    EXPECT_THAT(left.barred.not_judged, ElementsAre(left.of(lasagna).name));
    EXPECT_TRUE(left.of(milk).may_grow);
}

TEST(Allergens, WordsOfTheTestMeetFoodsOfTheTable) {
    auto const& table = diet::foods();
    for (auto const& row : allergen_words()) {
        bool any = false;
        for (diet::Food one = 0; one < table.size() && !any; ++one)
            any = surely_holds(table.name(one), row.allergen);
        EXPECT_TRUE(any) << row.allergen;
    }
}

TEST(Diets, OfPlantsTakeOutMeatBesideSoya) {
    Wishes wishes;
    wishes.diet = "vegan";
    auto const& table = diet::foods();
    std::vector<std::string_view> meat, plants;
    for (diet::Food one = 0; one < table.size(); ++one) {
        auto const name = table.name(one);
        if (name.starts_with("Beef with soy-based sauce") || name.starts_with("Chicken or turkey with soy"))
            meat.push_back(table.id(one));
        if (name == "Chicken, meatless, NFS" || name == "Meatball, meatless")
            plants.push_back(table.id(one));
    }
    ASSERT_FALSE(meat.empty());
    ASSERT_FALSE(plants.empty());
    auto all = meat;
    all.insert(all.end(), plants.begin(), plants.end());
    auto const left = own_of("age 40; sex female", all, wishes);
    for (auto const id : meat)
        EXPECT_TRUE(left.of(id).must_go) << id;
    for (auto const id : plants)
        EXPECT_FALSE(left.of(id).must_go) << id;
}

TEST(Allergens, ADishWithoutMeatIsNotCalledMeat) {
    auto const& table = diet::foods();
    auto const pasta = table.find("SR:22914").value();
    ASSERT_EQ(table.name(pasta), "Pasta with tomato sauce, no meat, canned");
    EXPECT_FALSE(holds_allergen(pasta, "meat", table));
    EXPECT_FALSE(off_diet("vegetarian", pasta, 200, table, {}));
    // "No" of something else says nothing of meat.
    EXPECT_TRUE(named_after("Pizza, meat, no cheese", "", "", "meat"));
}
