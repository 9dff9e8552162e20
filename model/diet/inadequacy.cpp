#include "model/diet/inadequacy.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/iron_requirement.rows.hpp"
#include "model/diet/requirement_spread.rows.hpp"
#include "model/diet/requirement_spread_eu.rows.hpp"

namespace rheobase::diet {

namespace {

using engine::exp, engine::normal_below;

/// Share of people whose requirement for iron is above `amount`: requirements are skewed by menstrual loss,
/// so the published centiles are joined by straight lines. Unknown for stages that have no centiles.
double iron_requirement_above(double amount, Person const& person) {
    double below_amount = 0, below_share = 0;
    bool any = false;
    for (auto const& row : iron_requirement_rows) {
        bool const same = person.sex && row.sex == word_for(*person.sex) && row.stage == "none" &&
                          person.age_years && *person.age_years >= row.age_from &&
                          *person.age_years < row.age_to;
        if (!same)
            continue;
        any = true;
        double const share = row.percentile / intake_facts.percent;
        if (amount < row.intake_mg) {
            double const along = (amount - below_amount) / (row.intake_mg - below_amount);
            return 1 - (below_share + along * (share - below_share));
        }
        below_amount = row.intake_mg;
        below_share = share;
    }
    return any ? 0 : unknown;
}

/// Share of people whose requirement is above `amount`.
double requirement_above(double amount, Need const& need, Person const& person, Nutrient n) {
    bool const expecting =
        person.pregnant.value_or(false) || person.pregnancy_weeks || person.lactating.value_or(false);
    if (n == nutrient("iron_mg"))
        return expecting ? unknown : iron_requirement_above(amount, person);
    double cv = unknown;
    auto const per_kg = std::string(about(n).key) + "_per_kg";
    for (auto const& row : requirement_spread_rows)
        if (row.nutrient == about(n).key || row.nutrient == per_kg)
            cv = row.cv;
    if (need.authority == "eu")
        for (auto const& row : requirement_spread_eu_rows)
            if (row.nutrient == about(n).key)
                cv = row.cv;
    return known(cv) && known(need.ear) ? 1 - normal_below((amount - need.ear) / (cv * need.ear)) : unknown;
}

/// The mean of f over a usual intake: the midpoint rule on the normal density of its logarithm, wide enough
/// that the part left out is smaller than the sixth digit.
template <class Function>
double mean_over(UsualIntake const& usual, Function f) {
    int const steps = static_cast<int>(intake_facts.integration_steps);
    double const reach = intake_facts.integration_reach;
    double sum = 0, weights = 0;
    for (int i = 0; i < steps; ++i) {
        double const z = reach * (2 * (i + 1.0 / 2) / steps - 1);
        double const weight = exp(-z * z / 2);
        sum += weight * f(usual.median * exp(usual.log_sd * z));
        weights += weight;
    }
    return sum / weights;
}

} // namespace

double probability_inadequate(UsualIntake const& usual, Need const& need, Person const& person, Nutrient n) {
    if (!known(usual.median) || !known(need.ear))
        return unknown;
    return mean_over(usual, [&](double amount) { return requirement_above(amount, need, person, n); });
}

AgainstAdequate against_adequate_intake(NutrientIntake const& intake, double adequate_intake) {
    bool const reached =
        known(adequate_intake) && known(intake.per_day.mid) && intake.per_day.mid >= adequate_intake;
    return reached ? AgainstAdequate::meets : AgainstAdequate::cannot_say;
}

} // namespace rheobase::diet
