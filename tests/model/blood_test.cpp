// What blood tests would likely show: the person's life against an ordinary one, in the same virtual people.
#include "engine/weighted_percentile.hpp"
#include "model/blood/drugs.rows.hpp"
#include "model/blood/history.hpp"
#include "model/blood/losses.rows.hpp"
#include "model/blood/unseen.rows.hpp"
#include "model/ions/names.hpp"
#include "model/rheobase.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;

namespace {

verdict::Evidence person(double age, diet::Sex sex) {
    verdict::Evidence evidence;
    evidence.person.age_years = age;
    evidence.person.sex = sex;
    evidence.told_whole = {"supplements"};
    return evidence;
}

void takes(verdict::Evidence& evidence, std::string name, double since_days) {
    verdict::Medicine medicine;
    medicine.name = std::move(name);
    medicine.since_days = since_days;
    evidence.medicines.push_back(medicine);
}

void has(verdict::Evidence& evidence, std::string condition) {
    verdict::Finding found;
    found.code = std::move(condition);
    evidence.conditions.push_back(found);
}

void measured(verdict::Evidence& evidence, std::string analyte, double value, std::string unit) {
    verdict::Lab lab;
    lab.analyte = std::move(analyte);
    lab.value = value;
    lab.unit = std::move(unit);
    lab.days_ago = 1;
    evidence.labs.push_back(lab);
}

void eats(verdict::Evidence& evidence, diet::Nutrient nutrient, double a_day) {
    evidence.days_logged = 14;
    evidence.stated_per_day[nutrient] = a_day;
    evidence.stated_coverage[nutrient] = 1;
}

blood::Prediction predicted(verdict::Evidence const& evidence, blood::Options options = {.people = 200}) {
    return answer(evidence, {}, diet::foods(), options).blood;
}

double level(blood::Prediction const& prediction, blood::Ion ion, double share) {
    return engine::weighted_percentile(prediction.ions[static_cast<std::size_t>(ion)].level,
                                       prediction.weights, share);
}

blood::Line line(blood::Prediction const& prediction, std::string_view analyte) {
    for (auto const& one : prediction.lines)
        if (one.analyte == analyte)
            return one;
    ADD_FAILURE() << "nothing is predicted of " << analyte;
    return {};
}

} // namespace

TEST(Blood, AnAcidBlockerLowersMagnesiumALittleAndUndetectably) {
    auto evidence = person(60, diet::Sex::male);
    takes(evidence, "omeprazole", 2000);
    auto const magnesium = line(predicted(evidence), "magnesium");
    EXPECT_LT(magnesium.change, 0);
    EXPECT_FALSE(magnesium.detectable);
    EXPECT_THAT(magnesium.because, testing::ElementsAre("the acid blocker"));
}

TEST(Blood, ADietPoorInMagnesiumIsUndetectableByBloodTest) {
    auto evidence = person(40, diet::Sex::female);
    eats(evidence, diet::nutrient("magnesium_mg"), 150);
    auto const magnesium = line(predicted(evidence), "magnesium");
    EXPECT_LT(magnesium.change, 0);
    EXPECT_FALSE(magnesium.detectable);
}

TEST(Blood, AThiazideWithDiarrhoeaLowersPotassiumDetectably) {
    auto evidence = person(60, diet::Sex::female);
    takes(evidence, "hydrochlorothiazide", 400);
    verdict::Symptom diarrhoea;
    diarrhoea.code = "diarrhoea";
    diarrhoea.present = true;
    diarrhoea.since_days = 5;
    evidence.symptoms.push_back(diarrhoea);
    auto const potassium = line(predicted(evidence), "potassium");
    EXPECT_TRUE(potassium.detectable);
    EXPECT_LT(potassium.p50, potassium.reference_p50);
    EXPECT_THAT(potassium.because, testing::UnorderedElementsAre("the water tablet", "loose stools"));
}

TEST(Blood, LongerDiarrhoeaLowersPotassiumMore) {
    auto const after = [](double days) {
        auto evidence = person(60, diet::Sex::female);
        evidence.losses = {{"stools_per_day", 8}, {"days", days}};
        return line(predicted(evidence), "potassium").p50;
    };
    EXPECT_LT(after(6), after(1));
}

TEST(Blood, AMedicineThatWasStoppedActsUpToTheDayItWasStopped) {
    auto const after = [](double stopped_days) {
        auto evidence = person(60, diet::Sex::female);
        takes(evidence, "hydrochlorothiazide", 100);
        evidence.medicines.front().current = false;
        evidence.medicines.front().stopped_days_ago = stopped_days;
        return line(predicted(evidence), "potassium").change;
    };
    EXPECT_LT(after(1), 0);
    EXPECT_LT(after(1), after(5));
}

TEST(Blood, StoolThatIsLooseForMonthsIsNotTakenForWater) {
    auto evidence = person(40, diet::Sex::female);
    verdict::Symptom diarrhoea;
    diarrhoea.code = "diarrhoea";
    diarrhoea.present = true;
    diarrhoea.since_days = 200;
    evidence.symptoms.push_back(diarrhoea);
    auto const prediction = predicted(evidence);
    for (auto const& one : prediction.lines)
        EXPECT_NE(one.analyte, "potassium");
    EXPECT_FALSE(line(prediction, "calcium_total").worth_a_word);
}

TEST(Blood, APregnantWomanHasThinnerBloodInBothWorlds) {
    auto evidence = person(30, diet::Sex::female);
    auto const before = predicted(evidence);
    evidence.person.pregnant = true;
    evidence.person.pregnancy_weeks = 24;
    auto const pregnant = predicted(evidence);
    EXPECT_LT(line(pregnant, "sodium").p50, line(before, "sodium").p50);
    EXPECT_LT(line(pregnant, "calcium_total").p50, line(before, "calcium_total").p50);
    EXPECT_FALSE(line(pregnant, "sodium").worth_a_word)
        << "pregnancy is no change that food or medicine made";
}

TEST(Blood, KidneyDiseaseRaisesPhosphate) {
    auto evidence = person(70, diet::Sex::male);
    has(evidence, "ckd_g4");
    auto const phosphate = line(predicted(evidence), "phosphate");
    EXPECT_GT(phosphate.p50, phosphate.reference_p50);
    EXPECT_THAT(phosphate.because, testing::ElementsAre("kidney disease"));
}

TEST(Blood, AMeasuredResultPullsTheCrowd) {
    auto evidence = person(50, diet::Sex::female);
    auto const before = line(predicted(evidence, {.people = 800}), "magnesium");
    measured(evidence, "magnesium", 0.95, "mmol/L");
    auto const prediction = predicted(evidence, {.people = 800});
    auto const after = line(prediction, "magnesium");
    EXPECT_TRUE(after.weighed);
    EXPECT_DOUBLE_EQ(after.measured, 0.95);
    EXPECT_GT(after.p50, before.p50);
    EXPECT_LT(after.p95 - after.p5, before.p95 - before.p5);
    EXPECT_LT(prediction.effective_people, 800);
}

TEST(Blood, AResultThatHardlyAnybodyHasIsNamedAndNotBelievedAway) {
    auto evidence = person(50, diet::Sex::female);
    measured(evidence, "magnesium", 0.4, "mmol/L");
    auto const prediction = predicted(evidence);
    EXPECT_FALSE(line(prediction, "magnesium").weighed);
    EXPECT_THAT(prediction.notes, testing::ElementsAre(testing::HasSubstr("outside what the model expects")));
    EXPECT_DOUBLE_EQ(prediction.effective_people, 200);
}

TEST(Blood, AResultFromBeforeTheLastChangeSaysNothingOfToday) {
    auto evidence = person(50, diet::Sex::female);
    evidence.losses = {{"stools_per_day", 8}, {"days", 3}};
    measured(evidence, "magnesium", 0.95, "mmol/L");
    evidence.labs.front().days_ago = 10;
    EXPECT_FALSE(line(predicted(evidence), "magnesium").weighed);
}

TEST(Blood, IsTheSameForAnyThreadsAndLanes) {
    auto evidence = person(60, diet::Sex::female);
    takes(evidence, "furosemide", 20);
    auto const same = [&](blood::Options const& options) {
        auto const one = predicted(evidence, options);
        std::vector<double> figures;
        for (auto const& l : one.lines)
            figures.insert(figures.end(), {l.p5, l.p50, l.p95, l.reference_p50, l.change});
        return figures;
    };
    auto const first = same({.people = 41, .threads = 1, .lanes = 1});
    EXPECT_EQ(first, same({.people = 41, .threads = 2}));
    EXPECT_NE(first, same({.people = 41, .seed = 2}));
}

TEST(Blood, NothingIsPredictedForAChild) {
    auto const prediction = predicted(person(12, diet::Sex::male));
    EXPECT_EQ(prediction.people, 0);
    EXPECT_TRUE(prediction.lines.empty());
    EXPECT_THAT(prediction.why_not, testing::HasSubstr("below 18 years"));
}

TEST(Blood, NothingIsPredictedWhereAgeOrSexIsNotKnown) {
    auto evidence = person(40, diet::Sex::male);
    evidence.person.sex.reset();
    EXPECT_THAT(predicted(evidence).why_not, testing::HasSubstr("age and sex"));
}

TEST(Blood, NothingIsPredictedOnDialysis) {
    auto evidence = person(60, diet::Sex::male);
    has(evidence, "dialysis");
    auto const prediction = predicted(evidence);
    EXPECT_THAT(prediction.why_not, testing::HasSubstr("Dialysis"));
    EXPECT_EQ(prediction.people, 0);
}

TEST(Blood, WhatTheModelDoesNotHoldIsLeftOutAndSaid) {
    auto evidence = person(60, diet::Sex::male);
    has(evidence, "hypoparathyroidism");
    auto const prediction = predicted(evidence);
    for (auto const& one : prediction.lines)
        EXPECT_NE(one.analyte, "pth");
    EXPECT_EQ(prediction.unseen.size(), 4u);
}

TEST(Blood, NobodyIsSimulatedUnlessAskedFor) {
    auto const prediction = answer(person(40, diet::Sex::male), {}, diet::foods()).blood;
    EXPECT_EQ(prediction.people, 0);
    EXPECT_TRUE(prediction.lines.empty());
    EXPECT_TRUE(prediction.why_not.empty());
}

TEST(Blood, WithNothingToldApartNothingIsWorthAWord) {
    for (auto const& one : predicted(person(40, diet::Sex::male)).lines)
        EXPECT_FALSE(one.worth_a_word) << one.analyte;
}

TEST(Blood, LongStepsGoWhereShortOnesGo) {
    auto evidence = person(60, diet::Sex::female);
    takes(evidence, "hydrochlorothiazide", 200);
    takes(evidence, "prednisolone", 60);
    evidence.losses = {{"vomits_per_day", 4}, {"days", 3}};
    verdict::Findings const findings;
    verdict::Chart const chart(evidence, findings);
    std::vector<std::string> notes;
    auto const who = blood::subject(evidence, findings, {}, {}, notes);
    auto const parts = blood::parts(who, chart);
    ASSERT_EQ(parts.size(), 3u);
    auto experiment = blood::life(who, parts, std::vector<bool>(parts.size(), true));
    experiment.people = 8;
    ions::RunOptions how;
    auto const by_hours = ions::run(experiment, how).person_rows;
    how.grid = blood::long_steps;
    auto const by_months = ions::run(experiment, how).person_rows;
    ASSERT_EQ(by_hours.size(), by_months.size());
    for (std::size_t i = 0; i < by_hours.size(); ++i)
        EXPECT_NEAR(by_months[i].value / by_hours[i].value, 1, 1e-3) << ions::name_of(by_hours[i].what);
}

TEST(Blood, TheIonsAreWhatIsInTheBloodWithoutTheNoiseOfATest) {
    auto const prediction = predicted(person(40, diet::Sex::male));
    auto const potassium = line(prediction, "potassium");
    auto const at = [&](double share) { return level(prediction, blood::Ion::potassium, share); };
    EXPECT_NEAR(at(0.5), potassium.p50, 0.1);
    EXPECT_LT(at(0.95) - at(0.05), potassium.p95 - potassium.p5);
    for (auto const& ion : prediction.ions)
        EXPECT_FALSE(ion.measured) << ion.analyte;
}

TEST(Blood, AResultThatTheCrowdDoesNotReachStandsInForItsLevel) {
    auto evidence = person(40, diet::Sex::male);
    measured(evidence, "potassium", 6.8, "mmol/L");
    auto const prediction = predicted(evidence);
    EXPECT_FALSE(line(prediction, "potassium").weighed);
    EXPECT_TRUE(prediction.ions[static_cast<std::size_t>(blood::Ion::potassium)].measured);
    EXPECT_NEAR(level(prediction, blood::Ion::potassium, 0.5), 6.8, 0.1);
    EXPECT_LT(level(prediction, blood::Ion::potassium, 0.05), 6.6) << "with the noise of a test";
}

TEST(Blood, AnIonThatIsNotPredictedIsKnownOnlyWhereItWasMeasured) {
    auto evidence = person(60, diet::Sex::male);
    has(evidence, "hypoparathyroidism");
    auto const calcium = static_cast<std::size_t>(blood::Ion::calcium);
    EXPECT_TRUE(predicted(evidence).ions[calcium].level.empty());
    measured(evidence, "calcium_ionised", 0.9, "mmol/L");
    auto const prediction = predicted(evidence);
    EXPECT_TRUE(prediction.ions[calcium].measured);
    EXPECT_NEAR(level(prediction, blood::Ion::calcium, 0.5), 0.9, 0.01);
}

TEST(Blood, WholeCalciumFarOffLeavesTheIonisedUnknown) {
    auto evidence = person(40, diet::Sex::male);
    measured(evidence, "calcium_total", 1.6, "mmol/L");
    EXPECT_TRUE(predicted(evidence).ions[static_cast<std::size_t>(blood::Ion::calcium)].level.empty());
    measured(evidence, "calcium_ionised", 1.2, "mmol/L");
    EXPECT_FALSE(predicted(evidence).ions[static_cast<std::size_t>(blood::Ion::calcium)].level.empty());
}

TEST(Blood, EveryRowOfItsTablesMeansSomethingKnown) {
    auto const askable = [](std::string_view when) {
        auto const parsed = verdict::parse_condition(when, verdict::named_condition);
        ASSERT_TRUE(parsed) << when;
        for (auto const& term : verdict::terms_of(*parsed))
            EXPECT_EQ(verdict::why_not_askable(term), "") << when;
    };
    for (auto const& row : blood::unseen_rows) {
        askable(row.when);
        for (auto const analyte : verdict::parts_of(row.analytes))
            EXPECT_TRUE(analyte == "all" || verdict::code_row("analyte", analyte)) << analyte;
    }
    for (auto const& row : blood::losses_rows)
        askable(row.when);
    for (auto const& row : blood::drugs_rows) {
        EXPECT_TRUE(verdict::drug_class_exists(row.drug_class)) << row.drug_class;
        EXPECT_NE(std::find(ions::drug_names.begin(), ions::drug_names.end(), row.drug),
                  ions::drug_names.end());
    }
}
