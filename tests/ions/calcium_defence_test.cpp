// What defends calcium for life, within hours, and with kidneys that fail.
#include "model/ions/run.hpp"

#include "tests/ions/experiments.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <optional>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

/// Means of a crowd through one phase, every so many hours; the first is that of the end of the baseline.
std::vector<double> course(Experiment experiment, Observable what, double every_hours) {
    experiment.people = 16;
    experiment.reports = {{what, every_hours}};
    std::vector<double> values;
    for (auto const& row : run(experiment).rows)
        values.push_back(row.mean);
    return values;
}

double for_life(double calcium_mg, Observable what, std::optional<double> egfr = {}) {
    auto experiment = of_phases({days(1)});
    eats(experiment.phases.front(), Ingested::calcium, calcium_mg);
    if (egfr)
        experiment.who.egfr = Spread{*egfr, 0};
    return course(experiment, what, 24).back();
}

} // namespace

TEST(CalciumDefence, SerumHardlyTellsALifeOfMuchCalciumFromALifeOfLittle) {
    double const little = for_life(500, Observable::calcium_serum);
    double const much = for_life(1500, Observable::calcium_serum);
    EXPECT_GT(much, little);
    EXPECT_LT(much / little, 1.02);
}

TEST(CalciumDefence, AGramOfPhosphorusLowersFreeCalciumAndCallsTheHormone) {
    auto load = days(0.25);
    eats(load, Ingested::phosphorus, 0);
    load.meals = {meal_of(0, false, {{Ingested::phosphorus, 1000}})};
    auto const experiment = of_phases({days(1), load});
    auto const ionised = course(experiment, Observable::calcium_ionised, 1);
    auto const hormone = course(experiment, Observable::pth, 1);
    EXPECT_LT(*std::min_element(ionised.begin(), ionised.end()), ionised.front() - 0.01);
    EXPECT_GT(*std::max_element(hormone.begin(), hormone.end()), hormone.front() * 1.15);
}

TEST(CalciumDefence, FreeCalciumDoesNotRiseAsKidneysFail) {
    double const well = for_life(1000, Observable::calcium_ionised, 95);
    for (double const egfr : {45.0, 22.0, 10.0})
        EXPECT_LT(for_life(1000, Observable::calcium_ionised, egfr), well + 0.006) << egfr;
}

TEST(CalciumDefence, AFailingKidneyMakesNoMoreCalcitriolThanItsMassAllows) {
    auto experiment = of_phases({days(1), days(60)});
    experiment.who.egfr = Spread{15, 0};
    experiment.phases.back().drugs.push_back({DrugClass::denosumab, 1});
    auto const calcitriol = course(experiment, Observable::calcitriol, 24);
    double const well = for_life(1000, Observable::calcitriol, 95);
    EXPECT_LT(*std::max_element(calcitriol.begin(), calcitriol.end()), well);
}

TEST(CalciumDefence, LitresOfSalineSpillCalciumOnlySoFar) {
    auto drip = days(1);
    drip.infusions = {{Infused::saline, 154, 0, 6}};
    auto const experiment = of_phases({days(1), drip});
    auto const ionised = course(experiment, Observable::calcium_ionised, 2);
    EXPECT_GT(*std::min_element(ionised.begin(), ionised.end()), ionised.front() - 0.12);
    auto const urine = course(experiment, Observable::urine_calcium, 8);
    EXPECT_GT(*std::max_element(urine.begin(), urine.end()), 1.5 * urine.front());
}

TEST(CalciumDefence, NoPillsLeaveAFailingKidneyWithoutCalcitriol) {
    Phase pills = days(1);
    eats(pills, Ingested::calcium, 1500);
    eats(pills, Ingested::vitamin_d, 25);
    auto experiment = of_phases({pills});
    experiment.who.egfr = Spread{15, 0};
    experiment.people = 64;
    experiment.per_person = true;
    experiment.reports = {{Observable::calcitriol, 24}};
    for (auto const& one : run(experiment).person_rows)
        EXPECT_GT(one.value, 1.5) << "person " << one.person;
}
