#include "model/diet/usual_intake.hpp"

#include "engine/elementary.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/prior_intake.rows.hpp"
#include "model/diet/within_person.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

using engine::exp, engine::log, engine::sqrt;

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

} // namespace rheobase::diet
