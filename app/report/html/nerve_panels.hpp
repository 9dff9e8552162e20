// The four drawings of a threshold-tracking report: threshold electrotonus, recovery cycle, current and
// threshold, charge and duration. Behind stand the healthy, over them the model and the points of a
// recording.
#pragma once

#include "app/report/html/markup.hpp"
#include "app/report/nerve_words.hpp"

namespace rheobase::report {

void write_electrotonus(Markup& html, NerveTold const& told);
void write_recovery(Markup& html, NerveTold const& told);
void write_current(Markup& html, NerveTold const& told);
void write_charge(Markup& html, NerveTold const& told);

/// What the colours mean, once for all four.
void write_panel_legend(Markup& html, NerveTold const& told);

/// Every index with its bands drawn on a strip.
void write_index_table(Markup& html, NerveTold const& told);

} // namespace rheobase::report
