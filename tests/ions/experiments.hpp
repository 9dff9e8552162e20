// Contrasting experiments that several tests walk through.
#pragma once

#include "model/ions/experiment.hpp"

#include <string>
#include <vector>

namespace rheobase::ions {

struct Contrast {
    std::string name;
    Experiment what;
};

inline void eats(Phase& phase, Ingested what, double mean, double sd = 0) {
    phase.intake[static_cast<std::size_t>(what)] = Spread{mean, sd};
}

inline void names(Meal& meal, Ingested what, double amount) {
    meal.amount[static_cast<std::size_t>(what)] = amount;
    meal.named[static_cast<std::size_t>(what)] = true;
}

inline Phase days(double number) {
    Phase phase;
    phase.hours = number * 24;
    return phase;
}

/// Reported once a day, at which hour the tests look at every state.
inline Experiment of_phases(std::vector<Phase> phases) {
    Experiment experiment;
    experiment.people = 4;
    experiment.seed = 11;
    experiment.phases = std::move(phases);
    experiment.reports = {{Observable::calcium_serum, 24}};
    return experiment;
}

inline Meal meal_of(double hour, bool daily, std::vector<std::pair<Ingested, double>> const& amounts) {
    Meal meal;
    meal.hour = hour;
    meal.daily = daily;
    for (auto const& [what, amount] : amounts)
        names(meal, what, amount);
    return meal;
}

/// Three a day, of everything that people eat.
inline std::vector<Meal> three_meals() {
    using enum Ingested;
    std::vector<Meal> meals;
    for (auto const& [hour, share] : {std::pair{8.0, 0.25}, {13.0, 0.35}, {19.0, 0.4}})
        meals.push_back(meal_of(hour, true, {{calcium, 900 * share},
                                             {magnesium, 320 * share},
                                             {phosphorus, 1300 * share},
                                             {potassium, 2800 * share},
                                             {sodium, 3300 * share},
                                             {water, 2600 * share},
                                             {carbohydrate, 250 * share}}));
    return meals;
}

/// Every day another diet, by a rule that needs no random numbers.
inline Experiment changing_days(int number) {
    using enum Ingested;
    std::vector<Phase> phases{days(1)};
    for (int day = 0; day < number; ++day) {
        Phase phase = days(1);
        double const a = day * 7 % 10 / 10.0, b = day * 3 % 7 / 7.0;
        eats(phase, calcium, 400 + 1000 * a);
        eats(phase, magnesium, 150 + 350 * b);
        eats(phase, potassium, 1500 + 3000 * b);
        eats(phase, sodium, 1500 + 4000 * a);
        eats(phase, phosphorus, 800 + 1000 * b);
        eats(phase, water, 1800 + 1500 * a);
        phases.push_back(phase);
    }
    return of_phases(std::move(phases));
}

inline std::vector<Contrast> contrasts() {
    using enum Ingested;
    std::vector<Contrast> all;

    Phase diet = days(60);
    eats(diet, calcium, 300);
    eats(diet, magnesium, 120);
    eats(diet, potassium, 1200);
    eats(diet, sodium, 1000);
    all.push_back({"poor diet for 60 days", of_phases({days(1), diet})});

    all.push_back({"another diet each day for 30 days", changing_days(30)});

    Phase fed = days(7);
    fed.meals = three_meals();
    all.push_back({"three meals a day for a week", of_phases({days(1), fed})});

    Phase chloride = days(2);
    chloride.meals = {meal_of(8, false, {{potassium, 3000}}), meal_of(32, false, {{calcium, 1000}})};
    all.push_back({"potassium chloride, then calcium by mouth", of_phases({days(1), chloride})});

    Phase dripped = days(2);
    dripped.infusions = {{Infused::calcium, 3, 1, 4}, {Infused::magnesium, 6, 6, 4}, {Infused::potassium, 8, 24, 3}};
    all.push_back({"calcium, magnesium and potassium infused", of_phases({days(1), dripped})});

    Phase donated = days(1);
    donated.infusions = {{Infused::citrate, 25, 2, 1.5}};
    donated.clamps = {{Clamped::ionised_calcium, 1.05, 6, 2}, {Clamped::potassium_serum, 5.2, 10, 3},
                      {Clamped::magnesium_serum, 1.4, 15, 3}};
    all.push_back({"citrate, then clamps", of_phases({days(1), donated})});

    Phase ill = days(4);
    ill.loss = Loss{0, 0, Stool::diarrhoea};
    Phase sick = days(2);
    sick.loss = Loss{0, 1.5, Stool::normal};
    all.push_back({"diarrhoea, then vomiting", of_phases({days(1), ill, sick, days(7)})});

    Phase treated = days(30);
    treated.drugs = {{DrugClass::thiazide, 1}, {DrugClass::ppi, 1}, {DrugClass::acei, 1}};
    Phase poisoned = days(20);
    poisoned.drugs = {{DrugClass::cisplatin, 1}, {DrugClass::loop, 1}};
    all.push_back({"thiazide, PPI and ACE inhibitor, then cisplatin and loop", of_phases({days(1), treated, poisoned})});

    Phase injected = days(90);
    injected.drugs = {{DrugClass::denosumab, 1}};
    Experiment ckd = of_phases({days(1), injected});
    ckd.who.egfr = Spread{20, 4};
    all.push_back({"denosumab in kidney disease", ckd});

    Experiment expecting = of_phases({days(1), days(30)});
    expecting.who.age_high = 35;
    expecting.who.stage = Stage::pregnant;
    eats(expecting.phases[1], calcium, 500);
    eats(expecting.phases[1], vitamin_d, 50);
    all.push_back({"pregnancy on little calcium", expecting});

    Phase hot = days(5);
    hot.loss = Loss{4, 0, Stool::normal};
    eats(hot, water, 5500);
    Phase starved = days(10);
    for (auto const what : {calcium, magnesium, phosphorus, potassium, sodium})
        eats(starved, what, 20);
    all.push_back({"sweat, then next to no food", of_phases({days(1), hot, starved})});

    Phase party = days(2);
    party.drinking = Drinking{120, true, 18, 6};
    party.meals = {meal_of(9, false, {{caffeine, 300}, {water, 500}}), meal_of(13, false, {{carbohydrate, 150}})};
    party.drinks_to_thirst = false;
    all.push_back({"coffee, then a night of drinking", of_phases({days(1), party, days(2)})});
    return all;
}

} // namespace rheobase::ions
