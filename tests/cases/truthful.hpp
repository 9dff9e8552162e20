// A person who answers the interview truthfully from a case: what the case says, and "I don't know" for the
// rest.
#pragma once

#include "model/verdict/interview.hpp"

namespace rheobase::cases {

verdict::Given truthful_answer(verdict::Evidence const& whole, verdict::Question const& question);

struct Interviewed {
    verdict::Evidence evidence;
    std::vector<std::string> asked;
    int counted = 0, outside = 0;
    verdict::Finished finished = verdict::Finished::no;
};

/// Asks until nothing is left, beginning with `evidence`.
Interviewed interviewed(verdict::Evidence evidence, verdict::Evidence const& whole);

} // namespace rheobase::cases
