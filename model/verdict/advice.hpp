// What to do, what not to do, what to watch for, which tests stand first for safety, and what is missing:
// rows of advice.csv, chosen by conditions that may also ask for the urgency, the rules that fired and the
// causes that stand.
#pragma once

#include "model/verdict/chart.hpp"

namespace rheobase::verdict {

/// The rows of one section ("do", "do_not", "watch", "tests_for_safety", "missing") that hold.
std::vector<Advice> advice_of(std::string_view section, Ask const& ask);

/// Asks the chart, and of this verdict: urgency.LEVEL, rule.NAME, cause.CODE (possible or likely).
Ask asking(Chart const& chart, Verdict const& verdict);

std::vector<Problem> faults_of_advice();

} // namespace rheobase::verdict
