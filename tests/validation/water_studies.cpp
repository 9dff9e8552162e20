// Water and salt: a sweat that is not drunk back, and a litre drunk at once.
#include "tests/validation/study.hpp"

#include <array>
#include <cmath>

namespace rheobase::validation {

namespace {

constexpr auto osmolality = Observable::osmolality;
constexpr auto sodium = Observable::sodium_serum;

/// Two per cent of body mass lost in two hours of work without food or drink. Mass is lost in urine and breath as well as
/// in sweat, some 0.15 L here.
Measured sweated(int people) {
    constexpr double weight = 72, share = 0.02, hours = 2, urine_and_breath = 0.15;
    Experiment experiment = healthy_adults(people, 601);
    experiment.who.weight_kg = {weight, 0};
    experiment.who.sex = ions::Sex::male; // those who took part in such trials were mostly young men
    experiment.who.age_high = 35;
    reports(experiment, {osmolality, sodium}, 0.5);
    Phase& work = then_hours(experiment, hours);
    work.loss = ions::Loss{.sweat_l_per_day = (weight * share - urine_and_breath) * 24 / hours};
    work.drinks_to_thirst = false;
    for (auto const what : {Ingested::water, Ingested::sodium, Ingested::potassium})
        eats(work, what, 0);
    auto const crowd = crowd_of(experiment);
    return {{"osmolality",
             over(crowd, [](auto const& p) { return p.last(1, osmolality) - p.last(0, osmolality); })},
            {"sodium", over(crowd, [](auto const& p) { return p.last(1, sodium) - p.last(0, sodium); })}};
}

/// Twenty millilitres for each kilogram, drunk in half an hour.
Measured water_load(int people) {
    Experiment experiment = healthy_adults(people, 602);
    reports(experiment, {osmolality, sodium, Observable::urine_volume}, 0.5);
    Phase& load = then_hours(experiment, 6);
    swallows(load, Ingested::water, 1440, 0);
    load.drinks_to_thirst = false;
    auto const crowd = crowd_of(experiment);
    return {{"lowest",
             over(crowd, [](auto const& p) { return p.lowest(1, osmolality) - p.last(0, osmolality); })},
            {"after_5_hours",
             over(crowd, [](auto const& p) { return p.at(1, osmolality, 5) - p.last(0, osmolality); })},
            {"excreted_in_4_hours", over(crowd, [](auto const& p) {
                 double litres = 0;
                 for (auto const& point : p.course(1, Observable::urine_volume))
                     if (point.hour > 0 && point.hour <= 4)
                         litres += point.value / 48;
                 return 100 * litres / 1.44;
             })}};
}

/// Salt from 10 to 250 mmol a day: the body weighs little more, the blood hardly changes.
Measured salted(int people) {
    Experiment experiment = healthy_adults(people, 603);
    eats(experiment.phases.front(), Ingested::sodium, 20 * mg_per_mmol_sodium);
    reports(experiment, {sodium, Observable::body_water, Observable::urine_sodium, Observable::aldosterone},
            24);
    eats(then_days(experiment, 7), Ingested::sodium, 250 * mg_per_mmol_sodium);
    auto const crowd = crowd_of(experiment);
    return {{"sodium", over(crowd, [](auto const& p) { return p.last(1, sodium) - p.last(0, sodium); })},
            {"water", over(crowd,
                           [](auto const& p) {
                               return p.last(1, Observable::body_water) - p.last(0, Observable::body_water);
                           })},
            {"urine_sodium", over(crowd, [](auto const& p) { return p.last(1, Observable::urine_sodium); })},
            {"aldosterone", over(crowd, [](auto const& p) {
                 return p.last(0, Observable::aldosterone) / p.last(1, Observable::aldosterone);
             })}};
}

/// From an ordinary to a salt-poor diet: how fast the urine follows.
Measured salt_withdrawn(int people) {
    constexpr double left = 10;
    constexpr auto urine = Observable::urine_sodium;
    Experiment experiment = healthy_adults(people, 604);
    experiment.who.age_low = 30;
    experiment.who.age_high = 59;
    reports(experiment, {urine}, 12);
    Phase& poor = then_days(experiment, 3);
    eats(poor, Ingested::sodium, left * mg_per_mmol_sodium);
    eats(poor, Ingested::potassium, 100 * mg_per_mmol_potassium);
    return {{"half_time", over(crowd_of(experiment), [](auto const& p) {
                 std::vector<double> hours, logs;
                 for (auto const& point : p.course(1, urine))
                     if (point.hour > 0 && point.value > left) {
                         hours.push_back(point.hour);
                         logs.push_back(std::log(point.value - left));
                     }
                 return -std::log(2.0) / line_through(hours, logs).slope;
             })}};
}

constexpr std::array studies{Study{"A31", sweated, true}, Study{"B7", water_load, true},
                             Study{"B8", salted, true}, Study{"B29", salt_withdrawn}};

} // namespace

std::span<Study const> water_studies() {
    return studies;
}

} // namespace rheobase::validation
