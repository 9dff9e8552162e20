#include "tests/cases/truthful.hpp"

#include "model/verdict/places.hpp"

#include <cmath>
#include <fmt/core.h>
#include <map>

namespace rheobase::cases {

namespace {

using namespace rheobase::verdict;

Truth truth_of(Chart const& chart, std::string const& path, Compare how = Compare::holds, double number = 0,
               std::string word = {}) {
    return chart.ask({path, how, number, std::move(word)}).truth;
}

/// The number that the chart holds at a path, found by asking as the rules do.
std::optional<double> figure_at(Evidence const& whole, std::string const& path) {
    Findings const none;
    Chart const chart(whole, none);
    if (truth_of(chart, path, Compare::at_least, -1e9) != Truth::yes)
        return std::nullopt;
    double low = 0, high = 1e5;
    if (truth_of(chart, path, Compare::at_most, 0) == Truth::yes)
        return 0;
    for (int i = 0; i < 60; ++i) {
        double const middle = (low + high) / 2;
        (truth_of(chart, path, Compare::at_most, middle) == Truth::yes ? high : low) = middle;
    }
    return high;
}

/// How long ago a thing of the last weeks may be to be meant by the answer.
double window_of(std::string const& code) {
    static std::map<std::string, double> const days{{"viral_illness", 120},   {"gastroenteritis", 14},
                                                    {"new_exercise", 30},     {"endurance_event", 2},
                                                    {"thyroid_surgery", 60},  {"trauma", 30},
                                                    {"bowel_preparation", 7}, {"heat", 2},
                                                    {"nitrous_oxide", 365},   {"cocaine_mdma", 2},
                                                    {"nicotine", 7},          {"lead", 365},
                                                    {"organophosphate", 7},   {"blood_transfusion", 2},
                                                    {"apheresis", 1},         {"home_preserved_food", 10}};
    auto const found = days.find(code);
    return found == days.end() ? 1e6 : found->second;
}

std::vector<std::string> words_of_place(std::string const& code) {
    static std::map<std::string, std::vector<std::string>> const words{
        {"eyelid", {"lid", "eye"}},
        {"face", {"face", "cheek"}},
        {"hand", {"hand", "finger", "thumb"}},
        {"arm", {"arm", "biceps", "shoulder"}},
        {"thigh", {"thigh", "quad", "hamstring"}},
        {"calf", {"calf", "calves", "leg", "shin"}},
        {"foot", {"foot", "feet", "toe"}},
        {"trunk", {"back", "chest", "belly"}}};
    return words.at(code);
}

Given list_answer(Evidence const& whole, Question const& question) {
    Findings const none;
    Chart const chart(whole, none);
    Given given{Given::How::answered, {}, {}, unknown, {}};
    for (auto const* choice : question.choices) {
        std::string const code(choice->row->code);
        Truth said = Truth::unknown;
        if (question.form->row->id == "where") {
            auto const place = "symptom." + question.about;
            if (code == "multifocal")
                said = truth_of(chart, place + ".multifocal");
            else
                for (auto const& word : words_of_place(code))
                    said = either(said == Truth::unknown ? Truth::no : said,
                                  truth_of(chart, place + ".site", Compare::is, 0, word));
        } else {
            auto const denials = settings_of(question, *choice, true);
            auto path = denials.front().path;
            for (auto const& denial : denials)
                if (truth_of(chart, denial.path) == Truth::yes)
                    path = denial.path;
            said = truth_of(chart, path);
            if (said == Truth::yes && (path.starts_with("event.") || path.starts_with("exposure.")))
                said = truth_of(chart, path, Compare::within, window_of(code));
        }
        if (said == Truth::yes)
            given.chosen.push_back(code);
        if (said == Truth::unknown)
            given.unsure.push_back(code);
    }
    if (given.unsure.size() == question.choices.size())
        given.how = Given::How::not_known;
    return given;
}

std::string word_at(Evidence const& whole, Question const& question) {
    auto const& fills = question.form->row->fills;
    if (!question.about.empty()) {
        for (auto const& one : whole.symptoms) {
            if (one.code != question.about || !one.present.value_or(false))
                continue;
            if (fills == "each.course")
                return one.course.empty() && one.progressive.value_or(false) ? "worsening" : one.course;
            if (fills == "each.onset_speed")
                return one.onset_speed;
            if (fills == "each.suppressible")
                return !one.suppressible ? "" : *one.suppressible ? "yes" : "no";
            if (fills == "each.severity")
                return one.severity.empty() || one.severity == "mild" || one.severity == "severe"
                           ? one.severity
                           : "moderate";
            if (fills == "each.when")
                return one.when.empty() ? ""
                       : one.when.find("night") != one.when.npos || one.when.find("sleep") != one.when.npos
                           ? "night"
                           : "any";
        }
        return {};
    }
    if (fills == "person.sex")
        return !whole.person.sex ? "" : std::string(diet::word_for(*whole.person.sex));
    if (fills == "person.pregnant") {
        auto const& person = whole.person;
        if (person.postpartum_days && *person.postpartum_days <= 42)
            return "after";
        if (!person.pregnancy_weeks)
            return person.pregnant && !*person.pregnant ? "no" : "";
        return *person.pregnancy_weeks < 13   ? "early"
               : *person.pregnancy_weeks < 20 ? "middle"
               : *person.pregnancy_weeks < 28 ? "later"
                                              : "late";
    }
    if (fills == "diet")
        return whole.diet_type;
    if (!fills.starts_with("lifestyle."))
        return {};
    auto const key = std::string(fills.substr(10));
    auto const found = whole.lifestyle_words.find(key);
    if (found == whole.lifestyle_words.end())
        return {};
    if (key == "exercise")
        return found->second.find("marathon") != std::string::npos ? "marathon" : "hard";
    return found->second;
}

std::string with_times(Medicine const& one) {
    auto text = one.name;
    if (auto const since = one.since_days ? one.since_days : one.started_days_ago)
        text += fmt::format(" for {} days", *since);
    if (one.dose_changed_days_ago)
        text += fmt::format(" changed {} days ago", *one.dose_changed_days_ago);
    if (one.stopped_days_ago)
        text += fmt::format(" stopped {} days ago", *one.stopped_days_ago);
    else if (!one.current)
        text += " stopped ";
    return text;
}

Given text_answer(Evidence const& whole, Question const& question) {
    Given given{Given::How::answered, {}, {}, unknown, {}};
    auto const add = [&](std::string const& one) { given.text += (given.text.empty() ? "" : "; ") + one; };
    switch (question.form->kind) {
    case QuestionKind::medicines:
        for (auto const& one : whole.medicines)
            add(with_times(one));
        break;
    case QuestionKind::supplements:
        for (auto const& one : whole.supplements) {
            bool counted = false;
            for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
                if (auto const& held = one.each[static_cast<std::size_t>(n)]; known(held.high)) {
                    add(fmt::format("{} {} {}", diet::about(n).name,
                                    held.high * (known(one.per_day) ? one.per_day : 1), diet::about(n).unit));
                    counted = true;
                }
            if (!counted)
                add(one.name + " " + one.dose);
        }
        break;
    case QuestionKind::words:
        given.text = whole.words;
        break;
    default:
        break;
    }
    bool const whole_list = whole.told_whole.contains(
        question.form->kind == QuestionKind::medicines ? "medications" : "supplements");
    if (given.text.empty())
        given.text = "none";
    if (given.text == "none" && !whole_list)
        given.how = Given::How::not_known;
    return given;
}

} // namespace

Given truthful_answer(Evidence const& whole, Question const& question) {
    auto const kind = question.form->kind;
    if (kind == QuestionKind::list)
        return list_answer(whole, question);
    if (question.form->of_text())
        return text_answer(whole, question);
    Given given{Given::How::answered, {}, {}, unknown, {}};
    auto const path = place_of(question, question.form->row->fills);
    if (path.starts_with("medicine.")) {
        for (auto const& one : whole.medicines)
            if (one.name == question.about && (one.since_days || one.started_days_ago))
                given.number = one.since_days ? *one.since_days : *one.started_days_ago;
    } else if (path.starts_with("investigation.")) {
        for (auto const& one : whole.investigations)
            if (path == "investigation." + one.code + ".days_ago" && one.days_ago)
                given.number = *one.days_ago;
    } else if (auto const figure =
                   path.starts_with("person.") && (path.ends_with("_kg") || path.ends_with("_cm"))
                       ? (path.ends_with("_kg") ? whole.person.weight_kg : whole.person.height_cm)
                       : figure_at(whole, path);
               figure && kind != QuestionKind::one)
        given.number = *figure;
    else if (figure && path.starts_with("lifestyle.")) {
        // Of answers with figures, the nearest.
        double least = unknown;
        for (auto const* choice : question.choices)
            if (double const away = std::fabs(*number(choice->sets.front().value) - *figure);
                !(away >= least)) {
                least = away;
                given.chosen = {std::string(choice->row->code)};
            }
    }
    if (kind == QuestionKind::one && given.chosen.empty())
        if (auto const word = word_at(whole, question); !word.empty())
            for (auto const* choice : question.choices)
                if (choice->row->code == word)
                    given.chosen = {word};
    if (given.chosen.empty() && !known(given.number))
        given.how = Given::How::not_known;
    return given;
}

Interviewed interviewed(Evidence evidence, Evidence const& whole) {
    Interviewed out;
    for (;;) {
        auto const findings = findings_from_case(evidence);
        auto next = next_question(evidence, findings, out.asked);
        out.counted = next.counted;
        out.finished = next.finished;
        if (!next.question)
            break;
        out.outside += next.red;
        out.asked.push_back(next.question->id());
        if (auto after = answered(evidence, *next.question, truthful_answer(whole, *next.question)))
            evidence = std::move(*after);
    }
    out.evidence = std::move(evidence);
    return out;
}

} // namespace rheobase::cases
