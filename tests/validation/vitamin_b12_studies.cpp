// Vitamin B12: how slowly the store runs down, and what is absorbed.
#include "tests/validation/study.hpp"

#include <array>
#include <cmath>

namespace rheobase::validation {

namespace {

constexpr auto store = Observable::b12_store;
constexpr auto serum = Observable::b12_serum;
constexpr double year = 24 * 365;

/// Share of the store lost a day when nothing comes in.
double loss_a_day(Person const& person) {
    return std::log(person.at(1, store, 1 * year) / person.at(1, store, 2 * year)) / 365;
}

Crowd without_any(int people, double eaten_before, double years) {
    Experiment experiment = healthy_adults(people, 701);
    eats(experiment.phases.front(), Ingested::b12, eaten_before);
    reports(experiment, {store, serum}, year / 4);
    eats(then_hours(experiment, years * year), Ingested::b12, 0);
    return crowd_of(experiment);
}

/// At a steady state what is absorbed is what is lost.
Outcome absorbed(int people, double eaten) {
    return over(without_any(people, eaten, 2),
                [](auto const& p) { return p.last(0, store) * loss_a_day(p); });
}

Measured store_and_loss(int people) {
    auto const long_without = without_any(people, 5, 8);
    std::vector<double> at_threshold;
    for (auto const& person : long_without) {
        auto const& amounts = person.course(1, store);
        for (std::size_t i = 0; i < amounts.size(); ++i)
            if (amounts[i].value <= 300) {
                at_threshold.push_back(person.course(1, serum)[i].value);
                break;
            }
    }
    return {{"loss", over(long_without, [](auto const& p) { return 100 * loss_a_day(p); })},
            {"absorbed_of_2_ug", absorbed(people, 2)},
            {"absorbed_of_5_ug", absorbed(people, 5)},
            {"absorbed_of_20_ug", absorbed(people, 20)},
            {"serum_at_threshold", outcome_of(at_threshold)}};
}

/// Vegans who take none: how many come under the usual line after five years.
Measured five_years_without(int people) {
    auto const crowd = without_any(people, 5, 5);
    std::vector<double> low;
    for (auto const& person : crowd)
        low.push_back(person.last(1, serum) < 150 ? 100 : 0);
    return {{"serum_ratio", over(crowd, [](auto const& p) { return p.last(1, serum) / p.last(0, serum); })},
            {"percent_low", single(outcome_of(low).mean, outcome_of(low).standard_error)}};
}

/// Diets kept for years: with meat, without, and without anything from animals.
Measured diets(int people) {
    auto const level = [people](double eaten) {
        return over(without_any(people, eaten, 0.25), [](auto const& p) { return p.last(0, serum); });
    };
    return {{"omnivores", level(7)}, {"vegetarians", level(1.6)}, {"vegans", level(0.4)}};
}

constexpr std::array studies{Study{"A30", store_and_loss}, Study{"B9", five_years_without, true},
                             Study{"B30", diets, true}};

} // namespace

std::span<Study const> vitamin_b12_studies() {
    return studies;
}

} // namespace rheobase::validation
