// What a person entered, as a FHIR R4 Bundle that other programs and our own reader understand. Nothing that
// was worked out from it goes in.
#include "app/read/fhir_codes.rows.hpp"
#include "app/store/days.hpp"
#include "app/store/kept.rows.hpp"
#include "app/store/own_case.hpp"
#include "app/store/taken_out.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/lab_codes.rows.hpp"
#include "model/verdict/lab_units.rows.hpp"

#include <cmath>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace rheobase::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* loinc = "http://loinc.org";
constexpr char const* snomed = "http://snomed.info/sct";

/// A bundle as it grows; every resource is about the one patient.
struct Bundle {
    std::string today;
    Json entries = Json::array();

    std::string day(double days_ago) const {
        return iso_day(*day_number(today) - std::lround(std::floor(days_ago)));
    }
    void add(Json resource) {
        auto const number = entries.size() + 1;
        resource["id"] = fmt::format("r{}", number);
        if (resource["resourceType"] != "Patient")
            resource[resource["resourceType"] == "AllergyIntolerance" ? "patient" : "subject"] = {
                {"reference", "Patient/r1"}};
        entries.push_back({{"resource", std::move(resource)}});
    }
};

Json coding(char const* system, std::string_view code) {
    return {{"system", system}, {"code", code}};
}

/// A SNOMED CT code only where exactly one means this: of several, some say more than the person did.
Json concept_of(std::string_view kind, std::string_view code) {
    Json out{{"text", verdict::name_of(code)}};
    read::FhirCodesRow const* only = nullptr;
    int met = 0;
    for (auto const& row : read::fhir_codes_rows)
        if (row.system == "snomed" && row.kind == kind && row.means == code) {
            only = &row;
            ++met;
        }
    if (met == 1)
        out["coding"] = Json::array({coding(snomed, only->code)});
    return out;
}

Json observation(Json what, std::string const& day) {
    Json out{{"resourceType", "Observation"}, {"status", "final"}, {"code", std::move(what)}};
    if (!day.empty())
        out["effectiveDateTime"] = day;
    return out;
}

void add_measure(Bundle& bundle, char const* code, char const* name, double value, char const* unit,
                 std::string const& day) {
    auto out = observation({{"coding", Json::array({coding(loinc, code)})}, {"text", name}}, day);
    out["valueQuantity"] = {{"value", value}, {"unit", unit}};
    bundle.add(std::move(out));
}

void add_person(Bundle& bundle, diet::Person const& person) {
    Json patient{{"resourceType", "Patient"}};
    if (person.sex)
        patient["gender"] = *person.sex == diet::Sex::female ? "female" : "male";
    // The age is known to the year, so the day of birth is not made up.
    if (person.age_years)
        patient["birthDate"] = bundle.day(*person.age_years * kept.year_days).substr(0, 7);
    bundle.add(std::move(patient));
    if (person.height_cm)
        add_measure(bundle, "8302-2", "Body height", *person.height_cm, "cm", bundle.today);
    if (!person.pregnant)
        return;
    auto status = observation(
        {{"coding", Json::array({coding(loinc, "82810-3")})}, {"text", "Pregnancy status"}}, bundle.today);
    status["valueCodeableConcept"] = {
        {"coding", Json::array({coding(loinc, *person.pregnant ? "LA15173-0" : "LA26683-5")})},
        {"text", *person.pregnant ? "Pregnant" : "Not pregnant"}};
    bundle.add(std::move(status));
    if (!person.pregnancy_weeks)
        return;
    auto due = observation(
        {{"coding", Json::array({coding(loinc, "11778-8")})}, {"text", "Delivery date estimated"}},
        bundle.today);
    due["valueDateTime"] = bundle.day(std::round(*person.pregnancy_weeks * kept.week_days) - kept.term_days);
    bundle.add(std::move(due));
}

void add_vitals(Bundle& bundle, std::map<std::string, double> const& vitals) {
    struct Vital {
        char const *key, *code, *name, *unit;
    };
    constexpr Vital known_ones[] = {{"systolic", "8480-6", "Systolic blood pressure", "mm[Hg]"},
                                    {"diastolic", "8462-4", "Diastolic blood pressure", "mm[Hg]"},
                                    {"pulse", "8867-4", "Heart rate", "/min"},
                                    {"temperature_c", "8310-5", "Body temperature", "Cel"}};
    auto const ago = vitals.find("days_ago");
    for (auto const& one : known_ones)
        if (auto const found = vitals.find(one.key); found != vitals.end())
            add_measure(bundle, one.code, one.name, found->second, one.unit,
                        ago == vitals.end() ? "" : bundle.day(ago->second));
}

/// The LOINC code of an analyte in a unit, where the case gives none.
std::string_view loinc_for(verdict::Lab const& lab) {
    if (!lab.loinc.empty())
        return lab.loinc;
    auto const analyte = verdict::code_meant("analyte", lab.analyte);
    auto const spelled = verdict::unit_spelling(lab.unit);
    for (auto const& unit : verdict::lab_units_rows)
        if (unit.analyte == analyte && unit.spelling == spelled)
            for (auto const& row : verdict::lab_codes_rows)
                if (row.analyte == analyte && row.kind == unit.kind)
                    return row.loinc;
    return {};
}

void add_lab(Bundle& bundle, verdict::Lab const& lab) {
    Json what{{"text", lab.analyte.empty() ? lab.loinc : verdict::name_of(lab.analyte)}};
    if (auto const code = loinc_for(lab); !code.empty())
        what["coding"] = Json::array({coding(loinc, code)});
    auto out = observation(std::move(what), lab.days_ago ? bundle.day(*lab.days_ago) : "");
    if (!lab.status.empty())
        out["status"] = lab.status;
    if (known(lab.value))
        out["valueQuantity"] = {{"value", lab.value}, {"unit", lab.unit}};
    Json range = Json::object();
    if (lab.ref_low)
        range["low"] = {{"value", *lab.ref_low}, {"unit", lab.unit}};
    if (lab.ref_high)
        range["high"] = {{"value", *lab.ref_high}, {"unit", lab.unit}};
    if (!range.empty())
        out["referenceRange"] = Json::array({std::move(range)});
    if (!lab.note.empty())
        out["note"] = Json::array({{{"text", lab.note}}});
    bundle.add(std::move(out));
}

Json condition(Json what, std::optional<double> const& days, Bundle const& bundle) {
    Json out{{"resourceType", "Condition"},
             {"clinicalStatus",
              {{"coding", Json::array({coding("http://terminology.hl7.org/CodeSystem/condition-clinical",
                                              "active")})}}},
             {"code", std::move(what)},
             {"recordedDate", bundle.today}};
    if (days)
        out["onsetDateTime"] = bundle.day(*days);
    return out;
}

/// A sign that is there is a condition with its beginning; one that was asked for and is not there, an
/// observation.
void add_symptom(Bundle& bundle, verdict::Symptom const& symptom) {
    if (symptom.present.value_or(false)) {
        bundle.add(condition(concept_of("symptom", symptom.code), symptom.since_days, bundle));
    } else if (symptom.present) {
        auto out = observation(concept_of("symptom", symptom.code), bundle.today);
        out["valueBoolean"] = false;
        bundle.add(std::move(out));
    }
}

void add_medicine(Bundle& bundle, verdict::Medicine const& medicine) {
    Json what{{"text", medicine.name}};
    if (!medicine.atc.empty())
        what["coding"].push_back(coding("http://www.whocc.no/atc", medicine.atc));
    if (!medicine.rxnorm.empty())
        what["coding"].push_back(coding("http://www.nlm.nih.gov/research/umls/rxnorm", medicine.rxnorm));
    Json out{{"resourceType", "MedicationStatement"},
             {"status", medicine.current ? "active" : "stopped"},
             {"medicationCodeableConcept", std::move(what)},
             {"dateAsserted", bundle.today}};
    auto const since = medicine.started_days_ago ? medicine.started_days_ago : medicine.since_days;
    if (since)
        out["effectivePeriod"]["start"] = bundle.day(*since);
    if (medicine.stopped_days_ago)
        out["effectivePeriod"]["end"] = bundle.day(*medicine.stopped_days_ago);
    if (!medicine.dose.empty())
        out["dosage"] = Json::array({{{"text", medicine.dose}}});
    bundle.add(std::move(out));
}

} // namespace

Result<std::string> export_fhir(Store& store, Id person, std::string_view today) {
    auto const own = own_case(store, person, today);
    if (!own)
        return tl::unexpected(own.error());
    auto const weights = store.weights(person);
    if (!weights)
        return tl::unexpected(weights.error());
    auto const& evidence = own->read.evidence;
    Bundle bundle{std::string(today)};
    add_person(bundle, evidence.person);
    for (auto const& weight : *weights)
        add_measure(bundle, "29463-7", "Body weight", weight.kg, "kg", weight.day);
    add_vitals(bundle, evidence.vitals);
    for (auto const& lab : evidence.labs)
        add_lab(bundle, lab);
    for (auto const& one : evidence.conditions)
        if (one.present.value_or(false))
            bundle.add(condition(concept_of("condition", one.code), one.days_ago, bundle));
    for (auto const& symptom : evidence.symptoms)
        add_symptom(bundle, symptom);
    for (auto const& medicine : evidence.medicines)
        add_medicine(bundle, medicine);
    for (auto const& one : evidence.allergies)
        if (one.present.value_or(false))
            bundle.add({{"resourceType", "AllergyIntolerance"}, {"code", concept_of("allergy", one.code)}});
    Json const out{{"resourceType", "Bundle"}, {"type", "collection"}, {"entry", std::move(bundle.entries)}};
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rheobase::store
