// Kidney disease and pregnancy; citrate, alcohol and caffeine.
#include "tests/validation/study.hpp"

#include <array>

namespace rheobase::validation {

namespace {

constexpr auto potassium = Observable::potassium_serum;
constexpr auto calcium = Observable::calcium_serum;
constexpr auto ionised = Observable::calcium_ionised;
constexpr auto pth = Observable::pth;

Measured kidney_disease(int people) {
    auto const what = {
        pth, Observable::calcitriol, Observable::fgf23, Observable::phosphate_serum, calcium, potassium};
    auto const at = [&](double egfr) {
        Experiment experiment = healthy_adults(people, 809);
        experiment.who.age_low = 45;
        experiment.who.age_high = 70;
        experiment.who.egfr = Spread{egfr, 0};
        reports(experiment, what, 24);
        return crowd_of(experiment);
    };
    auto const well = at(95), three = at(45), four = at(22);
    auto const mean = [](Crowd const& crowd, Observable one) {
        return over(crowd, [one](auto const& p) { return p.last(0, one); }).mean;
    };
    auto const times = [&](Crowd const& crowd, Observable one) {
        return single(mean(crowd, one) / mean(well, one));
    };
    auto const more = [&](Crowd const& crowd, Observable one) {
        return single(mean(crowd, one) - mean(well, one));
    };
    return {{"pth_egfr_45", times(three, pth)},
            {"pth_egfr_22", times(four, pth)},
            {"calcitriol_egfr_22", times(four, Observable::calcitriol)},
            {"fgf23_egfr_45", times(three, Observable::fgf23)},
            {"fgf23_egfr_22", times(four, Observable::fgf23)},
            {"phosphate_egfr_45", more(three, Observable::phosphate_serum)},
            {"phosphate_egfr_22", more(four, Observable::phosphate_serum)},
            {"calcium_egfr_22", more(four, calcium)},
            {"potassium_egfr_22", more(four, potassium)}};
}

Measured pregnancy(int people) {
    Experiment women = healthy_adults(people, 810);
    women.who.sex = ions::Sex::female;
    women.who.age_high = 38;
    reports(women,
            {Observable::calcitriol, Observable::urine_calcium, Observable::absorption_calcium, calcium, pth,
             ionised, Observable::sodium_serum, Observable::osmolality},
            24);
    Experiment pregnant = women;
    pregnant.who.stage = ions::Stage::pregnant;
    auto const before = crowd_of(women), with_child = crowd_of(pregnant);
    auto const mean = [](Crowd const& crowd, Observable one) {
        return over(crowd, [one](auto const& p) { return p.last(0, one); }).mean;
    };
    auto const times = [&](Observable one) { return single(mean(with_child, one) / mean(before, one)); };
    auto const less = [&](Observable one) { return single(mean(with_child, one) - mean(before, one)); };
    return {{"calcitriol", times(Observable::calcitriol)},
            {"urine_calcium", times(Observable::urine_calcium)},
            {"absorption", times(Observable::absorption_calcium)},
            {"pth", times(pth)},
            {"calcium", less(calcium)},
            {"ionised", less(ionised)},
            {"sodium", less(Observable::sodium_serum)},
            {"osmolality", less(Observable::osmolality)}};
}

/// Citrate as plateletpheresis gives it: 1.6 mg/kg a minute for an hour and a half.
Measured citrate(int people) {
    constexpr double weight = 72, grams_per_mol = 189.1, mmol_per_hour = 1.6 * weight * 60 / grams_per_mol;
    Experiment experiment = healthy_adults(people, 811);
    experiment.who.weight_kg = {weight, 0};
    reports(experiment, {ionised, pth}, 0.25);
    then_hours(experiment, 2.5).infusions.push_back({ions::Infused::citrate, mmol_per_hour, 0, 1.5});
    auto const crowd = crowd_of(experiment);
    return {
        {"ionised_percent",
         over(crowd, [](auto const& p) { return 100 * (p.at(1, ionised, 1.5) / p.last(0, ionised) - 1); })},
        {"pth_30_min", over(crowd, [](auto const& p) { return p.at(1, pth, 0.5) / p.last(0, pth); })},
        {"recovered_30_min_after", over(crowd, [](auto const& p) {
             return (p.at(1, ionised, 2) - p.at(1, ionised, 1.5)) /
                    (p.last(0, ionised) - p.at(1, ionised, 1.5));
         })}};
}

/// Much alcohol in three hours, about 1.3 g/kg.
Measured alcohol(int people) {
    constexpr auto urine = Observable::urine_magnesium;
    Experiment experiment = healthy_adults(people, 812);
    reports(experiment, {urine, pth, ionised}, 1);
    then_hours(experiment, 16).drinking =
        ions::Drinking{.grams = 95, .once = true, .from_hour = 0, .hours = 3};
    auto const crowd = crowd_of(experiment);
    auto const hormone = [&](double hour) {
        return over(crowd, [=](auto const& p) { return p.at(1, pth, hour) / p.last(0, pth); });
    };
    return {{"urine_magnesium",
             over(crowd, [](auto const& p) { return p.highest(1, urine) / p.last(0, urine); })},
            {"pth_3_hours", hormone(3)},
            {"pth_14_hours", hormone(14)},
            {"ionised_8_hours",
             over(crowd, [](auto const& p) { return p.at(1, ionised, 8) - p.last(0, ionised); })}};
}

/// Two strong coffees a day more.
Measured caffeine(int people) {
    Experiment experiment = healthy_adults(people, 815);
    eats(experiment.phases.front(), Ingested::caffeine, 0);
    reports(experiment, {Observable::urine_calcium, Observable::urine_magnesium}, 24);
    Phase& coffee = then_days(experiment, 4);
    for (double const hour : {8.0, 14.0})
        swallows(coffee, Ingested::caffeine, 150, hour, true);
    auto const crowd = crowd_of(experiment);
    auto const more = [&](Observable what) {
        return over(crowd, [=](auto const& p) { return p.last(1, what) - p.last(0, what); });
    };
    return {{"urine_calcium", more(Observable::urine_calcium)},
            {"urine_magnesium", more(Observable::urine_magnesium)}};
}

constexpr std::array studies{Study{"B16", kidney_disease, true}, Study{"B17", pregnancy, true},
                             Study{"B18", citrate, true}, Study{"B19", alcohol, true},
                             Study{"B33", caffeine, true}};

} // namespace

std::span<Study const> condition_studies() {
    return studies;
}

} // namespace rheobase::validation
