#include "app/read/case.hpp"
#include "fhir_samples.hpp"
#include "model/verdict/verdict.hpp"

using namespace rheobase;
using namespace rheobase::read;
using namespace rheobase::read::sample;
using testing::HasSubstr;

namespace {

verdict::Evidence beside(std::string const& case_json, std::vector<std::string> const& resources) {
    auto evidence = read_case(case_json, "case.json").evidence;
    add_record(evidence, record(resources).evidence);
    return evidence;
}

std::string const patient =
    R"({"resourceType": "Patient", "id": "a", "gender": "male", "birthDate": "1950-03-10"})";

} // namespace

TEST(FhirBesideACase, FillsWhatTheCaseDoesNotSay) {
    auto const e =
        beside(R"({"person": {"age_years": 76}, "medications": [{"name": "omeprazole"}]})",
               {patient,
                medicine("omeprazole", "active",
                         R"("effectivePeriod": {"start": "2025-03-10"}, "dosage": [{"text": "20 mg"}])"),
                medicine("furosemide", "active"), result("2601-3", amount(0.5, "mmol/L"), "2026-03-08")});
    EXPECT_EQ(e.person.sex, diet::Sex::male);
    ASSERT_EQ(e.medicines.size(), 2U);
    EXPECT_EQ(e.medicines[0].since_days, 365);
    EXPECT_EQ(e.medicines[0].dose, "20 mg");
    EXPECT_EQ(e.labs.size(), 1U);
}

TEST(FhirBesideACase, TheCaseWinsAndTheContradictionIsSaid) {
    auto const e = beside(R"({"person": {"age_years": 34, "sex": "female", "pregnancy": {"weeks": 20}},
        "medications": [{"name": "omeprazole", "status": "stopped", "stopped_days_ago": 10}],
        "symptoms": [{"code": "cramp", "present": false}], "vitals": {"pulse": 70},
        "labs": [{"analyte": "potassium", "value": 4.1, "unit": "mmol/L", "days_ago": 2}]})",
                          {patient, medicine("Prilosec", "active"),
                           condition(icd("R25.2"), R"("recordedDate": "2026-03-09")"),
                           result("2823-3", amount(4.9, "mmol/L"), "2026-03-08"),
                           result("8867-4", amount(91, "/min"), "2026-03-09")});
    EXPECT_EQ(e.person.age_years, 34);
    EXPECT_EQ(e.person.sex, diet::Sex::female);
    EXPECT_FALSE(e.medicines.at(0).current);
    EXPECT_EQ(e.medicines.size(), 1U);
    EXPECT_EQ(e.symptoms.at(0).present, false);
    ASSERT_EQ(e.labs.size(), 1U);
    EXPECT_EQ(e.labs[0].value, 4.1);
    EXPECT_EQ(e.vitals.at("pulse"), 70);
    for (auto const* said :
         {"another sex", "an age of 76, and 34 in the case", "taken now, and stopped in the case",
          "cramp, and the case says no", "another value for that day", "vital signs of its own"})
        EXPECT_THAT(aside(e), HasSubstr(said));
}

TEST(FhirBesideACase, TheSameResultInBothCountsOnceAndOfAnotherDayTwice) {
    auto const labs = [](std::string const& date) {
        return beside(
                   R"({"person": {}, "labs": [{"analyte": "magnesium", "value": 0.62, "unit": "mmol/L", "days_ago": 2}]})",
                   {result("19123-9", amount(1.5, "mg/dL"), date)})
            .labs.size();
    };
    EXPECT_EQ(labs("2026-03-08"), 1U);
    EXPECT_EQ(labs("2026-03-01"), 2U);
}

TEST(FhirBesideACase, AResultOutsideItsRangeIsKeptBesideACalmerOneOfThatDay) {
    auto const both = [](double in_record) {
        return beside(
            R"({"person": {"age_years": 50}, "labs": [{"analyte": "potassium", "value": 4.2, "unit": "mmol/L", "days_ago": 0}]})",
            {result("2823-3", amount(in_record, "mmol/L"), "2026-03-10")});
    };
    auto const high = both(6.9);
    EXPECT_EQ(high.labs.size(), 2U);
    EXPECT_THAT(aside(high), HasSubstr("Both were kept"));
    EXPECT_EQ(verdict::judge_emergencies(high).urgency, verdict::Urgency::emergency);
    auto const calm = both(4.9);
    EXPECT_EQ(calm.labs.size(), 1U);
    EXPECT_THAT(aside(calm), HasSubstr("The case was used"));
}

TEST(FhirBesideACase, ADangerousResultOfTheRecordIsSeenBesideACalmCase) {
    auto const e = beside(R"({"person": {"age_years": 34}, "symptoms": [{"code": "twitch"}]})",
                          {result("2823-3", amount(6.9, "mmol/L"), "2026-03-10")});
    EXPECT_EQ(verdict::judge_emergencies(e).urgency, verdict::Urgency::emergency);
}

TEST(FhirBesideACase, TwoStagesOfKidneyDiseaseAreSettledAcrossBoth) {
    auto const e = beside(R"({"person": {}, "conditions": ["ckd_g2"]})", {condition(icd("N18.4"))});
    EXPECT_EQ(codes(e.conditions), "ckd_g4");
    EXPECT_THAT(aside(e), HasSubstr("worse stage"));
}
