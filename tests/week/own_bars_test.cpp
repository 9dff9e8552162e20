// What a person eats already is held against allergies, diets and wishes as new food is: by the table's name,
// by what such a dish usually holds, and by the diary's own words.
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/avoided_kinds.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergen_dishes.rows.hpp"
#include "model/week/allergens.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "model/week/now.hpp"
#include "model/week/offers.hpp"
#include "model/week/own_bars.hpp"
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

/// A line of a diary: the words, and the name of the food that they were found as.
struct Line {
    std::string said;
    std::string_view name;
};

diet::Food food_named(std::string_view name) {
    auto const& table = diet::foods();
    for (diet::Food one = 0; one < table.size(); ++one)
        if (table.name(one) == name)
            return one;
    ADD_FAILURE() << "no food is called " << name;
    return 0;
}

struct Left {
    std::vector<Item> items;
    OwnBarred barred;
    std::vector<std::string> notes;
    Item const& of(std::string_view name) const {
        auto const found = std::find_if(items.begin(), items.end(), [&](auto const& item) {
            return diet::foods().name(item.food) == name;
        });
        EXPECT_NE(found, items.end()) << name;
        return *found;
    }
    bool gone(std::string_view name) const { return of(name).must_go; }
};

Left left_of(std::string const& story, std::vector<Line> const& lines, Wishes const& wishes = {},
             std::string const& diet = {}) {
    auto evidence = verdict::told(story);
    evidence.diet_type = diet;
    evidence.wished_diet = wishes.diet;
    evidence.dislikes = wishes.without;
    diet::Diary diary;
    for (auto const& line : lines) {
        diary.eaten.push_back(ate(food_named(line.name), 100, 1));
        diary.eaten.back().text = line.said;
    }
    Left out;
    out.items = eaten_now(diary, {}, 1, diet::foods()).items;
    auto const stops = answer(evidence, diary, diet::foods()).verdict.plan.stops;
    out.barred = bar_own(out.items, PlanBans(evidence, stops), stops, wishes, diet::foods());
    out.notes = notes_of(out.barred);
    return out;
}

Wishes without(std::string const& food) {
    Wishes wishes;
    wishes.without = {food};
    return wishes;
}

Wishes of_diet(std::string const& diet) {
    Wishes wishes;
    wishes.diet = diet;
    return wishes;
}

std::string all(std::vector<std::string> const& notes) {
    std::string out;
    for (auto const& note : notes)
        out += note + "\n";
    return out;
}

constexpr auto person = "age 40; sex female";

} // namespace

TEST(OwnBars, KnowWhatDishesUsuallyHold) {
    struct Usual {
        std::string_view allergen;
        std::vector<std::string_view> names;
    };
    for (auto const& [allergen, names] : std::vector<Usual>{
             {"gluten",
              {"French toast, NFS", "Baklava", "Chicken nuggets, NFS", "Fish, fish sticks, frozen, prepared",
               "Onion flavored rings", "Vegetable tempura", "Quiche with meat, poultry or fish"}},
             {"milk",
              {"Candies, MARS SNACKFOOD US, SNICKERS Bar", "Chocolate hazelnut spread",
               "Cereals ready-to-eat, ALPEN", "Garlic bread, NFS", "French toast, NFS", "Potato, mashed, NFS",
               "Muffin, NFS", "Quiche with meat, poultry or fish", "Cereal, granola"}},
             {"egg",
              {"Coleslaw", "Cheesecake, plain", "Candies, MARS SNACKFOOD US, SNICKERS Bar", "Steak tartare",
               "Pad Thai, NFS"}},
             {"fish", {"Pad Thai, NFS", "Worcestershire sauce"}},
             {"peanut", {"Pad Thai, NFS"}}})
        for (auto const name : names)
            EXPECT_TRUE(holds_allergen(food_named(name), allergen, diet::foods()))
                << allergen << ": " << name;
}

TEST(OwnBars, LeaveWhatDoesNotHoldIt) {
    auto const& table = diet::foods();
    for (auto const& [allergen, name] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"gluten", "Potato, mashed, NFS"},
             {"gluten", "Apple, raw"},
             {"gluten", "Soft drink, ginger ale"},
             {"milk", "Rice, white, cooked, no added fat"},
             {"egg", "Potato, mashed, NFS"},
             {"fish", "Poke greens, cooked"},
             {"fish", "Cheesecake, plain"},
             {"meat", "Celery, raw"},
             {"meat", "Roll, white, hamburger bun"},
             {"meat", "Peppers, serrano, raw"},
             {"soy", "Mushrooms, white, stir-fried"},
             {"poultry", "Fish, salmon, baked or broiled"},
             {"tree_nut", "Bread, white, toasted"}})
        EXPECT_FALSE(holds_allergen(food_named(name), allergen, table)) << allergen << ": " << name;
}

TEST(OwnBars, HearTheWordsOfTheDiaryBesideThePlainerNameOfTheTable) {
    std::vector<Line> const lines{{"prawn sandwich", "Sandwich, NFS"},
                                  {"prawn tempura", "Vegetable tempura"},
                                  {"boiled rice", "Rice, white, cooked, no added fat"}};
    auto const left = left_of("age 40; sex female; allergy shellfish", lines);
    EXPECT_THAT(left.of("Sandwich, NFS").why_barred, HasSubstr("by your words 'prawn sandwich'"));
    EXPECT_TRUE(left.gone("Vegetable tempura"));
    EXPECT_FALSE(left.gone("Rice, white, cooked, no added fat"));
    EXPECT_FALSE(left_of(person, lines).gone("Vegetable tempura"));
}

TEST(OwnBars, HearEveryWordingThatBecameOneFood) {
    auto const left =
        left_of("age 40; sex female; allergy tree_nut", {{"ice cream, two scoops", "Ice cream, vanilla"},
                                                         {"pistachio ice cream", "Ice cream, vanilla"},
                                                         {"ice cream, two scoops", "Ice cream, vanilla"}});
    EXPECT_EQ(left.items.front().said.size(), 2u);
    EXPECT_TRUE(left.gone("Ice cream, vanilla"));
}

TEST(OwnBars, HearAStopByTheWordsOfTheDiary) {
    auto const left = left_of("age 60; sex male; meds whole; conds whole; drug simvastatin since 900",
                              {{"grapefruit juice", "Fruit juice, NFS"}});
    EXPECT_TRUE(left.gone("Fruit juice, NFS"));
}

TEST(OwnBars, BelieveADiaryThatSaysWhatAFoodIsMadeWithout) {
    EXPECT_FALSE(left_of("age 40; sex female; cond coeliac", {{"gluten-free pasta", "Pasta, cooked"}})
                     .gone("Pasta, cooked"));
    EXPECT_TRUE(left_of("age 40; sex female; cond coeliac",
                        {{"gluten-free pasta", "Pasta, cooked"}, {"pasta", "Pasta, cooked"}})
                    .gone("Pasta, cooked"));
    auto const& table = diet::foods();
    EXPECT_TRUE(holds_allergen(food_named("Milk, fat free (skim)"), "milk", table))
        << "fat free is not milk free";
    EXPECT_FALSE(left_of(person, {{"vegan sausage", "Pork sausage"}}, of_diet("vegan")).gone("Pork sausage"));
    EXPECT_FALSE(left_of("age 40; sex female; allergy milk", {{"soya milk", "Soy milk, sweetened"}})
                     .gone("Soy milk, sweetened"));
}

TEST(OwnBars, LeaveOutASandwichOfUnsaidFillingUnlessTheWordsOfTheDiarySayOne) {
    for (auto const* diet : {"vegan", "vegetarian", "pescatarian", "halal", "kosher"})
        for (auto const* name : {"Sandwich, NFS", "Sandwich wrap, NFS"}) {
            EXPECT_TRUE(left_of(person, {{"a wrap", name}}, of_diet(diet)).gone(name)) << diet << name;
            EXPECT_TRUE(left_of(person, {{"ham and bean wrap", name}}, of_diet(diet)).gone(name))
                << diet << name;
            EXPECT_FALSE(left_of(person, {{"a falafel wrap", name}}, of_diet(diet)).gone(name))
                << diet << name;
        }
}

TEST(OwnBars, LeaveOutADishThatNobodyCanJudgeForWhoeverDoesNotBearSomeFood) {
    constexpr auto pie = "Pie, apple", lasagna = "Lasagna with meat";
    for (auto const* story :
         {"age 40; sex female; allergy strawberry", "age 40; sex female; cond food_allergy",
          "age 40; sex female; allergy sesame"}) {
        auto const left = left_of(story, {{"apple pie", pie}, {"lasagne", lasagna}});
        EXPECT_TRUE(left.gone(pie)) << story;
        EXPECT_TRUE(left.gone(lasagna)) << story;
        EXPECT_THAT(all(left.notes), HasSubstr("Check the label"));
        EXPECT_THAT(all(left.notes), HasSubstr("--wish \"keep pie\""));
    }
    for (auto const* story :
         {person, "age 40; sex female; allergy penicillin", "age 40; sex female; cond lactose_intolerance"}) {
        auto const left =
            left_of(story, {{"vegetable chilli", "Chili, vegetarian"}, {"paella", "Paella, NFS"}});
        EXPECT_FALSE(left.gone("Paella, NFS")) << story;
        EXPECT_THAT(left.notes, IsEmpty()) << story;
    }
}

TEST(OwnBars, KeepSuchADishAsItIsWhereThePersonWishesIt) {
    Wishes wishes;
    wishes.keep = {"lasagne"};
    auto const left =
        left_of("age 40; sex female; allergy sesame", {{"lasagne, 400 g", "Lasagna with meat"}}, wishes);
    auto const& lasagna = left.of("Lasagna with meat");
    EXPECT_FALSE(lasagna.must_go);
    EXPECT_FALSE(lasagna.may_grow);
    EXPECT_FALSE(lasagna.may_shrink);
    EXPECT_THAT(all(left.notes), HasSubstr("nobody judged"));
}

TEST(OwnBars, NameWordsToKeepADishByThatDoKeepIt) {
    auto const& table = diet::foods();
    for (auto const* name :
         {"Paella, NFS", "Pie, apple", "Soup, cream of vegetable", "Cheese sandwich, NFS"}) {
        auto const left = left_of("age 40; sex female; allergy lupin", {{"dish", name}});
        ASSERT_TRUE(left.gone(name)) << name;
        EXPECT_TRUE(wish_names(left.of(name), left.barred.keep_example, table)) << left.barred.keep_example;
    }
}

TEST(OwnBars, JudgeToastAsTheBreadThatIsOffered) {
    auto const& table = diet::foods();
    auto const bread = food_named("Bread, white"), toast = food_named("Bread, white, toasted");
    std::vector<std::string> const said{"two slices of toast"};
    for (auto const& row : verdict::allergens_rows) {
        bool const of_bread = holds_allergen(bread, row.code, table);
        EXPECT_EQ(holds_allergen(toast, row.code, table), of_bread) << row.code;
        EXPECT_EQ(holds_allergen(toast, row.code, table, said), of_bread) << row.code;
    }
}

TEST(OwnBars, BindOwnFoodToTheDietThatThePersonKeepsAsToOneWishedFor) {
    std::vector<Line> const lines{{"cheddar", "Cheese, Cheddar"},
                                  {"bacon", "Bacon, NS as to type of meat, cooked"},
                                  {"beer", "Beer"},
                                  {"boiled rice", "Rice, white, cooked, no added fat"}};
    struct Kept {
        std::string diet;
        bool cheese, bacon, beer;
    };
    for (auto const& kept : {Kept{"vegan", true, true, false},
                             {"vegetarian", false, true, false},
                             {"halal", false, true, true},
                             {"pescatarian", false, true, false}}) {
        auto const keeps = left_of(person, lines, {}, kept.diet);
        auto const wishes = left_of(person, lines, of_diet(kept.diet));
        for (auto const* left : {&keeps, &wishes}) {
            EXPECT_EQ(left->gone("Cheese, Cheddar"), kept.cheese) << kept.diet;
            EXPECT_EQ(left->gone("Bacon, NS as to type of meat, cooked"), kept.bacon) << kept.diet;
            EXPECT_EQ(left->gone("Beer"), kept.beer) << kept.diet;
            EXPECT_FALSE(left->gone("Rice, white, cooked, no added fat")) << kept.diet;
        }
        EXPECT_THAT(all(keeps.notes), HasSubstr("Your diary holds"));
        EXPECT_THAT(all(keeps.notes), HasSubstr("not " + kept.diet));
    }
}

TEST(OwnBars, SeeMeatInTheNamesOfDishes) {
    constexpr auto burger = "Cheeseburger, NFS",
                   pizza = "Pizza with pepperoni, from restaurant or fast food, NS as to type of crust",
                   meatballs = "Spaghetti and meatballs dinner, NFS, frozen meal", pie = "Pie, NFS",
                   roll = "Pastry, meat / poultry-filled", dog = "Hot dog, NFS", fish = "Fish curry",
                   veggie = "Veggie burger, on bun", roast = "Beef, roast";
    std::vector<Line> const lines{
        {"cheeseburger", burger}, {"pepperoni pizza", pizza}, {"spaghetti and meatballs", meatballs},
        {"pork pie", pie},        {"sausage roll", roll},     {"hot dog", dog},
        {"fish curry", fish},     {"veggie burger", veggie},  {"roast beef", roast}};
    EXPECT_TRUE(
        left_of(person, {{"steak and mushroom pie with vegetables", pie}}, of_diet("vegetarian")).gone(pie));
    auto const pesc = left_of(person, lines, of_diet("pescatarian"));
    for (auto const* name : {burger, pizza, meatballs, pie, roll, dog, roast})
        EXPECT_TRUE(pesc.gone(name)) << name;
    EXPECT_FALSE(pesc.gone(fish));
    EXPECT_FALSE(pesc.gone(veggie));
    EXPECT_TRUE(left_of(person, lines, of_diet("vegetarian")).gone(fish));
    auto const halal = left_of(person, lines, of_diet("halal"));
    auto const no_pork = left_of(person, lines, without("pork"));
    for (auto const* left : {&halal, &no_pork}) {
        for (auto const* name : {pizza, pie, roll, dog})
            EXPECT_TRUE(left->gone(name)) << name;
        for (auto const* name : {burger, fish, veggie, roast})
            EXPECT_FALSE(left->gone(name)) << name;
    }
}

TEST(OwnBars, LeaveRiceCakesToWhoeverHasCoeliacDisease) {
    constexpr auto cakes = "Rice cake", flakes = "Cereal, corn flakes, plain",
                   bread = "Bread, white, toasted";
    auto const left = left_of("age 40; sex female; cond coeliac",
                              {{"rice cakes", cakes}, {"corn flakes", flakes}, {"toast", bread}});
    EXPECT_FALSE(left.gone(cakes));
    EXPECT_TRUE(left.gone(flakes)) << "malt is in most of them";
    EXPECT_TRUE(left.gone(bread));
}

TEST(OwnBars, KnowWhatIsInPiesAndSweets) {
    constexpr auto pie = "Pie, pecan", bears = "Candy, gummy", salmon = "Fish, salmon, grilled",
                   tuna = "Fish, tuna, canned";
    std::vector<Line> const lines{
        {"pecan pie", pie}, {"gummy bears", bears}, {"salmon", salmon}, {"tinned tuna", tuna}};
    EXPECT_TRUE(left_of(person, lines, without("eggs")).gone(pie)) << "its filling is set with eggs";
    EXPECT_TRUE(left_of(person, lines, without("pork")).gone(bears)) << "gelatine";
    auto const no_oily = left_of(person, lines, without("oily fish"));
    EXPECT_TRUE(no_oily.gone(salmon));
    EXPECT_FALSE(no_oily.gone(tuna));
}

TEST(OwnBars, TakeOutWholeKindsOfFood) {
    constexpr auto beer = "Beer", carrots = "Carrots, raw", apple = "Apple, raw",
                   bread = "Bread, white, toasted", sweets = "Chocolate candy",
                   chicken = "Chicken breast, baked or broiled, skin eaten, from pre-cooked";
    std::vector<Line> const lines{{"beer", beer},   {"carrots", carrots},  {"apple", apple},
                                  {"toast", bread}, {"chocolate", sweets}, {"chicken", chicken}};
    for (auto const& [wish, gone] :
         std::vector<std::pair<std::string, std::string_view>>{{"alcohol", beer},
                                                               {"vegetables", carrots},
                                                               {"fruit", apple},
                                                               {"bread", bread},
                                                               {"sweets", sweets},
                                                               {"meat", chicken}}) {
        auto const left = left_of(person, lines, without(wish));
        for (auto const& line : lines)
            EXPECT_EQ(left.gone(line.name), line.name == gone) << wish << ": " << line.name;
    }
}

TEST(OwnBars, FindAlcoholInFoodByItsAmount) {
    EXPECT_TRUE(
        left_of(person, {{"vanilla", "Vanilla extract"}}, without("alcohol")).gone("Vanilla extract"));
}

TEST(OwnBars, SayWhatAWishToKeepDoesNotChange) {
    Wishes wishes = of_diet("vegan");
    wishes.keep = {"Bacon", "nothing"};
    auto const left = left_of(person, {{"bacon", "Bacon, NS as to type of meat, cooked"}}, wishes);
    EXPECT_THAT(all(left.notes), HasSubstr("You wish to keep Bacon, but"));
    EXPECT_THAT(all(left.notes), HasSubstr("'nothing'"));
    wishes.diet.clear();
    wishes.keep = {"the eggs"};
    auto const kept = left_of(person, {{"two eggs", "Egg, whole, boiled or poached"}}, wishes);
    EXPECT_FALSE(kept.of("Egg, whole, boiled or poached").may_shrink)
        << "a plural and an article name it too";
    EXPECT_THAT(kept.notes, IsEmpty());
}

TEST(OwnBars, HoldOwnFoodAgainstADietOfLittleCarbohydrate) {
    auto const left = left_of(person, {{"toast", "Bread, white, toasted"}, {"cheddar", "Cheese, Cheddar"}},
                              of_diet("keto"));
    EXPECT_TRUE(left.gone("Bread, white, toasted"));
    EXPECT_FALSE(left.gone("Cheese, Cheddar"));
}

TEST(OwnBars, UnderstandNoDislikeThatNamesNoFood) {
    EXPECT_FALSE(verdict::avoided_for_wish("slimy things").understood);
    EXPECT_TRUE(verdict::avoided_for_wish("vegetables").understood);
}

TEST(Dishes, NameAllergensThatAreKnownAndEachDoesSomething) {
    auto const known_code = [](std::string_view code) {
        return std::any_of(verdict::allergens_rows.begin(), verdict::allergens_rows.end(),
                           [&](auto const& row) { return row.code == code; });
    };
    for (auto const& row : allergen_dishes_rows) {
        auto const codes = verdict::parts_of(row.contains), more = verdict::parts_of(row.may_contain);
        EXPECT_FALSE(codes.empty() && more.empty()) << row.patterns;
        EXPECT_FALSE(row.patterns.empty() && row.families.empty());
        for (auto const& list : {codes, more})
            for (auto const code : list)
                EXPECT_TRUE(known_code(code)) << code;
    }
    for (auto const& row : verdict::avoided_kinds_rows) {
        EXPECT_FALSE(known_code(row.code)) << row.code << " would be both an allergen and a kind";
        for (auto const code : verdict::parts_of(row.leaves_out))
            EXPECT_TRUE(known_code(code)) << code;
    }
}
