// Tests worth asking for and what to eat, as text.
#pragma once

#include "app/report/text/page.hpp"
#include "model/rheobase.hpp"
#include "model/week/week.hpp"

namespace rheobase::report {

/// The tests that would tell most about the causes that stand.
void write_tests(Page& page, verdict::Verdict const& verdict);

/// Whether food can be advised, and the first foods.
void write_plan(Page& page, verdict::Plan const& plan);
/// The first few changes of a planned week; nothing where none is planned.
void write_first_changes(Page& page, week::Week const& week);

/// Everything this person must not be told to add or leave out.
void write_stops(Page& page, verdict::Plan const& plan);

} // namespace rheobase::report
