#include "fhir_samples.hpp"
#include "model/verdict/medicine.hpp"

using namespace rheobase;
using namespace rheobase::read;
using namespace rheobase::read::sample;
using testing::HasSubstr;

namespace {

bool counts(FhirRead const& read, std::string_view drug_class) {
    return verdict::Medicines(read.evidence).counts(drug_class).truth == verdict::Truth::yes;
}

} // namespace

TEST(FhirMedication, IsKnownByRxNormAtcOrWords) {
    auto const coded = [](std::string const& system, std::string const& code) {
        return record(
            {R"({"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"coding": [{"system": ")" +
             system + R"(", "code": ")" + code + "\"}]}}"});
    };
    EXPECT_TRUE(counts(coded("http://www.nlm.nih.gov/research/umls/rxnorm", "5487"), "thiazide"));
    EXPECT_TRUE(counts(coded("http://www.whocc.no/atc", "A02BC01"), "ppi"));
    EXPECT_TRUE(counts(record({medicine("Lasix 40mg", "active")}), "loop_diuretic"));
    EXPECT_TRUE(counts(record({medicine("Hydrochlorothiazide 25 MG Oral Tablet", "active")}), "thiazide"));
}

TEST(FhirMedication, IsFoundBehindAReferenceInsideTheEntryAndInTheBundle) {
    auto const by_bundle = record(
        {R"({"resourceType": "Medication", "id": "m", "code": {"text": "omeprazole"}})",
         R"({"resourceType": "MedicationRequest", "status": "active", "intent": "order", "medicationReference": {"reference": "Medication/m"}})"});
    EXPECT_TRUE(counts(by_bundle, "ppi"));
    auto const inside =
        record({R"({"resourceType": "MedicationRequest", "status": "active", "intent": "order",
        "contained": [{"resourceType": "Medication", "id": "m", "ingredient": [{"itemCodeableConcept": {"text": "furosemide"}}]}],
        "medicationReference": {"reference": "#m"}})"});
    EXPECT_TRUE(counts(inside, "loop_diuretic"));
    auto const lost = record(
        {R"({"resourceType": "MedicationRequest", "status": "active", "intent": "order", "medicationReference": {"reference": "Medication/gone"}})"});
    EXPECT_TRUE(lost.evidence.medicines.empty());
    EXPECT_THAT(aside(lost.evidence), HasSubstr("does not say which medicine"));
}

TEST(FhirMedication, ItsStatusTellsWhetherItIsTaken) {
    auto const with = [](std::string const& status) { return record({medicine("omeprazole", status)}); };
    EXPECT_TRUE(with("active").evidence.medicines.at(0).current);
    EXPECT_TRUE(with("unknown").evidence.medicines.at(0).current);
    for (auto const* before : {"completed", "stopped", "on-hold"})
        EXPECT_FALSE(with(before).evidence.medicines.at(0).current) << before;
    for (auto const* never : {"entered-in-error", "not-taken", "intended", "cancelled", "draft"}) {
        EXPECT_TRUE(with(never).evidence.medicines.empty()) << never;
        EXPECT_THAT(aside(with(never).evidence), HasSubstr("omeprazole")) << never;
    }
    auto const plan =
        R"({"resourceType": "MedicationRequest", "status": "active", "intent": "plan", "medicationCodeableConcept": {"text": "lithium"}})";
    EXPECT_FALSE(counts(record({plan}), "lithium"));
}

TEST(FhirMedication, ItsPeriodTellsSinceWhenAndUntilWhen) {
    auto const now =
        record({medicine("omeprazole", "active", R"("effectivePeriod": {"start": "2025-03-10"})")});
    EXPECT_EQ(now.evidence.medicines.at(0).since_days, 365);
    auto const ended = record({medicine(
        "omeprazole", "stopped", R"("effectivePeriod": {"start": "2025-03-10", "end": "2026-03-01"})")});
    EXPECT_EQ(ended.evidence.medicines.at(0).stopped_days_ago, 9);
    auto const finished = record(
        {R"({"resourceType": "MedicationRequest", "status": "completed", "intent": "order", "authoredOn": "2025-03-10",
        "medicationCodeableConcept": {"text": "omeprazole"}})"});
    EXPECT_EQ(finished.evidence.medicines.at(0).stopped_days_ago, 275) << "three months after it was written";
    auto const odd =
        record({medicine("omeprazole", "active", R"("effectivePeriod": {"end": "2020-01-01"})")});
    EXPECT_FALSE(odd.evidence.medicines.at(0).current) << "an end that the statement itself gives";
    EXPECT_GT(odd.evidence.medicines.at(0).stopped_days_ago.value(), 365);
    EXPECT_THAT(aside(odd.evidence), HasSubstr("counted as stopped then"));
    auto const runs =
        record({medicine("omeprazole", "active", R"("effectivePeriod": {"end": "2026-03-20"})")});
    EXPECT_TRUE(runs.evidence.medicines.at(0).current);
}

TEST(FhirMedication, ACodeOfAnotherMedicineThanTheNameIsNamedAndBothCount) {
    auto const coded = [](std::string const& name) {
        return record(
            {R"({"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept":
            {"text": ")" +
             name +
             R"(", "coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "83367"}]}})"});
    };
    auto const odd = coded("lithium");
    EXPECT_THAT(aside(odd.evidence), HasSubstr("The code means atorvastatin"));
    EXPECT_TRUE(counts(odd, "lithium"));
    EXPECT_TRUE(counts(odd, "statin"));
    EXPECT_THAT(aside(coded("atorvastatin").evidence), testing::Not(HasSubstr("another medicine")));
}

TEST(FhirMedication, OnePrescriptionAfterTheOtherIsOneMedicine) {
    auto const prescription = [](std::string const& status, std::string const& start) {
        return medicine(start == "2023-03-10" ? "Furosemide" : "Lasix 40mg", status,
                        R"("effectivePeriod": {"start": ")" + start + "\"}");
    };
    auto const read = record({prescription("completed", "2023-03-10"), prescription("active", "2026-01-10"),
                              prescription("active", "2025-12-10")});
    ASSERT_EQ(read.evidence.medicines.size(), 1U);
    EXPECT_TRUE(read.evidence.medicines[0].current);
    EXPECT_EQ(read.evidence.medicines[0].since_days, 90);
}

TEST(FhirMedication, TheDoseIsKeptAsWordsOrPutTogetherFromItsParts) {
    EXPECT_EQ(record({medicine("salbutamol", "active", R"("dosage": [{"text": "2 puffs as needed"}])")})
                  .evidence.medicines.at(0)
                  .dose,
              "2 puffs as needed");
    auto const parts =
        record({medicine("salbutamol", "active",
                         R"("dosage": [{"doseAndRate": [{"doseQuantity": {"value": 2, "unit": "puffs"}}],
        "timing": {"repeat": {"frequency": 8, "period": 1, "periodUnit": "d"}}, "route": {"text": "Inhalation"}}])")});
    EXPECT_EQ(parts.evidence.medicines.at(0).dose, "2 puffs 8 times a day");
    EXPECT_EQ(verdict::doses_a_day(parts.evidence.medicines.at(0)), 8);
    EXPECT_EQ(parts.evidence.medicines.at(0).route, "inhalation");
}
