// Medicines, kidney disease and pregnancy: the directions and sizes that trials found.
#include "tests/validation/study.hpp"

#include <algorithm>
#include <array>

namespace rheobase::validation {

namespace {

using ions::DrugClass;

/// Change from the baseline after some days on a medicine.
struct OnDrug {
    Crowd crowd;

    OnDrug(int people, std::uint64_t seed, DrugClass drug, double dose, double days,
           std::initializer_list<Observable> what, double egfr = 0) {
        Experiment experiment = healthy_adults(people, seed);
        if (egfr > 0)
            experiment.who.egfr = Spread{egfr, 0};
        reports(experiment, what, 24 * std::max(1.0, days / 60));
        then_days(experiment, days).drugs.push_back({drug, dose});
        crowd = crowd_of(experiment);
    }
    Outcome change(Observable what) const {
        return over(crowd, [=](auto const& p) { return p.last(1, what) - p.last(0, what); });
    }
    Outcome ratio(Observable what) const {
        return over(crowd, [=](auto const& p) { return p.last(1, what) / p.last(0, what); });
    }
    Outcome lowest(Observable what) const {
        return over(crowd, [=](auto const& p) { return p.lowest(1, what) - p.last(0, what); });
    }
};

constexpr auto potassium = Observable::potassium_serum;
constexpr auto calcium = Observable::calcium_serum;
constexpr auto magnesium = Observable::magnesium_serum;

/// Hydrochlorothiazide; the dose of 1 is taken to be 25 mg.
Measured hydrochlorothiazide(int people) {
    constexpr double ordinary_mg = 25, days = 60;
    auto const on = [=](double milligrams) {
        return OnDrug(people, 801, DrugClass::thiazide, milligrams / ordinary_mg, days, {potassium});
    };
    // How many fall to 3.0 is asked of the blood as a laboratory reports it, in men of middle age and their
    // spread.
    Experiment trial = healthy_adults(3 * people, 802);
    trial.who.age_low = 35;
    trial.who.age_high = 70;
    trial.lab_noise = true;
    trial.phases.front().intake[static_cast<std::size_t>(Ingested::potassium)] = Spread{2800, 900};
    reports(trial, {potassium}, 24 * days);
    then_days(trial, days).drugs.push_back({DrugClass::thiazide, 50 / ordinary_mg});
    auto const low =
        over(crowd_of(trial), [](auto const& p) { return p.last(1, potassium) <= 3.0 ? 100.0 : 0.0; });
    return {{"50_mg", on(50).change(potassium)},
            {"112_mg", on(112.5).change(potassium)},
            {"12_mg", on(12.5).change(potassium)},
            {"percent_at_3", single(low.mean, low.standard_error)}};
}

Measured thiazide_calcium(int people) {
    OnDrug const drug(people, 803, DrugClass::thiazide, 1, 90,
                      {calcium, Observable::urine_calcium, Observable::sodium_serum, magnesium});
    return {{"urine_calcium", drug.ratio(Observable::urine_calcium)},
            {"calcium", drug.change(calcium)},
            {"sodium", drug.change(Observable::sodium_serum)},
            {"magnesium", drug.change(magnesium)}};
}

Measured loop_diuretic(int people) {
    Experiment experiment = healthy_adults(people, 804);
    reports(experiment, {Observable::urine_calcium, Observable::urine_magnesium}, 24);
    then_days(experiment, 1).drugs.push_back({DrugClass::loop, 1});
    auto const crowd = crowd_of(experiment);
    auto const ratio = [&](Observable what) {
        return over(crowd, [=](auto const& p) { return p.last(1, what) / p.last(0, what); });
    };
    OnDrug const weeks(people, 804, DrugClass::loop, 1, 60, {potassium});
    return {{"urine_calcium_day_1", ratio(Observable::urine_calcium)},
            {"urine_magnesium_day_1", ratio(Observable::urine_magnesium)},
            {"potassium", weeks.change(potassium)}};
}

Measured lithium(int people) {
    OnDrug const drug(people, 805, DrugClass::lithium, 1, 180,
                      {calcium, Observable::pth, Observable::urine_calcium});
    return {{"calcium", drug.change(calcium)},
            {"pth", drug.ratio(Observable::pth)},
            {"urine_calcium", drug.ratio(Observable::urine_calcium)}};
}

Measured acid_blocker(int people) {
    OnDrug const drug(people, 806, DrugClass::ppi, 1, 365, {magnesium});
    return {{"magnesium", drug.change(magnesium)}};
}

Measured denosumab(int people) {
    auto const what = {calcium, Observable::pth};
    OnDrug const healthy(people, 807, DrugClass::denosumab, 1, 60, what);
    OnDrug const kidney(people, 807, DrugClass::denosumab, 1, 60, what, 20);
    return {{"lowest_calcium", healthy.lowest(calcium)},
            {"lowest_calcium_ckd", kidney.lowest(calcium)},
            {"pth", over(healthy.crowd, [](auto const& p) {
                 return p.highest(1, Observable::pth) / p.last(0, Observable::pth);
             })}};
}

Measured keeps_potassium(int people) {
    return {
        {"acei", OnDrug(people, 808, DrugClass::acei, 1, 30, {potassium}).change(potassium)},
        {"spironolactone", OnDrug(people, 808, DrugClass::k_sparing, 1, 30, {potassium}).change(potassium)},
        {"acei_ckd", OnDrug(people, 808, DrugClass::acei, 1, 30, {potassium}, 35).change(potassium)}};
}

Measured kidney_disease(int people) {
    auto const what = {Observable::pth,   Observable::calcitriol,
                       Observable::fgf23, Observable::phosphate_serum,
                       calcium,           potassium};
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
    return {{"pth_egfr_45", times(three, Observable::pth)},
            {"pth_egfr_22", times(four, Observable::pth)},
            {"calcitriol_egfr_22", times(four, Observable::calcitriol)},
            {"fgf23_egfr_45", times(three, Observable::fgf23)},
            {"fgf23_egfr_22", times(four, Observable::fgf23)},
            {"phosphate_egfr_45", more(three, Observable::phosphate_serum)},
            {"phosphate_egfr_22", more(four, Observable::phosphate_serum)},
            {"calcium_egfr_22", more(four, calcium)},
            {"potassium_egfr_22", more(four, potassium)}};
}

Measured pregnancy(int people) {
    auto const what = {Observable::calcitriol, Observable::urine_calcium, Observable::absorption_calcium,
                       calcium};
    Experiment women = healthy_adults(people, 810);
    women.who.sex = ions::Sex::female;
    women.who.age_high = 38;
    reports(women, what, 24);
    Experiment pregnant = women;
    pregnant.who.stage = ions::Stage::pregnant;
    auto const before = crowd_of(women), with_child = crowd_of(pregnant);
    auto const mean = [](Crowd const& crowd, Observable one) {
        return over(crowd, [one](auto const& p) { return p.last(0, one); }).mean;
    };
    auto const times = [&](Observable one) { return single(mean(with_child, one) / mean(before, one)); };
    return {{"calcitriol", times(Observable::calcitriol)},
            {"urine_calcium", times(Observable::urine_calcium)},
            {"absorption", times(Observable::absorption_calcium)},
            {"calcium", single(mean(with_child, calcium) - mean(before, calcium))}};
}

/// Citrate as a blood donation by apheresis gives it, for an hour and a half.
Measured citrate(int people) {
    Experiment experiment = healthy_adults(people, 811);
    auto const ionised = Observable::calcium_ionised;
    reports(experiment, {ionised, Observable::pth}, 0.25);
    then_hours(experiment, 2.5).infusions.push_back({ions::Infused::citrate, 24, 0, 1.5});
    auto const crowd = crowd_of(experiment);
    return {
        {"ionised_percent",
         over(crowd, [=](auto const& p) { return 100 * (p.at(1, ionised, 1.5) / p.last(0, ionised) - 1); })},
        {"pth", over(crowd, [](auto const& p) {
             return p.highest(1, Observable::pth) / p.last(0, Observable::pth);
         })}};
}

/// Sixty grams of alcohol in two hours.
Measured alcohol(int people) {
    Experiment experiment = healthy_adults(people, 812);
    reports(experiment, {Observable::urine_magnesium, Observable::urine_calcium, Observable::pth}, 1);
    then_hours(experiment, 8).drinking =
        ions::Drinking{.grams = 60, .once = true, .from_hour = 0, .hours = 2};
    auto const crowd = crowd_of(experiment);
    auto const most = [&](Observable what) {
        return over(crowd, [=](auto const& p) { return p.highest(1, what) / p.last(0, what); });
    };
    return {{"urine_magnesium", most(Observable::urine_magnesium)},
            {"urine_calcium", most(Observable::urine_calcium)},
            {"pth", over(crowd, [](auto const& p) {
                 return p.lowest(1, Observable::pth) / p.last(0, Observable::pth);
             })}};
}

constexpr std::array studies{Study{"A29", hydrochlorothiazide}, Study{"B10", thiazide_calcium},
                             Study{"B11", loop_diuretic, true}, Study{"B12", lithium},
                             Study{"B13", acid_blocker},        Study{"B14", denosumab, true},
                             Study{"B15", keeps_potassium},     Study{"B16", kidney_disease, true},
                             Study{"B17", pregnancy, true},     Study{"B18", citrate, true},
                             Study{"B19", alcohol, true}};

} // namespace

std::span<Study const> drug_studies() {
    return studies;
}

} // namespace rheobase::validation
