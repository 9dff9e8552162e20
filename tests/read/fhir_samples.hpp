// Small records for the tests of app/read/fhir*.
#pragma once

#include "app/read/fhir.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace rheobase::read::sample {

inline std::string bundle(std::vector<std::string> const& resources) {
    std::string out = R"({"resourceType": "Bundle", "type": "collection", "entry": [)";
    for (std::size_t i = 0; i < resources.size(); ++i)
        out += std::string(i ? ", " : "") + R"({"resource": )" + resources[i] + "}";
    return out + "]}";
}

/// A result: LOINC code, value part ("\"valueQuantity\": {…}"), date, and whatever else.
inline std::string result(std::string const& loinc, std::string const& value, std::string const& date,
                          std::string const& more = "") {
    return R"({"resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": ")" +
           loinc + R"("}]})" + (date.empty() ? "" : R"(, "effectiveDateTime": ")" + date + "\"") +
           (value.empty() ? "" : ", " + value) + (more.empty() ? "" : ", " + more) + "}";
}

inline std::string amount(double value, std::string const& unit, std::string const& more = "") {
    auto figure = std::to_string(value);
    return R"("valueQuantity": {"value": )" + figure + R"(, "unit": ")" + unit +
           R"(", "system": "http://unitsofmeasure.org", "code": ")" + unit + "\"" +
           (more.empty() ? "" : ", " + more) + "}";
}

inline std::string medicine(std::string const& name, std::string const& status,
                            std::string const& more = "") {
    return R"({"resourceType": "MedicationStatement", "status": ")" + status +
           R"(", "medicationCodeableConcept": {"text": ")" + name + "\"}" +
           (more.empty() ? "" : ", " + more) + "}";
}

inline std::string condition(std::string const& code, std::string const& more = "") {
    return R"({"resourceType": "Condition", "code": )" + code + (more.empty() ? "" : ", " + more) + "}";
}

inline std::string icd(std::string const& code) {
    return R"({"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": ")" + code + "\"}]}";
}

inline std::string named(std::string const& words) {
    return R"({"text": ")" + words + "\"}";
}

inline std::string state(std::string const& key, std::string const& code) {
    return "\"" + key + R"(": {"coding": [{"code": ")" + code + "\"}]}";
}

inline FhirRead record(std::vector<std::string> const& resources, std::string const& today = "2026-03-10") {
    return read_fhir(bundle(resources), "record.json", today);
}

inline std::string all_of(std::vector<Problem> const& faults) {
    std::string out;
    for (auto const& one : faults)
        out += in_words(one) + "\n";
    return out;
}

/// Everything that was set aside, one line each.
inline std::string aside(verdict::Evidence const& evidence) {
    std::string out;
    for (auto const& one : evidence.set_aside)
        out += one.what + " | " + one.nearest + " | " + one.why + "\n";
    return out;
}

inline std::string codes(std::vector<verdict::Finding> const& list) {
    std::string out;
    for (auto const& one : list)
        out += (out.empty() ? "" : " ") + one.code;
    return out;
}

/// All evidence in one text, for comparing two readings.
inline std::string in_text(verdict::Evidence const& e) {
    std::string out;
    auto const n = [](auto const& value) { return value ? std::to_string(*value) : std::string("?"); };
    out += "age " + n(e.person.age_years) + " weeks " + n(e.person.pregnancy_weeks) + " kg " +
           n(e.person.weight_kg) + (e.person.sex ? std::string(diet::word_for(*e.person.sex)) : "?") + "\n";
    for (auto const& one : e.labs)
        out += one.analyte + one.loinc + " " + one.bound + std::to_string(one.value) + one.unit + " " +
               n(one.days_ago) + n(one.ref_low) + n(one.ref_high) + one.note + one.status + "\n";
    for (auto const& one : e.medicines)
        out += one.name + one.dose + one.atc + one.rxnorm + (one.current ? " now " : " before ") +
               n(one.since_days) + n(one.stopped_days_ago) + "\n";
    for (auto const* list : {&e.conditions, &e.allergies, &e.family})
        for (auto const& one : *list)
            out += one.code + n(one.days_ago) + one.by + "\n";
    for (auto const& one : e.symptoms)
        out += one.code + (one.present.value_or(false) ? "+" : "-") + n(one.since_days) + "\n";
    for (auto const& [key, value] : e.vitals)
        out += key + std::to_string(value) + "\n";
    return out + aside(e);
}

} // namespace rheobase::read::sample
