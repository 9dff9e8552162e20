// Which tests would tell something: the expected information of a result, in bits, about a cause that still
// stands. Shares are marginal and causes overlap, so a test counts for the one cause it tells most about; a
// sum would count the same news twice.
#pragma once

#include "model/verdict/chart.hpp"

#include <vector>

namespace rheobase::verdict {

/// Bits of uncertainty about something of this probability: 0 to 1.
double entropy(double probability);

/// Expected bits that an abnormal-or-normal result tells about a cause of this probability.
double expected_bits(double probability, double sensitivity, double specificity);

/// The most telling tests first; none in an emergency, none that was done lately with a date, none that the
/// tests for safety already hold, none that would change nothing.
std::vector<TestToAsk> tests_to_ask(Chart const& chart, Verdict const& verdict);

std::vector<Problem> faults_of_tests_to_ask();

} // namespace rheobase::verdict
