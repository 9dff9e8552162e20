// A week's plan as a page for the fridge: changes to begin with, seven days, what to buy, before and after.
#pragma once

#include "model/week/week.hpp"

#include <string>

namespace rheobase::report {

std::string week_html(week::Week const& week, verdict::Plan const& plan);

} // namespace rheobase::report
