#include "model/diet/foods.hpp"
#include "model/diet/name_rules.hpp"
#include "model/diet/needs.rows.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/aisles.rows.hpp"
#include "model/week/allergen_exceptions.rows.hpp"
#include "model/week/menu_foods.rows.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace rheobase;
using testing::Contains;
using testing::Not;
using verdict::parts_of;
using week::menu_foods_rows, week::MenuFoodsRow;

namespace {

std::vector<std::string_view> const meals{"breakfast", "lunch", "dinner", "snack"};
std::vector<std::string_view> const diets{"vegan", "vegetarian",       "pescatarian",
                                          "halal", "kosher",           "gluten_free",
                                          "keto",  "low_carbohydrate", "lactose_free"};

diet::Food food_of(MenuFoodsRow const& row) {
    return diet::foods().find(row.id).value();
}

bool holds(std::string_view list, std::string_view word) {
    auto const parts = parts_of(list);
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

std::string all_names(MenuFoodsRow const& row) {
    auto const food = food_of(row);
    return std::string(diet::foods().name(food)) + " " + std::string(diet::foods().synonyms(food)) + " " +
           std::string(row.name);
}

bool excepted(MenuFoodsRow const& row, std::string_view allergen) {
    return std::any_of(
        week::allergen_exceptions_rows.begin(), week::allergen_exceptions_rows.end(), [&](auto const& one) {
            return one.code == allergen && (one.name.empty() ? one.kind == row.kind : one.name == row.name);
        });
}

bool named_in(MenuFoodsRow const& row, verdict::AllergensRow const& allergen) {
    auto const names = all_names(row);
    auto const patterns = parts_of(allergen.patterns);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](auto const pattern) { return diet::fits(names, pattern); });
}

/// Foods of a meal that are left to someone, drinks not counted.
int left(std::string_view meal, std::function<bool(MenuFoodsRow const&)> const& may_eat) {
    return static_cast<int>(
        std::count_if(menu_foods_rows.begin(), menu_foods_rows.end(), [&](MenuFoodsRow const& row) {
            return row.aisle != "drinks" && holds(row.meals, meal) && may_eat(row);
        }));
}

} // namespace

TEST(MenuFoods, AreEachInTheFoodTableOnceUnderOneName) {
    std::set<std::string_view> ids, names;
    for (auto const& row : menu_foods_rows) {
        EXPECT_TRUE(diet::foods().find(row.id)) << row.id;
        EXPECT_TRUE(ids.insert(row.id).second) << row.id;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
    }
}

TEST(MenuFoods, ComeInPortionsThatTheTableKnowsAndSayTheirGrams) {
    for (auto const& row : menu_foods_rows) {
        auto const food = food_of(row);
        bool near = false;
        for (int i = 0; i < diet::foods().portion_count(food); ++i) {
            auto const portion = diet::foods().portion(food, i);
            double const ratio = row.grams / portion.grams;
            near |=
                portion.measure.find("Guideline") == std::string_view::npos && ratio >= 0.4 && ratio <= 2.5;
        }
        EXPECT_TRUE(near) << row.name << ": " << row.grams << " g";
        int const rounded = static_cast<int>(row.grams);
        bool const said = row.measure.ends_with("(" + std::to_string(rounded) + " g)") ||
                          row.measure.ends_with("(" + std::to_string(rounded + 1) + " g)");
        EXPECT_TRUE(said) << row.name << ": " << row.measure;
    }
}

TEST(MenuFoods, NameEveryAllergenThatTheirNamesSpeakOf) {
    for (auto const& row : menu_foods_rows)
        for (auto const& allergen : verdict::allergens_rows)
            if (named_in(row, allergen) && !excepted(row, allergen.code)) {
                EXPECT_THAT(parts_of(row.contains), Contains(allergen.code)) << row.name;
            }
}

TEST(MenuFoods, StandEachOnAShelfOfTheShop) {
    for (auto const& row : menu_foods_rows)
        EXPECT_TRUE(std::any_of(week::aisles_rows.begin(), week::aisles_rows.end(),
                                [&](auto const& shelf) { return shelf.aisle == row.aisle; }))
            << row.name << ": " << row.aisle;
}

TEST(MenuFoods, NameNoAllergenThatIsUnknown) {
    for (auto const& row : menu_foods_rows)
        for (auto const part : parts_of(row.contains))
            EXPECT_TRUE(std::any_of(verdict::allergens_rows.begin(), verdict::allergens_rows.end(),
                                    [&](auto const& allergen) { return allergen.code == part; }))
                << row.name << ": " << part;
}

TEST(MenuFoods, HaveNoExceptionThatNothingNeeds) {
    for (auto const& one : week::allergen_exceptions_rows) {
        EXPECT_NE(one.name.empty(), one.kind.empty());
        EXPECT_TRUE(
            std::any_of(menu_foods_rows.begin(), menu_foods_rows.end(),
                        [&](auto const& row) {
                            return std::any_of(
                                verdict::allergens_rows.begin(), verdict::allergens_rows.end(),
                                [&](auto const& allergen) {
                                    return allergen.code == one.code && named_in(row, allergen) &&
                                           excepted(row, one.code) && !holds(row.contains, one.code) &&
                                           (one.name.empty() ? one.kind == row.kind : one.name == row.name);
                                });
                        }))
            << one.name << one.kind << ": " << one.code;
    }
}

TEST(MenuFoods, FitDietsOnlyWhereNothingInThemSpeaksAgainst) {
    struct Barred {
        std::string_view diet;
        std::vector<std::string_view> allergens;
    };
    for (auto const& [diet, allergens] :
         {Barred{"vegan", {"milk", "egg", "fish", "shellfish", "meat", "poultry"}},
          {"vegetarian", {"fish", "shellfish", "meat", "poultry"}},
          {"pescatarian", {"meat", "poultry"}},
          {"kosher", {"shellfish"}},
          {"gluten_free", {"gluten"}}})
        for (auto const& row : menu_foods_rows)
            for (auto const allergen : allergens)
                if (holds(row.diets, diet)) {
                    EXPECT_THAT(parts_of(row.contains), Not(Contains(allergen))) << diet << ": " << row.name;
                }
    for (auto const& row : menu_foods_rows) {
        for (auto const diet : parts_of(row.diets))
            EXPECT_THAT(diets, Contains(diet)) << row.name;
        EXPECT_TRUE(!holds(row.diets, "vegan") || holds(row.diets, "vegetarian")) << row.name;
        EXPECT_TRUE(!holds(row.diets, "vegetarian") || holds(row.diets, "pescatarian")) << row.name;
        EXPECT_TRUE(!holds(row.diets, "keto") || holds(row.diets, "low_carbohydrate")) << row.name;
        EXPECT_TRUE(holds(row.contains, "milk") || holds(row.diets, "lactose_free")) << row.name;
        EXPECT_FALSE(diet::fits(all_names(row), "pork") && holds(row.diets, "halal")) << row.name;
        EXPECT_FALSE(diet::fits(all_names(row), "pork") && holds(row.diets, "kosher")) << row.name;
        bool const meat_with_milk =
            holds(row.contains, "milk") && (holds(row.contains, "meat") || holds(row.contains, "poultry"));
        EXPECT_FALSE(meat_with_milk && holds(row.diets, "kosher")) << row.name;
    }
}

TEST(MenuFoods, OfTheSurveyTableHaveAFigureForEveryNeed) {
    std::set<std::string_view> needed;
    for (auto const& need : diet::needs_rows)
        if (diet::nutrient_called(need.nutrient))
            needed.insert(need.nutrient);
    EXPECT_GE(needed.size(), 20u);
    for (auto const& row : menu_foods_rows)
        for (auto const nutrient : needed)
            if (row.id.starts_with("FNDDS:")) {
                EXPECT_TRUE(
                    known(diet::foods().per_100_g(food_of(row), diet::nutrient_called(nutrient).value())))
                    << row.name << ": " << nutrient;
            }
}

TEST(MenuFoods, OfOtherTablesAreFew) {
    EXPECT_LE(std::count_if(menu_foods_rows.begin(), menu_foods_rows.end(),
                            [](auto const& row) { return !row.id.starts_with("FNDDS:"); }),
              5);
}

TEST(MenuFoods, ServeEveryRowOfTheMissionThatIsAFood) {
    constexpr int rows = 30, sunlight = 27;
    for (int i = 1; i <= rows; ++i)
        if (i != sunlight) {
            EXPECT_TRUE(
                std::any_of(menu_foods_rows.begin(), menu_foods_rows.end(),
                            [&](auto const& row) { return holds(row.group, "D" + std::to_string(i)); }))
                << "D" << i;
        }
    for (auto const& row : menu_foods_rows)
        for (auto const part : parts_of(row.group)) {
            int const number = std::stoi(std::string(part.substr(1)));
            EXPECT_TRUE(part.front() == 'D' && number >= 1 && number <= rows && number != sunlight)
                << row.name;
        }
}

TEST(MenuFoods, OfTheMissionsRowsHoldWhatTheyAreNamedFor) {
    auto const portion_of = [](MenuFoodsRow const& row, std::string_view nutrient) {
        return diet::foods().per_100_g(food_of(row), diet::nutrient_called(nutrient).value()) * row.grams /
               100;
    };
    for (auto const& row : menu_foods_rows) {
        if (row.kind == "milk" || row.kind == "plant_milk") {
            EXPECT_GE(portion_of(row, "calcium_mg"), 100) << row.name;
        }
        if (row.kind == "fortified_cereal") {
            EXPECT_GE(portion_of(row, "b12_ug"), 0.25) << row.name;
        }
        if (holds(row.group, "D25")) {
            EXPECT_GE(portion_of(row, "vitamin_d_ug"), 1) << row.name;
        }
        if (holds(row.group, "D22")) {
            EXPECT_GE(portion_of(row, "vitamin_d_ug"), 1.5) << row.name;
        }
        if (row.kind == "seed" || row.kind == "nut") {
            EXPECT_GE(portion_of(row, "magnesium_mg"), 14) << row.name;
        }
    }
}

TEST(MenuFoods, LeaveEveryDietAndEveryAllergyFoodsForEachMeal) {
    constexpr int fewest = 20;
    for (auto const meal : meals) {
        for (auto const diet : diets)
            EXPECT_GE(left(meal, [&](auto const& row) { return holds(row.diets, diet); }), fewest)
                << diet << " at " << meal;
        for (auto const& allergen : verdict::allergens_rows)
            EXPECT_GE(left(meal, [&](auto const& row) { return !holds(row.contains, allergen.code); }),
                      fewest)
                << allergen.code << " at " << meal;
        EXPECT_GE(left(meal, [](auto const& row) { return row.prepare == "none"; }), fewest) << meal;
        EXPECT_GE(left(meal, [](auto const& row) { return row.price <= 1; }), fewest) << meal;
    }
}

TEST(MenuFoods, LeaveAVeganWithOneAllergyFoodsForEachMeal) {
    constexpr int fewest = 10;
    for (auto const meal : meals)
        for (auto const& allergen : verdict::allergens_rows)
            EXPECT_GE(left(meal,
                           [&](auto const& row) {
                               return holds(row.diets, "vegan") && !holds(row.contains, allergen.code);
                           }),
                      fewest)
                << allergen.code << " at " << meal;
}

TEST(MenuFoods, AreSaidInTheWordsThatTheTableMayUse) {
    std::vector<std::string_view> const aisles{"fruit_veg", "bread_cereal", "dairy_eggs",
                                               "meat_fish", "tins_dry",     "nuts_seeds",
                                               "frozen",    "drinks",       "other"};
    std::vector<std::string_view> const kinds{"leafy_green",
                                              "vegetable",
                                              "mushroom",
                                              "starchy_root",
                                              "fruit",
                                              "legume",
                                              "soy",
                                              "nut",
                                              "seed",
                                              "whole_grain",
                                              "refined_grain",
                                              "bread",
                                              "fortified_cereal",
                                              "milk",
                                              "yogurt",
                                              "cheese",
                                              "plant_milk",
                                              "egg",
                                              "oily_fish",
                                              "white_fish",
                                              "shellfish",
                                              "poultry",
                                              "red_meat",
                                              "oil",
                                              "juice",
                                              "drink",
                                              "chocolate"};
    std::vector<std::string_view> const cuisines{
        "african", "caribbean", "chinese", "east_european",  "french",      "greek", "indian",
        "italian", "japanese",  "mexican", "middle_eastern", "southern_us", "thai"};
    std::vector<std::string_view> const ways{"none", "warm", "cook"};
    for (auto const& row : menu_foods_rows) {
        EXPECT_THAT(aisles, Contains(row.aisle)) << row.name;
        EXPECT_THAT(ways, Contains(row.prepare)) << row.name;
        EXPECT_TRUE(row.price == 1 || row.price == 2 || row.price == 3) << row.name;
        EXPECT_TRUE(row.half == 0 || row.half == 1) << row.name;
        EXPECT_TRUE(row.first_list == 0 || row.first_list == 1) << row.name;
        EXPECT_THAT(kinds, Contains(row.kind)) << row.name;
        for (auto const cuisine : parts_of(row.cuisine))
            EXPECT_THAT(cuisines, Contains(cuisine)) << row.name;
        EXPECT_FALSE(row.meals.empty()) << row.name;
        for (auto const meal : parts_of(row.meals))
            EXPECT_THAT(meals, Contains(meal)) << row.name;
    }
}

TEST(MenuFoods, ComeNoOftenerInAWeekThanTheirDaysAllow) {
    constexpr double days = 7, most_food = 1200;
    for (auto const& row : menu_foods_rows) {
        EXPECT_GE(row.most_a_day, 1) << row.name;
        EXPECT_GE(row.most_a_week, row.most_a_day == 1 ? 1 : row.most_a_day) << row.name;
        EXPECT_LE(row.most_a_week, row.most_a_day * days) << row.name;
        if (row.kind != "drink") {
            EXPECT_LE(row.most_a_day * row.grams, most_food) << row.name;
        }
    }
}

TEST(MenuFoods, AreWholeFoodsButForBreadFortifiedOnesAndAFewNamedOnes) {
    std::set<std::string_view> const families{"bread", "plant_milk", "breakfast_cereal"};
    // Hummus is ground chickpeas; the others are rows of the mission.
    std::set<std::string_view> const named{"hummus", "dark chocolate", "electrolyte drink after hard sport",
                                           "coconut water without sugar"};
    for (auto const& row : menu_foods_rows) {
        int const processing = diet::foods().processing(food_of(row));
        EXPECT_GE(processing, 1) << row.name;
        EXPECT_TRUE(processing < 4 || families.contains(diet::foods().family(food_of(row))) ||
                    named.contains(row.name))
            << row.name << ": " << diet::foods().family(food_of(row));
    }
}

TEST(MenuFoods, HoldNoneThatNobodyShouldBeSentTo) {
    for (auto const& row : menu_foods_rows) {
        for (auto const* word : {"liver", "shark", "swordfish", "king mackerel", "tilefish",
                                 "salt substitute", "seaweed", "supplement", "liquorice"})
            EXPECT_FALSE(diet::fits(all_names(row), word)) << row.name;
        auto const of = [&](std::string_view key) {
            double const amount = diet::foods().per_100_g(food_of(row), diet::nutrient_called(key).value());
            return known(amount) ? amount * row.grams / 100 : 0;
        };
        EXPECT_LE(of("alcohol_g"), 0.5) << row.name;
        EXPECT_LE(of("caffeine_mg"), 20) << row.name;
        EXPECT_LE(of("sodium_mg"), 1000) << row.name;
        EXPECT_LE(of("selenium_ug") * row.most_a_day, 400) << row.name;
    }
}

TEST(MenuFoods, AreUnderstoodByTheirOwnNamesAsAWish) {
    for (auto const& row : menu_foods_rows) {
        auto const meant = verdict::avoided_for_wish(row.name);
        EXPECT_TRUE(meant.understood) << row.name;
        auto const names = all_names(row);
        EXPECT_TRUE(std::any_of(meant.patterns.begin(), meant.patterns.end(), [&](auto const& pattern) {
            return diet::fits(names, pattern);
        })) << row.name;
    }
}

TEST(MenuFoods, UnderABritishNameMeetTheAmericanOneOfTheTable) {
    struct Pair {
        char const *said, *table;
    };
    for (auto const& [said, table] : {Pair{"aubergine", "Eggplant, cooked"},
                                      {"courgette", "Summer squash, green, raw"},
                                      {"beetroot", "Beets, raw"},
                                      {"rocket", "Lettuce, arugula, raw"},
                                      {"linseed", "Flax seeds"},
                                      {"mangetout", "Snowpeas, raw"},
                                      {"omelette", "Egg omelet or scrambled egg"},
                                      {"sweetcorn", "Corn, raw"},
                                      {"plaice", "Fish, flounder, steamed"}}) {
        auto const meant = verdict::avoided_for_allergy(said);
        EXPECT_TRUE(meant.understood) << said;
        EXPECT_TRUE(std::any_of(meant.patterns.begin(), meant.patterns.end(), [&](auto const& pattern) {
            return diet::fits(table, pattern);
        })) << said;
    }
}
