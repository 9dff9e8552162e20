// A week's plan as JSON: the answer's plan.menu, and the whole of `rheobase week --format json`.
#pragma once

#include "model/week/week.hpp"

#include "app/report/json/plate.hpp"

namespace rheobase::report {

/// Null where there is no plan and no reason, which is where nobody asked.
Json menu_json(week::Week const& week);

/// With the status of the verdict's plan and the stops that bound it.
std::string week_json(week::Week const& week, verdict::Plan const& plan);

/// The schema of week_json.
std::string_view week_schema();

} // namespace rheobase::report
