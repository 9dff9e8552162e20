// What a run promises: a person does not depend on the crowd, a stop is told, a death is stated and counts for nothing.
#include "model/ions/run.hpp"

#include "base/number.hpp"
#include "model/ions/losses.rows.hpp"
#include "tests/ions/experiments.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

Experiment crowd(int people, std::vector<Phase> phases) {
    auto e = of_phases(std::move(phases));
    e.people = people;
    e.per_person = true;
    e.reports = {{Observable::calcium_ionised, 24}, {Observable::potassium_serum, 24}, {Observable::sodium_serum, 24},
                 {Observable::magnesium_serum, 24}, {Observable::pth, 24}};
    return e;
}

std::vector<double> of_person(Findings const& findings, int person) {
    std::vector<double> values;
    for (auto const& row : findings.person_rows)
        if (row.person == person)
            values.push_back(row.value);
    return values;
}

Phase diet(double calcium_mg) {
    Phase phase = days(10);
    eats(phase, Ingested::calcium, calcium_mg);
    return phase;
}

} // namespace

TEST(Run, APersonIsTheSameInACrowdOfAnySize) {
    auto const few = run(crowd(3, {days(1), diet(300)}));
    auto const many = run(crowd(61, {days(1), diet(300)}));
    for (int person = 0; person < 3; ++person) {
        ASSERT_FALSE(of_person(few, person).empty());
        EXPECT_EQ(of_person(few, person), of_person(many, person)) << person;
    }
    EXPECT_NE(of_person(many, 0), of_person(many, 1));
}

TEST(Run, AnotherSeedIsAnotherCrowd) {
    auto e = crowd(3, {days(1)});
    auto const first = of_person(run(e), 0);
    e.seed = 12;
    EXPECT_NE(of_person(run(e), 0), first);
}

TEST(Run, AWhatIfLeavesAllOtherDrawsAlone) {
    auto const plain = all_facts();
    std::vector<Override> const changes{{"magnesium.cell_flux", 7.5, true}};
    auto const changed = all_facts(changes);
    ASSERT_EQ(plain.size(), changed.size());
    for (std::uint32_t person = 0; person < 20; ++person) {
        auto const before = std::bit_cast<std::array<double, sizeof(Physiology<double>) / 8>>(
            physiology(Participant{}, plain, 4, person));
        auto const after = std::bit_cast<std::array<double, sizeof(Physiology<double>) / 8>>(
            physiology(Participant{}, changed, 4, person));
        int moved = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            moved += before[i] != after[i];
        EXPECT_EQ(moved, 1) << person;
    }
}

TEST(Run, AWhatIfOfNoConsequenceChangesNoBit) {
    auto const e = crowd(5, {days(1), diet(300)});
    RunOptions options;
    for (auto const& fact : all_facts())
        if (fact.name == "losses.milk_calcium")
            options.overrides = {{std::string(fact.name), fact.value * 3, false}};
    ASSERT_EQ(options.overrides.size(), 1u);
    auto const plain = run(e), changed = run(e, options);
    for (int person = 0; person < 5; ++person)
        EXPECT_EQ(of_person(plain, person), of_person(changed, person));
    options.overrides = {{"calcium.kidney_threshold", 1.0, true}};
    EXPECT_NE(of_person(run(e, options), 0), of_person(plain, 0));
}

TEST(Run, StoppedOnRequestSaysHowManyWereDone) {
    auto const e = crowd(200, {days(1)});
    RunOptions options;
    options.threads = 1;
    options.lanes = 2;
    int asked = 0;
    options.progress = [&](int done, int people) {
        EXPECT_EQ(people, 200);
        EXPECT_EQ(done, ++asked * 2);
        return done < 20;
    };
    auto const findings = run(e, options);
    EXPECT_FALSE(findings.finished);
    EXPECT_EQ(findings.people_done, 20);
    for (auto const& row : findings.rows)
        EXPECT_EQ(row.people, 20);
    EXPECT_TRUE(run(crowd(3, {days(1)})).finished);
    EXPECT_EQ(run(crowd(3, {days(1)})).people_done, 3);
}

namespace {

struct Fatal {
    std::string name;
    Phase phase;
    std::string why;
};

std::vector<Fatal> fatal() {
    Phase drip = days(2);
    drip.infusions = {{Infused::calcium, 30, 0, 48}};
    Phase salted = days(3);
    eats(salted, Ingested::sodium, 40000);
    eats(salted, Ingested::water, 500);
    salted.drinks_to_thirst = false;
    Phase thirst = days(20);
    eats(thirst, Ingested::water, 0);
    thirst.drinks_to_thirst = false;
    Phase nothing = thirst;
    for (auto const what : {Ingested::phosphorus, Ingested::sodium, Ingested::potassium})
        eats(nothing, what, 0);
    Phase vomiting = days(40);
    vomiting.loss = Loss{0, 2, Stool::normal};
    eats(vomiting, Ingested::sodium, 0);
    Phase citrate = days(1);
    citrate.infusions = {{Infused::citrate, 150, 0, 24}};
    Phase magnesium = days(2);
    magnesium.infusions = {{Infused::magnesium, 60, 0, 48}};
    return {{"calcium drip", drip, "survive"},
            {"salt without water", salted, "sodium"},
            {"no water", thirst, "survive"},
            {"neither food nor water", nothing, "survive"},
            {"vomiting without salt", vomiting, "circulation"},
            {"citrate for a day", citrate, "survive"},
            {"magnesium drip", magnesium, "survive"}};
}

} // namespace

TEST(Run, WhatNoBodySurvivesIsAStatedFailure) {
    for (auto const& [name, phase, why] : fatal()) {
        auto const e = crowd(20, {days(1), phase});
        auto const findings = run(e);
        EXPECT_EQ(findings.failures.size(), 20u) << name;
        for (auto const& failure : findings.failures) {
            EXPECT_EQ(failure.phase, 1) << name;
            EXPECT_GT(failure.hour, 0) << name;
            EXPECT_THAT(std::string(failure.why), testing::HasSubstr(why)) << name << ", person " << failure.person;
            EXPECT_FALSE(failure.why.empty()) << name;
        }
    }
}

TEST(Run, TheDeadHaveNoValuesAndTheMeansNoHoles) {
    for (auto const& [name, phase, why] : fatal()) {
        auto e = crowd(40, {days(1), phase}); // some die sooner than others
        for (auto& report : e.reports)
            report.every_hours = 2;
        auto const findings = run(e);
        std::map<int, std::pair<int, double>> died;
        for (auto const& failure : findings.failures)
            died[failure.person] = {failure.phase, failure.hour};
        for (auto const& row : findings.person_rows) {
            auto const death = died.find(row.person);
            bool const dead = death != died.end() && std::pair{row.phase, row.hour} >= death->second;
            EXPECT_EQ(known(row.value), !dead) << name << ", person " << row.person << ", hour " << row.hour;
        }
        for (auto const& row : findings.rows) {
            int living = 40;
            for (auto const& [person, death] : died)
                living -= std::pair{row.phase, row.hour} >= death;
            EXPECT_EQ(row.people, living) << name << " at hour " << row.hour;
            EXPECT_EQ(known(row.mean), living > 0) << name;
            EXPECT_FALSE(std::isinf(row.mean)) << name;
        }
    }
}

TEST(Run, AnIntakeThatNoBodyLivesOnIsToldAtOnce) {
    Phase without = days(2);
    eats(without, Ingested::b12, 0);
    auto const findings = run(crowd(10, {without}));
    ASSERT_EQ(findings.failures.size(), 10u);
    for (auto const& failure : findings.failures) {
        EXPECT_EQ(failure.hour, 0);
        EXPECT_THAT(std::string(failure.why), testing::HasSubstr("B12"));
    }
    eats(without, Ingested::b12, 0.4);
    EXPECT_TRUE(run(crowd(10, {without})).failures.empty()) << "vegans of long standing live";
}

TEST(Run, ABaselineWithoutRestIsToldAtOnce) {
    Phase sweating = days(2);
    sweating.loss = Loss{8, 0, Stool::normal};
    eats(sweating, Ingested::sodium, 500);
    auto const findings = run(crowd(10, {sweating}));
    ASSERT_EQ(findings.failures.size(), 10u);
    for (auto const& failure : findings.failures) {
        EXPECT_EQ(failure.hour, 0);
        EXPECT_THAT(std::string(failure.why), testing::HasSubstr("no steady state"));
    }
    for (auto const& row : findings.rows)
        EXPECT_EQ(row.people, 0);
}

namespace {

/// Of a quantity, the mean of all people at the last report of the last phase.
double mean_at_the_end(Experiment e, Observable what, double every = 24) {
    e.people = 24;
    e.reports = {{what, every}};
    auto const findings = run(e);
    EXPECT_TRUE(findings.failures.empty());
    return findings.rows.back().mean;
}

} // namespace

TEST(Run, ABalanceKeepsWhatMilkTook) {
    auto e = of_phases({days(1), days(10)});
    e.who.sex = Sex::female;
    e.who.age_high = 40;
    e.who.stage = Stage::lactating;
    // At a steady state the mother neither gains nor loses, so what she keeps is what the child drank.
    auto const& milk = usual_losses;
    for (auto const& [what, a_day] : {std::pair{Observable::balance_potassium, milk.milk_potassium},
                                      std::pair{Observable::balance_sodium, milk.milk_sodium},
                                      std::pair{Observable::balance_magnesium, milk.milk_magnesium}})
        EXPECT_NEAR(mean_at_the_end(e, what) / 10, a_day, a_day / 5);
}

TEST(Run, ABalanceKeepsWhatAChildLaidDown) {
    auto e = of_phases({days(1), days(10)});
    e.who.sex = Sex::female;
    e.who.age_high = 40;
    e.who.stage = Stage::pregnant;
    EXPECT_NEAR(mean_at_the_end(e, Observable::balance_magnesium) / 10, usual_losses.fetal_magnesium, 0.05);
    EXPECT_GT(mean_at_the_end(e, Observable::balance_calcium) / 10, 0.4 * usual_losses.fetal_calcium);
}

TEST(Run, MagnesiumOfMealsIsUsedAlmostAsWellAsThatSpreadOverTheDay) {
    Phase spread = days(7);
    eats(spread, Ingested::magnesium, 300);
    Phase meals = days(7);
    eats(meals, Ingested::magnesium, 0);
    for (double const hour : {0.0, 5.0, 10.0})
        meals.meals.push_back(meal_of(hour, true, {{Ingested::magnesium, 100}}));
    double const evenly = mean_at_the_end(of_phases({days(1), spread}), Observable::absorption_magnesium);
    double const in_meals = mean_at_the_end(of_phases({days(1), meals}), Observable::absorption_magnesium);
    EXPECT_LT(in_meals, evenly);
    EXPECT_GT(in_meals, 0.93 * evenly);
}

TEST(Run, OxalateHoldsMagnesiumBack) {
    Phase spinach = days(7);
    eats(spinach, Ingested::oxalate, 700);
    EXPECT_LT(mean_at_the_end(of_phases({days(1), spinach}), Observable::absorption_magnesium),
              mean_at_the_end(of_phases({days(1), days(7)}), Observable::absorption_magnesium) - 0.005);
}

TEST(Run, PotassiumByVeinIsMostlyTakenUpByCellsWithinTheHour) {
    Phase drip = days(1.0 / 24);
    drip.infusions = {{Infused::potassium, 20, 0, 1}};
    auto const e = of_phases({days(1), drip});
    double const before = mean_at_the_end(of_phases({days(1)}), Observable::potassium_serum);
    double const risen = mean_at_the_end(e, Observable::potassium_serum, 1) - before;
    EXPECT_GT(risen, 0.2);
    EXPECT_LT(risen, 0.65);
}

TEST(Run, PotassiumIsOrdinaryAgainInPeopleOnDailyInsulinOrAnInhaler) {
    double const before = mean_at_the_end(of_phases({days(1)}), Observable::potassium_serum);
    for (auto const drug : {DrugClass::insulin, DrugClass::beta_agonist}) {
        Phase first = days(1.0 / 24), month = days(30);
        first.drugs = month.drugs = {{drug, 1}};
        EXPECT_LT(mean_at_the_end(of_phases({days(1), first}), Observable::potassium_serum, 1), before - 0.25);
        EXPECT_NEAR(mean_at_the_end(of_phases({days(1), month}), Observable::potassium_serum), before, 0.1);
    }
}

TEST(Run, BoneDoesNotGiveMoreThanThereIs) {
    Phase poisoned = days(3650);
    eats(poisoned, Ingested::vitamin_d, 5000);
    auto const findings = run(crowd(12, {days(1), poisoned}));
    ASSERT_FALSE(findings.failures.empty());
    EXPECT_TRUE(std::ranges::any_of(findings.failures, [](Failure const& one) { return one.why.find("bone") != one.why.npos; }));
}

TEST(Run, WhoReadsNervesIsAskedWithThePersonsOwnLevelsOfThatMoment) {
    Phase held = days(2);
    held.clamps = {{Clamped::ionised_calcium, 0.9, 0, 48}};
    auto e = crowd(5, {days(1), held});
    auto const others = run(e);
    e.reports.push_back({Observable::fires_alone, 24});
    RunOptions options;
    options.fires_alone = [](BloodIons const&) { return 0.5; };
    auto const findings = run(e, options);
    std::vector<double> elsewhere, without;
    for (auto const& row : findings.person_rows)
        if (row.what != Observable::fires_alone)
            elsewhere.push_back(row.value);
    for (auto const& row : others.person_rows)
        without.push_back(row.value);
    EXPECT_EQ(elsewhere, without) << "another report moves none of the rest";

    for (auto const& [observable, level] :
         {std::pair{Observable::calcium_ionised, &BloodIons::calcium_ionised},
          std::pair{Observable::magnesium_serum, &BloodIons::magnesium},
          std::pair{Observable::potassium_serum, &BloodIons::potassium},
          std::pair{Observable::sodium_serum, &BloodIons::sodium}}) {
        options.fires_alone = [level = level](BloodIons const& blood) { return blood.*level; };
        std::vector<double> told, read;
        for (auto const& row : run(e, options).person_rows)
            if (row.what == Observable::fires_alone)
                told.push_back(row.value);
            else if (row.what == observable)
                read.push_back(row.value);
        EXPECT_EQ(told.size(), 5u * 5);
        EXPECT_EQ(told, read);
    }
}

TEST(Run, ANerveLiesInTheBloodAndNotInALaboratorysReading) {
    Phase held = days(2);
    held.clamps = {{Clamped::ionised_calcium, 0.9, 0, 48}};
    auto e = crowd(5, {days(1), held});
    e.lab_noise = true;
    e.reports = {{Observable::fires_alone, 24}, {Observable::calcium_ionised, 24}};
    RunOptions options;
    options.fires_alone = [](BloodIons const& blood) { return blood.calcium_ionised; };
    int late = 0;
    for (auto const& row : run(e, options).person_rows)
        if (row.what == Observable::fires_alone && row.phase == 1 && row.hour > 0) {
            EXPECT_NEAR(row.value, 0.9, 0.001);
            ++late;
        }
    EXPECT_EQ(late, 5 * 2);
}

TEST(Run, WhereNothingReadsNervesThatIsSaidAndNothingIsReported) {
    auto e = crowd(2, {days(1)});
    auto const marks = run(e).marks.size();
    e.reports.push_back({Observable::fires_alone, 24});
    auto const findings = run(e);
    for (auto const& row : findings.rows)
        EXPECT_NE(row.what, Observable::fires_alone);
    EXPECT_EQ(findings.rows.size(), 5u * 2);
    EXPECT_EQ(findings.marks.size(), marks + 1);
    EXPECT_THAT(findings.marks, testing::Contains("Nothing here reads nerves, so fires_alone is not reported."));
}
