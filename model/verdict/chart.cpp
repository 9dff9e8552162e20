#include "model/verdict/chart.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// A number against the term's; unknown stays unknown.
Truth compared(double value, Term const& term) {
    if (!known(value))
        return Truth::unknown;
    switch (term.compare) {
    case Compare::less:
        return truth(value < term.number);
    case Compare::at_most:
        return truth(value <= term.number);
    case Compare::more:
        return truth(value > term.number);
    case Compare::at_least:
        return truth(value >= term.number);
    case Compare::equal:
        return truth(value == term.number);
    case Compare::within:
        return truth(value <= term.number);
    default:
        return Truth::yes;
    }
}

/// A range against a number: sure only where both ends agree.
Truth compared(diet::Range const& range, Term const& term) {
    auto const low = compared(range.low, term);
    auto const high = compared(range.high, term);
    return low == high ? low : Truth::unknown;
}

Truth compared(std::optional<double> const& value, Term const& term) {
    return value ? compared(*value, term) : Truth::unknown;
}

Truth compared(std::map<std::string, double> const& values, std::string_view key, Term const& term) {
    auto const found = values.find(std::string(key));
    return found == values.end() ? Truth::unknown : compared(found->second, term);
}

Truth as_truth(std::optional<bool> const& value) {
    return value ? truth(*value) : Truth::unknown;
}

bool holds(std::string const& text, std::string_view word) {
    return code_spelling(text).find(word) != std::string::npos;
}

bool code_fits(std::string_view pattern, std::string_view code) {
    if (pattern.ends_with('*'))
        return code.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == code;
}

std::pair<std::string_view, std::string_view> first_part(std::string_view path) {
    auto const dot = path.find('.');
    if (dot == path.npos)
        return {path, {}};
    return {path.substr(0, dot), path.substr(dot + 1)};
}

/// The lists of a case that hold findings, by the word that opens their terms.
std::vector<Finding> const* list_called(Evidence const& evidence, std::string_view kind) {
    if (kind == "condition")
        return &evidence.conditions;
    if (kind == "event")
        return &evidence.events;
    if (kind == "exposure")
        return &evidence.exposures;
    if (kind == "investigation")
        return &evidence.investigations;
    if (kind == "family")
        return &evidence.family;
    if (kind == "allergy")
        return &evidence.allergies;
    return nullptr;
}

} // namespace

Chart::Chart(Evidence const& evidence, Findings const& findings)
    : evidence_(evidence), findings_(findings), labs_(evidence), medicines_(evidence),
      said_(red_words(evidence.words,
                      evidence.person.age_years && *evidence.person.age_years < judging.adult_from_years)) {
    static auto const acutely_ill = parse_condition(named_condition("acutely_ill"), named_condition);
    bool const ill = acutely_ill && judge_condition(*acutely_ill, [this](Term const& term) {
                                        return ask(term);
                                    }).truth == Truth::yes;
    labs_.add_kidney_function(evidence.person, ill);
}

Reading Chart::ask(Term const& term) const {
    auto const [kind, path] = first_part(term.path);
    if (kind == "symptom") {
        auto const [code, what] = first_part(path);
        return symptom(code, what, term);
    }
    if (auto const* list = list_called(evidence_, kind))
        return finding(*list, kind, path, term);
    if (kind == "drug")
        return drug(path, term);
    if (kind == "lab")
        return laboratory(path, term);
    if (kind == "person")
        return person(path, term);
    if (kind == "supplement")
        return supplement(path, term);
    if (kind == "intake")
        return intake(path, term);
    if (kind == "assessed")
        return assessed(path);
    if (kind == "complaint") {
        if (evidence_.duration_days)
            return {compared(evidence_.duration_days, term)};
        double longest = unknown;
        for (auto const& one : evidence_.symptoms)
            if (double const since = one.since_days.value_or(unknown);
                one.present.value_or(true) && !(longest >= since))
                longest = since;
        return {compared(longest, term)};
    }
    if (kind == "lifestyle") {
        if (term.compare != Compare::is)
            return {compared(evidence_.lifestyle, path, term)};
        auto const found = evidence_.lifestyle_words.find(std::string(path));
        if (found == evidence_.lifestyle_words.end())
            return {};
        return {truth(term.word == "told" || holds(found->second, term.word))};
    }
    if (kind == "loss")
        return {compared(evidence_.losses, path, term)};
    if (kind == "vital") {
        auto const age = evidence_.vitals.find("days_ago");
        bool const dated = age != evidence_.vitals.end();
        if (dated && age->second > judging.vitals_count_days)
            return {};
        return {compared(evidence_.vitals, path, term), dated};
    }
    if (kind == "diet")
        return {evidence_.diet_type.empty() ? Truth::unknown : truth(evidence_.diet_type == path)};
    if (kind == "word") {
        bool const there =
            std::any_of(said_.begin(), said_.end(), [&](Said const& one) { return one.flag == path; });
        return {there ? Truth::yes : Truth::unknown};
    }
    if (kind == "answered") {
        if (path == "diary")
            return {truth(findings_.diary)};
        if (path == "labs")
            return {truth(std::any_of(labs_.lines().begin(), labs_.lines().end(),
                                      [](LabLine const& line) { return line.used; }))};
        // A sign that is told but not known here was not judged: nobody may be calmed by that.
        if (path == "unread_symptoms") {
            bool const unread = std::any_of(
                evidence_.set_aside.begin(), evidence_.set_aside.end(), [](NotConsidered const& one) {
                    return one.what.starts_with("/symptoms/") && one.why.find("not a known code") != one.why.npos;
                });
            return {unread ? Truth::yes : evidence_.symptoms.empty() ? Truth::unknown : Truth::no};
        }
        if (path == "symptoms")
            return {truth(!evidence_.symptoms.empty())};
        if (path == "lifestyle")
            return {truth(!evidence_.lifestyle.empty() || !evidence_.lifestyle_words.empty())};
        if (path == "medications")
            return {truth(!evidence_.medicines.empty() || evidence_.told_whole.contains("medications"))};
    }
    return {};
}

Reading Chart::finding(std::vector<Finding> const& list, std::string_view kind, std::string_view path,
                       Term const& term) const {
    auto const [code, what] = first_part(path);
    bool const whole = kind == "condition" && evidence_.told_whole.contains("conditions");
    Reading out{whole ? Truth::no : Truth::unknown, true};
    bool const dates_matter = kind == "investigation";
    for (auto const& one : list) {
        if (!code_fits(code, one.code))
            continue;
        Reading now{Truth::yes, !dates_matter || one.days_ago.has_value()};
        if (one.present && !*one.present)
            now.truth = Truth::no;
        else if (what == "since_days")
            now = {compared(one.days_ago, term), true};
        else if (term.compare == Compare::within)
            now = one.days_ago ? Reading{truth(*one.days_ago <= term.number), true}
                               : Reading{Truth::yes, false};
        if (now.truth > out.truth || (now.truth == Truth::no && out.truth == Truth::unknown))
            out = now;
    }
    // As with symptoms, the person's own words may add an illness and never take one away.
    if (kind == "condition" && what.empty() && out.truth != Truth::yes)
        for (auto const& one : said_)
            if (auto const [told, illness] = first_part(one.symptom); told == kind && code_fits(code, illness))
                return {Truth::yes, true};
    return out;
}

Reading Chart::drug(std::string_view path, Term const& term) const {
    auto const [drug_class, what] = first_part(path);
    if (what == "taken_days")
        return medicines_.taken_for(drug_class, term.compare, term.number);
    if (what == "changed")
        return medicines_.changed_within(drug_class, term.number);
    if (what == "withdrawn")
        return medicines_.withdrawn(drug_class);
    if (what == "per_day")
        return {compared(medicines_.doses_a_day(drug_class), term)};
    if (what == "number") {
        auto const enough = compared(static_cast<double>(medicines_.number_of(drug_class)), term);
        bool const whole = evidence_.told_whole.contains("medications");
        return {enough == Truth::yes || whole ? enough : Truth::unknown};
    }
    return medicines_.counts(drug_class);
}

Reading Chart::laboratory(std::string_view path, Term const& term) const {
    auto const [analyte, what] = first_part(path);
    if (what == "rise_48h")
        return labs_.rose_by(analyte, term.number, judging.rise_window_days);
    if (what == "ratio_7d")
        return labs_.rose_times(analyte, term.number, judging.ratio_window_days);
    if (what == "spoiled")
        return labs_.spoiled(analyte, term.compare, term.number);
    if (what == "undisturbed")
        return undisturbed(analyte);
    return labs_.compare(analyte, term.compare, term.number);
}

Reading Chart::person(std::string_view key, Term const& term) const {
    auto const& person = evidence_.person;
    if (key == "age_years")
        return {compared(person.age_years, term)};
    if (key == "sex")
        return {!person.sex ? Truth::unknown
                            : truth((*person.sex == diet::Sex::female) == (term.word == "female"))};
    if (key == "pregnant")
        return {person.pregnancy_weeks ? Truth::yes : as_truth(person.pregnant)};
    if (key == "pregnancy_weeks") {
        if (!person.pregnancy_weeks && person.pregnant && !*person.pregnant)
            return {Truth::no};
        return {compared(person.pregnancy_weeks, term)};
    }
    if (key == "postpartum_days")
        return {compared(person.postpartum_days, term)};
    if (key == "lactating")
        return {as_truth(person.lactating)};
    if (key == "menopause")
        return {as_truth(person.menopause)};
    if (key == "little_intake_days")
        return {compared(person.little_intake_days, term)};
    if (key == "weight_loss_percent")
        return {person.weight_change_percent ? compared(-*person.weight_change_percent, term)
                                             : Truth::unknown};
    if (key == "weight_change_days")
        return {compared(person.weight_change_days, term)};
    if (key == "weight_change_intended")
        return {as_truth(person.weight_change_intended)};
    if (key == "bmi") {
        if (!person.weight_kg || !person.height_cm || *person.height_cm <= 0)
            return {};
        double const height_m = *person.height_cm * judging.metres_per_centimetre;
        return {compared(*person.weight_kg / (height_m * height_m), term)};
    }
    if (key == "skin")
        return {person.skin.empty() ? Truth::unknown : truth(person.skin == term.word)};
    if (key == "latitude")
        return {person.latitude_deg
                    ? compared(*person.latitude_deg < 0 ? -*person.latitude_deg : *person.latitude_deg, term)
                    : Truth::unknown};
    return {};
}

Reading Chart::supplement(std::string_view key, Term const& term) const {
    auto const nutrient = diet::nutrient_called(key);
    if (!nutrient)
        return {};
    auto const& total = findings_.nutrient[static_cast<std::size_t>(*nutrient)].from_supplements;
    if ((known(total.low) || known(total.high)) && !(total.low == 0 && total.high == 0))
        return {compared(total, term)};
    // A whole list without this nutrient means none of it; a sum of nothing told is not none.
    return {evidence_.told_whole.contains("supplements") ? compared(0.0, term) : Truth::unknown};
}

Reading Chart::intake(std::string_view path, Term const& term) const {
    auto const [key, what] = first_part(path);
    auto const nutrient = diet::nutrient_called(key);
    if (!nutrient)
        return {};
    auto const& found = findings_.nutrient[static_cast<std::size_t>(*nutrient)];
    if (what == "inadequate")
        return {compared(found.probability_inadequate, term)};
    if (what == "coverage")
        return {compared(found.coverage, term)};
    if (what == "above_limit") {
        double most = unknown;
        for (auto const& limit : found.limits)
            if (known(limit.probability_above) && !(most >= limit.probability_above))
                most = limit.probability_above;
        return {compared(most, term)};
    }
    return {compared(found.per_day, term)};
}

/// A normal neurology assessment covers a symptom that began before it, for 24 months, until anything is new
/// or worse. Without a date it covers nothing; a complaint without a date may be new, and is not covered.
Reading Chart::assessed(std::string_view code) const {
    Reading out{Truth::unknown, true};
    for (auto const& one : evidence_.investigations) {
        if (one.code != "neurology_exam_normal" || (one.present && !*one.present))
            continue;
        if (!one.days_ago || *one.days_ago > judging.assessment_counts_days)
            continue;
        bool covers = true;
        bool began = false;
        for (auto const& symptom : evidence_.symptoms) {
            if (!symptom.present.value_or(false))
                continue;
            double const told = symptom.code == code ? evidence_.duration_days.value_or(unknown) : unknown;
            double const since = symptom.since_days.value_or(told);
            if (symptom.code == code)
                began |= since > *one.days_ago;
            covers &= since >= *one.days_ago;
            covers &= symptom.course != "worsening" && !symptom.progressive.value_or(false);
        }
        if (covers && began)
            out.truth = Truth::yes;
    }
    return out;
}

} // namespace rheobase::verdict
