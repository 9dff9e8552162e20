// Calcium eaten: what calcitriol, absorption, urine and balance make of it.
#include "tests/validation/study.hpp"

#include <array>

namespace rheobase::validation {

namespace {

constexpr auto calcitriol = Observable::calcitriol;
constexpr auto urine = Observable::urine_calcium;

double ratio(Person const& person, Observable what, double hour) {
    return person.at(1, what, hour) / person.last(0, what);
}

Measured deprived(int people) {
    Experiment experiment = healthy_adults(people, 201);
    reports(experiment, {calcitriol, urine, Observable::pth}, 24);
    eats(then_days(experiment, 4), Ingested::calcium, 2 * mg_per_mmol_calcium);
    auto const crowd = crowd_of(experiment);
    return {{"calcitriol_48h", over(crowd, [](auto const& p) { return ratio(p, calcitriol, 48); })},
            {"calcitriol_96h", over(crowd, [](auto const& p) { return ratio(p, calcitriol, 96); })},
            {"urine", over(crowd, [](auto const& p) { return ratio(p, urine, 96); })},
            {"pth", over(crowd, [](auto const& p) { return ratio(p, Observable::pth, 96); })}};
}

Measured loaded(int people) {
    Experiment experiment = healthy_adults(people, 202);
    reports(experiment, {calcitriol, Observable::calcium_serum}, 6);
    Phase& much = then_days(experiment, 4);
    for (double const hour : {0.0, 5.0, 10.0})
        swallows(much, Ingested::calcium, 80 * mg_per_mmol_calcium / 3, hour, true);
    auto const crowd = crowd_of(experiment);
    auto const calcium = Observable::calcium_serum;
    return {
        {"calcitriol_24h", over(crowd, [](auto const& p) { return ratio(p, calcitriol, 24); })},
        {"calcitriol_96h", over(crowd, [](auto const& p) { return ratio(p, calcitriol, 96); })},
        {"calcium_6h", over(crowd, [=](auto const& p) { return p.at(1, calcium, 6) - p.last(0, calcium); })}};
}

/// Twelve days of balance after twelve of getting used to the diet, as metabolic wards do.
Measured balance(int people) {
    constexpr std::array eaten{415.0, 700.0, 1000.0, 1350.0, 1740.0};
    auto const what = Observable::balance_calcium;
    std::vector<double> intake, output;
    for (std::size_t i = 0; i < eaten.size(); ++i) {
        Experiment experiment = healthy_adults(std::max(2, people / 3), 203 + i);
        experiment.who.age_high = 75;
        eats(experiment.phases.front(), Ingested::calcium, 900);
        reports(experiment, {what}, 24);
        eats(then_days(experiment, 24), Ingested::calcium, eaten[i]);
        for (auto const& person : crowd_of(experiment)) {
            double const kept =
                (person.at(1, what, 576) - person.at(1, what, 288)) / 12 * mg_per_mmol_calcium;
            intake.push_back(eaten[i]);
            output.push_back(eaten[i] - kept);
        }
    }
    auto const line = line_through(intake, output);
    for (std::size_t i = 0; i < output.size(); ++i)
        output[i] = intake[i] - output[i];
    auto const kept = line_through(intake, output);
    return {{"slope", single(line.slope, line.slope_error)},
            {"zero_balance", single(kept.crossing, kept.crossing_error)}};
}

Outcome absorbed(int people, double mmol) {
    Experiment experiment = healthy_adults(people, 210);
    reports(experiment, {Observable::absorption_calcium}, 24);
    eats(then_days(experiment, 28), Ingested::calcium, mmol * mg_per_mmol_calcium);
    return over(crowd_of(experiment),
                [](auto const& p) { return 100 * p.last(1, Observable::absorption_calcium); });
}

Measured absorption(int people) {
    return {{"at_5", absorbed(people, 5)}, {"at_25", absorbed(people, 25)}, {"at_55", absorbed(people, 55)}};
}

/// Salt takes calcium with it into the urine.
Measured salt(int people) {
    Experiment experiment = healthy_adults(people, 211);
    eats(experiment.phases.front(), Ingested::sodium, 60 * mg_per_mmol_sodium);
    reports(experiment, {urine}, 24);
    eats(then_days(experiment, 10), Ingested::sodium, 160 * mg_per_mmol_sodium);
    return {{"urine_per_100_mmol", over(crowd_of(experiment), [](auto const& p) {
                 return p.at(1, urine, 240) - p.last(0, urine);
             })}};
}

/// Ten days on little phosphorus, then ten on much.
Measured phosphate_diets(int people) {
    constexpr auto phosphate = Observable::phosphate_serum;
    constexpr double usual = 48, little = 16, much = 97;
    Experiment experiment = healthy_adults(people, 212);
    experiment.who.sex = ions::Sex::male;
    eats(experiment.phases.front(), Ingested::phosphorus, usual * mg_per_mmol_phosphorus);
    reports(experiment, {calcitriol, phosphate, Observable::fgf23}, 24);
    eats(then_days(experiment, 10), Ingested::phosphorus, little * mg_per_mmol_phosphorus);
    eats(then_days(experiment, 10), Ingested::phosphorus, much * mg_per_mmol_phosphorus);
    auto const crowd = crowd_of(experiment);
    auto const times = [&](int phase, Observable what) {
        return over(crowd, [=](auto const& p) { return p.last(phase, what) / p.last(0, what); });
    };
    return {{"calcitriol_low", times(1, calcitriol)},
            {"calcitriol_high", times(2, calcitriol)},
            {"phosphate_low", times(1, phosphate)},
            {"phosphate_high", times(2, phosphate)},
            {"fgf23_low", over(crowd,
                               [](auto const& p) {
                                   return p.at(1, Observable::fgf23, 120) / p.last(0, Observable::fgf23);
                               })},
            {"fgf23_high", over(crowd, [](auto const& p) {
                 return p.at(2, Observable::fgf23, 120) / p.last(0, Observable::fgf23);
             })}};
}

constexpr std::array studies{Study{"A6", deprived, true}, Study{"A7", loaded, true},
                             Study{"A8", balance},        Study{"A9", absorption, true},
                             Study{"B2", salt, true},     Study{"B22", phosphate_diets, true}};

} // namespace

std::span<Study const> calcium_studies() {
    return studies;
}

} // namespace rheobase::validation
