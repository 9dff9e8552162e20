// The interview: given what is known and what was asked, the question that matters most next, or why none
// does. Signs of danger first; then what an answer would tell, in bits, of the causes still standing and of
// how soon to act. The page and the terminal ask by this one function.
#pragma once

#include "model/verdict/answering.hpp"
#include "model/verdict/bearing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rheobase::verdict {

/// Why no question is left: nothing that could be asked would change the answer; what is left tells little
/// for its place; or as much was asked as anyone is asked.
enum class Finished { no, nothing_changes, little_changes, most_asked };
std::string_view in_code(Finished why);

struct NextQuestion {
    std::optional<Question> question; ///< none when finished
    Finished finished = Finished::no;
    bool red = false;                     ///< of a sign of danger: outside the count
    int counted = 0;                      ///< questions asked so far that count
    Bearing bearing;                      ///< what the answer could change
    Urgency urgency = Urgency::self_care; ///< as known so far
};

/// `asked` holds the ids of the questions that were put, whatever was answered; none is put twice, and none
/// of which the evidence holds the answer.
NextQuestion next_question(Evidence const& evidence, Findings const& findings,
                           std::vector<std::string> const& asked);

/// Whether a question with this id is outside the count: a list of danger signs, or one about such a sign.
bool outside_the_count(std::string_view id);

/// The question with this id as it is put to this person, without answers already known; one without a form
/// where there is no such question.
Question question_to(Evidence const& evidence, Findings const& findings, std::string_view id);

/// The questions that could still be put to this person, without those known or asked.
std::vector<Question> open_questions(Weighing& weighing, std::vector<std::string> const& asked);

/// What an answer bears on, in words: "It bears on caffeine, stress and sleep."
std::string why_asked(Question const& question, Bearing const& bearing);

} // namespace rheobase::verdict
