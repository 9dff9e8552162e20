// Vitamin D: daily doses small and large, one large dose, the seasons, and what fat holds back.
#include "tests/validation/study.hpp"

#include "model/ions/person.hpp"

#include <array>

namespace rheobase::validation {

namespace {

constexpr auto level = Observable::vitamin_d_25oh;
constexpr double days_of_winter_trial = 240; ///< until the level stands still

Experiment in_winter(int people, std::uint64_t seed) {
    Experiment experiment = healthy_adults(people, seed);
    experiment.phases.front().sun = ions::Sun::winter;
    return experiment;
}

/// The level after months on this much vitamin D a day, in each person.
Crowd supplemented(int people, std::uint64_t seed, double dose) {
    Experiment experiment = in_winter(people, seed);
    reports(experiment, {level}, 24 * 10);
    eats(then_days(experiment, days_of_winter_trial), Ingested::vitamin_d, dose);
    return crowd_of(experiment);
}

double mean_level(Crowd const& crowd) {
    return over(crowd, [](auto const& p) { return p.last(1, level); }).mean;
}

Measured small_doses(int people) {
    constexpr double usual = 5, dose = 25;
    auto const crowd = supplemented(people, 301, usual + dose);
    return {{"per_25_ug", over(crowd, [](auto const& p) { return p.last(1, level) - p.last(0, level); })}};
}

Measured large_doses(int people) {
    double const small = mean_level(supplemented(people, 302, 30)) - mean_level(supplemented(people, 302, 5));
    double const large =
        (mean_level(supplemented(people, 302, 500)) - mean_level(supplemented(people, 302, 375))) / 5;

    Experiment slim = healthy_adults(people, 303);
    slim.who.weight_kg = {68, 6};
    eats(slim.phases.front(), Ingested::vitamin_d, 25);
    reports(slim, {level}, 24);
    Experiment heavy = slim;
    heavy.who.weight_kg = {105, 10};
    auto const last = [](auto const& p) { return p.last(0, level); };
    auto const a = over(crowd_of(slim), last), b = over(crowd_of(heavy), last);
    return {{"per_25_ug", single(large)},
            {"slope_falls", single(small / large)},
            {"obese", single(b.mean - a.mean)}};
}

Measured one_large_dose(int people) {
    Experiment experiment = healthy_adults(people, 304);
    experiment.who.age_low = 60;
    experiment.who.age_high = 80;
    eats(experiment.phases.front(), Ingested::vitamin_d, 10);
    reports(experiment, {level}, 24);
    // A day on which a meal names a nutrient has no more of it, so the dose is a phase of its own.
    swallows(then_days(experiment, 1), Ingested::vitamin_d, 10 + 2500, 0);
    then_days(experiment, 119);
    auto const crowd = crowd_of(experiment);
    constexpr double nmol_per_ng = 2.496;
    auto const rise = [](auto const& p) { return p.highest(2, level) - p.last(0, level); };
    return {{"rise", over(crowd, [=](auto const& p) { return rise(p) / nmol_per_ng; })},
            {"left_after_112_days", over(crowd, [=](auto const& p) {
                 return (p.at(2, level, 24 * 111) - p.last(0, level)) / rise(p);
             })}};
}

Measured seasons(int people) {
    constexpr int years = 3;
    Experiment experiment = healthy_adults(people, 305);
    reports(experiment, {level}, 24 * 10);
    for (int year = 0; year < years; ++year) {
        then_days(experiment, 182.5).sun = ions::Sun::summer;
        then_days(experiment, 182.5).sun = ions::Sun::winter;
    }
    constexpr int last_summer = 2 * years - 1;
    auto const half_swing = over(crowd_of(experiment), [](auto const& p) {
        return (std::max(p.highest(last_summer, level), p.highest(last_summer + 1, level)) -
                std::min(p.lowest(last_summer, level), p.lowest(last_summer + 1, level))) /
               2;
    });
    // What would keep the level of the year at the slope of supplements.
    constexpr double units_per_ug = 40;
    Experiment year = healthy_adults(people, 308);
    reports(year, {level}, 24 * 10);
    eats(then_days(year, 360), Ingested::vitamin_d, 30);
    auto const crowd = crowd_of(year);
    auto const last = over(crowd, [](auto const& p) { return p.last(1, level); }).mean;
    auto const first = over(crowd, [](auto const& p) { return p.last(0, level); }).mean;
    double const per_ug = (last - first) / 25;

    std::vector<double> skin;
    auto const facts = ions::all_facts();
    for (std::uint32_t i = 0; i < 20 * static_cast<std::uint32_t>(people); ++i) {
        auto const body = ions::physiology(ions::participant(experiment.who, 305, i), facts, 305, i);
        skin.push_back(body.who.skin * body.vitamin_d.skin_summer * units_per_ug);
    }
    return {{"half_swing", half_swing},
            {"skin_peak", outcome_of(skin)},
            {"basal_input", single(first / per_ug * units_per_ug)}};
}

/// A large weekly dose for twelve weeks in people who had little. It was ergocalciferol, of which large doses raise the
/// level by some two thirds of what cholecalciferol does (Tripkovic 2012, Am J Clin Nutr 95:1357); the body knows D3 alone.
Measured repletion(int people) {
    constexpr double as_d3 = 0.65;
    Experiment experiment = in_winter(people, 306);
    eats(experiment.phases.front(), Ingested::vitamin_d, 4);
    reports(experiment, {level, Observable::calcitriol, Observable::fgf23, Observable::pth}, 24 * 7);
    Phase& weeks = then_days(experiment, 7 * 12);
    for (int week = 0; week < 12; ++week)
        swallows(weeks, Ingested::vitamin_d, 1250 * as_d3, 24 * 7 * week);
    auto const crowd = crowd_of(experiment);
    auto const times = [&](Observable what) {
        return over(crowd, [=](auto const& p) { return p.last(1, what) / p.last(0, what); });
    };
    return {{"rise", over(crowd, [](auto const& p) { return p.last(1, level) - p.last(0, level); })},
            {"calcitriol", times(Observable::calcitriol)},
            {"fgf23", times(Observable::fgf23)}};
}

/// A year on a daily dose, in women who had little.
Measured dose_and_level(int people) {
    auto const rise = [people](double dose) {
        Experiment experiment = in_winter(people, 307);
        experiment.who.sex = ions::Sex::female;
        experiment.who.age_low = 57;
        experiment.who.age_high = 80;
        eats(experiment.phases.front(), Ingested::vitamin_d, 3);
        reports(experiment, {level}, 24 * 30);
        eats(then_days(experiment, 360), Ingested::vitamin_d, 3 + dose);
        return over(crowd_of(experiment), [](auto const& p) { return p.last(1, level) - p.last(0, level); });
    };
    return {{"20_ug", rise(20)}, {"100_ug", rise(100)}};
}

constexpr std::array studies{Study{"A10", small_doses, true}, Study{"A11", large_doses},
                             Study{"A12", one_large_dose},    Study{"A13", seasons},
                             Study{"B23", repletion},         Study{"B24", dose_and_level}};

} // namespace

std::span<Study const> vitamin_d_studies() {
    return studies;
}

} // namespace rheobase::validation
