// Whether food can be advised at all: the first row of plan_status.csv that holds. Not knowing holds no row
// but those that ask for it, so that a plan is offered only where nothing speaks against one.
#pragma once

#include "model/verdict/hard_stops.hpp"

namespace rheobase::verdict {

/// Status, sentence, stops and what is short; the foods are chosen where the food table is at hand.
Plan plan_of(Chart const& chart, Ask const& ask);

/// Whether foods may be listed for this plan.
bool foods_allowed(Plan const& plan);

std::vector<Problem> faults_of_plan_status();

} // namespace rheobase::verdict
