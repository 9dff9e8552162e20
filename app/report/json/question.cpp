#include "app/report/json/question.hpp"

#include "app/report/json/plate.hpp"

namespace rheobase::report {

std::string next_question_json(verdict::NextQuestion const& next) {
    Json out{{"question", nullptr},
             {"finished",
              next.finished == verdict::Finished::no ? Json(nullptr) : Json(verdict::in_code(next.finished))},
             {"red", next.red},
             {"counted", next.counted},
             {"urgency", verdict::in_code(next.urgency)}};
    if (next.question) {
        auto const& question = *next.question;
        auto answers = Json::array();
        // Of a figure the table's answers only weigh the question.
        if (question.form->kind != verdict::QuestionKind::number)
            for (auto const* choice : question.choices)
                answers.push_back({{"code", choice->row->code}, {"text", choice->row->text}});
        out["question"] = {{"id", question.id()},
                           {"kind", verdict::in_code(question.form->kind)},
                           {"text", question.text()},
                           {"why", verdict::why_asked(question, next.bearing)},
                           {"about", question.about.empty() ? Json(nullptr) : Json(question.about)},
                           {"answers", std::move(answers)}};
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rheobase::report
