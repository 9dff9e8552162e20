// Potassium: one dose, one meal, diets with much and with next to none.
#include "tests/validation/study.hpp"

#include <array>
#include <string>

namespace rheobase::validation {

namespace {

constexpr auto serum = Observable::potassium_serum;
constexpr auto urine = Observable::urine_potassium;
constexpr auto balance = Observable::balance_potassium;

double mg(double mmol) {
    return mmol * mg_per_mmol_potassium;
}

/// A day of three meals and a night without, then what the last phase is given: people who fast overnight have eaten
/// their day's potassium in the twelve hours before.
Experiment fasted(int people, std::uint64_t seed) {
    Experiment experiment = healthy_adults(people, seed);
    reports(experiment, {serum, urine}, 0.25);
    for (double const hours : {24.0, 5.0}) {
        Phase& phase = then_hours(experiment, hours);
        eats(phase, Ingested::potassium, 0);
        eats(phase, Ingested::carbohydrate, 0);
    }
    for (double const hour : {0.0, 5.0, 11.0}) {
        swallows(experiment.phases[1], Ingested::potassium, 1000, hour);
        swallows(experiment.phases[1], Ingested::carbohydrate, 80, hour);
    }
    return experiment;
}

Outcome risen(Crowd const& crowd, double minutes) {
    return over(crowd, [=](auto const& p) { return p.at(2, serum, minutes / 60) - p.last(1, serum); });
}

/// Excreted between two moments of the last phase; a row of urine is a daily rate since the row before.
Outcome excreted(Crowd const& crowd, double from, double to) {
    return over(crowd, [=](auto const& p) {
        double sum = 0, before = 0;
        for (auto const& point : p.course(2, urine)) {
            if (point.hour > from && point.hour <= to + 1e-9)
                sum += point.value / 24 * (point.hour - before);
            before = point.hour;
        }
        return sum;
    });
}

Measured chloride_alone(int people) {
    Experiment experiment = fasted(people, 501);
    swallows(experiment.phases.back(), Ingested::potassium, mg(35), 0);
    auto const crowd = crowd_of(experiment);
    Measured all;
    for (int const minutes : {15, 30, 45, 60, 90, 150, 210, 270})
        all["rise_" + std::to_string(minutes) + "_min"] = risen(crowd, minutes);
    all["urine_60_to_120_min"] = excreted(crowd, 1, 2);
    all["urine_300_min"] = excreted(crowd, 0, 5);
    return all;
}

constexpr double carbohydrate_of_meal = 100; ///< g; the report gives the meal without its sugar and starch

Measured meal_without(int people) {
    Experiment experiment = fasted(people, 502);
    swallows(experiment.phases.back(), Ingested::carbohydrate, carbohydrate_of_meal, 0);
    auto const crowd = crowd_of(experiment);
    Measured all;
    for (int const minutes : {15, 30, 45, 60, 90, 150, 210, 270})
        all["change_" + std::to_string(minutes) + "_min"] = risen(crowd, minutes);
    all["urine_300_min"] = excreted(crowd, 0, 5);
    return all;
}

Measured meal_with_chloride(int people) {
    Experiment experiment = fasted(people, 507);
    swallows(experiment.phases.back(), Ingested::carbohydrate, carbohydrate_of_meal, 0);
    swallows(experiment.phases.back(), Ingested::potassium, mg(35), 0);
    auto const crowd = crowd_of(experiment);
    Measured all;
    for (int const minutes : {30, 60, 90, 150, 270})
        all["change_" + std::to_string(minutes) + "_min"] = risen(crowd, minutes);
    all["urine_300_min"] = excreted(crowd, 0, 5);
    return all;
}

/// Sugar alone, 75 g.
Measured glucose(int people) {
    Experiment experiment = fasted(people, 508);
    swallows(experiment.phases.back(), Ingested::carbohydrate, 75, 0);
    return {{"change_120_min", risen(crowd_of(experiment), 120)}};
}

/// 50 mmol of potassium chloride and what aldosterone does.
Measured aldosterone_after_load(int people) {
    constexpr auto aldosterone = Observable::aldosterone;
    Experiment experiment = fasted(people, 509);
    reports(experiment, {aldosterone}, 0.25);
    swallows(experiment.phases.back(), Ingested::potassium, mg(50), 0);
    return {{"aldosterone_60_min", over(crowd_of(experiment), [](auto const& p) {
                 return p.at(2, aldosterone, 1) / p.last(1, aldosterone);
             })}};
}

/// Potassium much raised for twenty days; much lowered for ten on a salty diet.
Measured long_diets(int people) {
    auto const change = [people](double from, double to, double days, double sodium) {
        Experiment experiment = healthy_adults(people, 510);
        eats(experiment.phases.front(), Ingested::potassium, mg(from));
        eats(experiment.phases.front(), Ingested::sodium, sodium * mg_per_mmol_sodium);
        reports(experiment, {serum}, 24);
        eats(then_days(experiment, days), Ingested::potassium, mg(to));
        return over(crowd_of(experiment), [](auto const& p) { return p.last(1, serum) - p.last(0, serum); });
    };
    return {{"100_to_400", change(100, 400, 20, 150)}, {"80_to_18_salty", change(80, 18, 10, 220)}};
}

struct Diets {
    double from, to, days; ///< mmol a day
    char const* name;
};

Measured levels_and_intake(int people) {
    Measured all;
    for (auto const& [from, to, days, name] :
         {Diets{76, 176, 10, "76_to_176"}, Diets{80, 300, 18, "80_to_300"}, Diets{60, 260, 6, "60_to_260"},
          Diets{70, 120, 14, "70_to_120"}, Diets{40, 200, 10, "40_to_200"}}) {
        Experiment experiment = healthy_adults(people, 503);
        eats(experiment.phases.front(), Ingested::potassium, mg(from));
        reports(experiment, {serum}, 24);
        eats(then_days(experiment, days), Ingested::potassium, mg(to));
        auto const crowd = crowd_of(experiment);
        all[std::string(name) + "_level"] = over(crowd, [](auto const& p) { return p.last(1, serum); });
        all[std::string(name) + "_rise"] =
            over(crowd, [](auto const& p) { return p.last(1, serum) - p.last(0, serum); });
    }
    return all;
}

/// Three weeks on little potassium.
Crowd depleted(int people, double mmol, double sodium_mmol) {
    Experiment experiment = healthy_adults(people, 504);
    reports(experiment, {serum, urine, balance}, 24);
    Phase& low = then_days(experiment, 21);
    eats(low, Ingested::potassium, mg(mmol));
    eats(low, Ingested::sodium, sodium_mmol * mg_per_mmol_sodium);
    return crowd_of(experiment);
}

double lost(Person const& person) {
    return -person.last(1, balance);
}

Measured fall_of_deficit(int people) {
    return {{"per_100_mmol", over(depleted(people, 0.8, 150), [](auto const& p) {
                 return 100 * (p.last(0, serum) - p.last(1, serum)) / lost(p);
             })}};
}

Measured low_diets(int people) {
    auto const none = depleted(people, 0.8, 150);
    auto const in_stool = [](auto const& p) {
        double in_urine = 0;
        for (auto const& point : p.course(1, urine))
            in_urine += point.hour > 0 ? point.value : 0;
        return 100 * (1 - in_urine / (lost(p) + 0.8 * 21));
    };
    auto const usual_salt = over(depleted(people, 25, 150), lost);
    auto const much_salt = over(depleted(people, 25, 350), lost);
    return {{"deficit_below_1", over(none, lost)},
            {"deficit_at_25", usual_salt},
            {"share_in_stool", over(none, in_stool)},
            {"more_with_salt", single(much_salt.mean / usual_salt.mean)}};
}

/// Insulin for two hours with the sugar held.
Measured insulin(int people) {
    Experiment experiment = healthy_adults(people, 505);
    reports(experiment, {serum}, 0.25);
    then_hours(experiment, 2).drugs.push_back({ions::DrugClass::insulin, 1});
    return {{"fall", over(crowd_of(experiment),
                          [](auto const& p) { return p.lowest(1, serum) - p.last(0, serum); })}};
}

Measured beta_agonist(int people) {
    Experiment experiment = healthy_adults(people, 506);
    reports(experiment, {serum}, 0.25);
    then_hours(experiment, 3).drugs.push_back({ions::DrugClass::beta_agonist, 1});
    return {{"fall", over(crowd_of(experiment),
                          [](auto const& p) { return p.lowest(1, serum) - p.last(0, serum); })}};
}

constexpr std::array studies{Study{"A21", chloride_alone, true},
                             Study{"A22", meal_without, true},
                             Study{"A23", levels_and_intake},
                             Study{"A24", fall_of_deficit},
                             Study{"A25", low_diets},
                             Study{"B5", insulin, true},
                             Study{"B6", beta_agonist, true},
                             Study{"B25", meal_with_chloride, true},
                             Study{"B26", glucose, true},
                             Study{"B27", aldosterone_after_load, true},
                             Study{"B28", long_diets}};

} // namespace

std::span<Study const> potassium_studies() {
    return studies;
}

} // namespace rheobase::validation
