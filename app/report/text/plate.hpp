// The plate as text: what was read, what is eaten against what is needed.
#pragma once

#include "app/report/text/page.hpp"
#include "model/rheobase.hpp"

namespace rheobase::report {

/// More lines of one kind than this are counted and not shown.
inline constexpr std::size_t lines_shown = 12;

/// The short table: the nutrients that matter to nerve and muscle.
void write_intake_summary(Page& page, PlateAnswer const& plate);

/// All nutrients with coverage, parts and main foods.
void write_intake_details(Page& page, PlateAnswer const& plate);

/// What was read of the diary and what was not.
void write_diary(Page& page, PlateAnswer const& plate);

/// The whole of `rheobase diet`.
std::string diet_text(PlateAnswer const& plate, bool colour);

} // namespace rheobase::report
