// What several results say together that no one of them says alone: rows of lab_patterns.csv. A pattern
// explains; it neither raises nor lowers urgency.
#pragma once

#include "model/verdict/condition.hpp"
#include "model/verdict/verdict.hpp"

namespace rheobase::verdict {

/// The patterns that hold, in the order of the table.
std::vector<LabPattern> lab_patterns(Ask const& ask);

/// What is wrong with lab_patterns.csv and lab_movers.csv, for the test that keeps them sound.
std::vector<Problem> faults_of_lab_patterns();

} // namespace rheobase::verdict
