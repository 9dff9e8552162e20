#include "tests/validation/study.hpp"

namespace rheobase::validation {

std::vector<Study> all_studies() {
    std::vector<Study> all;
    for (auto const studies : {hormone_studies(), calcium_studies(), vitamin_d_studies(), magnesium_studies(),
                               potassium_studies(), water_studies(), vitamin_b12_studies(), drug_studies(),
                               condition_studies(), body_studies(), population_studies()})
        all.insert(all.end(), studies.begin(), studies.end());
    return all;
}

Experiment healthy_adults(int people, std::uint64_t seed) {
    Experiment experiment;
    experiment.people = people;
    experiment.seed = seed;
    experiment.who.age_low = 20;
    experiment.who.age_high = 50;
    experiment.who.weight_kg = {72, 11};
    Phase baseline;
    baseline.hours = 24;
    eats(baseline, Ingested::calcium, 1000);
    eats(baseline, Ingested::magnesium, 320);
    eats(baseline, Ingested::phosphorus, 1300);
    eats(baseline, Ingested::potassium, 3000);
    eats(baseline, Ingested::sodium, 3400);
    eats(baseline, Ingested::vitamin_d, 5);
    eats(baseline, Ingested::b12, 5);
    experiment.phases.push_back(baseline);
    return experiment;
}

void eats(Phase& phase, Ingested what, double amount) {
    phase.intake[static_cast<std::size_t>(what)] = Spread{amount, 0};
}

void swallows(Phase& phase, Ingested what, double amount, double hour, bool daily) {
    ions::Meal meal;
    meal.hour = hour;
    meal.daily = daily;
    meal.amount[static_cast<std::size_t>(what)] = amount;
    meal.named[static_cast<std::size_t>(what)] = true;
    phase.meals.push_back(meal);
}

Phase& then_hours(Experiment& experiment, double hours) {
    Phase phase;
    phase.hours = hours;
    experiment.phases.push_back(phase);
    return experiment.phases.back();
}

Phase& then_days(Experiment& experiment, double days) {
    return then_hours(experiment, 24 * days);
}

void reports(Experiment& experiment, std::initializer_list<Observable> what, double every_hours) {
    for (auto const one : what)
        experiment.reports.push_back({one, every_hours});
}

} // namespace rheobase::validation
