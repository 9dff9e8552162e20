// An answer put into the evidence. Skipping and not knowing change nothing; of a list that was answered, what
// was not chosen is denied.
#pragma once

#include "model/verdict/questions.hpp"

namespace rheobase::verdict {

struct Given {
    enum class How { skipped, not_known, answered };
    How how = How::skipped;
    std::vector<std::string> chosen; ///< codes of answers; of a list none means "none of these"
    std::vector<std::string> unsure; ///< of a list: what the person does not know
    double number = unknown;         ///< of a number in its unit, of a duration in days
    std::string text;                ///< of text; "none" is an empty list told whole
};

/// The evidence with the answer in it; a Problem where the answer does not fit the question.
Result<Evidence> answered(Evidence evidence, Question const& question, Given const& given);

/// The settings of one answer, or of its denial, at the places of this question.
std::vector<Setting> settings_of(Question const& question, Choice const& choice, bool denied);

} // namespace rheobase::verdict
