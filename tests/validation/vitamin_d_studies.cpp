// Vitamin D: daily doses small and large, one large dose, the seasons, and what fat holds back.
#include "tests/validation/study.hpp"

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
    swallows(then_days(experiment, 120), Ingested::vitamin_d, 2500, 0);
    eats(experiment.phases.back(), Ingested::vitamin_d, 10);
    auto const crowd = crowd_of(experiment);
    constexpr double nmol_per_ng = 2.496;
    return {
        {"rise",
         over(crowd, [](auto const& p) { return (p.highest(1, level) - p.last(0, level)) / nmol_per_ng; })},
        {"left_after_112_days", over(crowd, [](auto const& p) {
             return (p.at(1, level, 24 * 112) - p.last(0, level)) / (p.highest(1, level) - p.last(0, level));
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
    return {{"half_swing", over(crowd_of(experiment), [](auto const& p) {
                 return (std::max(p.highest(last_summer, level), p.highest(last_summer + 1, level)) -
                         std::min(p.lowest(last_summer, level), p.lowest(last_summer + 1, level))) /
                        2;
             })}};
}

constexpr std::array studies{Study{"A10", small_doses, true}, Study{"A11", large_doses},
                             Study{"A12", one_large_dose}, Study{"A13", seasons}};

} // namespace

std::span<Study const> vitamin_d_studies() {
    return studies;
}

} // namespace rheobase::validation
