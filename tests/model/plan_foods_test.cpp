#include "model/diet/name_rules.hpp"
#include "model/week/bans.hpp"
#include "model/plan_foods.hpp"
#include "model/rheobase.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "tests/verdict/told.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

/// The foods of the menu that an answer may offer too.
std::vector<week::MenuFoodsRow> const& first_list() {
    static auto const rows = [] {
        std::vector<week::MenuFoodsRow> out;
        for (auto const& row : week::menu_foods_rows)
            if (row.first_list > 0)
                out.push_back(row);
        return out;
    }();
    return rows;
}

std::string const everything_short = "sex male; s twitch since 3; s weakness_objective no; "
                                     "eats magnesium_mg 150; eats calcium_mg 300; eats potassium_mg 1200; "
                                     "eats vitamin_d_ug 1; eats b12_ug 0.4; eats vitamin_b6_mg 0.4; "
                                     "eats folate_ug 90; eats thiamin_mg 0.3";

diet::Eaten ate(std::string_view id, double grams) {
    diet::Eaten eaten;
    eaten.food = diet::foods().find(id).value();
    eaten.grams = diet::Range::exactly(grams);
    eaten.sure = 1;
    eaten.day = "2026-03-02";
    return eaten;
}

Plan plan_for(std::string const& story, diet::Diary const& diary = {}) {
    return answer(told(story), diary, diet::foods()).verdict.plan;
}

bool lists(Plan const& plan, std::string_view word) {
    return std::any_of(plan.foods.begin(), plan.foods.end(), [&](PlanFood const& food) {
        auto const found = diet::foods().find(food.id);
        return food.name.find(word) != std::string::npos ||
               diet::foods().name(*found).find(word) != std::string_view::npos;
    });
}

double amount(PlanFood const& food, std::string_view nutrient) {
    return diet::foods().per_100_g(*diet::foods().find(food.id), *diet::nutrient_called(nutrient)) *
           food.grams / 100;
}

} // namespace

TEST(PlanFoods, EveryCommonFoodIsInTheTableInAMeasureMadeOfItsPortions) {
    for (auto const& row : first_list()) {
        auto const food = diet::foods().find(row.id);
        ASSERT_TRUE(food) << row.id;
        bool made = false;
        for (int i = 0; i < diet::foods().portion_count(*food); ++i)
            for (double const times : {0.5, 0.75, 1.0, 4.0, 2.0, 3.0, 5.0, 6.0}) {
                double const grams = diet::foods().portion(*food, i).grams * times;
                made |= std::fabs(grams - row.grams) <= 0.02 * grams;
            }
        EXPECT_TRUE(made) << row.id << ' ' << row.name << ": " << row.grams << " g";
    }
}

TEST(PlanFoods, AreFewAndEachAddsSomethingThatIsShort) {
    auto const plan = plan_for(everything_short);
    ASSERT_EQ(plan.status, "offered");
    EXPECT_GE(plan.foods.size(), 4u);
    EXPECT_LE(plan.foods.size(), 6u);
    for (auto const& food : plan.foods) {
        EXPECT_THAT(plan.short_of, testing::Contains(food.nutrient));
        EXPECT_NEAR(food.adds, amount(food, food.nutrient), 1e-6) << food.name;
        EXPECT_FALSE(food.measure.empty());
    }
}

TEST(PlanFoods, EachCommonFoodIsOfferedToSomeoneWhoDislikesTheOthers) {
    for (auto const& row : first_list()) {
        auto evidence = told(everything_short);
        auto const food = diet::foods().find(row.id).value();
        auto const names = std::string(row.name) + " " + std::string(diet::foods().name(food)) + " " +
                           std::string(diet::foods().synonyms(food));
        for (auto const& other : first_list())
            if (other.id != row.id && !diet::fits(names, other.name))
                evidence.dislikes.emplace_back(other.name);
        auto const plan = answer(evidence, {}, diet::foods()).verdict.plan;
        EXPECT_TRUE(std::any_of(plan.foods.begin(), plan.foods.end(),
                                [&](PlanFood const& one) { return one.id == row.id; }))
            << row.name << " of " << plan.foods.size();
    }
}

TEST(PlanFoods, BringOnesOwnFoodsFirst) {
    diet::Diary diary;
    for (int i = 0; i < 3; ++i) {
        diary.eaten.push_back(ate("FNDDS:41305000", 150)); // lentils
        diary.eaten.push_back(ate("FNDDS:51101000", 60));  // white bread
    }
    diary.lines = 6;
    auto const plan = plan_for("sex male; s twitch since 3; s weakness_objective no", diary);
    ASSERT_FALSE(plan.foods.empty()) << plan.status;
    EXPECT_TRUE(plan.foods.front().own);
    bool common = false;
    for (auto const& food : plan.foods) {
        EXPECT_FALSE(common && food.own) << food.name;
        common |= !food.own;
    }
    EXPECT_TRUE(lists(plan, "Lentils"));
}

TEST(PlanFoods, OfAnAllergyAreNeverListed) {
    for (auto const& row : first_list())
        for (auto const allergen : parts_of(row.contains)) {
            auto const plan = plan_for(everything_short + "; allergy " + std::string(allergen));
            for (auto const& food : plan.foods)
                for (auto const& listed : first_list())
                    if (listed.id == food.id) {
                        EXPECT_THAT(parts_of(listed.contains), testing::Not(testing::Contains(allergen)))
                            << food.name;
                    }
        }
}

TEST(PlanFoods, OfTheDiaryAreLeftOutByTheirNamesWhereAnAllergenStandsInThem) {
    for (auto const& row : first_list())
        for (auto const allergen : parts_of(row.contains)) {
            auto evidence = told(everything_short + "; allergy " + std::string(allergen));
            week::PlanBans const bans(evidence, {});
            auto const food = diet::foods().find(row.id).value();
            // Marked for what their names do not tell of: traces in dark chocolate, soya flour in bread.
            if (row.name == "dark chocolate" || row.kind == "bread")
                continue;
            EXPECT_TRUE(bans.ban({food, row.grams, {}, {}, {}}, diet::foods()))
                << diet::foods().name(food) << " with an allergy to " << allergen;
        }
}

TEST(PlanFoods, AddingAnAllergyOrADislikeNeverAddsThatFood) {
    auto const open = plan_for(everything_short);
    for (auto const& food : open.foods)
        for (auto const* word : {"allergy ", "dislikes "}) {
            auto const plan = plan_for(everything_short + "; " + word + food.name);
            for (auto const& left : plan.foods)
                EXPECT_NE(left.id, food.id) << word << food.name;
        }
}

TEST(PlanFoods, AreNoneThatAHardStopForbids) {
    for (auto const* story :
         {"drug phenelzine since 900", "cond kidney_stones", "drug warfarin since 900",
          "drug losartan since 900", "cond wilson", "cond dysphagia", "cond coeliac",
          "cond lactose_intolerance", "drug spironolactone since 90", "sex female; preg 20",
          "lab magnesium 1.3 mmol/L 3", "cond g6pd_deficiency", "drug simvastatin since 90"}) {
        auto const plan = plan_for(everything_short + "; " + story);
        for (auto const* kind : forbidden_by(plan.stops))
            for (auto const& food : plan.foods) {
                if (!kind->nutrient.empty() && known(kind->most_a_portion)) {
                    EXPECT_LE(amount(food, kind->nutrient), kind->most_a_portion) << story << food.name;
                    EXPECT_NE(food.nutrient, kind->nutrient) << story << food.name;
                }
                for (auto const pattern : parts_of(kind->patterns))
                    EXPECT_FALSE(diet::fits(food.name, pattern, kind->excludes))
                        << story << ": " << food.name;
            }
    }
}

TEST(PlanFoods, WithoutLactoseHoldLactoseFreeMilkButNoOrdinaryMilk) {
    auto const story = "sex male; s twitch since 3; s weakness_objective no; eats calcium_mg 300; "
                       "cond lactose_intolerance; dislikes soya; dislikes oat; dislikes tofu; dislikes fish; "
                       "dislikes greens; dislikes orange; dislikes cheese";
    auto const plan = plan_for(story);
    EXPECT_TRUE(lists(plan, "lactose free")) << plan.foods.size();
    EXPECT_FALSE(lists(plan, "low fat milk"));
    EXPECT_FALSE(lists(plan, "yogurt"));
}

TEST(PlanFoods, AreNotThreeOfAKind) {
    for (auto const* nutrient : {"magnesium_mg 150", "calcium_mg 300", "vitamin_d_ug 1", "b12_ug 0.3"}) {
        auto const plan =
            plan_for("sex male; s twitch since 3; s weakness_objective no; eats " + std::string(nutrient));
        std::map<std::string_view, int> families;
        for (auto const& food : plan.foods)
            EXPECT_LE(++families[diet::foods().family(*diet::foods().find(food.id))], 2) << food.name;
        EXPECT_GE(plan.foods.size(), 3u) << nutrient;
    }
}

TEST(PlanFoods, FitADietThatIsKeptOrWished) {
    for (auto const* diet : {"vegan", "vegetarian", "pescatarian", "halal", "kosher"})
        for (auto const& food : plan_for(everything_short + "; diet " + diet).foods)
            for (auto const& row : first_list())
                if (row.id == food.id) {
                    EXPECT_THAT(parts_of(row.diets), testing::Contains(diet)) << row.name;
                }
    EXPECT_FALSE(plan_for(everything_short + "; diet vegan").foods.empty());
}

TEST(PlanFoods, OfAnAllergyThatIsNotNamedAreOnlyOnesOwn) {
    auto const plan = plan_for(everything_short + "; cond food_allergy");
    for (auto const& food : plan.foods)
        EXPECT_TRUE(food.own) << food.name;
}

TEST(PlanFoods, AreNoneWhereThePlanIsNotOffered) {
    for (auto const* story : {"cond eating_disorder", "s tetany", "age 9", "cond ckd_g4", "kg 40; cm 170"})
        EXPECT_THAT(plan_for(everything_short + "; " + story).foods, testing::IsEmpty()) << story;
}

TEST(PlanFoods, OfSpinachCountForMagnesiumButNotForCalcium) {
    auto const plan = plan_for("sex male; s twitch since 3; s weakness_objective no; eats calcium_mg 200");
    ASSERT_EQ(plan.status, "offered");
    EXPECT_FALSE(lists(plan, "spinach"));
    EXPECT_FALSE(plan.foods.empty());
}

namespace {

Answer answer_with_allergies(std::vector<std::string> const& written) {
    auto evidence = told(everything_short);
    for (auto const& one : written)
        evidence.allergies.push_back({one, true, {}, {}});
    return answer(evidence, {}, diet::foods());
}

bool noted(Plan const& plan, std::string_view words) {
    return std::any_of(plan.notes.begin(), plan.notes.end(),
                       [&](auto const& note) { return note.find(words) != std::string::npos; });
}

bool any_contains(Plan const& plan, std::string_view allergen) {
    return std::any_of(plan.foods.begin(), plan.foods.end(), [&](PlanFood const& food) {
        return std::any_of(first_list().begin(), first_list().end(), [&](auto const& row) {
            auto const parts = parts_of(row.contains);
            return row.id == food.id && std::find(parts.begin(), parts.end(), allergen) != parts.end();
        });
    });
}

} // namespace

TEST(PlanFoods, OfAnAllergyInAnyWordingAreNeverListed) {
    struct Wording {
        char const* written;
        char const* allergen;
    };
    for (auto const& [written, allergen] : {Wording{"fish allergy", "fish"},
                                            {"fishes", "fish"},
                                            {"finned fish", "fish"},
                                            {"Fish (substance)", "fish"},
                                            {"soy protein", "soy"},
                                            {"Soy_products", "soy"},
                                            {"dairy products", "milk"},
                                            {"seafood", "fish"},
                                            {"seafood", "shellfish"},
                                            {"cow's milk protein", "milk"},
                                            {"allergic to peanuts", "peanut"},
                                            {"tree nut allergy", "tree_nut"},
                                            {"almonds and salmon", "fish"},
                                            {"wheat, eggs", "egg"}}) {
        auto const plan = answer_with_allergies({written}).verdict.plan;
        EXPECT_EQ(plan.status, "offered") << written;
        EXPECT_FALSE(any_contains(plan, allergen)) << written;
        EXPECT_TRUE(noted(plan, "because of your allergies")) << written;
    }
    auto const many =
        answer_with_allergies({"fish allergy", "fungi", "oats", "dairy products", "soy protein"});
    for (auto const* allergen : {"fish", "milk", "soy", "gluten"})
        EXPECT_FALSE(any_contains(many.verdict.plan, allergen)) << allergen;
    EXPECT_FALSE(lists(many.verdict.plan, "mushroom"));
    EXPECT_FALSE(lists(many.verdict.plan, "oat"));
}

TEST(PlanFoods, AreNoneWhereAnAllergyIsNotUnderstoodAndNothingIsSaidToBeLeftOut) {
    for (auto const* written :
         {"zorblax", "food", "something", "pescado azulado", "fish and zorblax", "not zorblax"}) {
        auto const full = answer_with_allergies({written});
        auto const& plan = full.verdict.plan;
        EXPECT_THAT(plan.foods, testing::IsEmpty()) << written;
        EXPECT_EQ(plan.status, "general_only") << written;
        EXPECT_TRUE(noted(plan, "No foods are listed, because an allergy was not understood")) << written;
        EXPECT_FALSE(full.verdict.not_considered.empty()) << written;
        EXPECT_NE(full.verdict.not_considered.back().what.find("/allergies"), std::string::npos) << written;
    }
    // A plan that lists foods under another status withholds them too, and says why.
    auto evidence = told(everything_short + "; sex female; preg 20; allergy zorblax");
    auto const plan = answer(evidence, {}, diet::foods()).verdict.plan;
    EXPECT_THAT(plan.foods, testing::IsEmpty());
    EXPECT_TRUE(noted(plan, "an allergy was not understood: zorblax"));
    EXPECT_FALSE(noted(plan, "because of your allergies"));
}

TEST(PlanFoods, AreListedWithAnAllergyToWhatIsNoFood) {
    for (auto const* written :
         {"penicillin", "Grass pollen", "house dust mites", "no known allergies", "amoxicillin"}) {
        auto const plan = answer_with_allergies({written}).verdict.plan;
        EXPECT_FALSE(plan.foods.empty()) << written;
        EXPECT_FALSE(noted(plan, "because of your allergies")) << written;
    }
}

TEST(PlanFoods, OfADislikeNobodyKnowsAreNotSaidToBeLeftOut) {
    auto const full = answer(told(everything_short + "; dislikes zorblax"), {}, diet::foods());
    EXPECT_FALSE(noted(full.verdict.plan, "zorblax"));
    ASSERT_FALSE(full.verdict.not_considered.empty());
    EXPECT_EQ(full.verdict.not_considered.back().what, "/wishes/dislikes: zorblax");
    EXPECT_FALSE(full.verdict.plan.foods.empty());
}

TEST(PlanFoods, AreNoneWhereAConditionWasNotUnderstood) {
    for (auto const* story : {"", "; sex female; preg 20"}) {
        auto evidence = told(everything_short + story);
        evidence.conditions_not_read.emplace_back("Bartter type syndrome");
        auto const plan = answer(evidence, {}, diet::foods()).verdict.plan;
        EXPECT_EQ(plan.status, "general_only");
        EXPECT_THAT(plan.foods, testing::IsEmpty());
    }
}

TEST(PlanFoods, RichInCalciumOrVitaminDAreNotListedWhereCalciumMayRise) {
    for (auto const* story : {"cond sarcoidosis", "cond tuberculosis", "cond lymphoma",
                              "cond primary_hyperparathyroidism", "lab 25oh_vitamin_d 140 nmol/L 20"}) {
        auto const plan = plan_for(everything_short + "; " + story);
        EXPECT_THAT(plan.short_of, testing::Not(testing::Contains("vitamin_d_ug"))) << story;
        EXPECT_THAT(plan.short_of, testing::Not(testing::Contains("calcium_mg"))) << story;
        EXPECT_FALSE(plan.foods.empty()) << story;
        for (auto const& food : plan.foods) {
            EXPECT_LE(amount(food, "calcium_mg"), 200) << story << food.name;
            EXPECT_LE(amount(food, "vitamin_d_ug"), 2) << story << food.name;
        }
    }
    auto const high =
        plan_for(everything_short + "; drug digoxin since 900; lab calcium_adjusted 2.9 mmol/L 2");
    EXPECT_THAT(high.foods, testing::IsEmpty());
    EXPECT_THAT(high.short_of, testing::Not(testing::Contains("calcium_mg")));
    EXPECT_THAT(high.short_of, testing::Not(testing::Contains("vitamin_d_ug")));
    for (auto const* story : {"cond kidney_stones", "drug indapamide since 900"})
        EXPECT_THAT(plan_for(everything_short + "; " + story).short_of, testing::Contains("calcium_mg"))
            << story;
}

TEST(PlanFoods, MayHoldPotassiumWithABloodPressureTabletOnceItsTestsAreGood) {
    auto const tests =
        everything_short + "; lab potassium 4.2 mmol/L 20; lab egfr 90 mL/min/1.73m2 20; drug ";
    for (auto const* drug : {"ramipril", "losartan"}) {
        auto const plan = plan_for(tests + drug + " since 900");
        EXPECT_THAT(plan.short_of, testing::Contains("potassium_mg")) << drug;
        EXPECT_TRUE(forbids(plan.stops, "potassium_supplement")) << drug;
        EXPECT_TRUE(forbids(plan.stops, "salt_substitute")) << drug;
        EXPECT_FALSE(forbids(plan.stops, "potassium_more")) << drug;
    }
    for (auto const* story :
         {"lab potassium 4.2 mmol/L 20", "lab potassium 4.2 mmol/L 91; lab egfr 90 mL/min/1.73m2 20",
          "lab potassium 5.0 mmol/L 20; lab egfr 90 mL/min/1.73m2 20",
          "lab potassium 4.2 mmol/L 20; lab egfr 59 mL/min/1.73m2 20",
          "lab potassium 4.2 mmol/L 20; lab egfr 90 mL/min/1.73m2 91",
          "lab potassium 4.2 mmol/L undated; lab egfr 90 mL/min/1.73m2 undated",
          "lab potassium 4.2 mmol/L 20; lab egfr 90 mL/min/1.73m2 20; s diarrhoea",
          "lab potassium 4.2 mmol/L 20; lab egfr 90 mL/min/1.73m2 20; drug spironolactone since 90",
          "lab potassium 4.2 mmol/L 20; lab egfr 90 mL/min/1.73m2 20; drug ibuprofen last 1"})
        EXPECT_TRUE(forbids(plan_for(everything_short + "; drug ramipril since 900; " + story).stops,
                            "potassium_more"))
            << story;
}

TEST(PlanFoods, FitADietInOtherWordsAndHoldNoAnimalFoodWhereItWasNotUnderstood) {
    auto const with_diet = [](std::string const& kept, std::string const& wished) {
        auto evidence = told(everything_short);
        evidence.diet_not_read = kept;
        evidence.wished_diet = wished;
        return answer(evidence, {}, diet::foods());
    };
    auto const all_marked = [](Plan const& plan, std::string_view diet) {
        for (auto const& food : plan.foods)
            for (auto const& row : first_list())
                if (row.id == food.id) {
                    EXPECT_THAT(parts_of(row.diets), testing::Contains(diet)) << row.name;
                }
        EXPECT_FALSE(plan.foods.empty()) << diet;
    };
    for (auto const* written : {"veganism", "plant based", "a plant-based diet", "zorblaxian"}) {
        all_marked(with_diet(written, "").verdict.plan, "vegan");
        all_marked(with_diet("", written).verdict.plan, "vegan");
    }
    auto const lacto = with_diet("", "lacto-vegetarian");
    all_marked(lacto.verdict.plan, "vegetarian");
    EXPECT_FALSE(any_contains(lacto.verdict.plan, "egg"));
    EXPECT_THAT(lacto.verdict.not_considered, testing::IsEmpty());
    auto const odd = with_diet("", "zorblaxian");
    ASSERT_FALSE(odd.verdict.not_considered.empty());
    EXPECT_EQ(odd.verdict.not_considered.back().what, "diet: zorblaxian");
    EXPECT_TRUE(noted(odd.verdict.plan, "Only plant foods are listed"));
    // One's own animal food does not come back in either.
    diet::Diary diary;
    diary.eaten.push_back(ate("FNDDS:11111000", 240));
    diary.lines = 1;
    week::PlanBans const bans(odd.evidence, {});
    EXPECT_TRUE(bans.ban({diary.eaten.front().food, 240, {}, {}, {}}, diet::foods()));
}

TEST(PlanFoods, LeftOutForSafetyAreNamedAsFoodsInAPlainSentence) {
    auto const plan = plan_for(everything_short + "; drug warfarin since 900");
    EXPECT_TRUE(noted(plan, "For your safety this stays as it is: green leaves rich in vitamin K."));
}
