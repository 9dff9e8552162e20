// What this person must not be told to do, whatever is short: rows of hard_stops.csv, chosen by conditions as
// the red flags are. A stop stands until a dated fact lifts it, so not knowing keeps it.
#pragma once

#include "model/verdict/chart.hpp"
#include "model/verdict/stop_kinds.rows.hpp"

#include <string_view>
#include <vector>

namespace rheobase::verdict {

/// The stops that hold, in the order of the table.
std::vector<HardStop> hard_stops(Ask const& ask);

/// What each stop of the list forbids, each once, in the order of stop_kinds.csv.
std::vector<StopKindsRow const*> forbidden_by(std::vector<HardStop> const& stops);

bool forbids(std::vector<HardStop> const& stops, std::string_view what);

/// Whether the stops leave foods of this nutrient out of any list.
bool forbids_more_of(std::vector<HardStop> const& stops, std::string_view nutrient);

/// The stops as things not to do, without those that a piece of advice in the list already says.
std::vector<Advice> not_to_do(std::vector<HardStop> const& stops, std::vector<Advice> const& said);

/// What is wrong with hard_stops.csv and stop_kinds.csv, for the test that keeps them sound.
std::vector<Problem> faults_of_hard_stops();

} // namespace rheobase::verdict
