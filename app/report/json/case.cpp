#include "app/report/json/case.hpp"

#include "app/report/json/plate.hpp"

namespace rheobase::report {

namespace {

/// Writes what is known and leaves out the rest: a key that is not there is unknown.
struct Part {
    Json json = Json::object();

    Part& text(char const* key, std::string const& value) {
        if (!value.empty())
            json[key] = value;
        return *this;
    }
    Part& number(char const* key, double value) {
        if (known(value))
            json[key] = value;
        return *this;
    }
    template <class T>
    Part& maybe(char const* key, std::optional<T> const& value) {
        if (value)
            json[key] = *value;
        return *this;
    }
    Part& list(char const* key, std::vector<std::string> const& values) {
        if (!values.empty())
            json[key] = values;
        return *this;
    }
    Part& part(char const* key, Json value) {
        if (!value.empty())
            json[key] = std::move(value);
        return *this;
    }
};

Json person_json(diet::Person const& person) {
    Part out;
    out.maybe("age_years", person.age_years);
    if (person.sex)
        out.json["sex"] = diet::word_for(*person.sex);
    if (person.pregnancy_weeks)
        out.json["pregnancy"] = {{"weeks", *person.pregnancy_weeks}};
    else
        out.maybe("pregnancy", person.pregnant);
    out.maybe("lactating", person.lactating)
        .maybe("postpartum_days", person.postpartum_days)
        .maybe("menopause", person.menopause)
        .maybe("weight_kg", person.weight_kg)
        .maybe("height_cm", person.height_cm)
        .text("skin", person.skin)
        .maybe("latitude_deg", person.latitude_deg)
        .text("country", person.country)
        .maybe("little_intake_days", person.little_intake_days);
    Part change;
    change.maybe("percent", person.weight_change_percent)
        .maybe("over_days", person.weight_change_days)
        .maybe("intended", person.weight_change_intended);
    return out.part("weight_change", change.json).json;
}

Json symptom_json(verdict::Symptom const& one) {
    Part out;
    out.text("code", one.code);
    out.json["present"] = one.present ? Json(*one.present) : Json(nullptr);
    return out.text("site", one.site)
        .list("sites", one.sites)
        .text("spread", one.spread)
        .text("onset_speed", one.onset_speed)
        .text("course", one.course)
        .text("seen_by", one.seen_by)
        .text("severity", one.severity)
        .text("onset", one.onset)
        .text("when", one.when)
        .maybe("since_days", one.since_days)
        .maybe("per_day", one.per_day)
        .maybe("progressive", one.progressive)
        .maybe("suppressible", one.suppressible)
        .json;
}

Json medicine_json(verdict::Medicine const& one) {
    Part out;
    return out.text("name", one.name)
        .text("dose", one.dose)
        .text("atc", one.atc)
        .text("rxnorm", one.rxnorm)
        .text("route", one.route)
        .text("status", one.current ? "current" : "stopped")
        .maybe("since_days", one.since_days)
        .maybe("started_days_ago", one.started_days_ago)
        .maybe("last_dose_days_ago", one.last_dose_days_ago)
        .maybe("dose_changed_days_ago", one.dose_changed_days_ago)
        .maybe("stopped_days_ago", one.stopped_days_ago)
        .list("times", one.times)
        .json;
}

Json supplement_json(diet::Supplement const& one) {
    Part out, each;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        auto const& held = one.each[static_cast<std::size_t>(n)];
        // A range comes from the name and the dose, and does so again.
        if (known(held.high) && held.low == held.high)
            each.json[std::string(diet::about(n).key)] = held.high;
    }
    return out.text("name", one.name)
        .text("dose", one.dose)
        .number("per_day", one.per_day)
        .part("each", each.json)
        .list("times", one.times)
        .json;
}

Json finding_json(verdict::Finding const& one, char const* code, char const* by) {
    Part out;
    out.text(code, one.code);
    if (one.present != std::optional(true))
        out.json["present"] = one.present ? Json(*one.present) : Json(nullptr);
    return out.maybe("days_ago", one.days_ago).text(by, one.by).json;
}

Json lab_json(verdict::Lab const& one) {
    Part out;
    return out.text("analyte", one.analyte)
        .text("loinc", one.loinc)
        .number("value", one.value)
        .text("unit", one.unit)
        .maybe("days_ago", one.days_ago)
        .maybe("ref_low", one.ref_low)
        .maybe("ref_high", one.ref_high)
        .text("status", one.status)
        .text("note", one.note)
        .json;
}

template <class List, class Of>
Json each_of(List const& list, Of of) {
    auto out = Json::array();
    for (auto const& one : list)
        out.push_back(of(one));
    return out;
}

Json findings_json(std::vector<verdict::Finding> const& list, char const* by = "by") {
    return each_of(list, [&](auto const& one) { return finding_json(one, "code", by); });
}

Json diet_json(verdict::Evidence const& evidence, std::string const& diary_path) {
    Part out, per_day, coverage;
    for (auto const& [nutrient, amount] : evidence.stated_per_day)
        per_day.json[std::string(diet::about(nutrient).key)] = amount;
    for (auto const& [nutrient, share] : evidence.stated_coverage)
        coverage.json[std::string(diet::about(nutrient).key)] = share;
    return out.text("type", evidence.diet_type.empty() ? evidence.diet_not_read : evidence.diet_type)
        .text("diary", diary_path)
        .maybe("days_logged", evidence.days_logged)
        .part("per_day", per_day.json)
        .part("coverage", coverage.json)
        .json;
}

Json allergies_json(std::vector<verdict::Finding> const& list) {
    return each_of(list, [](auto const& one) { return Json{{"to", one.code}}; });
}

} // namespace

std::string case_json(verdict::Evidence const& evidence, CaseBeside const& beside) {
    Part out;
    out.json["person"] = person_json(evidence.person);
    out.maybe("duration_days", evidence.duration_days)
        .part("symptoms", each_of(evidence.symptoms, symptom_json))
        .part("diet", diet_json(evidence, beside.diary_path));
    auto in_part = Json::array();
    auto const list = [&](char const* key, Json members) {
        bool const whole = evidence.told_whole.contains(key);
        if (whole || !members.empty())
            out.json[key] = std::move(members);
        if (!whole && out.json.contains(key))
            in_part.push_back(key);
    };
    list("supplements", each_of(evidence.supplements, supplement_json));
    list("medications", each_of(evidence.medicines, medicine_json));
    auto conditions = findings_json(evidence.conditions);
    for (auto const& one : evidence.conditions_not_read)
        conditions.push_back(one);
    list("conditions", std::move(conditions));
    Part lifestyle;
    for (auto const& [key, value] : evidence.lifestyle)
        lifestyle.json[key] = value;
    for (auto const& [key, value] : evidence.lifestyle_words)
        lifestyle.json[key] = value;
    out.part("lifestyle", lifestyle.json)
        .part("losses", Json(evidence.losses))
        .part("labs", each_of(evidence.labs, lab_json))
        .part("investigations", findings_json(evidence.investigations))
        .part("vitals", Json(evidence.vitals))
        .part("allergies", allergies_json(evidence.allergies))
        .part("family", findings_json(evidence.family, "relative"))
        .part("exposures", findings_json(evidence.exposures))
        .part("events", findings_json(evidence.events))
        .part("in_part", in_part);
    if (!beside.wishes_json.empty())
        out.json["wishes"] = Json::parse(beside.wishes_json, nullptr, false);
    if (evidence.reference != "us")
        out.json["reference"] = evidence.reference;
    out.text("words", evidence.words);
    // Text that was never sound UTF-8 must not stop a case from being kept.
    return out.json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rheobase::report
