#include "model/verdict/questions.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/medicine.hpp"
#include "model/verdict/places.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rheobase::verdict {

namespace {

constexpr std::array<std::string_view, 8> kinds{"one",       "list",        "number",  "duration",
                                                "medicines", "supplements", "results", "words"};

QuestionKind kind_called(std::string_view word) {
    auto const at = std::find(kinds.begin(), kinds.end(), word);
    return at == kinds.end() ? QuestionKind::words : static_cast<QuestionKind>(at - kinds.begin());
}

QuestionForm form_of(QuestionsRow const& row) {
    QuestionForm form{&row, kind_called(row.kind), {}, {}};
    for (auto const& answer : question_answers_rows)
        if (answer.id == row.id)
            form.choices.push_back({&answer, settings_in(answer.sets)});
    if (!row.when.empty())
        if (auto when = parse_condition(row.when, named_condition))
            form.when = std::move(*when);
    return form;
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// Why a place cannot be filled, tried on an empty person; blank where it can.
std::string why_not_a_place(QuestionForm const& form, Setting const& setting) {
    Question const question{&form, form.row->about == "medicine" ? "any" : "twitch", {}};
    Evidence evidence;
    evidence.symptoms.emplace_back().code = "twitch";
    evidence.medicines.emplace_back().name = "any";
    auto setting_here = setting;
    setting_here.path = place_of(question, setting.path);
    if (!put(evidence, setting_here))
        return "no such place: " + setting_here.path;
    if (setting_here.path.starts_with("drug.")) {
        Medicines const medicines(evidence);
        if (medicines.counts(std::string_view(setting_here.path).substr(5)).truth != Truth::yes)
            return "the class is not read back: " + setting_here.path;
    }
    return {};
}

} // namespace

std::string_view in_code(QuestionKind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::vector<Setting> settings_in(std::string_view cell) {
    std::vector<Setting> out;
    for (auto part : parts_of(cell)) {
        Setting setting;
        if (part.starts_with("not ")) {
            setting.denied = true;
            part.remove_prefix(4);
        }
        auto const equals = part.find('=');
        setting.path = part.substr(0, equals);
        if (equals != part.npos)
            setting.value = part.substr(equals + 1);
        out.push_back(std::move(setting));
    }
    return out;
}

std::vector<QuestionForm> const& question_forms() {
    static auto const all = [] {
        std::vector<QuestionForm> out;
        for (auto const& row : questions_rows)
            out.push_back(form_of(row));
        return out;
    }();
    return all;
}

std::string Question::id() const {
    return std::string(form->row->id) + (about.empty() ? "" : "." + about);
}

std::string Question::about_name() const {
    return form->row->about == "symptom" ? name_of(about) : about;
}

std::string Question::text() const {
    auto const text = std::string(form->row->text);
    return about.empty() ? text : with_capital(about_name()) + ": " + text;
}

Question question_called(std::string_view id) {
    auto const dot = id.find('.');
    Question question;
    for (auto const& form : question_forms())
        if (form.row->id == id.substr(0, dot) && form.row->about.empty() == (dot == id.npos))
            question.form = &form;
    if (!question.form)
        return question;
    if (dot != id.npos)
        question.about = id.substr(dot + 1);
    if (question.form->row->about == "symptom" && !code_row("symptom", question.about))
        return {};
    for (auto const& choice : question.form->choices)
        question.choices.push_back(&choice);
    return question;
}

std::string place_of(Question const& question, std::string_view path) {
    constexpr std::string_view each = "each.";
    if (!path.starts_with(each))
        return std::string(path);
    return std::string(question.form->row->about) + "." + question.about + "." +
           std::string(path.substr(each.size()));
}

std::vector<Problem> faults_of_questions() {
    std::vector<Problem> faults;
    std::set<std::string_view> ids;
    for (auto const& row : questions_rows) {
        auto const where = "questions.csv:" + std::to_string(row.line) + " " + std::string(row.id);
        auto const form = form_of(row);
        if (!ids.insert(row.id).second)
            faults.push_back({"two questions have this id", where, {}});
        if (std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end())
            faults.push_back({"no such kind: " + std::string(row.kind), where, {}});
        if (row.turn != "red" && row.turn != "main")
            faults.push_back({"the turn is red or main", where, {}});
        if (form.choices.empty() != form.of_text())
            faults.push_back({"answers are missing, or stand where text is asked for", where, {}});
        if ((form.kind != QuestionKind::list || !row.about.empty()) == row.fills.empty())
            faults.push_back({"all but plain lists name the place that they fill", where, {}});
        if (!row.when.empty() && !parse_condition(row.when, named_condition))
            faults.push_back({parse_condition(row.when, named_condition).error().what, where, {}});
        std::set<std::string_view> codes;
        for (auto const& choice : form.choices) {
            auto const at = "question_answers.csv:" + std::to_string(choice.row->line);
            if (!codes.insert(choice.row->code).second)
                faults.push_back({"two answers have this code", at, {}});
            if (!(choice.row->usual > 0 && choice.row->usual <= 1))
                faults.push_back({"the share is not between 0 and 1", at, {}});
            for (auto const& setting : choice.sets)
                if (auto why = why_not_a_place(form, setting); !why.empty())
                    faults.push_back({why, at, {}});
        }
    }
    for (auto const& row : question_answers_rows)
        if (!ids.contains(row.id))
            faults.push_back({"an answer to no question: " + std::string(row.id),
                              "question_answers.csv:" + std::to_string(row.line),
                              {}});
    return faults;
}

} // namespace rheobase::verdict
