#include "model/verdict/places.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/drug_classes.rows.hpp"
#include "model/verdict/time_words.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

struct Path {
    std::string_view kind, code, what;
};

Path parted(std::string_view path) {
    auto const first = path.find('.');
    if (first == path.npos)
        return {path, {}, {}};
    auto const rest = path.substr(first + 1);
    // A medicine may be called by a name that holds a point, so what is asked of it stands behind the last
    // one.
    auto const next = path.starts_with("medicine.") ? rest.rfind('.') : rest.find('.');
    return {path.substr(0, first), rest.substr(0, next), next == rest.npos ? "" : rest.substr(next + 1)};
}

std::optional<bool> yes_or_no(std::string_view value) {
    if (value == "yes")
        return true;
    return value == "no" ? std::optional(false) : std::nullopt;
}

template <class List>
auto* found_in(List& list, std::string_view code) {
    auto const at = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.code == code; });
    return at == list.end() ? nullptr : &*at;
}

template <class E>
auto* list_called(E& evidence, std::string_view kind) {
    return kind == "condition"       ? &evidence.conditions
           : kind == "event"         ? &evidence.events
           : kind == "exposure"      ? &evidence.exposures
           : kind == "investigation" ? &evidence.investigations
           : kind == "family"        ? &evidence.family
                                     : nullptr;
}

std::optional<double> diet::Person::*figure_of(std::string_view what) {
    using diet::Person;
    return what == "age_years"            ? &Person::age_years
           : what == "pregnancy_weeks"    ? &Person::pregnancy_weeks
           : what == "postpartum_days"    ? &Person::postpartum_days
           : what == "weight_kg"          ? &Person::weight_kg
           : what == "height_cm"          ? &Person::height_cm
           : what == "little_intake_days" ? &Person::little_intake_days
                                          : nullptr;
}

std::string Symptom::*word_of(std::string_view what) {
    return what == "course"        ? &Symptom::course
           : what == "onset_speed" ? &Symptom::onset_speed
           : what == "severity"    ? &Symptom::severity
           : what == "spread"      ? &Symptom::spread
           : what == "when"        ? &Symptom::when
                                   : nullptr;
}

bool put_symptom(Evidence& evidence, Path const& path, Setting const& setting) {
    if (!code_row("symptom", path.code))
        return false;
    auto* symptom = found_in(evidence.symptoms, path.code);
    auto const figure = number(setting.value);
    auto const answer = yes_or_no(setting.value);
    auto const word = word_of(path.what);
    bool const fits = path.what.empty() || path.what == "sites" || word ||
                      (path.what == "since_days" && figure) || (path.what == "suppressible" && answer);
    if (!fits)
        return false;
    if (!symptom) {
        evidence.symptoms.push_back({});
        symptom = &evidence.symptoms.back();
        symptom->code = path.code;
    }
    if (setting.denied) {
        if (!symptom->present)
            symptom->present = false;
        return true;
    }
    symptom->present = true;
    if (path.what == "since_days")
        symptom->since_days = figure;
    else if (path.what == "suppressible")
        symptom->suppressible = answer;
    else if (path.what == "sites")
        symptom->sites.push_back(setting.value);
    else if (word)
        symptom->*word = setting.value;
    return true;
}

bool put_finding(std::vector<Finding>& list, Path const& path, Setting const& setting) {
    auto const figure = number(setting.value);
    if (!code_row(path.kind, path.code) ||
        (!path.what.empty() && (path.what != "days_ago" || !(figure || setting.denied))))
        return false;
    auto* finding = found_in(list, path.code);
    if (!finding) {
        list.push_back({std::string(path.code), std::nullopt, std::nullopt, {}});
        finding = &list.back();
    }
    if (setting.denied) {
        if (!finding->present)
            finding->present = false;
        return true;
    }
    finding->present = true;
    if (figure)
        finding->days_ago = figure;
    return true;
}

bool put_person(diet::Person& person, Path const& path, Setting const& setting) {
    if (path.code == "sex" && (setting.value == "female" || setting.value == "male")) {
        person.sex = setting.value == "female" ? diet::Sex::female : diet::Sex::male;
        return true;
    }
    if (path.code == "pregnant" && yes_or_no(setting.value)) {
        person.pregnant = yes_or_no(setting.value);
        return true;
    }
    auto const member = figure_of(path.code);
    auto const figure = number(setting.value);
    if (!member || !figure)
        return false;
    person.*member = figure;
    if (path.code == "pregnancy_weeks")
        person.pregnant = true;
    return true;
}

/// A medicine of which only the class is known goes by the beginning of its ATC code.
bool put_class(Evidence& evidence, Path const& path, Setting const& setting) {
    for (auto const& row : drug_classes_rows)
        if (row.drug_class == path.code) {
            // "None of these" is not a list of what is taken, so it settles nothing.
            if (!setting.denied) {
                Medicine medicine;
                medicine.name = row.name;
                for (auto const code : parts_of(row.atc))
                    if (!code.starts_with('-') && medicine.atc.empty())
                        medicine.atc = code;
                evidence.medicines.push_back(std::move(medicine));
            }
            return true;
        }
    return false;
}

} // namespace

bool put(Evidence& evidence, Setting const& setting) {
    auto const path = parted(setting.path);
    auto const figure = number(setting.value);
    if (path.kind == "symptom")
        return put_symptom(evidence, path, setting);
    if (auto* list = list_called(evidence, path.kind))
        return put_finding(*list, path, setting);
    if (path.kind == "person")
        return put_person(evidence.person, path, setting);
    if (path.kind == "drug")
        return put_class(evidence, path, setting);
    if (path.kind == "medicine") {
        for (auto& one : evidence.medicines)
            if (one.name == path.code && path.what == "since_days" && figure) {
                one.since_days = figure;
                return true;
            }
        return false;
    }
    if (path.kind == "lifestyle") {
        if (figure)
            evidence.lifestyle[std::string(path.code)] = *figure;
        else
            evidence.lifestyle_words[std::string(path.code)] = setting.value;
        return true;
    }
    if (path.kind == "loss" && figure) {
        evidence.losses[std::string(path.code)] = *figure;
        return true;
    }
    if (path.kind == "diet" && code_row("diet", path.code)) {
        evidence.diet_type = path.code;
        return true;
    }
    return false;
}

bool told(Evidence const& evidence, std::string_view written) {
    auto const path = parted(written);
    if (path.kind == "symptom") {
        auto const* one = found_in(evidence.symptoms, path.code);
        if (!one || !one->present)
            return false;
        if (path.what == "since_days")
            return one->since_days.has_value();
        if (path.what == "suppressible")
            return one->suppressible.has_value();
        if (path.what == "site" || path.what == "sites")
            return !one->site.empty() || !one->sites.empty() || !one->spread.empty();
        if (auto const word = word_of(path.what))
            return !(one->*word).empty() || (path.what == "course" && one->progressive) ||
                   (path.what == "onset_speed" && !one->onset.empty());
        return path.what.empty();
    }
    if (auto const* list = list_called(evidence, path.kind)) {
        auto const* one = found_in(*list, path.code);
        return (one && one->present) ||
               (path.kind == "condition" && evidence.told_whole.contains("conditions"));
    }
    if (path.kind == "person") {
        if (path.code == "sex")
            return evidence.person.sex.has_value();
        if (path.code == "pregnant")
            return evidence.person.pregnant || evidence.person.pregnancy_weeks;
        auto const member = figure_of(path.code);
        return member && (evidence.person.*member).has_value();
    }
    if (path.kind == "medicine") {
        for (auto const& one : evidence.medicines)
            if (one.name == path.code)
                return one.since_days || one.started_days_ago || one.stopped_days_ago ||
                       one.dose_changed_days_ago;
        return false;
    }
    if (path.kind == "drug")
        return evidence.told_whole.contains("medications");
    if (path.kind == "whole")
        return evidence.told_whole.contains(std::string(path.code));
    if (path.kind == "lifestyle")
        return evidence.lifestyle.contains(std::string(path.code)) ||
               evidence.lifestyle_words.contains(std::string(path.code));
    if (path.kind == "loss")
        return evidence.losses.contains(std::string(path.code));
    if (path.kind == "diet")
        return !evidence.diet_type.empty() || !evidence.diet_not_read.empty();
    if (path.kind == "labs")
        return !evidence.labs.empty();
    return path.kind == "words" && !evidence.words.empty();
}

double days_in(std::string_view text) {
    std::string word;
    double count = unknown;
    double days = unknown;
    auto const end_word = [&] {
        for (auto const& row : time_words_rows) {
            if (row.word != word)
                continue;
            // "yesterday" needs no count, "3 weeks" has one, "a week" is one.
            bool const counted = row.value > 1 || row.word.starts_with("day") || row.word == "d";
            days = counted ? (known(count) ? count : 1) * row.value : row.value;
        }
        if (auto const figure = number(word))
            count = *figure;
        word.clear();
    };
    auto const is_digit = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    for (char const c : text) {
        char const small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        bool const letter = small >= 'a' && small <= 'z';
        if (!letter && !is_digit(c)) {
            end_word();
            continue;
        }
        if (!word.empty() && is_digit(word.back()) != is_digit(c))
            end_word();
        word += small;
    }
    end_word();
    return days;
}

} // namespace rheobase::verdict
