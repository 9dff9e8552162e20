#include "app/read/case_sense.hpp"

#include "model/verdict/codes.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

constexpr double youngest_pregnant = 9;
constexpr double oldest_pregnant = 60;
constexpr double youngest_menopause = 20;
// Beyond these body mass indices (kg/m²) somebody wrote pounds, inches or a slip.
constexpr double thinnest_body = 6;
constexpr double heaviest_body = 120;
constexpr double centimetres = 100;

using verdict::NotConsidered;

void settle_person(diet::Person& person, std::vector<NotConsidered>& named) {
    bool const pregnant = person.pregnant.value_or(false);
    if (pregnant && person.sex == diet::Sex::male) {
        named.push_back({"/person: male and pregnant",
                         {},
                         "These contradict each other. Pregnancy was kept, to be safe."});
        person.sex = std::nullopt;
    }
    if (pregnant && person.age_years &&
        (*person.age_years < youngest_pregnant || *person.age_years > oldest_pregnant))
        named.push_back(
            {"/person: this age and pregnant", {}, "These hardly go together. Please check both."});
    if (pregnant && person.menopause.value_or(false)) {
        named.push_back({"/person: pregnant and after menopause",
                         {},
                         "These contradict each other. Pregnancy was kept, to be safe."});
        person.menopause = std::nullopt;
    }
    if (person.menopause.value_or(false) && person.age_years && *person.age_years < youngest_menopause) {
        named.push_back(
            {"/person: this age and menopause", {}, "These contradict each other. Menopause was left out."});
        person.menopause = std::nullopt;
    }
    if (person.menopause.value_or(false) && person.sex == diet::Sex::male) {
        named.push_back(
            {"/person: male and menopause", {}, "These contradict each other. Menopause was left out."});
        person.menopause = std::nullopt;
    }
    if (pregnant && person.postpartum_days && *person.postpartum_days < 1)
        named.push_back({"/person: pregnant and just after birth",
                         {},
                         "These contradict each other. Both were kept, to be safe."});
}

void settle_body(diet::Person& person, std::vector<NotConsidered>& named) {
    if (!person.weight_kg || !person.height_cm)
        return;
    double const metres = *person.height_cm / centimetres;
    double const index = *person.weight_kg / (metres * metres);
    if (index >= thinnest_body && index <= heaviest_body)
        return;
    named.push_back({"/person: weight and height",
                     {},
                     "No body has both (kg and cm are meant). Both were left out. Please check them."});
    person.weight_kg = std::nullopt;
    person.height_cm = std::nullopt;
}

void settle_ranges(verdict::Evidence& evidence, std::vector<NotConsidered>& named) {
    for (auto& lab : evidence.labs)
        if (lab.ref_low && lab.ref_high && *lab.ref_low >= *lab.ref_high) {
            named.push_back({"/labs: range of " + (lab.analyte.empty() ? lab.loinc : lab.analyte),
                             {},
                             "Its lower end is above its upper end. The usual range was used instead."});
            lab.ref_low = std::nullopt;
            lab.ref_high = std::nullopt;
        }
}

void settle_symptoms(verdict::Evidence& evidence, std::vector<NotConsidered>& named) {
    auto& symptoms = evidence.symptoms;
    for (std::size_t i = 0; i < symptoms.size(); ++i)
        for (std::size_t k = i + 1; k < symptoms.size(); ++k)
            if (symptoms[i].code == symptoms[k].code && symptoms[i].present && symptoms[k].present &&
                *symptoms[i].present != *symptoms[k].present)
                named.push_back({"/symptoms: " + symptoms[i].code + " present and absent",
                                 {},
                                 "These contradict each other. It was taken as present, to be safe."});
    for (auto const& one : symptoms)
        if (evidence.person.age_years && one.since_days &&
            *one.since_days > (*evidence.person.age_years + 1) * 366)
            named.push_back(
                {"/symptoms: " + one.code + " since before birth", {}, "Please check the number of days."});
}

void settle_kidneys(verdict::Evidence& evidence, std::vector<NotConsidered>& named) {
    std::vector<std::string> stages;
    for (auto const& one : evidence.conditions)
        if (one.code.starts_with("ckd_g") && one.present.value_or(true) &&
            std::find(stages.begin(), stages.end(), one.code) == stages.end())
            stages.push_back(one.code);
    if (stages.size() < 2)
        return;
    std::sort(stages.begin(), stages.end());
    named.push_back({"/conditions: two stages of kidney disease",
                     {},
                     "The worse stage was kept: " + stages.back() + "."});
    std::erase_if(evidence.conditions, [&](verdict::Finding const& one) {
        return one.code.starts_with("ckd_g") && one.code != stages.back();
    });
}

void settle_medicines(verdict::Evidence const& evidence, std::vector<NotConsidered>& named) {
    for (auto const& one : evidence.medicines)
        if (one.current && one.stopped_days_ago)
            named.push_back({"/medications: " + one.name + " current and stopped",
                             {},
                             "These contradict each other. It was taken as current, to be safe."});
}

} // namespace

std::vector<NotConsidered> settle_contradictions(verdict::Evidence& evidence) {
    std::vector<NotConsidered> named;
    settle_person(evidence.person, named);
    settle_body(evidence.person, named);
    settle_ranges(evidence, named);
    settle_symptoms(evidence, named);
    settle_kidneys(evidence, named);
    settle_medicines(evidence, named);
    auto const has = [&](std::string_view code) {
        return std::any_of(evidence.investigations.begin(), evidence.investigations.end(),
                           [&](verdict::Finding const& one) { return one.code == code; });
    };
    for (std::string const test :
         {"emg", "ecg", "mri", "neurology_exam", "gp_exam", "nerve_conduction", "spirometry"})
        if (has(test + "_normal") && has(test + "_abnormal"))
            named.push_back({"/investigations: " + test + " normal and not normal",
                             {},
                             "Both were kept; the one that is not normal weighs more."});
    return named;
}

} // namespace rheobase::read
