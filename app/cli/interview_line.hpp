// What a person types at a question of the interview, read as an answer.
#pragma once

#include "model/verdict/answering.hpp"

#include <string>
#include <string_view>

namespace rheobase::cli {

struct Line {
    enum class Meant { answer, why, back, stop, not_understood } meant = Meant::answer;
    verdict::Given given;
    std::string said; ///< what to say where it was not understood
};

/// An empty line skips. "?" asks why, "b" goes back, "q" stops, "d" is not known. Answers go by their
/// numbers; of a list "0" is none of these and "3?" is not sure of the third.
Line read_line(verdict::Question const& question, std::string_view typed);

/// One line on how this kind of question is answered.
std::string how_to_answer(verdict::Question const& question);

} // namespace rheobase::cli
