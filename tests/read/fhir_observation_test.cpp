#include "app/read/fhir_codes.rows.hpp"
#include "fhir_samples.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/verdict.hpp"

using namespace rheobase;
using namespace rheobase::read;
using namespace rheobase::read::sample;
using testing::HasSubstr;

namespace {

/// The result as the judgement understands it.
verdict::LabLine line_of(FhirRead const& read, std::string const& analyte) {
    verdict::Labs const labs(read.evidence);
    for (auto const& line : labs.lines())
        if (line.analyte == analyte)
            return line;
    return {};
}

bool fired(FhirRead const& read, std::string const& rule) {
    for (auto const& state : verdict::judge_emergencies(read.evidence).rules)
        if (state.rule == rule)
            return state.truth == verdict::Truth::yes;
    return false;
}

} // namespace

TEST(FhirObservation, ALoincResultWithItsUnitAndPrintedRangeIsUnderstood) {
    auto const read = record(
        {result("19123-9", amount(1.5, "mg/dL"), "2026-03-07",
                R"("referenceRange": [{"low": {"value": 1.7, "unit": "mg/dL"}, "high": {"value": 2.4}}])")});
    auto const line = line_of(read, "magnesium");
    EXPECT_NEAR(line.value, 0.617, 0.001);
    EXPECT_EQ(line.flag, "low");
    EXPECT_EQ(line.range_from, "report");
    EXPECT_EQ(line.days_ago, 3);
}

TEST(FhirObservation, ARangeInAnotherUnitIsPutIntoTheUnitOfTheResult) {
    auto const read = record({result("2601-3", amount(0.62, "mmol/L"), "2026-03-07",
                                     R"("referenceRange": [{"low": {"value": 1.7, "unit": "mg/dL"}}])")});
    EXPECT_NEAR(read.evidence.labs.at(0).ref_low.value(), 0.699, 0.001);
    auto const words = record({result("2823-3", amount(5.4, "mmol/L"), "2026-03-07",
                                      R"("referenceRange": [{"text": "3.5 - 5.1 mmol/L"}])")});
    EXPECT_EQ(words.evidence.labs.at(0).ref_high, 5.1);
    auto const foreign = record({result("2823-3", amount(5.4, "mmol/L"), "2026-03-07",
                                        R"("referenceRange": [{"low": {"value": 3, "unit": "furlong"}}])")});
    EXPECT_FALSE(foreign.evidence.labs.at(0).ref_low);
    EXPECT_THAT(aside(foreign.evidence), HasSubstr("unit of its printed range"));
}

TEST(FhirObservation, ARangeThatCanOnlyBeOfAnotherUnitIsNotUsedForAdults) {
    auto const ionised = result("1995-0", amount(1.2, "mmol/L"), "2026-03-07",
                                R"("referenceRange": [{"low": {"value": 2.28}, "high": {"value": 2.64}}])");
    auto const born = [](std::string const& day) {
        return R"({"resourceType": "Patient", "id": "a", "birthDate": ")" + day + "\"}";
    };
    auto const adult = record({born("1980-01-01"), ionised});
    EXPECT_EQ(line_of(adult, "calcium_ionised").flag, "normal");
    EXPECT_THAT(aside(adult.evidence), HasSubstr("as if in another unit"));
    EXPECT_TRUE(record({born("2020-01-01"), ionised}).evidence.labs.at(0).ref_low);
}

TEST(FhirObservation, WithoutAUnitCodeThePrintedUnitCounts) {
    // As in the calcium example of US Core.
    auto const read =
        record({result("17861-6", R"("valueQuantity": {"value": 7.7, "unit": "mg/dL"})", "2026-03-07")});
    EXPECT_NEAR(line_of(read, "calcium_total").value, 1.921, 0.001);
    auto const printed = record({result(
        "2823-3", R"("valueQuantity": {"value": 4.1, "unit": "mEq/L", "code": "mEq/L"})", "2026-03-07")});
    EXPECT_TRUE(line_of(printed, "potassium").used);
}

TEST(FhirObservation, UnitAndUnitCodeThatDisagreeAreNotGuessed) {
    auto const read = record({result(
        "2601-3", R"("valueQuantity": {"value": 0.62, "unit": "mg/dL", "code": "mmol/L"})", "2026-03-07")});
    EXPECT_TRUE(read.evidence.labs.empty());
    EXPECT_THAT(aside(read.evidence), HasSubstr("mmol/L and mg/dL"));
}

TEST(FhirObservation, AMassUnitOnAMolarCodeCannotBeInterpreted) {
    auto const read = record({result("2601-3", amount(1.5, "mg/dL"), "2026-03-07")});
    EXPECT_THAT(line_of(read, "magnesium").why_not, HasSubstr("another kind of unit"));
    // Where the file gives both codes, the one that fits the unit is meant.
    auto const both = record(
        {R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-07", "code": {"coding": [
        {"system": "http://loinc.org", "code": "2601-3"}, {"system": "http://loinc.org", "code": "19123-9"}]},
        "valueQuantity": {"value": 1.5, "unit": "mg/dL"}})"});
    EXPECT_TRUE(line_of(both, "magnesium").used);
}

TEST(FhirObservation, AMistypedLoincCodeIsNamedAndOneThatIsNotReadHereIsListed) {
    auto const mistyped = record({result("2823-4", amount(7.2, "mmol/L"), "2026-03-07")});
    EXPECT_TRUE(mistyped.evidence.labs.empty());
    EXPECT_THAT(aside(mistyped.evidence), HasSubstr("check digit is wrong"));
    EXPECT_THAT(aside(record({result("2828-2", amount(7.2, "mmol/L"), "2026-03-07")}).evidence),
                HasSubstr("LOINC code is not read here"));
}

TEST(FhirObservation, PotassiumInUrineIsNotPotassiumInBlood) {
    auto const local = [](std::string const& name, std::string const& more) {
        return R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-07", "code": {"coding": [{"system": "http://lab.example", "code": "K1"}], "text": ")" +
               name + "\"}, " + amount(60, "mmol/L") + more + "}";
    };
    EXPECT_TRUE(
        record({local("Potassium", R"(, "specimen": {"display": "Urine, spot"})")}).evidence.labs.empty());
    EXPECT_TRUE(record({local("Potassium, urine", "")}).evidence.labs.empty());
    auto const wrong =
        result("2823-3", amount(60, "mmol/L"), "2026-03-07", R"("specimen": {"display": "Urine"})");
    EXPECT_THAT(aside(record({wrong}).evidence), HasSubstr("not blood (Urine)"));
}

TEST(FhirObservation, ALocalCodeCountsWhereItsNameIsAKnownTest) {
    auto const local = [](std::string const& name) {
        return R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-07", "code": {"coding": [{"system": "http://lab.example", "code": "17"}], "text": ")" +
               name + "\"}, " + amount(4.4, "mmol/L") + "}";
    };
    EXPECT_TRUE(line_of(record({local("Serum potassium")}), "potassium").used);
    EXPECT_TRUE(line_of(record({local("Pot\xE2\x80\x8B"
                                      "assium [Moles/volume] in Serum")}),
                        "potassium")
                    .used);
    EXPECT_THAT(aside(record({local("Pottasium")}).evidence), HasSubstr("Pottasium"));
    EXPECT_THAT(aside(record({local("Pottasium")}).evidence), HasSubstr("| potassium |"));
}

TEST(FhirObservation, ACodeAndANameOfDifferentTestsCannotBeInterpreted) {
    auto const read = record(
        {R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-07", "code": {"coding": [
        {"system": "http://loinc.org", "code": "2951-2"}], "text": "Potassium"}, "valueQuantity": {"value": 6.9, "unit": "mmol/L"}})"});
    EXPECT_THAT(line_of(read, "sodium").why_not, HasSubstr("the name says potassium"));
}

TEST(FhirObservation, WithdrawnResultsAreOutAndSaidAlsoWhereTheirReportWasWithdrawn) {
    auto const wrong =
        R"({"resourceType": "Observation", "status": "entered-in-error", "code": {"text": "Potassium"},
        "effectiveDateTime": "2026-03-08", "valueQuantity": {"value": 7.4, "unit": "mmol/L"}})";
    auto const read = record({wrong});
    EXPECT_TRUE(read.evidence.labs.empty());
    EXPECT_THAT(aside(read.evidence), HasSubstr("Potassium, 2026-03-08 |  | Withdrawn"));
    EXPECT_EQ(verdict::judge_emergencies(read.evidence).urgency, verdict::Urgency::self_care);

    auto const report =
        R"({"resourceType": "DiagnosticReport", "status": "entered-in-error", "result": [{"reference": "Observation/k"}]})";
    auto const of_report = result("2823-3", amount(7.4, "mmol/L"), "2026-03-08", R"("id": "k")");
    EXPECT_TRUE(record({report, of_report}).evidence.labs.empty());
}

TEST(FhirObservation, ACorrectedResultReplacesTheOneOfTheSameTime) {
    auto const first = result("2823-3", amount(7.1, "mmol/L"), "2026-03-08T09:00:00Z");
    auto corrected = result("2823-3", amount(4.2, "mmol/L"), "2026-03-08T09:00:00Z");
    corrected.replace(corrected.find("final"), 5, "corrected");
    auto const read = record({first, corrected});
    ASSERT_EQ(read.evidence.labs.size(), 1U);
    EXPECT_EQ(read.evidence.labs[0].value, 4.2);
    EXPECT_THAT(aside(read.evidence), HasSubstr("replaced it"));
}

TEST(FhirObservation, OneMeasurementPrintedInTwoUnitsCountsOnce) {
    auto const read = record({result("19123-9", amount(1.5, "mg/dL"), "2026-03-08"),
                              result("2601-3", amount(0.62, "mmol/L"), "2026-03-08")});
    EXPECT_EQ(read.evidence.labs.size(), 1U);
    EXPECT_THAT(aside(read.evidence), HasSubstr("counts once"));
}

TEST(FhirObservation, TwoResultsOfOneTimeThatDifferCanRaiseAndCannotCalm) {
    auto const read = record({result("2823-3", amount(7.1, "mmol/L"), "2026-03-08"),
                              result("2823-3", amount(4.2, "mmol/L"), "2026-03-08")});
    ASSERT_EQ(read.evidence.labs.size(), 2U);
    EXPECT_FALSE(read.evidence.labs[0].days_ago);
    EXPECT_FALSE(read.evidence.labs[1].days_ago);
    EXPECT_EQ(verdict::judge_emergencies(read.evidence).urgency, verdict::Urgency::emergency);
}

TEST(FhirObservation, TheLaterResultOfADayIsTheLevel) {
    auto const read = record({result("2823-3", amount(6.9, "mmol/L"), "2026-03-08T08:00:00+01:00"),
                              result("2823-3", amount(4.2, "mmol/L"), "2026-03-08T13:00:00Z")});
    verdict::Labs const labs(read.evidence);
    ASSERT_NE(labs.latest("potassium"), nullptr);
    EXPECT_EQ(labs.latest("potassium")->value, 4.2);
    EXPECT_EQ(labs.latest("potassium")->days_ago, 2);
}

TEST(FhirObservation, AResultWithoutADateMayRaiseAndNeverLowers) {
    auto const high = record({result("2823-3", amount(7.1, "mmol/L"), "")});
    EXPECT_EQ(verdict::judge_emergencies(high.evidence).urgency, verdict::Urgency::emergency);
    EXPECT_THAT(aside(high.evidence), HasSubstr("can raise urgency and not lower it"));
    auto const year = record({result("2823-3", amount(4.1, "mmol/L"), "2026")});
    EXPECT_FALSE(year.evidence.labs.at(0).days_ago);
    auto const issued =
        record({result("2823-3", amount(4.1, "mmol/L"), "", R"("issued": "2026-03-06T10:00:00Z")")});
    EXPECT_EQ(issued.evidence.labs.at(0).days_ago, 4);
    auto const period =
        record({result("2823-3", amount(4.1, "mmol/L"), "",
                       R"("effectivePeriod": {"start": "2026-03-01", "end": "2026-03-02"})")});
    EXPECT_EQ(period.evidence.labs.at(0).days_ago, 9);
}

TEST(FhirObservation, AFutureDateIsNotUsedAndAYearOldResultIsLeftOut) {
    EXPECT_THAT(line_of(record({result("2823-3", amount(4.1, "mmol/L"), "2027-03-08")}), "potassium").why_not,
                HasSubstr("future"));
    auto const old = record({result("2823-3", amount(6.9, "mmol/L"), "2019-03-08")});
    EXPECT_TRUE(old.evidence.labs.empty());
    EXPECT_THAT(aside(old.evidence), HasSubstr("Older than a year"));
}

TEST(FhirObservation, ABoundSettlesItsOwnSideOfAThresholdAndNothingElse) {
    auto const bound = [](std::string const& loinc, double value, std::string const& unit,
                          std::string const& comparator) {
        return record(
            {result(loinc, amount(value, unit, R"("comparator": ")" + comparator + "\""), "2026-03-09")});
    };
    EXPECT_TRUE(fired(bound("17861-6", 7.0, "mg/dL", "<"), "calcium_1_9"))
        << "below 1.75 mmol/L is below 1.9";
    auto const above = bound("33914-3", 60, "mL/min/{1.73_m2}", ">");
    verdict::Labs const labs(above.evidence);
    EXPECT_EQ(labs.compare("egfr", verdict::Compare::less, 30).truth, verdict::Truth::no);
    EXPECT_EQ(labs.compare("egfr", verdict::Compare::less, 60).truth, verdict::Truth::no);
    EXPECT_EQ(labs.compare("egfr", verdict::Compare::less, 90).truth, verdict::Truth::unknown);
    EXPECT_EQ(labs.compare("egfr", verdict::Compare::more, 45).truth, verdict::Truth::yes);
    EXPECT_THAT(line_of(above, "egfr").written, HasSubstr(">60"));
    auto const low = bound("2601-3", 0.3, "mmol/L", "<");
    EXPECT_EQ(line_of(low, "magnesium").flag, "low");
    EXPECT_EQ(verdict::Labs(low.evidence).compare("magnesium", verdict::Compare::less, 0.2).truth,
              verdict::Truth::unknown);
}

TEST(FhirObservation, AValueWrittenAsTextIsReadOnlyWhereItIsPlain) {
    auto const text = [](std::string const& words) {
        return record({result("2823-3", R"("valueString": ")" + words + "\"", "2026-03-09")});
    };
    EXPECT_EQ(line_of(text("6.8 mmol/L"), "potassium").value, 6.8);
    EXPECT_EQ(text("> 8 mmol/L").evidence.labs.at(0).bound, ">");
    EXPECT_FALSE(line_of(text("see comment"), "potassium").used);
    EXPECT_FALSE(line_of(text("4.1"), "potassium").used) << "no unit, no guess";
}

TEST(FhirObservation, ASpoiledSampleIsKnownByItsNoteAndByItsSpecimen) {
    auto const noted = record({result("2823-3", amount(6.9, "mmol/L"), "2026-03-09",
                                      R"("note": [{"text": "Sample haemolysed"}])")});
    EXPECT_THAT(line_of(noted, "potassium").why_not, HasSubstr("spoiled"));
    auto const specimen =
        R"({"resourceType": "Specimen", "id": "s", "condition": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0493", "code": "HEM"}]}]})";
    auto const by_specimen = record({specimen, result("2823-3", amount(6.9, "mmol/L"), "2026-03-09",
                                                      R"("specimen": {"reference": "Specimen/s"})")});
    EXPECT_THAT(line_of(by_specimen, "potassium").why_not, HasSubstr("spoiled"));
    auto const inside = record({result(
        "2823-3", amount(6.9, "mmol/L"), "2026-03-09",
        R"("contained": [{"resourceType": "Specimen", "id": "s", "status": "unsatisfactory"}], "specimen": {"reference": "#s"})")});
    EXPECT_THAT(line_of(inside, "potassium").why_not, HasSubstr("spoiled"));
}

TEST(FhirObservation, WhyThereIsNoResultIsNamed) {
    auto const read =
        record({result("2601-3", R"("dataAbsentReason": {"text": "sample lost"})", "2026-03-09")});
    EXPECT_THAT(aside(read.evidence), HasSubstr("No result was recorded (sample lost)"));
}

TEST(FhirObservation, AMarkThatContradictsTheRangeIsSaid) {
    auto const read = record({result(
        "2823-3", amount(4.1, "mmol/L"), "2026-03-09",
        R"("interpretation": [{"coding": [{"code": "HH"}]}], "referenceRange": [{"low": {"value": 3.5}, "high": {"value": 5.1}}])")});
    EXPECT_THAT(aside(read.evidence), HasSubstr("marked HH"));
    EXPECT_EQ(read.evidence.labs.size(), 1U);
}

TEST(FhirObservation, BloodPressureComesInPartsAndVitalSignsAreOfOneDay) {
    auto const pressure =
        R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-09",
        "code": {"coding": [{"system": "http://loinc.org", "code": "85354-9"}]}, "component": [
        {"code": {"coding": [{"system": "http://loinc.org", "code": "8480-6"}]}, "valueQuantity": {"value": 128, "unit": "mmHg", "code": "mm[Hg]"}},
        {"code": {"coding": [{"system": "http://loinc.org", "code": "8462-4"}]}, "valueQuantity": {"value": 80, "unit": "mmHg", "code": "mm[Hg]"}}]})";
    auto const read = record({pressure, result("8867-4", amount(72, "{beats}/min"), "2026-03-01"),
                              result("8310-5", amount(100.4, "[degF]"), "2026-03-09"),
                              result("29463-7", amount(150, "[lb_av]"), "2026-02-01")});
    EXPECT_EQ(read.evidence.vitals.at("systolic"), 128);
    EXPECT_EQ(read.evidence.vitals.at("diastolic"), 80);
    EXPECT_NEAR(read.evidence.vitals.at("temperature_c"), 38, 1e-9);
    EXPECT_EQ(read.evidence.vitals.at("days_ago"), 1);
    EXPECT_FALSE(read.evidence.vitals.contains("pulse"));
    EXPECT_NEAR(read.evidence.person.weight_kg.value(), 68.0, 0.1);
    EXPECT_THAT(aside(read.evidence), HasSubstr("Other vital signs are newer"));
    EXPECT_THAT(aside(record({result("8867-4", amount(72, "mmol/L"), "2026-03-01")}).evidence),
                HasSubstr("does not fit"));
}

TEST(FhirObservation, ASignAskedForIsThereOrNotAndAnOldOneIsOnlyNamed) {
    auto const sign = [](std::string const& answer, std::string const& date) {
        return record(
            {R"({"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://snomed.info/sct", "code": "55300003"}]},
            "effectiveDateTime": ")" +
             date +
             R"(", "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": ")" +
             answer + "\"}]}}"});
    };
    EXPECT_EQ(sign("52101004", "2026-03-09").evidence.symptoms.at(0).present, true);
    EXPECT_EQ(sign("2667000", "2026-03-09").evidence.symptoms.at(0).present, false);
    EXPECT_TRUE(sign("52101004", "2025-03-09").evidence.symptoms.empty());
    EXPECT_THAT(aside(sign("52101004", "2025-03-09").evidence), HasSubstr("say so in the case"));
}

TEST(FhirObservation, AComplaintThatIsNamedCountsAndARelativesSeizureDoesNot) {
    auto const named_by = [](std::string const& loinc, std::string const& words) {
        return record({result(loinc, R"("valueCodeableConcept": {"text": ")" + words + "\"}", "2026-03-09")});
    };
    EXPECT_EQ(named_by("75325-1", "Muscle cramp").evidence.symptoms.size() +
                  named_by("75325-1", "Cramp").evidence.symptoms.size(),
              1U);
    EXPECT_TRUE(named_by("75325-1", "Family history of seizure").evidence.symptoms.empty());
    auto const none = record({R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-03-09",
        "code": {"text": "Tremor"}, "valueCodeableConcept": {"text": "None"}})"});
    EXPECT_EQ(none.evidence.symptoms.at(0).present, false);
    EXPECT_TRUE(named_by("8867-4", "Seizure").evidence.symptoms.empty()) << "an answer to another question";
}

TEST(FhirObservation, PregnancyAndItsWeekAreRead) {
    auto const status =
        R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-02-01", "code": {"coding": [
        {"system": "http://loinc.org", "code": "82810-3"}]}, "valueCodeableConcept": {"coding": [{"system": "http://snomed.info/sct", "code": "77386006"}]}})";
    EXPECT_EQ(record({status}).evidence.person.pregnant, true);
    auto const due =
        R"({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-02-01", "code": {"coding": [
        {"system": "http://loinc.org", "code": "11778-8"}]}, "valueDateTime": "2026-05-19"})";
    EXPECT_NEAR(record({due}).evidence.person.pregnancy_weeks.value(), 30, 0.01);
    EXPECT_FALSE(record({due}, "2028-03-10").evidence.person.pregnant);
}

TEST(FhirCodes, EveryLoincAndSnomedCodeOfTheTableHasTheRightCheckDigit) {
    // Verhoeff's scheme, by which SNOMED CT guards its codes.
    constexpr int multiply[10][10] = {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
                                      {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
                                      {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
                                      {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
                                      {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    constexpr int step[10] = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    auto const fits = [&](std::string_view code) {
        int sum = 0;
        for (std::size_t i = 0; i < code.size(); ++i) {
            int digit = code[code.size() - 1 - i] - '0';
            for (std::size_t turns = 0; turns < i % 8; ++turns)
                digit = step[digit];
            sum = multiply[sum][digit];
        }
        return sum == 0;
    };
    ASSERT_TRUE(fits("195967001"));
    ASSERT_FALSE(fits("195967002"));
    for (auto const& row : fhir_codes_rows) {
        if (row.system == "snomed") {
            EXPECT_TRUE(fits(row.code)) << row.code << " " << row.means;
        }
        if (row.system == "loinc" && row.kind != "answer" && !row.code.starts_with("LA")) {
            EXPECT_TRUE(verdict::loinc_check_digit_fits(row.code)) << row.code;
        }
    }
}
