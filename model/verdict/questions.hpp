// The questions of the interview as values: rows of questions.csv with the answers of question_answers.csv. A
// row that asks about a symptom or a medicine is one form and many questions: "Since when?" of a cramp and of
// a tremor.
#pragma once

#include "model/verdict/condition.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/question_answers.rows.hpp"
#include "model/verdict/questions.rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

/// one: one answer of a few. list: none, one or several. number: a figure. duration: how long ago, in days.
/// medicines, supplements, results, words: text in the person's own words.
enum class QuestionKind { one, list, number, duration, medicines, supplements, results, words };
std::string_view in_code(QuestionKind kind);

/// What one answer puts into one place of the evidence.
struct Setting {
    std::string path;  ///< "symptom.twitch", "lifestyle.caffeine_mg", "each.since_days"
    std::string value; ///< blank where a thing is there or not
    bool denied = false;
};

struct Choice {
    QuestionAnswersRow const* row;
    std::vector<Setting> sets;
};

struct QuestionForm {
    QuestionsRow const* row;
    QuestionKind kind;
    std::vector<Choice> choices; ///< of a number or duration: what it is weighed by
    Condition when;              ///< empty: always
    bool red() const { return row->turn == "red"; }
    bool of_text() const { return kind >= QuestionKind::medicines; }
};

/// All forms, in the order of the table.
std::vector<QuestionForm> const& question_forms();

/// One question to one person.
struct Question {
    QuestionForm const* form = nullptr;
    std::string about;                  ///< code of the symptom or name of the medicine; blank elsewhere
    std::vector<Choice const*> choices; ///< without those whose answer is known
    std::string id() const;             ///< "caffeine", "since.cramp"
    std::string text() const;           ///< "Cramp. Since when?"
    std::string about_name() const;     ///< "cramp"; blank where of the person
};

/// The question with this id, with all its choices; one without a form where there is no such question.
Question question_called(std::string_view id);

/// The place of a setting for this question: "each.since_days" of a cramp is "symptom.cramp.since_days".
std::string place_of(Question const& question, std::string_view path);

/// What a cell of `sets` says.
std::vector<Setting> settings_in(std::string_view cell);

/// What is wrong with questions.csv and question_answers.csv, for the test that keeps them sound.
std::vector<Problem> faults_of_questions();

} // namespace rheobase::verdict
