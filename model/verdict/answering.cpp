#include "model/verdict/answering.hpp"

#include "model/verdict/answering_text.hpp"
#include "model/verdict/places.hpp"
#include "model/verdict/question_limits.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

bool among(std::vector<std::string> const& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Choice const* choice_called(Question const& question, std::string_view code) {
    for (auto const* choice : question.choices)
        if (choice->row->code == code)
            return choice;
    return nullptr;
}

void put_all(Evidence& evidence, Question const& question, Choice const& choice, bool denied) {
    for (auto const& setting : settings_of(question, choice, denied))
        put(evidence, setting);
}

Result<Evidence> with_figure(Evidence evidence, Question const& question, double figure) {
    auto const id = std::string(question.form->row->id);
    for (auto const& row : question_limits_rows) {
        bool const here =
            row.id == id || (row.id == "duration" && question.form->kind == QuestionKind::duration);
        if (here && !(figure >= row.low && figure <= row.high))
            return fault(question.id(), "this figure cannot be",
                         "Give one from " + std::string(row.low_said) + " to " + std::string(row.high_said));
    }
    put(evidence, {place_of(question, question.form->row->fills), std::to_string(figure), false});
    return evidence;
}

} // namespace

std::vector<Setting> settings_of(Question const& question, Choice const& choice, bool denied) {
    std::vector<Setting> out;
    for (auto setting : choice.sets) {
        setting.path = place_of(question, setting.path);
        if (denied) {
            // What is denied is the thing; where and since when it was fall away with it.
            bool const attribute = setting.path.starts_with("symptom.") && question.about.size();
            if (attribute)
                continue;
            auto const second = setting.path.find('.', setting.path.find('.') + 1);
            setting = {setting.path.substr(0, second), {}, true};
        }
        out.push_back(std::move(setting));
    }
    return out;
}

Result<Evidence> answered(Evidence evidence, Question const& question, Given const& given) {
    if (!question.form)
        return fault({}, "there is no such question");
    if (given.how != Given::How::answered)
        return evidence;
    auto const kind = question.form->kind;
    if (question.form->of_text()) {
        put_text(evidence, kind, given.text);
        return evidence;
    }
    for (auto const* list : {&given.chosen, &given.unsure})
        for (auto const& code : *list)
            if (!choice_called(question, code))
                return fault(question.id(), "there is no answer '" + code + "' to this question",
                             "Choose one of those that are listed");
    if (kind == QuestionKind::list) {
        for (auto const* choice : question.choices)
            if (!among(given.unsure, choice->row->code))
                put_all(evidence, question, *choice, !among(given.chosen, choice->row->code));
        return evidence;
    }
    if (known(given.number) && kind != QuestionKind::one)
        return with_figure(std::move(evidence), question, given.number);
    if (given.chosen.size() != 1)
        return fault(question.id(), "this question takes one answer", "Choose one, or skip it");
    put_all(evidence, question, *choice_called(question, given.chosen.front()), false);
    return evidence;
}

} // namespace rheobase::verdict
