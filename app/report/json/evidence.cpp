#include "app/report/json/evidence.hpp"

namespace rheobase::report {

namespace {

Json text_or_null(std::string const& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json optional(std::optional<double> const& value) {
    return value ? figure(*value) : Json(nullptr);
}
Json optional(std::optional<bool> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json person_json(diet::Person const& person) {
    return {{"age_years", optional(person.age_years)},
            {"sex", person.sex ? Json(diet::word_for(*person.sex)) : Json(nullptr)},
            {"pregnant", optional(person.pregnant)},
            {"pregnancy_weeks", optional(person.pregnancy_weeks)},
            {"lactating", optional(person.lactating)},
            {"weight_kg", optional(person.weight_kg)},
            {"height_cm", optional(person.height_cm)},
            {"weight_change_percent", optional(person.weight_change_percent)},
            {"weight_change_days", optional(person.weight_change_days)},
            {"little_intake_days", optional(person.little_intake_days)},
            {"country", text_or_null(person.country)}};
}

Json symptoms_json(std::vector<verdict::Symptom> const& symptoms) {
    auto out = Json::array();
    for (auto const& symptom : symptoms)
        out.push_back({{"code", symptom.code},
                       {"name", verdict::name_of(symptom.code)},
                       {"present", optional(symptom.present)},
                       {"site", text_or_null(symptom.site)},
                       {"sites", symptom.sites},
                       {"spread", text_or_null(symptom.spread)},
                       {"since_days", optional(symptom.since_days)},
                       {"course", text_or_null(symptom.course)},
                       {"onset_speed", text_or_null(symptom.onset_speed)},
                       {"per_day", optional(symptom.per_day)},
                       {"seen_by", text_or_null(symptom.seen_by)},
                       {"severity", text_or_null(symptom.severity)},
                       {"when", text_or_null(symptom.when)}});
    return out;
}

Json medicines_json(std::vector<verdict::Medicine> const& medicines) {
    auto out = Json::array();
    for (auto const& medicine : medicines)
        out.push_back({{"name", medicine.name},
                       {"dose", text_or_null(medicine.dose)},
                       {"status", medicine.current ? "current" : "stopped"},
                       {"since_days", optional(medicine.since_days)},
                       {"started_days_ago", optional(medicine.started_days_ago)},
                       {"stopped_days_ago", optional(medicine.stopped_days_ago)}});
    return out;
}

Json products_json(std::vector<diet::Supplement> const& products) {
    auto out = Json::array();
    for (auto const& product : products) {
        Json each = Json::object();
        for (std::size_t n = 0; n < product.each.size(); ++n)
            if (product.each[n].high > 0)
                each[std::string(diet::about(static_cast<int>(n)).key)] = {
                    {"low", figure(product.each[n].low)}, {"high", figure(product.each[n].high)}};
        out.push_back({{"name", product.name},
                       {"dose", text_or_null(product.dose)},
                       {"per_day", figure(product.per_day)},
                       {"each", std::move(each)}});
    }
    return out;
}

Json findings_json(std::vector<verdict::Finding> const& findings) {
    auto out = Json::array();
    for (auto const& finding : findings)
        out.push_back({{"code", finding.code},
                       {"name", verdict::name_of(finding.code)},
                       {"present", optional(finding.present)},
                       {"days_ago", optional(finding.days_ago)},
                       {"by", text_or_null(finding.by)}});
    return out;
}

Json figures_json(std::map<std::string, double> const& figures) {
    Json out = Json::object();
    for (auto const& [key, value] : figures)
        out[key] = figure(value);
    return out;
}

} // namespace

Json evidence_json(Answer const& answer) {
    auto const& e = answer.evidence;
    Json out;
    out["person"] = person_json(e.person);
    out["duration_days"] = optional(e.duration_days);
    out["symptoms"] = symptoms_json(e.symptoms);
    out["medications"] = answer.verdict.medicines_read;
    out["medications_told"] = medicines_json(e.medicines);
    out["supplements"] = products_json(e.supplements);
    out["conditions"] = findings_json(e.conditions);
    out["investigations"] = findings_json(e.investigations);
    out["family"] = findings_json(e.family);
    out["exposures"] = findings_json(e.exposures);
    out["events"] = findings_json(e.events);
    out["allergies"] = findings_json(e.allergies);
    out["diet_type"] = text_or_null(e.diet_type);
    out["lifestyle"] = figures_json(e.lifestyle);
    for (auto const& [key, value] : e.lifestyle_words)
        out["lifestyle"][key] = value;
    out["vitals"] = figures_json(e.vitals);
    out["losses"] = figures_json(e.losses);
    out["timeline"] = Json::array();
    for (auto const& entry : answer.verdict.timeline)
        out["timeline"].push_back({{"days_ago", figure(entry.days_ago)}, {"what", entry.what}});
    out["words"] = text_or_null(e.words);
    return out;
}

} // namespace rheobase::report
