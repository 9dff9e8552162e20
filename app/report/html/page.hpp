// What every page of ours begins and ends with.
#pragma once

#include "app/report/html/markup.hpp"

namespace rheobase::report {

/// The head: nothing may be fetched or run, and the style stands in the page. `more_style` comes after the
/// common one.
void write_head(Markup& html, std::string_view title, std::string_view more_style = {});

/// The style of drawings with axes, for the pages that have some.
std::string_view chart_style();

/// Which program and which facts made the page, behind sentences of its own.
void write_foot(Markup& html, std::string_view sentences);

} // namespace rheobase::report
