#include "fhir_samples.hpp"

using namespace rheobase;
using namespace rheobase::read;
using namespace rheobase::read::sample;
using testing::HasSubstr;

TEST(FhirCondition, IsKnownByIcd10BySnomedAndByWords) {
    auto const of = [](std::string const& code) {
        return codes(record({condition(code)}).evidence.conditions);
    };
    EXPECT_EQ(of(icd("N18.4")), "ckd_g4");
    EXPECT_EQ(of(icd("n184")), "ckd_g4");
    EXPECT_EQ(of(icd("N18.32")), "ckd_g3b");
    EXPECT_EQ(of(icd("D51.0")), "pernicious_anaemia") << "the longest category counts";
    EXPECT_EQ(of(icd("D51.3")), "anaemia");
    EXPECT_EQ(of(icd("C73")), "cancer");
    EXPECT_EQ(of(R"({"coding": [{"system": "http://snomed.info/sct", "code": "396331005"}]})"), "coeliac");
    EXPECT_EQ(of(named("Type 2 diabetes (disorder)")), "type_2_diabetes");
    EXPECT_EQ(
        of(R"({"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "E11.9", "display": "Type 2 diabetes mellitus without complications"}]})"),
        "type_2_diabetes");
}

TEST(FhirCondition, WhatIsOverRefutedOrNotSettledIsNamedAndNotCounted) {
    for (auto const* over : {"resolved", "inactive", "remission"}) {
        auto const read = record({condition(icd("G40"), state("clinicalStatus", over))});
        EXPECT_TRUE(read.evidence.conditions.empty()) << over;
        EXPECT_THAT(aside(read.evidence), HasSubstr("Over, as the record says"));
    }
    for (auto const* doubt : {"refuted", "entered-in-error", "provisional", "differential", "unconfirmed"})
        EXPECT_TRUE(
            record({condition(icd("G40"), state("verificationStatus", doubt))}).evidence.conditions.empty())
            << doubt;
    EXPECT_EQ(codes(record({condition(icd("G40"), state("clinicalStatus", "active"))}).evidence.conditions),
              "epilepsy");
    EXPECT_EQ(codes(record({condition(icd("G40"), state("clinicalStatus", "relapse"))}).evidence.conditions),
              "epilepsy");
}

TEST(FhirCondition, ADenialARelativeAndThePastAreNotThePersonsIllness) {
    for (auto const* words :
         {"No known problems", "No history of epilepsy", "Family history of epilepsy", "History of asthma",
          "Suspected hypothyroidism", "Rule out multiple sclerosis"}) {
        auto const read = record({condition(named(words))});
        EXPECT_TRUE(read.evidence.conditions.empty()) << words;
        EXPECT_THAT(aside(read.evidence), HasSubstr(words));
    }
    EXPECT_TRUE(record({condition(icd("Z82.0"))}).evidence.conditions.empty());
    EXPECT_TRUE(record({condition(icd("Z85.3"))}).evidence.conditions.empty());
}

TEST(FhirCondition, ARelativesIllnessIsTheFamilys) {
    auto const read = record(
        {R"({"resourceType": "FamilyMemberHistory", "status": "completed", "relationship": {"text": "Father"}, "condition": [
        {"code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "G12.2"}]}}, {"code": {"text": "Asthma"}}]})"});
    EXPECT_TRUE(read.evidence.conditions.empty());
    ASSERT_EQ(codes(read.evidence.family), "motor_neuron_disease");
    EXPECT_EQ(read.evidence.family[0].by, "father");
    EXPECT_THAT(aside(read.evidence), HasSubstr("Asthma (father)"));
}

TEST(FhirCondition, SinceWhenComesFromTheOnset) {
    auto const read = record({condition(icd("E03.9"), R"("onsetDateTime": "2026-03-01")")});
    EXPECT_EQ(read.evidence.conditions.at(0).days_ago, 9);
    EXPECT_FALSE(
        record({condition(icd("E03.9"), R"("onsetDateTime": "2019")")}).evidence.conditions.at(0).days_ago);
}

TEST(FhirCondition, ASignAmongTheDiagnosesCountsWhileItIsFresh) {
    auto const fresh =
        record({condition(icd("R25.3"), R"("recordedDate": "2026-03-08", "onsetDateTime": "2026-01-10")")});
    ASSERT_EQ(fresh.evidence.symptoms.size(), 1U);
    EXPECT_EQ(fresh.evidence.symptoms[0].code, "twitch");
    EXPECT_EQ(fresh.evidence.symptoms[0].since_days, 59);
    auto const old = record({condition(icd("R56.9"), R"("recordedDate": "2020-03-08")")});
    EXPECT_TRUE(old.evidence.symptoms.empty()) << "a seizure of six years ago is no emergency of today";
    EXPECT_THAT(aside(old.evidence), HasSubstr("noted more than a week ago"));
}

TEST(FhirCondition, AnOperationLeavesAConditionBehindAndAnUndoneOneNone) {
    auto const removed = [](std::string const& status) {
        return record(
            {R"({"resourceType": "Procedure", "status": ")" + status +
             R"(", "performedDateTime": "2026-03-07", "code": {"coding": [{"system": "http://snomed.info/sct", "code": "26390003"}]}})"});
    };
    EXPECT_EQ(removed("completed").evidence.conditions.at(0).code, "total_thyroidectomy");
    EXPECT_EQ(removed("completed").evidence.conditions.at(0).days_ago, 3);
    EXPECT_TRUE(removed("not-done").evidence.conditions.empty());
}

TEST(FhirCondition, ThatNoCodeIsKnownForIsKeptInItsWordsForThePlan) {
    EXPECT_THAT(record({condition(named("Zorblax syndrome"))}).evidence.conditions_not_read,
                testing::ElementsAre("Zorblax syndrome"));
    EXPECT_THAT(record({condition(icd("N18.4"))}).evidence.conditions_not_read, testing::IsEmpty());
}

TEST(FhirAllergy, IsReadByCodeAndWordsAndNoKnownAllergyIsNone) {
    auto const allergy = [](std::string const& code, std::string const& more = "") {
        return record({R"({"resourceType": "AllergyIntolerance", "code": )" + code +
                       (more.empty() ? "" : ", " + more) + "}"});
    };
    EXPECT_EQ(codes(allergy(R"({"coding": [{"system": "http://snomed.info/sct", "code": "91935009"}]})")
                        .evidence.allergies),
              "peanut");
    EXPECT_EQ(codes(allergy(named("Cow's milk")).evidence.allergies), "milk");
    EXPECT_EQ(codes(allergy(named("Penicillin V")).evidence.allergies), "penicillin_v");
    EXPECT_EQ(codes(allergy(named("No known allergies")).evidence.allergies), "");
    EXPECT_EQ(codes(allergy(R"({"coding": [{"system": "http://snomed.info/sct", "code": "716186003"}]})")
                        .evidence.allergies),
              "");
    EXPECT_EQ(codes(allergy(named("Eggs"), state("verificationStatus", "refuted")).evidence.allergies), "");
}
