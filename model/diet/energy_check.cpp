#include "model/diet/energy_check.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/resting_energy.rows.hpp"

namespace rheobase::diet {

using engine::exp, engine::sqrt;

double resting_energy(Person const& person) {
    if (!person.age_years || !person.sex || !person.weight_kg)
        return unknown;
    auto const& facts = intake_facts;
    if (person.height_cm && *person.age_years >= facts.resting_energy_adults_from)
        return facts.resting_energy_per_kg * *person.weight_kg +
               facts.resting_energy_per_cm * *person.height_cm -
               facts.resting_energy_per_year * *person.age_years +
               (*person.sex == Sex::male ? facts.resting_energy_male : facts.resting_energy_female);
    for (auto const& row : resting_energy_rows)
        if (row.sex == word_for(*person.sex) && *person.age_years >= row.age_from &&
            *person.age_years < row.age_to)
            return row.kcal_per_kg * *person.weight_kg + row.kcal;
    return unknown;
}

EnergyCheck check_energy(Intake const& intake, Person const& person) {
    EnergyCheck check;
    auto const& facts = intake_facts;
    check.resting_kcal = resting_energy(person);
    double const eaten = intake[nutrient("energy_kcal")].per_day.mid;
    if (!known(eaten) || intake.days <= 0 || !(check.resting_kcal > 0))
        return check;
    check.ratio = eaten / check.resting_kcal;
    // Goldberg: energy eaten varies from day to day, resting energy is estimated, activity is not known.
    double const spread = sqrt(facts.energy_within_person * facts.energy_within_person / intake.days +
                               facts.resting_energy_precision * facts.resting_energy_precision +
                               facts.activity_variation * facts.activity_variation);
    check.plausible_low = facts.activity_level * exp(-2 * spread);
    check.plausible_high = facts.activity_level * exp(2 * spread);
    check.plausible = check.ratio >= check.plausible_low && check.ratio <= check.plausible_high;
    return check;
}

} // namespace rheobase::diet
