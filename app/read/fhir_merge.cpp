// A record beside a case. The case is what the person says today, so where both speak the case stands; what
// contradicts it is named, because one of the two is wrong.
#include "app/read/case_sense.hpp"
#include "app/read/fhir.hpp"
#include "app/read/fhir_quantity.hpp"
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_same.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/lab_codes.rows.hpp"
#include "model/verdict/medicine.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::read {

namespace fhir {

bool same_medicine(verdict::Medicine const& a, verdict::Medicine const& b) {
    if (in_small_letters(a.name) == in_small_letters(b.name))
        return true;
    auto const rows = [](verdict::Medicine const& one) {
        auto found = verdict::understood(one).rows;
        std::sort(found.begin(), found.end());
        return found;
    };
    auto const left = rows(a);
    return !left.empty() && left == rows(b);
}

std::string analyte_of(verdict::Lab const& lab) {
    for (auto const& row : verdict::lab_codes_rows)
        if (row.loinc == lab.loinc)
            return std::string(row.analyte);
    return std::string(verdict::code_meant("analyte", lab.analyte));
}

} // namespace fhir

namespace {

using verdict::Evidence;

void contradiction(Evidence& evidence, std::string what, std::string why) {
    evidence.set_aside.push_back({"record: " + std::move(what), {}, std::move(why)});
}

template <class T>
void fill(std::optional<T>& into, std::optional<T> const& from) {
    if (!into)
        into = from;
}

void add_person(Evidence& evidence, diet::Person const& record) {
    auto& person = evidence.person;
    if (person.sex && record.sex && *person.sex != *record.sex)
        contradiction(evidence, "another sex than in the case",
                      "The case was used. Is this the record of the same person?");
    if (person.age_years && record.age_years &&
        std::fabs(*person.age_years - *record.age_years) > fhir_reading.age_agrees_years)
        contradiction(evidence,
                      fmt::format("an age of {:.0f}, and {:.0f} in the case", std::floor(*record.age_years),
                                  std::floor(*person.age_years)),
                      "The case was used. Is this the record of the same person?");
    bool const denied = person.pregnant && !*person.pregnant;
    if (person.pregnant && record.pregnant && *person.pregnant != *record.pregnant)
        contradiction(evidence,
                      *record.pregnant ? "pregnant, and not pregnant in the case"
                                       : "not pregnant, and pregnant in the case",
                      "The case was used.");
    fill(person.age_years, record.age_years);
    fill(person.sex, record.sex);
    fill(person.pregnant, record.pregnant);
    if (!denied)
        fill(person.pregnancy_weeks, record.pregnancy_weeks);
    fill(person.lactating, record.lactating);
    fill(person.menopause, record.menopause);
    fill(person.weight_kg, record.weight_kg);
    fill(person.height_cm, record.height_cm);
}

/// The case has a result of that test and that day.
verdict::Lab const* in_case(std::vector<verdict::Lab> const& labs, std::size_t of_case,
                            verdict::Lab const& lab) {
    auto const analyte = fhir::analyte_of(lab);
    for (std::size_t i = 0; i < of_case && !analyte.empty(); ++i)
        if (fhir::analyte_of(labs[i]) == analyte &&
            labs[i].days_ago.has_value() == lab.days_ago.has_value() &&
            (!lab.days_ago || std::floor(*labs[i].days_ago) == std::floor(*lab.days_ago)))
            return &labs[i];
    return nullptr;
}

/// A figure that lies outside the usual range of adults, or outside the one printed with it. A case that says
/// something calmer must not silence it.
bool outside_usual(std::string const& analyte, verdict::Lab const& lab, double si) {
    if ((lab.ref_low && lab.value < *lab.ref_low) || (lab.ref_high && lab.value > *lab.ref_high))
        return true;
    auto const* row = verdict::lab_row(analyte);
    if (!row || !known(si))
        return true; // nobody can say that it is harmless
    return si < row->low || si > row->high;
}

void add_labs(Evidence& evidence, std::vector<verdict::Lab> const& record) {
    auto const of_case = evidence.labs.size();
    for (auto const& lab : record) {
        auto const* stated = in_case(evidence.labs, of_case, lab);
        if (!stated) {
            evidence.labs.push_back(lab);
            continue;
        }
        auto const analyte = fhir::analyte_of(lab);
        double const a = fhir::in_si(analyte, stated->value, stated->unit);
        double const b = fhir::in_si(analyte, lab.value, lab.unit);
        bool const agree =
            std::fabs(a - b) <= fhir_reading.same_result_within * std::fmax(std::fabs(a), std::fabs(b));
        if (agree && lab.bound.empty())
            continue;
        bool const keep = outside_usual(analyte, lab, b);
        contradiction(
            evidence,
            fmt::format("{} {}{:.6g} {}", verdict::name_of(analyte), lab.bound, lab.value, lab.unit),
            keep ? "The case gives another value for that day. Both were kept, and either may ask for haste."
                 : "The case gives another value for that day. The case was used.");
        if (!keep)
            continue;
        // Results of one day are weighed against each other, those of two hours apart are not.
        auto kept = lab;
        kept.days_ago = stated->days_ago;
        evidence.labs.push_back(std::move(kept));
    }
}

void add_medicines(Evidence& evidence, std::vector<verdict::Medicine> const& record) {
    for (auto const& one : record) {
        auto const stated = std::find_if(evidence.medicines.begin(), evidence.medicines.end(),
                                         [&](auto const& other) { return fhir::same_medicine(one, other); });
        if (stated == evidence.medicines.end()) {
            evidence.medicines.push_back(one);
            continue;
        }
        if (stated->current != one.current) {
            contradiction(evidence,
                          one.name + (one.current ? " as taken now, and stopped in the case"
                                                  : " as stopped, and taken now in the case"),
                          "The case was used.");
            continue; // dates of the one state say nothing of the other
        }
        fill(stated->since_days, one.since_days);
        fill(stated->started_days_ago, one.started_days_ago);
        fill(stated->stopped_days_ago, one.stopped_days_ago);
        for (auto const part : {&verdict::Medicine::dose, &verdict::Medicine::atc, &verdict::Medicine::rxnorm,
                                &verdict::Medicine::route})
            if (((*stated).*part).empty())
                (*stated).*part = one.*part;
    }
}

void add_findings(Evidence& evidence, std::vector<verdict::Finding>& list,
                  std::vector<verdict::Finding> const& record) {
    for (auto const& one : record) {
        auto const stated = std::find_if(
            list.begin(), list.end(), [&](verdict::Finding const& other) { return other.code == one.code; });
        if (stated == list.end())
            list.push_back(one);
        else if (stated->present && !*stated->present)
            contradiction(evidence, verdict::name_of(one.code) + ", and the case says no",
                          "The case was used.");
        else
            fill(stated->days_ago, one.days_ago);
    }
}

void add_symptoms(Evidence& evidence, std::vector<verdict::Symptom> const& record) {
    for (auto const& one : record) {
        auto const stated =
            std::find_if(evidence.symptoms.begin(), evidence.symptoms.end(),
                         [&](verdict::Symptom const& other) { return other.code == one.code; });
        if (stated == evidence.symptoms.end())
            evidence.symptoms.push_back(one);
        else if (stated->present && one.present && *stated->present != *one.present)
            contradiction(evidence,
                          verdict::name_of(one.code) +
                              (*one.present ? ", and the case says no" : " denied, and the case says yes"),
                          "The case was used.");
        else {
            fill(stated->present, one.present);
            fill(stated->since_days, one.since_days);
        }
    }
}

} // namespace

void add_record(Evidence& evidence, Evidence const& record) {
    add_person(evidence, record.person);
    add_labs(evidence, record.labs);
    add_medicines(evidence, record.medicines);
    add_findings(evidence, evidence.conditions, record.conditions);
    add_findings(evidence, evidence.allergies, record.allergies);
    evidence.conditions_not_read.insert(evidence.conditions_not_read.end(),
                                        record.conditions_not_read.begin(), record.conditions_not_read.end());
    add_findings(evidence, evidence.family, record.family);
    add_symptoms(evidence, record.symptoms);
    if (evidence.vitals.empty())
        evidence.vitals = record.vitals;
    else if (!record.vitals.empty())
        contradiction(evidence, "vital signs", "The case has vital signs of its own, and those were used.");
    evidence.set_aside.insert(evidence.set_aside.end(), record.set_aside.begin(), record.set_aside.end());
    // What the case alone contradicts was named when it was read.
    for (auto const& one : settle_contradictions(evidence)) {
        bool const said = std::any_of(evidence.set_aside.begin(), evidence.set_aside.end(),
                                      [&](auto const& other) { return other.what == one.what; });
        if (!said)
            evidence.set_aside.push_back(one);
    }
}

} // namespace rheobase::read
