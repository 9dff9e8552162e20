// Everything a case says of a person, as values. Unknown stays unknown: an absent symptom is one that was
// asked for and denied, a symptom that is not listed was never asked for.
#pragma once

#include "model/diet/person.hpp"
#include "model/diet/supplement.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rheobase::verdict {

/// Something in the case that the answer does not rest on, with the nearest thing that is known.
struct NotConsidered {
    std::string what;    ///< as it was written, with its place: "symptoms/2: twich"
    std::string nearest; ///< the nearest known name; empty when nothing is near
    std::string why;     ///< one plain sentence
};

struct Symptom {
    std::string code;
    std::optional<bool> present;
    std::string site;
    std::vector<std::string> sites;
    std::string spread;                ///< focal, multifocal, generalised
    std::string onset_speed;           ///< seconds, hours, days, weeks, gradual
    std::string course;                ///< improving, stable, fluctuating, worsening
    std::string seen_by;               ///< self, other, doctor
    std::string severity, onset, when; ///< free text
    std::optional<double> since_days;
    std::optional<double> per_day;
    std::optional<bool> progressive;
    std::optional<bool> suppressible;
};

struct Medicine {
    std::string name, dose, atc, rxnorm, route;
    bool current = true;
    std::optional<double> since_days, started_days_ago, last_dose_days_ago, dose_changed_days_ago,
        stopped_days_ago;
    std::vector<std::string> times;
};

/// Anything that is had or happened: a condition, an investigation, an exposure, an event, a relative's
/// illness.
struct Finding {
    std::string code;
    std::optional<bool> present;    ///< false when asked for and denied; listed alone means present
    std::optional<double> days_ago; ///< or since how many days
    std::string by;                 ///< who found it, which relative
};

struct Lab {
    std::string analyte, loinc, unit, status, note;
    double value = unknown;
    std::optional<double> days_ago, ref_low, ref_high;
    std::string bound =
        {}; ///< "<", "<=", ">" or ">=" where the laboratory gave only a bound; empty for a value
};

struct Evidence {
    diet::Person person;
    std::optional<double> duration_days;
    std::vector<Symptom> symptoms;
    std::vector<Medicine> medicines;
    std::vector<diet::Supplement> supplements;
    std::vector<Finding> conditions, investigations, allergies, family, exposures, events;
    std::vector<Lab> labs;
    std::map<std::string, double> lifestyle; ///< caffeine_mg, alcohol_units_week, sleep_h, …
    std::map<std::string, std::string>
        lifestyle_words;                  ///< stress, exercise, sweat, sun, shift_work, occupation
    std::map<std::string, double> losses; ///< vomits_per_day, stools_per_day, days
    std::map<std::string, double> vitals; ///< systolic, diastolic, pulse, temperature_c, days_ago
    std::string diet_type;
    std::string diet_not_read;                       ///< a diet in words that no code is known for
    std::vector<std::string> conditions_not_read;    ///< had, in words that no code is known for
    std::vector<std::string> dislikes;               ///< foods the person does not want, in their own words
    std::string wished_diet, wish_note;              ///< a diet they would like to keep to; free text
    std::map<diet::Nutrient, double> stated_per_day; ///< daily amounts worked out elsewhere; absent = unknown
    std::map<diet::Nutrient, double> stated_coverage; ///< share of eaten grams behind each
    std::optional<double> days_logged;
    std::string reference = "us";         ///< us or eu
    std::string words;                    ///< the person's own
    std::vector<NotConsidered> set_aside; ///< what the reader could not take: unknown codes, contradictions
    std::set<std::string>
        told_whole; ///< lists that the case gives whole ("medications", "supplements", "conditions"):
                    ///< what is not on them is a no; on every other list it is unknown
};

} // namespace rheobase::verdict
