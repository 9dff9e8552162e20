// People, diaries and wishes drawn at random, the same for the same number: what the week must bear.
#pragma once

#include "engine/random.hpp"
#include "model/rheobase.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "tests/verdict/told.hpp"

#include <string>
#include <vector>

namespace rheobase::week {

/// Draws for one case; each kind of draw is told apart by its name and its turn.
class Draws {
  public:
    explicit Draws(std::uint32_t number) : number_(number) {}
    double between(std::string_view what, double low, double high, std::uint32_t turn = 0) const {
        return low + (high - low) * engine::uniform(20260310, number_, engine::fact_key(what), turn);
    }
    bool yes(std::string_view what, double chance) const { return between(what, 0, 1) < chance; }
    std::size_t one_of(std::string_view what, std::size_t many, std::uint32_t turn = 0) const {
        return static_cast<std::size_t>(between(what, 0, static_cast<double>(many), turn));
    }

  private:
    std::uint32_t number_;
};

inline diet::Eaten ate(diet::Food food, double grams, int day, std::string meal = "Lunch") {
    diet::Eaten eaten;
    eaten.food = food;
    eaten.grams = diet::Range::exactly(grams);
    eaten.sure = 1;
    eaten.day = "2026-03-0" + std::to_string(day);
    eaten.meal = std::move(meal);
    return eaten;
}

inline diet::Eaten ate(std::string_view id, double grams, int day, std::string meal = "Lunch") {
    return ate(diet::foods().find(id).value(), grams, day, std::move(meal));
}

/// Three days of bread, meat and little else.
inline diet::Diary plain_diary(double times = 1) {
    diet::Diary diary;
    for (int day = 1; day <= 3; ++day) {
        diary.eaten.push_back(ate("FNDDS:51101000", 200 * times, day, "Breakfast")); // white bread
        diary.eaten.push_back(ate("FNDDS:56205008", 500 * times, day, "Lunch"));     // white rice
        diary.eaten.push_back(ate("FNDDS:24122131", 240 * times, day, "Dinner"));    // chicken
        diary.eaten.push_back(ate("FNDDS:82104000", 40 * times, day, "Dinner"));     // olive oil
    }
    diary.lines = static_cast<int>(diary.eaten.size());
    return diary;
}

struct Drawn {
    std::string story; ///< as told() reads it
    verdict::Evidence evidence;
    diet::Diary diary;
    Wishes wishes;
    std::string allergy; ///< code of allergens.csv; empty for none
};

/// Adults of any age with the conditions and medicines whose stops bear on food.
inline std::string drawn_story(Draws const& draw) {
    static std::vector<std::string> const conditions{"hypertension",
                                                     "coeliac",
                                                     "lactose_intolerance",
                                                     "kidney_stones",
                                                     "g6pd_deficiency",
                                                     "wilson",
                                                     "addison",
                                                     "hyperthyroidism",
                                                     "dysphagia",
                                                     "sarcoidosis",
                                                     "ckd_g2",
                                                     "one_kidney",
                                                     "hypoparathyroidism",
                                                     "pernicious_anaemia",
                                                     "primary_hyperparathyroidism"};
    static std::vector<std::string> const drugs{
        "warfarin",   "ramipril",    "losartan",   "spironolactone", "lithium",      "levothyroxine",
        "phenelzine", "simvastatin", "indapamide", "doxycycline",    "prednisolone", "ibuprofen"};
    bool const female = draw.yes("female", 0.55);
    int const age = static_cast<int>(draw.between("age", 19, 85));
    std::string story = "age " + std::to_string(age) + "; sex " + (female ? "female" : "male") +
                        "; s twitch since 3; s weakness_objective no; meds whole; conds whole";
    if (female && age < 45 && draw.yes("pregnant", 0.2))
        story += "; preg " + std::to_string(static_cast<int>(draw.between("week", 6, 38)));
    else if (draw.yes("body", 0.6))
        story += "; kg " + std::to_string(static_cast<int>(draw.between("kg", 60, 95))) + "; cm " +
                 std::to_string(static_cast<int>(draw.between("cm", 158, 188)));
    if (draw.yes("ill", 0.35))
        story += "; cond " + conditions[draw.one_of("condition", conditions.size())];
    if (draw.yes("treated", 0.45))
        story += "; drug " + drugs[draw.one_of("drug", drugs.size())] + " since 900";
    if (draw.yes("supplement", 0.25))
        story += "; supp magnesium_mg 200";
    if (draw.yes("sun", 0.2))
        story += "; life sun much";
    return story;
}

/// Some thirty foods of the table in household portions, eaten again and again on three to seven days.
inline diet::Diary drawn_diary(Draws const& draw) {
    static std::vector<std::string> const meals{"Breakfast", "Lunch", "Dinner", "Snack"};
    auto const& table = diet::foods();
    constexpr auto energy = diet::nutrient("energy_kcal");
    struct Usual {
        diet::Food food;
        double grams;
        std::string meal;
    };
    std::vector<Usual> usual;
    for (std::uint32_t turn = 0; usual.size() < 30; ++turn) {
        auto const food =
            static_cast<diet::Food>(draw.one_of("food", static_cast<std::size_t>(table.size()), turn));
        if (!table.id(food).starts_with("FNDDS:") || table.family(food) == "baby_food" ||
            table.family(food) == "infant_formula" || table.portion_count(food) == 0)
            continue;
        auto const portion =
            table.portion(food, static_cast<int>(draw.one_of(
                                    "portion", static_cast<std::size_t>(table.portion_count(food)), turn)));
        if (portion.grams >= 15 && portion.grams <= 400)
            usual.push_back({food, portion.grams, meals[draw.one_of("meal", meals.size(), turn)]});
    }
    diet::Diary diary;
    int const days = static_cast<int>(draw.between("days", 3, 8));
    std::uint32_t turn = 0;
    for (int day = 1; day <= days; ++day) {
        double const enough = draw.between("kcal", 1700, 2700, static_cast<std::uint32_t>(day));
        for (double kcal = 0; kcal < enough; ++turn) {
            auto const& one = usual[draw.one_of("eaten", usual.size(), turn)];
            diary.eaten.push_back(ate(one.food, one.grams, day, one.meal));
            double const per_100_g = table.per_100_g(one.food, energy);
            kcal += (known(per_100_g) ? per_100_g * one.grams / 100 : 0) + 20;
        }
    }
    diary.lines = static_cast<int>(diary.eaten.size());
    return diary;
}

inline Drawn drawn(std::uint32_t number) {
    static std::vector<std::string> const diets{"vegan",  "vegetarian",  "pescatarian", "halal",
                                                "kosher", "gluten_free", "lactose_free"};
    static std::vector<std::string> const dislikes{"nuts", "fish", "broccoli", "mushrooms", "beans"};
    static std::vector<std::string> const allergies{"tree_nut",  "peanut", "milk",   "egg",   "fish",
                                                    "shellfish", "soy",    "gluten", "sesame"};
    Draws const draw(number);
    Drawn out;
    out.story = drawn_story(draw);
    if (draw.yes("allergic", 0.3)) {
        out.allergy = allergies[draw.one_of("allergy", allergies.size())];
        out.story += "; allergy " + out.allergy;
    }
    out.evidence = verdict::told(out.story);
    out.diary = drawn_diary(draw);
    if (draw.yes("diet", 0.35))
        out.wishes.diet = diets[draw.one_of("which diet", diets.size())];
    if (draw.yes("without", 0.3))
        out.wishes.without = {dislikes[draw.one_of("disliked", dislikes.size())]};
    if (draw.yes("keep", 0.4)) {
        auto const& kept = out.diary.eaten[draw.one_of("kept", out.diary.eaten.size())];
        auto const name = diet::foods().name(kept.food);
        out.wishes.keep = {std::string(name.substr(0, name.find_first_of(" ,")))};
    }
    out.wishes.cheap = draw.yes("cheap", 0.2);
    out.wishes.few_changes = draw.yes("few", 0.2);
    if (draw.yes("cooking", 0.3))
        out.wishes.cooking = draw.yes("none", 0.5) ? "none" : "little";
    return out;
}

} // namespace rheobase::week
