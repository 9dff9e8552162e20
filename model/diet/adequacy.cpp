#include "model/diet/adequacy.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/iron_requirement.rows.hpp"
#include "model/diet/prior_intake.rows.hpp"
#include "model/diet/requirement_spread.rows.hpp"
#include "model/diet/requirement_spread_eu.rows.hpp"
#include "model/diet/resting_energy.rows.hpp"
#include "model/diet/within_person.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

using engine::exp, engine::log, engine::sqrt, engine::normal_below;

std::string_view word_for(Sex sex) {
    return sex == Sex::female ? "female" : "male";
}

/// The spread of the logarithm of a lognormal with this coefficient of variation.
double log_sd_of(double cv) {
    return sqrt(log(1 + cv * cv));
}

double day_to_day_cv(Nutrient n, Person const& person) {
    double widest = unknown;
    for (auto const& row : within_person_rows) {
        if (row.nutrient != about(n).key)
            continue;
        if (row.sex == "any" || (person.sex && row.sex == word_for(*person.sex)))
            return row.within_cv;
        widest = known(widest) ? std::max(widest, row.within_cv) : row.within_cv;
    }
    return widest;
}

struct Prior {
    double log_median = unknown;
    double log_sd = unknown;
};

/// What people of this age and sex usually eat; unknown where the survey did not ask.
Prior prior_for(Nutrient n, Person const& person) {
    if (!person.age_years || !person.sex)
        return {};
    for (auto const& row : prior_intake_rows) {
        if (row.nutrient != about(n).key || row.sex != word_for(*person.sex))
            continue;
        if (*person.age_years < row.age_from || *person.age_years >= row.age_to || !(row.mean > 0))
            continue;
        double const sd = log_sd_of(row.sd_usual / row.mean);
        return {log(row.mean) - sd * sd / 2, sd};
    }
    return {};
}

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
    for (auto const& row : requirement_spread_rows)
        if (row.nutrient == about(n).key)
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

UsualIntake usual_intake(NutrientIntake const& intake, Nutrient n, Person const& person, double days,
                         bool use_prior) {
    UsualIntake usual;
    double const supplements = intake.from_supplements.mid;
    double const eaten = intake.per_day.mid - supplements;
    if (!known(eaten))
        return usual;
    if (eaten <= 0) {
        usual.median = supplements;
        usual.log_sd = 0;
        return usual;
    }
    // Days differ by chance, and portions and gaps in the table add their own width (low..high taken as 90
    // %).
    double variance = 0;
    double const day_cv = day_to_day_cv(n, person);
    if (days > 0 && known(day_cv))
        variance += log_sd_of(day_cv) * log_sd_of(day_cv) / days;
    double const low = std::max(intake.per_day.low - supplements, eaten / intake_facts.percent);
    double const high = std::max(intake.per_day.high - intake.from_supplements.high, eaten);
    double const width = log(high / low) / (2 * intake_facts.z_of_ninety_percent);
    variance += width * width;

    double centre = log(eaten);
    Prior const prior = prior_for(n, person);
    if (use_prior && days > 0 && known(prior.log_sd) && variance > 0) {
        double const prior_variance = prior.log_sd * prior.log_sd;
        usual.weight_of_diary = prior_variance / (prior_variance + variance);
        centre = usual.weight_of_diary * centre + (1 - usual.weight_of_diary) * prior.log_median;
        variance *= usual.weight_of_diary;
    }
    usual.median = exp(centre) + supplements;
    // Supplements are the same every day: they move the whole and narrow it in proportion.
    usual.log_sd = sqrt(variance) * exp(centre) / usual.median;
    return usual;
}

double probability_inadequate(UsualIntake const& usual, Need const& need, Person const& person, Nutrient n) {
    if (!known(usual.median) || !known(need.ear))
        return unknown;
    return mean_over(usual, [&](double amount) { return requirement_above(amount, need, person, n); });
}

LimitJudgement judge(Limit const& limit, NutrientIntake const& intake, UsualIntake const& usual, Nutrient n) {
    LimitJudgement out{limit, unknown, unknown, {}};
    if (limit.scope == "preformed") {
        out.cannot_judge =
            "The limit counts the animal form only, and the food tables do not tell it from the plant form.";
        return out;
    }
    bool const products_only = limit.scope == "supplements";
    bool const products_and_added = limit.scope == "supplements_and_fortified";
    if (products_only || products_and_added) {
        double const added = products_and_added ? intake.from_fortified : 0;
        Range const& taken = intake.from_supplements;
        out.counted = taken.mid + added;
        // A dose of a salt leaves open how much of it is the nutrient; only both ends on one side settle it.
        if (taken.low + added > limit.value)
            out.probability_above = 1;
        else if (taken.high + added <= limit.value)
            out.probability_above = 0;
        else
            out.probability_above = (taken.high + added - limit.value) / (taken.high - taken.low);
        return out;
    }
    (void)n;
    out.counted = intake.per_day.mid;
    if (!known(usual.median)) {
        // The known part alone may settle it one way; it never settles it the other way.
        out.counted = intake.per_day.low;
        if (intake.per_day.low > limit.value)
            out.probability_above = 1;
        else
            out.cannot_judge = "Too little is known of what you eat to say.";
        return out;
    }
    out.probability_above =
        usual.log_sd > 0
            ? 1 - normal_below((log(limit.value) -
                                log(std::max(usual.median, limit.value / intake_facts.tiny_share))) /
                               usual.log_sd)
            : (usual.median > limit.value ? 1.0 : 0.0);
    return out;
}

AgainstAdequate against_adequate_intake(NutrientIntake const& intake, double adequate_intake) {
    bool const reached =
        known(adequate_intake) && known(intake.per_day.mid) && intake.per_day.mid >= adequate_intake;
    return reached ? AgainstAdequate::meets : AgainstAdequate::cannot_say;
}

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

DiaryCheck check_diary(Intake const& intake, Person const& person) {
    DiaryCheck check;
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
