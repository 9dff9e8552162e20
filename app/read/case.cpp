#include "app/read/case.hpp"

#include "app/read/case_check.hpp"
#include "app/read/case_json.hpp"
#include "app/read/case_sense.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

std::optional<double> figure(Json const& from, char const* key) {
    auto const found = from.find(key);
    if (found == from.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::optional<bool> answer(Json const& from, char const* key) {
    auto const found = from.find(key);
    if (found == from.end() || !found->is_boolean())
        return std::nullopt;
    return found->get<bool>();
}

std::string text(Json const& from, char const* key) {
    auto const found = from.find(key);
    if (found == from.end())
        return {};
    if (found->is_string())
        return found->get<std::string>();
    return found->is_number() ? found->dump() : std::string{};
}

std::vector<std::string> texts(Json const& from, char const* key) {
    std::vector<std::string> out;
    if (auto const found = from.find(key); found != from.end() && found->is_array())
        for (auto const& one : *found)
            if (one.is_string())
                out.push_back(one.get<std::string>());
    return out;
}

Json const& part(Json const& from, char const* key) {
    static Json const nothing = Json::object();
    auto const found = from.find(key);
    return found == from.end() || !found->is_object() ? nothing : *found;
}

/// The members of a list that are objects.
std::vector<Json> members(Json const& from, char const* key) {
    std::vector<Json> out;
    if (auto const found = from.find(key); found != from.end() && found->is_array())
        for (auto const& one : *found)
            out.push_back(one);
    return out;
}

diet::Person person_of(Json const& from) {
    diet::Person person;
    person.age_years = figure(from, "age_years");
    if (auto const sex = text(from, "sex"); !sex.empty())
        person.sex = sex == "female" ? diet::Sex::female : diet::Sex::male;
    if (auto const found = from.find("pregnancy"); found != from.end()) {
        if (found->is_boolean())
            person.pregnant = found->get<bool>();
        if (found->is_object()) {
            person.pregnant = true;
            person.pregnancy_weeks = figure(*found, "weeks");
        }
    }
    person.lactating = answer(from, "lactating");
    person.postpartum_days = figure(from, "postpartum_days");
    person.menopause = answer(from, "menopause");
    person.weight_kg = figure(from, "weight_kg");
    person.height_cm = figure(from, "height_cm");
    person.skin = text(from, "skin");
    person.latitude_deg = figure(from, "latitude_deg");
    for (char const c : text(from, "country"))
        person.country += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (person.country == "UK")
        person.country = "GB";
    auto const& change = part(from, "weight_change");
    person.weight_change_percent = figure(change, "percent");
    person.weight_change_days = figure(change, "over_days");
    person.weight_change_intended = answer(change, "intended");
    person.little_intake_days = figure(from, "little_intake_days");
    return person;
}

verdict::Symptom symptom_of(Json const& from) {
    verdict::Symptom symptom;
    symptom.code = text(from, "code");
    // Listed without a word on presence is listed because it is there.
    auto const present = from.find("present");
    symptom.present = present == from.end() ? std::optional(true) : answer(from, "present");
    symptom.site = text(from, "site");
    symptom.sites = texts(from, "sites");
    symptom.spread = text(from, "spread");
    symptom.onset_speed = text(from, "onset_speed");
    symptom.course = text(from, "course");
    symptom.seen_by = text(from, "seen_by");
    symptom.severity = text(from, "severity");
    symptom.onset = text(from, "onset");
    symptom.when = text(from, "when");
    symptom.since_days = figure(from, "since_days");
    symptom.per_day = figure(from, "per_day");
    symptom.progressive = answer(from, "progressive");
    symptom.suppressible = answer(from, "suppressible");
    return symptom;
}

verdict::Medicine medicine_of(Json const& from) {
    verdict::Medicine medicine;
    medicine.name = text(from, "name");
    medicine.dose = text(from, "dose");
    medicine.atc = text(from, "atc");
    medicine.rxnorm = text(from, "rxnorm");
    medicine.route = text(from, "route");
    if (medicine.name.empty())
        medicine.name = !medicine.atc.empty() ? medicine.atc : medicine.rxnorm;
    medicine.since_days = figure(from, "since_days");
    medicine.started_days_ago = figure(from, "started_days_ago");
    medicine.last_dose_days_ago = figure(from, "last_dose_days_ago");
    medicine.dose_changed_days_ago = figure(from, "dose_changed_days_ago");
    medicine.stopped_days_ago = figure(from, "stopped_days_ago");
    medicine.times = texts(from, "times");
    auto const status = text(from, "status");
    // Current when not said, unless the case says when it was stopped.
    medicine.current = status.empty() ? !medicine.stopped_days_ago : status == "current";
    return medicine;
}

std::vector<verdict::Finding> findings_of(Json const& from, char const* key) {
    std::vector<verdict::Finding> out;
    for (auto const& one : members(from, key)) {
        verdict::Finding finding;
        if (one.is_string()) {
            finding.code = one.get<std::string>();
            finding.present = true;
        } else {
            finding.code = text(one, "code");
            if (finding.code.empty())
                finding.code = text(one, "to");
            auto const present = one.find("present");
            finding.present = present == one.end() ? std::optional(true) : answer(one, "present");
            finding.days_ago = figure(one, "days_ago");
            if (!finding.days_ago)
                finding.days_ago = figure(one, "since_days");
            finding.by = text(one, "by");
            if (finding.by.empty())
                finding.by = text(one, "relative");
        }
        if (!finding.code.empty())
            out.push_back(std::move(finding));
    }
    return out;
}

verdict::Lab lab_of(Json const& from) {
    verdict::Lab lab;
    lab.analyte = text(from, "analyte");
    lab.loinc = text(from, "loinc");
    lab.unit = text(from, "unit");
    lab.status = text(from, "status");
    lab.note = text(from, "note");
    lab.value = figure(from, "value").value_or(unknown);
    lab.days_ago = figure(from, "days_ago");
    lab.ref_low = figure(from, "ref_low");
    lab.ref_high = figure(from, "ref_high");
    return lab;
}

/// "pottasium" is read as potassium and said so: a slip of the pen must not hide a dangerous result.
void mend_analyte(verdict::Lab& lab, CaseRead& read) {
    if (lab.analyte.empty() || !verdict::code_meant("analyte", lab.analyte).empty())
        return;
    auto const near = verdict::nearest_code("analyte", lab.analyte);
    if (!verdict::is_slip_of(lab.analyte, near))
        return;
    read.not_considered.push_back({"/labs: " + lab.analyte, std::string(near),
                                   "Not a known code; read as the nearest one. Please check."});
    lab.analyte = near;
}

void read_supplements(Json const& from, CaseRead& read) {
    for (auto const& one : members(from, "supplements")) {
        diet::Supplement product;
        product.name = text(one, "name");
        product.dose = text(one, "dose");
        product.per_day = figure(one, "per_day").value_or(unknown);
        product.times = texts(one, "times");
        for (auto const& [key, amount] : part(one, "each").items())
            if (auto const nutrient = diet::nutrient_called(key); nutrient && amount.is_number())
                product.each[static_cast<std::size_t>(*nutrient)] =
                    diet::Range::exactly(amount.get<double>());
        auto const called = (product.name.empty() ? "a product" : product.name) +
                            (product.dose.empty() ? "" : ", " + product.dose);
        for (auto const& said : diet::understand(product))
            read.not_considered.push_back({"/supplements: " + called, {}, said + "."});
        read.evidence.supplements.push_back(std::move(product));
    }
}

/// What is wished of a plan. A wished food that no name fits goes to not_considered by the verdict's own
/// list.
void read_wishes(Json const& from, CaseRead& read) {
    auto& wishes = read.wishes;
    auto const words = [&](char const* key, std::vector<std::string>& into) {
        for (auto const& one : members(from, key))
            if (one.is_string())
                into.push_back(one.get<std::string>());
    };
    // A diet that nobody knows stays as written, so that the plan keeps to plants and says why.
    auto const diet = text(from, "diet");
    auto const meant = verdict::diet_meant(diet);
    wishes.diet = meant.code.empty() ? diet : meant.code;
    for (auto const code : meant.leaves_out)
        wishes.without.emplace_back(code);
    words("dislikes", wishes.without);
    words("without", wishes.without);
    words("keep", wishes.keep);
    wishes.cheap = answer(from, "cheap").value_or(false);
    wishes.few_changes = answer(from, "few_changes").value_or(false);
    if (auto const cooking = text(from, "cooking"); cooking != "any")
        wishes.cooking = cooking;
}

void read_diet(Json const& from, CaseRead& read) {
    auto const& diet_part = part(from, "diet");
    read.evidence.diet_type = text(diet_part, "type");
    read.diary_path = text(diet_part, "diary");
    read.evidence.days_logged = figure(diet_part, "days_logged");
    for (auto const& [key, amount] : part(diet_part, "per_day").items())
        if (auto const nutrient = diet::nutrient_called(key); nutrient && amount.is_number())
            read.evidence.stated_per_day[*nutrient] = amount.get<double>();
    for (auto const& [key, share] : part(diet_part, "coverage").items())
        if (auto const nutrient = diet::nutrient_called(key); nutrient && share.is_number())
            read.evidence.stated_coverage[*nutrient] = share.get<double>();
}

void read_numbers(Json const& from, std::map<std::string, double>& into,
                  std::map<std::string, std::string>* words = nullptr) {
    for (auto const& [key, one] : from.items())
        if (one.is_number())
            into[key] = one.get<double>();
        else if (one.is_string() && words)
            (*words)[key] = one.get<std::string>();
}

void read_evidence(Json const& from, CaseRead& read) {
    auto& evidence = read.evidence;
    evidence.person = person_of(part(from, "person"));
    evidence.duration_days = figure(from, "duration_days");
    for (auto const& one : members(from, "symptoms"))
        if (auto symptom = symptom_of(one); !symptom.code.empty())
            evidence.symptoms.push_back(std::move(symptom));
    for (auto const& one : members(from, "medications"))
        if (auto medicine = medicine_of(one); !medicine.name.empty())
            evidence.medicines.push_back(std::move(medicine));
    for (auto const& one : members(from, "labs")) {
        evidence.labs.push_back(lab_of(one));
        mend_analyte(evidence.labs.back(), read);
    }
    read_supplements(from, read);
    read_diet(from, read);
    evidence.conditions = findings_of(from, "conditions");
    evidence.investigations = findings_of(from, "investigations");
    evidence.allergies = findings_of(from, "allergies");
    evidence.family = findings_of(from, "family");
    evidence.exposures = findings_of(from, "exposures");
    evidence.events = findings_of(from, "events");
    read_numbers(part(from, "lifestyle"), evidence.lifestyle, &evidence.lifestyle_words);
    read_numbers(part(from, "losses"), evidence.losses);
    read_numbers(part(from, "vitals"), evidence.vitals);
    if (auto const reference = text(from, "reference"); !reference.empty())
        evidence.reference = reference;
    evidence.words = text(from, "words");
    if (auto const wishes = from.find("wishes"); wishes != from.end() && wishes->is_object()) {
        read_wishes(*wishes, read);
        for (auto const& one : members(*wishes, "dislikes"))
            if (one.is_string())
                evidence.dislikes.push_back(one.get<std::string>());
        evidence.wished_diet = text(*wishes, "diet");
        evidence.wish_note = text(*wishes, "note");
    }
}

/// What was written of the person's illnesses and diet that no code is known for: a plan must know of it.
void keep_unread(Json const& document, CaseRead& read) {
    constexpr std::size_t enough = 20;
    auto& unread = read.evidence.conditions_not_read;
    for (auto const& one : members(document, "conditions")) {
        bool const denied = one.is_object() && !answer(one, "present").value_or(true);
        auto const written = one.is_string() ? one.get<std::string>() : text(one, "code");
        if (denied || written.empty() || unread.size() == enough ||
            !verdict::code_meant("condition", written).empty() ||
            verdict::is_slip_of(written, verdict::nearest_code("condition", written)))
            continue;
        unread.push_back(written);
    }
    if (read.evidence.diet_type.empty())
        read.evidence.diet_not_read = text(part(document, "diet"), "type");
}

/// Adds symptoms and laboratory results that a malformed text holds and the first reading lost.
void read_fragments(std::vector<Json> const& fragments, CaseRead& read) {
    auto& evidence = read.evidence;
    for (auto const& fragment : fragments) {
        auto const checked = [&](char const* list) {
            return check_case({{"person", Json::object()}, {list, Json::array({fragment})}}, "").value;
        };
        // A relative's illness or a thing that happened carries a code too; a symptom has neither of these
        // keys.
        if (fragment.contains("code") && !fragment.contains("relative") && !fragment.contains("days_ago"))
            for (auto const& one : members(checked("symptoms"), "symptoms")) {
                auto symptom = symptom_of(one);
                bool const there = std::any_of(evidence.symptoms.begin(), evidence.symptoms.end(),
                                               [&](auto const& other) { return other.code == symptom.code; });
                if (!symptom.code.empty() && !there)
                    evidence.symptoms.push_back(std::move(symptom));
            }
        if (fragment.contains("value"))
            for (auto const& one : members(checked("labs"), "labs")) {
                auto lab = lab_of(one);
                bool const there =
                    std::any_of(evidence.labs.begin(), evidence.labs.end(), [&](auto const& other) {
                        return other.analyte == lab.analyte && other.value == lab.value;
                    });
                if (!there && (!lab.analyte.empty() || !lab.loinc.empty()))
                    evidence.labs.push_back(std::move(lab));
            }
    }
}

} // namespace

CaseRead read_case(std::string_view json, std::string_view name) {
    CaseRead read;
    try {
        auto document = read_json(json, name);
        bool const sound = document.faults.empty();
        read.faults = std::move(document.faults);
        for (auto const& pointer : document.doubled)
            read.not_considered.push_back(
                {pointer + " stands twice",
                 {},
                 "Lists were joined; of symptoms and results both values count, of other things "
                 "the last one was kept."});
        if (!sound)
            document.value = hoisted(std::move(document.value));
        if (document.value.is_null() && document.fragments.empty() && !sound)
            return read;
        auto checked = check_case(document.value, std::string(name));
        read.faults.insert(read.faults.end(), checked.faults.begin(), checked.faults.end());
        read.not_considered.insert(read.not_considered.end(), checked.not_considered.begin(),
                                   checked.not_considered.end());
        if (checked.value.is_object())
            read_evidence(checked.value, read);
        if (document.value.is_object())
            keep_unread(document.value, read);
        read_fragments(document.fragments, read);
        // Only a file without a fault can vouch for a list being whole.
        if (read.faults.empty())
            for (auto const* list : {"medications", "supplements", "conditions"})
                if (auto const found = checked.value.find(list);
                    found != checked.value.end() && found->is_array())
                    read.evidence.told_whole.insert(list);
        // A list that is known in part says nothing of what is not on it.
        for (auto const& list : texts(checked.value.is_object() ? checked.value : Json::object(), "in_part"))
            read.evidence.told_whole.erase(list);
        auto const named = settle_contradictions(read.evidence);
        read.not_considered.insert(read.not_considered.end(), named.begin(), named.end());
    } catch (std::exception const& problem) {
        // A foreign library's exception ends at this door.
        read.faults.push_back(
            {"the case could not be read: " + std::string(problem.what()), std::string(name), {}});
    }
    read.evidence.set_aside = read.not_considered;
    return read;
}

} // namespace rheobase::read
