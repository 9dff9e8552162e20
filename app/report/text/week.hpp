// A week's plan as text: the first few changes, what the week changes, seven days, what to buy, what is met.
#pragma once

#include "model/week/week.hpp"

#include <string>

namespace rheobase::report {

std::string week_text(week::Week const& week, verdict::Plan const& plan, bool colour);

} // namespace rheobase::report
