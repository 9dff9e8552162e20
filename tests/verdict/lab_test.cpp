#include "model/verdict/lab.hpp"
#include "tests/verdict/told.hpp"

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

LabLine only(Lab const& lab, diet::Person const& person = {}) {
    Evidence evidence;
    evidence.person = person;
    evidence.labs.push_back(lab);
    return Labs(evidence).lines().at(0);
}

Lab lab(std::string analyte, double value, std::string unit, std::optional<double> days = 1) {
    Lab one;
    one.analyte = std::move(analyte);
    one.value = value;
    one.unit = std::move(unit);
    one.days_ago = days;
    return one;
}

} // namespace

TEST(Labs, MassAndMoleGiveTheSameLevel) {
    EXPECT_NEAR(only(lab("magnesium", 1.5, "mg/dL")).value, 0.617, 0.001);
    EXPECT_NEAR(only(lab("calcium", 8, "mg/dL")).value, 1.996, 0.001);
    EXPECT_NEAR(only(lab("magnesium", 1.5, "mEq/L")).value, 0.75, 0.001);
    EXPECT_NEAR(only(lab("25-OH-D", 20, "ng/mL")).value, 49.9, 0.1);
    EXPECT_NEAR(only(lab("B12", 200, "pg/mL")).value, 147.6, 0.1);
    EXPECT_NEAR(only(lab("PTH", 65, "pg/mL")).value, 6.90, 0.01);
    EXPECT_NEAR(only(lab("creatinine", 1.0, "mg/dL")).value, 88.4, 0.1);
    EXPECT_NEAR(only(lab("HbA1c", 6.5, "%")).value, 47.5, 0.1);
}

TEST(Labs, WhatLaboratoriesPrintIsUnderstood) {
    for (std::string const unit : {"mEq/L", "meq/L", "mmol/L", "MMOL/L", "mmol / L"})
        EXPECT_TRUE(only(lab("potassium", 4.1, unit)).used) << unit;
    EXPECT_TRUE(only(lab("ferritin", 40, "mcg/L")).used);
    EXPECT_TRUE(only(lab("ck", 140, "IU/L")).used);
    EXPECT_TRUE(only(lab("TSH", 2, "u[IU]/mL")).used);
    EXPECT_TRUE(only(lab("creatinine", 80, "µmol/L")).used);
    EXPECT_TRUE(only(lab("eGFR", 80, "mL/min/{1.73_m2}")).used);
}

TEST(Labs, NoUnitAWrongUnitOrAContradictingCodeIsNeverGuessed) {
    EXPECT_FALSE(only(lab("potassium", 4.1, "")).used);
    EXPECT_FALSE(only(lab("potassium", 4.1, "mg/dL")).used);
    auto contradicting = lab("magnesium", 1.9, "mg/dL");
    contradicting.loinc = "2601-3";
    EXPECT_FALSE(only(contradicting).used);
    EXPECT_NE(only(contradicting).why_not.find("Cannot interpret"), std::string::npos);
    auto mistyped = lab("magnesium", 0.8, "mmol/L");
    mistyped.loinc = "2601-4";
    EXPECT_FALSE(only(mistyped).used);
    auto other = lab("potassium", 4, "mmol/L");
    other.loinc = "2951-2";
    EXPECT_FALSE(only(other).used);
    EXPECT_FALSE(only(lab("potassium", 140, "mmol/L")).used);
}

TEST(Labs, CheckDigitsAreHeldToTheRule) {
    for (std::string const code : {"2601-3", "19123-9", "2823-3", "17861-6", "14685-2", "29265-6", "98979-8"})
        EXPECT_TRUE(loinc_check_digit_fits(code)) << code;
    for (std::string const code : {"14685-0", "2840-4", "2601", "-3", "abc-3", ""})
        EXPECT_FALSE(loinc_check_digit_fits(code)) << code;
}

TEST(Labs, TheReportsOwnRangeGoesFirst) {
    auto own = lab("magnesium", 0.72, "mmol/L");
    EXPECT_EQ(only(own).flag, "normal");
    own.ref_low = 0.75;
    own.ref_high = 1.0;
    EXPECT_EQ(only(own).flag, "low");
    EXPECT_EQ(only(own).range_from, "report");
    auto us = lab("magnesium", 1.6, "mg/dL");
    us.ref_low = 1.7;
    us.ref_high = 2.4;
    EXPECT_EQ(only(us).flag, "low");
    EXPECT_NEAR(only(us).low, 0.699, 0.001);
}

TEST(Labs, AValueOnTheBoundIsInsideWhateverTheUnit) {
    auto on = lab("calcium", 8.8, "mg/dL");
    on.ref_low = 8.8;
    on.ref_high = 10.4;
    EXPECT_EQ(only(on).flag, "normal");
}

TEST(Labs, PregnancyHasItsOwnRangeAndChildrenHaveNoFallback) {
    diet::Person pregnant;
    pregnant.pregnancy_weeks = 32;
    EXPECT_EQ(only(lab("magnesium", 0.65, "mmol/L"), pregnant).flag, "normal");
    EXPECT_EQ(only(lab("magnesium", 0.65, "mmol/L"), pregnant).range_from, "pregnancy");
    EXPECT_EQ(only(lab("potassium", 3.3, "mmol/L"), pregnant).flag, "normal");
    diet::Person child;
    child.age_years = 7;
    EXPECT_EQ(only(lab("phosphate", 1.7, "mmol/L"), child).flag, "");
    auto own = lab("phosphate", 1.7, "mmol/L");
    own.ref_low = 1.2;
    own.ref_high = 1.8;
    EXPECT_EQ(only(own, child).flag, "normal");
}

TEST(Labs, AGoodSampleAfterASpoiledOneIsTheNewTestThatWasNeeded) {
    auto spoiled = lab("potassium", 7.1, "mmol/L", 3);
    spoiled.note = "haemolysed";
    Evidence evidence;
    evidence.labs = {spoiled};
    EXPECT_EQ(Labs(evidence).spoiled("potassium", Compare::more, 6).truth, Truth::yes);
    evidence.labs.push_back(lab("potassium", 4.1, "mmol/L", 2));
    EXPECT_EQ(Labs(evidence).spoiled("potassium", Compare::more, 6).truth, Truth::no);
    evidence.labs[1].days_ago = 4; // the spoiled one came later
    EXPECT_EQ(Labs(evidence).spoiled("potassium", Compare::more, 6).truth, Truth::yes);
    evidence.labs[1].days_ago.reset();
    EXPECT_EQ(Labs(evidence).spoiled("potassium", Compare::more, 6).truth, Truth::yes);
}

TEST(Labs, ABoundIsNoLevelAndHasNoChange) {
    auto before = lab("ck", 100, "U/L", 9);
    auto bound = lab("ck", 20, "U/L", 1);
    bound.bound = "<";
    Evidence evidence;
    evidence.labs = {before, bound};
    Labs const labs(evidence);
    EXPECT_FALSE(known(labs.latest("ck")->change));
    EXPECT_EQ(labs.compare("ck", Compare::less, 20).truth, Truth::yes);
    EXPECT_EQ(labs.compare("ck", Compare::more, 20).truth, Truth::no);
    EXPECT_EQ(labs.compare("ck", Compare::more, 10).truth, Truth::unknown);
    evidence.labs[1].bound = "<=";
    EXPECT_EQ(Labs(evidence).compare("ck", Compare::less, 20).truth, Truth::unknown);
}

TEST(Labs, SpoiledAndWithdrawnResultsAreSetAsideAndNamed) {
    auto spoiled = lab("potassium", 7.1, "mmol/L");
    spoiled.note = "sample haemolysed";
    EXPECT_FALSE(only(spoiled).used);
    spoiled.note = "not haemolysed";
    EXPECT_TRUE(only(spoiled).used);
    spoiled.note = "";
    spoiled.status = "entered-in-error";
    EXPECT_FALSE(only(spoiled).used);
    Evidence evidence;
    evidence.labs.push_back(spoiled);
    EXPECT_EQ(Labs(evidence).not_considered().size(), 1U);
}

TEST(Labs, TheLatestResultIsTheLevelAndEarlierOnesTheChange) {
    auto const evidence = told("lab potassium 2.4 mmol/L 30; lab potassium 4.1 mmol/L 2");
    Labs const labs(evidence);
    EXPECT_EQ(labs.compare("potassium", Compare::less, 2.5).truth, Truth::no);
    EXPECT_NEAR(labs.lines()[1].change, 1.7, 1e-9);
    EXPECT_EQ(labs.lines()[1].change_days, 28);
}

TEST(Labs, CalciumIsAdjustedForAlbuminOfTheSameSample) {
    auto const low_albumin = told("lab calcium_total 2.05 mmol/L 1; lab albumin 28 g/L 1");
    EXPECT_EQ(Labs(low_albumin).compare("calcium_adjusted", Compare::low, 0).truth, Truth::no);
    auto const us = told("lab calcium_total 8.0 mg/dL 1; lab albumin 3.0 g/dL 1");
    Labs const us_labs(us);
    for (auto const& line : us_labs.lines())
        if (line.analyte == "calcium_adjusted") {
            EXPECT_NEAR(line.value, 1.996 + 0.2, 0.001);
            EXPECT_NEAR(line.value_us, 8.8, 0.01);
        }
    auto const alone = told("lab calcium_total 1.85 mmol/L 1");
    auto const reading = Labs(alone).compare("calcium_adjusted", Compare::less, 1.9);
    EXPECT_EQ(reading.truth, Truth::yes);
    EXPECT_FALSE(reading.firm);
}

TEST(Labs, OldResultsRaiseButDoNotClearAndForgottenOnesAreNotUsed) {
    EXPECT_FALSE(Labs(told("lab potassium 4.1 mmol/L 200")).compare("potassium", Compare::less, 2.5).firm);
    EXPECT_EQ(Labs(told("lab potassium 6.9 mmol/L 800")).compare("potassium", Compare::more, 6.5).truth,
              Truth::unknown);
}
