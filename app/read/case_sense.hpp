// Facts of a case that contradict one another. They are named; the graver one is kept.
#pragma once

#include "model/verdict/evidence.hpp"

namespace rheobase::read {

/// Names what contradicts, and settles it towards the side on which an emergency is still seen.
std::vector<verdict::NotConsidered> settle_contradictions(verdict::Evidence& evidence);

} // namespace rheobase::read
