// A case in one line, for tests: statements apart by semicolons, the first word says of what.
//
//   s twitch since 20 worsening multifocal     s tetany no          lab potassium 6.8 mmol/L 1 (days; or
//   undated) drug omeprazole since 900 | started 3 | stopped 2 | last 10    meds whole   supps whole   conds
//   whole cond dialysis 30     event thyroid_surgery 5     exp heat 0     inv neurology_exam_normal 40 (or
//   undated) age 34   sex female   preg 30   pp 10   kg 62   cm 168   days 12 (of little food)   loss% 12 100
//   life caffeine_mg 650 | stress high   vital pulse 40   loss vomits_per_day 3   supp magnesium_mg 400
//   duration 10   unread dizzinesss (a sign whose code is not known)
#pragma once

#include "base/number.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/evidence.hpp"

#include <sstream>
#include <stdexcept>

namespace rheobase::verdict {

inline std::string text_after(std::string_view statement, std::string_view word) {
    return std::string(statement.substr(statement.find(word) + word.size() + 1));
}

inline Evidence told(std::string const& text) {
    Evidence evidence;
    evidence.person.age_years = 40;
    for (auto const statement : parts_of(text)) {
        std::istringstream in{std::string(statement)};
        std::vector<std::string> words;
        for (std::string word; in >> word;)
            words.push_back(word);
        auto const& kind = words.at(0);
        auto figure = [&](std::size_t i) -> std::optional<double> {
            return i < words.size() ? number(words[i]) : std::nullopt;
        };
        auto finding = [&] {
            return Finding{words.at(1), words.size() < 3 || words[2] != "no", figure(2), {}};
        };
        if (kind == "s") {
            Symptom symptom;
            symptom.code = words.at(1);
            symptom.present = true;
            for (std::size_t i = 2; i < words.size(); ++i) {
                auto const& word = words[i];
                if (word == "no")
                    symptom.present = false;
                else if (word == "since")
                    symptom.since_days = figure(++i);
                else if (word == "at")
                    symptom.sites.push_back(words.at(++i));
                else if (word == "worsening" || word == "stable" || word == "improving")
                    symptom.course = word;
                else if (word == "severe" || word == "mild")
                    symptom.severity = word;
                else if (word == "focal" || word == "multifocal" || word == "generalised")
                    symptom.spread = word;
                else if (word == "gradual" || word == "hours" || word == "days")
                    symptom.onset_speed = word;
                else if (word == "sudden")
                    symptom.onset_speed = "seconds";
                else if (word == "night")
                    symptom.when = word;
                else
                    throw std::invalid_argument("of a symptom: " + word);
            }
            evidence.symptoms.push_back(symptom);
        } else if (kind == "lab") {
            Lab lab;
            lab.analyte = words.at(1);
            lab.value = figure(2).value();
            lab.unit = words.at(3);
            lab.days_ago = figure(4);
            lab.ref_low = figure(5);
            lab.ref_high = figure(6);
            evidence.labs.push_back(lab);
        } else if (kind == "spoiled") {
            evidence.labs.push_back(
                {words.at(1), {}, words.at(3), {}, "haemolysed", figure(2).value(), figure(4), {}, {}});
        } else if (kind == "drug") {
            Medicine medicine;
            medicine.name = words.at(1);
            if (words.size() > 3) {
                if (words[2] == "since")
                    medicine.since_days = figure(3);
                else if (words[2] == "started")
                    medicine.started_days_ago = figure(3);
                else if (words[2] == "per_day")
                    medicine.times.assign(static_cast<std::size_t>(figure(3).value()), "08:00");
                else if (words[2] == "last")
                    medicine.last_dose_days_ago = figure(3);
                else if (words[2] == "stopped") {
                    medicine.stopped_days_ago = figure(3);
                    medicine.current = false;
                } else
                    throw std::invalid_argument("of a medicine: " + words[2]);
            }
            evidence.medicines.push_back(medicine);
        } else if (kind == "meds" || kind == "supps" || kind == "conds")
            evidence.told_whole.insert(kind == "meds"    ? "medications"
                                       : kind == "supps" ? "supplements"
                                                         : "conditions");
        else if (kind == "cond")
            evidence.conditions.push_back(finding());
        else if (kind == "event")
            evidence.events.push_back(finding());
        else if (kind == "fam")
            evidence.family.push_back(finding());
        else if (kind == "exp")
            evidence.exposures.push_back(finding());
        else if (kind == "inv")
            evidence.investigations.push_back(finding());
        else if (kind == "age")
            evidence.person.age_years = figure(1);
        else if (kind == "sex")
            evidence.person.sex = words.at(1) == "female" ? diet::Sex::female : diet::Sex::male;
        else if (kind == "preg") {
            evidence.person.pregnant = true;
            evidence.person.pregnancy_weeks = figure(1);
        } else if (kind == "lact")
            evidence.person.lactating = true;
        else if (kind == "allergy") {
            Finding allergy;
            allergy.code = text_after(statement, "allergy");
            evidence.allergies.push_back(allergy);
        } else if (kind == "dislikes")
            evidence.dislikes.push_back(text_after(statement, "dislikes"));
        else if (kind == "pp")
            evidence.person.postpartum_days = figure(1);
        else if (kind == "kg")
            evidence.person.weight_kg = figure(1);
        else if (kind == "cm")
            evidence.person.height_cm = figure(1);
        else if (kind == "days")
            evidence.person.little_intake_days = figure(1);
        else if (kind == "loss%") {
            evidence.person.weight_change_percent = -figure(1).value();
            evidence.person.weight_change_days = figure(2);
        } else if (kind == "unread")
            evidence.set_aside.push_back(
                {"/symptoms/0/code: " + words.at(1), {}, "This symptom is not a known code."});
        else if (kind == "life") {
            if (auto const value = figure(2))
                evidence.lifestyle[words.at(1)] = *value;
            else
                evidence.lifestyle_words[words.at(1)] = words.at(2);
        } else if (kind == "vital")
            evidence.vitals[words.at(1)] = figure(2).value();
        else if (kind == "loss")
            evidence.losses[words.at(1)] = figure(2).value();
        else if (kind == "supp") {
            diet::Supplement supplement;
            supplement.name = words.at(1);
            supplement.per_day = 1;
            supplement.each[static_cast<std::size_t>(diet::nutrient_called(words.at(1)).value())] =
                diet::Range::exactly(figure(2).value());
            evidence.supplements.push_back(supplement);
        } else if (kind == "eats") {
            auto const nutrient = diet::nutrient_called(words.at(1)).value();
            evidence.stated_per_day[nutrient] = figure(2).value();
            evidence.stated_coverage[nutrient] = 1;
        } else if (kind == "product") {
            diet::Supplement supplement;
            supplement.name = text_after(statement, "product");
            evidence.supplements.push_back(supplement);
        } else if (kind == "duration")
            evidence.duration_days = figure(1);
        else if (kind == "diet")
            evidence.diet_type = words.at(1);
        else
            throw std::invalid_argument("statement: " + std::string(statement));
    }
    return evidence;
}

} // namespace rheobase::verdict
