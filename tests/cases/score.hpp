// How often the answers are right, counted as symptom checkers are: levels, safety, over-triage, first cause.
#pragma once

#include "tests/cases/labels.hpp"
#include "tests/cases/said.hpp"

#include <array>

namespace rheobase::cases {

struct Share {
    std::size_t hits = 0, n = 0;
    double value() const { return n == 0 ? unknown : static_cast<double>(hits) / static_cast<double>(n); }
};

/// The interval in which the true share lies in 95 of 100 such samples (Wilson 1927).
struct Interval {
    double low = unknown, high = unknown;
};
Interval wilson(Share const& share);

struct Score {
    Share levels_right;
    Share emergencies_missed; ///< of the emergencies
    Share unsafe;             ///< below the lowest safe level, or later than the label's hours
    Share over_triage;
    Share first_cause, top_three, plan_right;
    Share wrongly_said; ///< cases in which something was said that must not be
    std::array<std::array<std::size_t, 4>, 4> confusion{}; ///< [expected][said]
    std::vector<std::string> misses;                       ///< one line each: expected, said, why
};

/// `judge_causes` is off for baselines, which name no cause.
void count(Score& score, Label const& label, Said const& said, bool judge_causes = true);

} // namespace rheobase::cases
