#include "app/read/fhir.hpp"

#include "app/read/fhir_record.hpp"

namespace rheobase::read {

namespace {

/// Kinds of resources that are read, or that only say something about others.
bool is_read(std::string_view type) {
    for (std::string_view const one :
         {"Patient", "Observation", "MedicationStatement", "MedicationRequest", "Medication", "Condition",
          "Procedure", "AllergyIntolerance", "FamilyMemberHistory", "DiagnosticReport", "Specimen"})
        if (type == one)
            return true;
    return false;
}

std::string counted(std::size_t count, char const* one, char const* more) {
    return count == 0 ? std::string() : std::to_string(count) + " " + (count == 1 ? one : more);
}

/// What was taken from the record, and from which day its dates count.
void say_what_was_taken(fhir::Record const& record, bool today_given, verdict::Evidence& evidence) {
    std::string taken;
    for (auto const& part : {counted(evidence.labs.size(), "result", "results"),
                             counted(evidence.medicines.size(), "medicine", "medicines"),
                             counted(evidence.conditions.size(), "condition", "conditions"),
                             counted(evidence.symptoms.size(), "sign", "signs"),
                             counted(evidence.allergies.size(), "allergy", "allergies")})
        if (!part.empty())
            taken += (taken.empty() ? "" : ", ") + part;
    auto const what = "record: " + (taken.empty() ? std::string("nothing") : taken) + " taken";
    if (!record.today)
        evidence.set_aside.push_back({what, {}, "It holds no date, so nothing in it can calm."});
    else if (today_given)
        evidence.set_aside.push_back(
            {what, {}, "Days are counted back from " + fhir::iso_day(*record.today) + "."});
    else
        evidence.set_aside.push_back({what,
                                      {},
                                      "Days are counted from " + fhir::spoken_day(*record.today) +
                                          ", the newest date in the record. Give --today if that is not "
                                          "today."});
}

} // namespace

FhirRead read_fhir(std::vector<FhirFile> const& files, std::string_view today) {
    FhirRead out;
    if (files.empty())
        return out;
    try {
        fhir::Record record;
        fhir::open_files(files, record);
        fhir::keep_newest_versions(record);
        fhir::keep_one_person(record, files);
        fhir::settle_today(record, today);
        fhir::read_person(record, out.evidence);
        fhir::read_observations(record, out.evidence);
        fhir::read_medicines(record, out.evidence);
        fhir::read_conditions(record, out.evidence);
        fhir::read_allergies(record, out.evidence);
        for (auto const& entry : record.entries)
            if (!is_read(entry.type))
                record.told.count(entry.type);
        if (!record.entries.empty())
            say_what_was_taken(record, !today.empty(), out.evidence);
        auto const rows = record.told.rows();
        out.evidence.set_aside.insert(out.evidence.set_aside.end(), rows.begin(), rows.end());
        out.faults = std::move(record.faults);
    } catch (std::exception const& problem) {
        // A foreign library's exception ends at this door.
        out.faults.push_back(
            {"the record could not be read: " + std::string(problem.what()), files.front().name, {}});
    }
    return out;
}

FhirRead read_fhir(std::string_view text, std::string_view name, std::string_view today) {
    return read_fhir({{std::string(name), std::string(text)}}, today);
}

} // namespace rheobase::read
