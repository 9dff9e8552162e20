#include "app/read/fhir.hpp"
#include "fhir_samples.hpp"
#include "model/verdict/verdict.hpp"

#include <fstream>
#include <random>
#include <sstream>

using namespace rheobase;
using namespace rheobase::read;
using namespace rheobase::read::sample;
using testing::HasSubstr;

namespace {

std::string const patient =
    R"({"resourceType": "Patient", "id": "a", "gender": "female", "birthDate": "1980-03-10"})";
std::string const potassium = result("2823-3", amount(6.8, "mmol/L"), "2026-03-08");

std::string example() {
    std::ifstream file(RHEOBASE_ROOT "/docs/examples/record.fhir.json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST(Fhir, ReadsTheExampleWholeAndNamesWhatItDoesNotUse) {
    auto const read = read_fhir(example(), "record.fhir.json", "");
    EXPECT_EQ(all_of(read.faults), "");
    auto const& e = read.evidence;
    ASSERT_EQ(e.labs.size(), 3U);
    EXPECT_EQ(e.labs[0].loinc, "2823-3");
    EXPECT_EQ(e.labs[0].days_ago, 2);
    EXPECT_THAT(e.labs[1].note + e.labs[2].note, HasSubstr("haemolysed"));
    EXPECT_EQ(e.medicines.at(0).name, "omeprazole");
    EXPECT_EQ(codes(e.conditions), "hypothyroidism");
    EXPECT_NEAR(e.person.age_years.value(), 34.8, 0.1);
    EXPECT_EQ(e.person.sex, diet::Sex::female);
    EXPECT_THAT(aside(e), HasSubstr("1 Immunization"));
    EXPECT_THAT(aside(e), HasSubstr("Days are counted from 10 March 2026, the newest date in the record"));
}

TEST(Fhir, ASingleResourceAListAndOneResourceALineSayTheSameAsABundle) {
    auto const labs = [](std::string const& text) {
        return read_fhir(text, "x", "2026-03-10").evidence.labs.size();
    };
    EXPECT_EQ(labs(potassium), 1U);
    EXPECT_EQ(labs("[" + potassium + "," + patient + "]"), 1U);
    EXPECT_EQ(labs(patient + "\n" + potassium + "\n\n"), 1U);
    EXPECT_EQ(labs(bundle({patient, potassium})), 1U);
    EXPECT_EQ(labs(bundle({bundle({potassium})})), 1U);
    EXPECT_EQ(labs("\xEF\xBB\xBF" + potassium), 1U);
}

TEST(Fhir, WhatIsNoJsonIsOneSentenceAndAnEmergencyInItIsStillSeen) {
    auto const whole = bundle({potassium});
    auto const read = read_fhir(whole.substr(0, whole.size() - 2), "cut.json", "2026-03-10");
    ASSERT_EQ(read.faults.size(), 1U) << all_of(read.faults);
    EXPECT_THAT(all_of(read.faults), HasSubstr("not JSON"));
    EXPECT_THAT(all_of(read.faults), HasSubstr("cut.json"));
    EXPECT_EQ(verdict::judge_emergencies(read.evidence).urgency, verdict::Urgency::emergency);
}

TEST(Fhir, ABrokenLineAmongResourcesIsNamedByItsNumberAndTheOthersAreRead) {
    auto const read =
        read_fhir(potassium + "\n{\"resourceType\": \n" + patient + "\n", "bulk.ndjson", "2026-03-10");
    EXPECT_THAT(all_of(read.faults), HasSubstr("line 2"));
    EXPECT_EQ(read.evidence.labs.size(), 1U);
}

TEST(Fhir, EachThingThatIsNoRecordGetsItsOwnSentence) {
    auto const said = [](std::string const& text) { return all_of(read_fhir(text, "f", "").faults); };
    EXPECT_THAT(said(""), HasSubstr("empty"));
    EXPECT_THAT(said("<Bundle xmlns=\"http://hl7.org/fhir\"/>"), HasSubstr("XML"));
    EXPECT_THAT(said(R"({"person": {}})"), HasSubstr("case file"));
    EXPECT_THAT(said("42"), HasSubstr("resourceType"));
    EXPECT_EQ(said(R"({"resourceType": "Bundle", "type": "searchset"})"), "");
    EXPECT_THAT(all_of(read_fhir(potassium, "f", "10.3.2026").faults), HasSubstr("--today"));
}

TEST(Fhir, TwoPeopleInARecordAreRefusedByName) {
    auto const other = R"({"resourceType": "Patient", "id": "b"})";
    auto const read = record({patient, other, potassium});
    EXPECT_THAT(all_of(read.faults), HasSubstr("2 people (Patient/a, Patient/b)"));
    EXPECT_TRUE(read.evidence.labs.empty());

    auto const of = [](std::string const& who) {
        return result("2823-3", amount(4.1, "mmol/L"), "2026-03-08",
                      R"("subject": {"reference": "Patient/)" + who + "\"}");
    };
    EXPECT_THAT(all_of(record({of("a"), of("b")}).faults), HasSubstr("2 people"));
    EXPECT_EQ(all_of(record({of("a"), of("a")}).faults), "");
}

TEST(Fhir, TwoFilesOfOnePersonAreReadTogetherAndOfTwoPeopleRefused) {
    std::string const elsewhere =
        R"({"resourceType": "Patient", "id": "999", "gender": "female", "birthDate": "1980-03-10"})";
    auto const together =
        read_fhir({{"a.json", bundle({patient, potassium})}, {"b.json", elsewhere}}, "2026-03-10");
    EXPECT_EQ(all_of(together.faults), "");
    EXPECT_EQ(together.evidence.labs.size(), 1U);
    std::string const stranger = R"({"resourceType": "Patient", "id": "7", "birthDate": "1951-01-01"})";
    EXPECT_THAT(all_of(read_fhir({{"a.json", patient}, {"b.json", stranger}}, "").faults),
                HasSubstr("2 people"));
}

TEST(Fhir, WhatIsSaidOfAnotherPersonOrThingIsNotThePersons) {
    auto const about = [](std::string const& reference) {
        return result("2823-3", amount(6.9, "mmol/L"), "2026-03-08",
                      R"("subject": {"reference": ")" + reference + "\"}");
    };
    auto const baby =
        result("2823-3", amount(6.9, "mmol/L"), "2026-03-08", R"("focus": [{"display": "fetus"}])");
    auto const read = record({patient, about("Patient/b"), about("Device/pump"), baby});
    EXPECT_TRUE(read.evidence.labs.empty());
    EXPECT_THAT(aside(read.evidence), HasSubstr("(3 times)"));
    EXPECT_THAT(aside(read.evidence), HasSubstr("somebody or something else"));
    EXPECT_EQ(
        record({patient, about("http://hospital.example/fhir/Patient/a/_history/3")}).evidence.labs.size(),
        1U);
}

TEST(Fhir, OfSeveralVersionsOfAnEntryTheNewestCountsAndADeletedOneDoesNot) {
    auto const version = [](double value, std::string const& at) {
        return result("2823-3", amount(value, "mmol/L"), "2026-03-08",
                      R"("id": "k", "meta": {"lastUpdated": ")" + at + "\"}");
    };
    auto const read = record({version(6.9, "2026-03-08T10:00:00Z"), version(4.1, "2026-03-08T12:00:00Z")});
    ASSERT_EQ(read.evidence.labs.size(), 1U);
    EXPECT_EQ(read.evidence.labs[0].value, 4.1);
    EXPECT_THAT(aside(read.evidence), HasSubstr("newer version"));
    auto const deleted =
        R"({"resourceType": "Bundle", "type": "history", "entry": [{"request": {"method": "DELETE", "url": "Observation/k"}},
        {"resource": )" +
        version(6.9, "2026-03-08T10:00:00Z") + "}]}";
    EXPECT_TRUE(read_fhir(deleted, "h.json", "2026-03-10").evidence.labs.empty());
}

TEST(Fhir, TheEndOfWhatIsOverIsADateOfTheRecordAndThatOfWhatRunsIsNot) {
    auto const from = [](std::string const& status) {
        auto const read = record(
            {potassium, medicine("lithium", status,
                                 R"("effectivePeriod": {"start": "2020-01-01", "end": "2026-09-10"})")},
            "");
        return read.evidence.labs.at(0).days_ago.value();
    };
    EXPECT_GT(from("completed"), 150);
    EXPECT_EQ(from("active"), 0);
}

TEST(Fhir, ABirthDateAloneIsNotCalledLaterThanOtherDates) {
    auto const read = record({patient}, "");
    EXPECT_THAT(aside(read.evidence), HasSubstr("holds no other date"));
    EXPECT_THAT(aside(read.evidence), testing::Not(HasSubstr("lies after every other date")));
}

TEST(Fhir, WithoutTodayDaysCountFromTheNewestDateAndWithdrawnDatesDoNotCount) {
    auto const wrong = R"({"resourceType": "Observation", "status": "entered-in-error", "code": {"text": "x"},
        "effectiveDateTime": "2199-01-01"})";
    auto const read = record({potassium, result("2951-2", amount(140, "mmol/L"), "2026-03-05"), wrong}, "");
    ASSERT_EQ(read.evidence.labs.size(), 2U);
    EXPECT_EQ(read.evidence.labs[0].days_ago, 0);
    EXPECT_EQ(read.evidence.labs[1].days_ago, 3);
    EXPECT_THAT(aside(read.evidence), HasSubstr("newest date in the record. Give --today"));
}

TEST(Fhir, TheOrderOfTheEntriesMakesNoDifference) {
    std::vector<std::string> resources{
        patient,
        potassium,
        result("2823-3", amount(4.0, "mmol/L"), "2026-03-08"),
        result("2823-3", amount(5.0, "mmol/L"), "2026-03-08T08:00:00Z"),
        result("19123-9", amount(1.5, "mg/dL"), "2026-03-08"),
        result("2601-3", amount(0.617, "mmol/L"), "2026-03-08"),
        result("9999-9", amount(1, "g/L"), ""),
        medicine("Lasix 40mg", "active", R"("effectivePeriod": {"start": "2025-01-01"})"),
        medicine("furosemide", "stopped", R"("effectivePeriod": {"end": "2026-01-01"})"),
        medicine("zorblax", "active"),
        condition(icd("N18.4")),
        condition(icd("N18.3")),
        condition(named("Hypothyroidism (disorder)"), R"("onsetDateTime": "2001-01-01")"),
        condition(icd("E03.9")),
        condition(icd("R25.2"), R"("recordedDate": "2026-03-09")"),
        condition(named("No known problems")),
        result("8867-4", amount(88, "/min"), "2026-03-09"),
        result("8867-4", amount(91, "/min"), "2026-03-09"),
        R"({"resourceType": "Immunization"})",
        R"({"resourceType": "AllergyIntolerance", "code": {"text": "Peanuts"}})"};
    auto const first = in_text(record(resources).evidence);
    std::mt19937 shuffled(7);
    for (int i = 0; i < 40; ++i) {
        std::shuffle(resources.begin(), resources.end(), shuffled);
        ASSERT_EQ(in_text(record(resources).evidence), first);
    }
}

TEST(Fhir, NothingIsLostInSilence) {
    // Each entry is either evidence or named; here none of them is evidence.
    std::vector<std::string> const resources{
        R"({"resourceType": "Encounter"})",
        R"({"resourceType": "Encounter"})",
        R"({"resourceType": "Claim"})",
        result("2823-3", "", "2026-03-08"),
        medicine("aspirin", "not-taken"),
        condition(named("purple knees")),
        R"({"resourceType": "Procedure", "status": "completed", "code": {"text": "Haircut"}})"};
    auto const said = aside(record(resources).evidence);
    for (auto const* part :
         {"2 Encounter", "1 Claim", "holds no value", "aspirin", "purple knees", "1 Procedure"})
        EXPECT_THAT(said, HasSubstr(part));
}

TEST(Fhir, ALongListIsNamedInPartAndCountedWhole) {
    std::vector<std::string> many;
    for (int i = 0; i < 30; ++i)
        many.push_back(condition(named("complaint number " + std::to_string(i))));
    auto const read = record(many);
    EXPECT_LT(read.evidence.set_aside.size(), 12U);
    EXPECT_THAT(aside(read.evidence), HasSubstr("24 more of this kind"));
}
