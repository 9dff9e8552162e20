// Medicines: the directions and sizes that trials found.
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

/// Seven days of a diuretic: both kinds call for parathyroid hormone.
Measured a_week_of_diuretics(int people) {
    auto const what = {calcium, Observable::pth, Observable::calcitriol};
    OnDrug const thiazide(people, 813, DrugClass::thiazide, 1, 7, what);
    OnDrug const loop(people, 813, DrugClass::loop, 1, 7, what);
    return {{"thiazide_pth", thiazide.ratio(Observable::pth)},
            {"loop_pth", loop.ratio(Observable::pth)},
            {"loop_calcitriol", loop.ratio(Observable::calcitriol)},
            {"thiazide_calcium", thiazide.ratio(calcium)},
            {"loop_calcium", loop.ratio(calcium)}};
}

Measured lithium(int people) {
    OnDrug const drug(people, 805, DrugClass::lithium, 1, 365,
                      {Observable::calcium_ionised, Observable::pth, Observable::urine_calcium});
    return {{"ionised", drug.change(Observable::calcium_ionised)},
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

/// Kidney disease on an ACE inhibitor, given 40 mmol of potassium chloride a day for two weeks.
Measured potassium_in_kidney_disease(int people) {
    Experiment experiment = healthy_adults(people, 814);
    experiment.who.age_low = 55;
    experiment.who.age_high = 75;
    experiment.who.egfr = Spread{31, 9};
    experiment.phases.front().drugs.push_back({DrugClass::acei, 1});
    eats(experiment.phases.front(), Ingested::potassium, 70 * mg_per_mmol_potassium);
    reports(experiment, {potassium}, 24);
    eats(then_days(experiment, 14), Ingested::potassium, 110 * mg_per_mmol_potassium);
    return {{"rise", over(crowd_of(experiment),
                          [](auto const& p) { return p.last(1, potassium) - p.last(0, potassium); })}};
}

constexpr std::array studies{Study{"A29", hydrochlorothiazide},
                             Study{"B10", thiazide_calcium},
                             Study{"B11", loop_diuretic, true},
                             Study{"B12", lithium},
                             Study{"B13", acid_blocker},
                             Study{"B14", denosumab, true},
                             Study{"B15", keeps_potassium},
                             Study{"B31", a_week_of_diuretics},
                             Study{"B32", potassium_in_kidney_disease}};

} // namespace

std::span<Study const> drug_studies() {
    return studies;
}

} // namespace rheobase::validation
