#include "app/server/case_parts.hpp"

#include <algorithm>

namespace rheobase::server {

namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, char const* key, std::string const& text) {
    if (!text.empty())
        object[key] = text;
}

void put(Json& object, char const* key, std::optional<double> number) {
    if (number && known(*number))
        object[key] = *number;
}

Json lab_part(verdict::Lab const& lab) {
    Json out = Json::object();
    put(out, "analyte", lab.analyte);
    put(out, "loinc", lab.loinc);
    put(out, "value", std::optional(lab.value));
    put(out, "unit", lab.unit);
    put(out, "days_ago", lab.days_ago);
    put(out, "ref_low", lab.ref_low);
    put(out, "ref_high", lab.ref_high);
    put(out, "status", lab.status);
    put(out, "note", lab.note);
    return out;
}

Json medicine_part(verdict::Medicine const& medicine) {
    Json out = Json::object();
    put(out, "name", medicine.name);
    put(out, "dose", medicine.dose);
    put(out, "atc", medicine.atc);
    put(out, "rxnorm", medicine.rxnorm);
    put(out, "route", medicine.route);
    out["status"] = medicine.current ? "current" : "stopped";
    put(out, "since_days", medicine.since_days);
    put(out, "started_days_ago", medicine.started_days_ago);
    put(out, "last_dose_days_ago", medicine.last_dose_days_ago);
    put(out, "dose_changed_days_ago", medicine.dose_changed_days_ago);
    put(out, "stopped_days_ago", medicine.stopped_days_ago);
    if (!medicine.times.empty())
        out["times"] = medicine.times;
    return out;
}

Json findings_part(std::vector<verdict::Finding> const& findings, char const* code) {
    Json list = Json::array();
    for (auto const& finding : findings) {
        Json out = Json::object();
        put(out, code, finding.code);
        if (std::string_view(code) == "code") {
            if (finding.present)
                out["present"] = *finding.present;
            put(out, "days_ago", finding.days_ago);
            put(out, "by", finding.by);
        } else if (finding.present && !*finding.present) {
            continue;
        }
        list.push_back(std::move(out));
    }
    return list;
}

} // namespace

Json case_parts(verdict::Evidence const& evidence) {
    Json person = Json::object();
    put(person, "age_years", evidence.person.age_years);
    if (evidence.person.sex)
        person["sex"] = diet::word_for(*evidence.person.sex);
    Json labs = Json::array(), medicines = Json::array();
    for (auto const& lab : evidence.labs)
        if (lab.bound.empty())
            labs.push_back(lab_part(lab));
    for (auto const& medicine : evidence.medicines)
        medicines.push_back(medicine_part(medicine));
    return {{"person", std::move(person)},
            {"labs", std::move(labs)},
            {"medications", std::move(medicines)},
            {"conditions", findings_part(evidence.conditions, "code")},
            {"investigations", findings_part(evidence.investigations, "code")},
            {"allergies", findings_part(evidence.allergies, "to")}};
}

std::size_t lay_into(Json& kept, Json const& parts) {
    std::size_t added = 0;
    for (auto const& [key, part] : parts.items()) {
        if (part.is_object()) {
            for (auto const& [name, value] : part.items())
                if (!kept[key].contains(name) || kept[key][name].is_null()) {
                    kept[key][name] = value;
                    ++added;
                }
        } else if (part.is_array() && !part.empty()) {
            auto& list = kept[key];
            if (!list.is_array())
                list = Json::array();
            for (auto const& entry : part)
                if (std::none_of(list.begin(), list.end(), [&](auto const& is) { return is == entry; })) {
                    list.push_back(entry);
                    ++added;
                }
        }
    }
    return added;
}

} // namespace rheobase::server
