// The red-flag rules: rows of flags.csv, judged first. Each fires, is clear, or cannot be judged; nothing
// lowers one.
#pragma once

#include "model/verdict/chart.hpp"
#include "model/verdict/flags.rows.hpp"

#include <vector>

namespace rheobase::verdict {

struct Rule {
    FlagsRow const* row;
    Condition when;
};

/// All rules, parsed once, in the order of the table. A row that cannot be parsed stops a test, not a person:
/// it is left out here and reported by faults_of_rules.
std::vector<Rule> const& rules();

/// What is wrong with the tables of rules and named conditions, for the test that keeps them sound.
std::vector<Problem> faults_of_rules();

/// A named condition of terms.csv; empty when there is none.
std::string_view named_condition(std::string_view name);

/// Every rule against the chart.
std::vector<RuleState> judge_rules(Chart const& chart);

/// How urgent something is that asks for help in so many hours at such a place.
Urgency urgency_of(double within_hours, std::string_view where);

/// The graver of two places: an ambulance before an emergency department, and so on down to home.
bool graver_place(std::string_view a, std::string_view b);

/// Codes of symptoms nobody asked about which alone would make this person's urgency `soon` or `emergency`,
/// the most urgent first.
std::vector<std::string> red_flags_not_asked(Chart& chart, std::vector<RuleState> const& states);

} // namespace rheobase::verdict
