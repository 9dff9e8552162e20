// How urgent it is, where to go, and why: the red-flag rules that fired, gravest first.
#pragma once

#include "model/verdict/verdict.hpp"

namespace rheobase::verdict {

/// From `rules`: urgency, how soon and where, and the reasons, the soonest first; of one result that is past
/// several lines only the gravest is told.
void settle_urgency(Verdict& verdict);

} // namespace rheobase::verdict
