// Before and after, nutrient by nutrient, as shares of what is wanted.
#pragma once

#include "app/report/html/markup.hpp"
#include "model/week/week.hpp"

namespace rheobase::report {

/// Two bars a nutrient; the mark is what is wanted, or what should not be passed.
void write_before_and_after(Markup& html, week::Week const& week);

} // namespace rheobase::report
