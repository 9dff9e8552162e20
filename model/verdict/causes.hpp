// Which causes fit. Each cause has prior log-odds from a base rate; each finding adds the logarithm of a
// likelihood ratio. Findings that say the same thing are one cluster, and a cluster is capped: correlated
// findings must not multiply. Causes are judged side by side, benign ones among them, and their shares need
// not add up to one.
#pragma once

#include "model/verdict/chart.hpp"

#include <cstddef>
#include <vector>

namespace rheobase::verdict {

/// Every cause that this chart allows, best first, at most `shown_causes`.
std::vector<CauseShare> judge_causes(Chart const& chart, Ask const& ask);

/// One cause before any list is cut: whether the chart allows it, and how likely it then is.
struct CauseStanding {
    Truth allowed = Truth::unknown;
    double share = 0; ///< 0 to 1, the middle; 0 unless it is allowed
};
std::size_t number_of_causes();
std::string_view code_of_cause(std::size_t place);
/// Every term that cause `place` of causes.csv asks for, its gate's and its evidence's.
std::vector<Term> const& terms_of_cause(std::size_t place);
CauseStanding standing_of_cause(std::size_t place, Ask const& ask);

/// What is wrong with causes.csv and cause_evidence.csv, for the test that keeps them sound.
std::vector<Problem> faults_of_causes();

/// Share from log-odds, and back.
double share_of(double log_odds);
double log_odds_of(double share);

} // namespace rheobase::verdict
